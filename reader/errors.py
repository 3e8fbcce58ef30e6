"""The two kinds of error: the user's, which have a code that the interface puts into words, and ours, which are bugs.

``reader/messages.py`` holds the words for each code. Everything that is not a ``UserError`` is a bug and is logged with
its traceback.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """What went wrong, as far as the user can do something about it."""

    FILE_EMPTY = "file-empty"
    FILE_BINARY = "file-binary"
    FILE_UNREADABLE = "file-unreadable"
    FILE_VANISHED = "file-vanished"
    FILE_TOO_LARGE = "file-too-large"
    FILE_TOO_LONG = "file-too-long"
    FILE_TYPE = "file-type"
    FILE_ENCODING = "file-encoding"
    ENCODING_UNKNOWN = "encoding-unknown"
    FOLDER_LOOP = "folder-loop"
    NOTHING_TO_IMPORT = "nothing-to-import"
    LIBRARY_CANNOT_OPEN = "library-cannot-open"
    LIBRARY_READ_ONLY = "library-read-only"
    LIBRARY_LOCKED = "library-locked"
    LIBRARY_NEWER = "library-newer"
    LIBRARY_OLDER = "library-older"
    LIBRARY_SAME = "library-same"
    LIBRARY_UNINDEXED = "library-unindexed"
    LIBRARY_FOREIGN = "library-foreign"
    LIBRARY_DAMAGED = "library-damaged"
    DISK_FULL = "disk-full"
    DISK_ERROR = "disk-error"
    EXPORT_UNWRITABLE = "export-unwritable"
    PARCEL_TYPE = "parcel-type"
    PARCEL_DAMAGED = "parcel-damaged"
    PARCEL_COLUMNS = "parcel-columns"
    PARCEL_TOO_LARGE = "parcel-too-large"
    MARK_EMPTY = "mark-empty"
    TAG_NAME = "tag-name"
    TAG_TAKEN = "tag-taken"
    TAG_CYCLE = "tag-cycle"
    TAG_GOES = "tag-goes"
    CODEBOOK_EMPTY = "codebook-empty"
    CODEBOOK_DAMAGED = "codebook-damaged"
    LINK_TO_ITSELF = "link-to-itself"
    CORRECTION_LINES = "correction-lines"
    CORRECTION_EMPTY = "correction-empty"
    UNDO_WHILE_IMPORTING = "undo-while-importing"
    HISTORY_CHANGED = "history-changed"
    STEP_GONE = "step-gone"
    ROWS_CHANGED = "rows-changed"
    SAVED_NAME = "saved-name"
    SAVED_NAME_TAKEN = "saved-name-taken"
    SAVED_UNREADABLE = "saved-unreadable"
    WORKER_DIED = "worker-died"
    LAUNCHER = "launcher"


class UserError(Exception):
    """An error that the user can do something about.

    Attributes:
        code: what happened.
        path: the file or folder that it is about, or "".
        detail: what the system said, or the value that was refused; may be "".
    """

    def __init__(self, code: ErrorCode, path: str = "", detail: str = "") -> None:
        super().__init__(f"{code}: {path} {detail}".strip())
        self.code = code
        self.path = path
        self.detail = detail
