"""The words for every error that a user can act upon and for every step that can be undone, in English.

The terminal prints them as they are. The window looks each up as a translation under the context ``errors`` or
``steps``; ``QT_TRANSLATE_NOOP`` marks them for ``lupdate`` and is Qt-free, so that this module is too.
"""

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.domain.history import Step, StepName
from reader.errors import ErrorCode, UserError

Translate = Callable[[str, str], str]
"""Takes a context and a source text and gives the text in the user's language."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 # the name that lupdate looks for
    """Marks a text for translation and gives it back as it is."""
    return text


ERRORS: Mapping[ErrorCode, str] = MappingProxyType(
    {
        ErrorCode.FILE_EMPTY: QT_TRANSLATE_NOOP(
            "errors", "“{path}” has no text in it. Check that the page was saved, then import it again."
        ),
        ErrorCode.FILE_BINARY: QT_TRANSLATE_NOOP(
            "errors", "“{path}” is not a text file. Save the page as plain text and import that."
        ),
        ErrorCode.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
            "errors", "“{path}” cannot be read ({detail}). Check its permissions, then try again."
        ),
        ErrorCode.FILE_VANISHED: QT_TRANSLATE_NOOP(
            "errors", "“{path}” is not there any more. Put it back or choose it where it is now, then try again."
        ),
        ErrorCode.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
            "errors", "“{path}” is larger than {detail}. Split it into files of one page each and import those."
        ),
        ErrorCode.FILE_TOO_LONG: QT_TRANSLATE_NOOP(
            "errors", "“{path}” has more than {detail} lines. Split it into files of one page each and import those."
        ),
        ErrorCode.FILE_TYPE: QT_TRANSLATE_NOOP(
            "errors", "“{path}” is not a file that can be imported. Choose text files, or folders of them."
        ),
        ErrorCode.FILE_ENCODING: QT_TRANSLATE_NOOP(
            "errors",
            "The characters of “{path}” cannot be read as {detail}. Choose another encoding for it,"
            " or save it as UTF-8, then import it again.",
        ),
        ErrorCode.ENCODING_UNKNOWN: QT_TRANSLATE_NOOP(
            "errors", "There is no encoding called “{detail}”. Try utf-8, gb18030, big5 or utf-16."
        ),
        ErrorCode.FOLDER_LOOP: QT_TRANSLATE_NOOP(
            "errors", "“{path}” leads back to a folder that it lies in and was left out. Its pages were taken once."
        ),
        ErrorCode.NOTHING_TO_IMPORT: QT_TRANSLATE_NOOP(
            "errors", "There are no pages in “{path}”. Pages are files ending in .txt, .text or .md."
        ),
        ErrorCode.LIBRARY_CANNOT_OPEN: QT_TRANSLATE_NOOP(
            "errors", "The library “{path}” cannot be opened ({detail}). Check that its folder is there and is yours."
        ),
        ErrorCode.LIBRARY_READ_ONLY: QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” cannot be written to. Allow writing to the file and its folder,"
            " or copy it to a place of your own.",
        ),
        ErrorCode.LIBRARY_LOCKED: QT_TRANSLATE_NOOP(
            "errors", "The library “{path}” is being used by another program. Wait until that is done, then try again."
        ),
        ErrorCode.LIBRARY_NEWER: QT_TRANSLATE_NOOP(
            "errors", "The library “{path}” was made by a newer Jianbao. Update Jianbao to open it."
        ),
        ErrorCode.LIBRARY_OLDER: QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” was made by an earlier Jianbao. Open it by itself once, which brings it up to date;"
            " then it can be searched beside others.",
        ),
        ErrorCode.LIBRARY_SAME: QT_TRANSLATE_NOOP(
            "errors", "The library “{path}” is being searched already. Choose another one."
        ),
        ErrorCode.LIBRARY_UNINDEXED: QT_TRANSLATE_NOOP(
            "errors",
            "The search index of “{path}” lacks articles ({detail}), and the library cannot be written to now."
            " Copy it to a place of your own to find them too.",
        ),
        ErrorCode.LIBRARY_FOREIGN: QT_TRANSLATE_NOOP(
            "errors", "“{path}” is not a library of Jianbao. It was left as it is; choose another file."
        ),
        ErrorCode.LIBRARY_DAMAGED: QT_TRANSLATE_NOOP(
            "errors",
            "The library “{path}” is damaged ({detail}). Keep a copy of it, then bring back the last backup"
            " with “jianbao restore”.",
        ),
        ErrorCode.DISK_FULL: QT_TRANSLATE_NOOP(
            "errors", "There is no space left for “{path}”. Free some, then try again; what was saved is still there."
        ),
        ErrorCode.DISK_ERROR: QT_TRANSLATE_NOOP(
            "errors",
            "The disk reported an error at “{path}” ({detail}). Check the disk, and copy the library to another one.",
        ),
        ErrorCode.EXPORT_UNWRITABLE: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” cannot be written ({detail}). Close it in other programs, or save under another name.",
        ),
        ErrorCode.PARCEL_TYPE: QT_TRANSLATE_NOOP(
            "errors",
            "Annotations cannot be read from “{path}”. Choose a file ending in .csv, .json, .jsonld or .qdpx.",
        ),
        ErrorCode.PARCEL_DAMAGED: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” cannot be read as annotations ({detail}). The library was left as it is;"
            " export the file again where it came from.",
        ),
        ErrorCode.PARCEL_COLUMNS: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” lacks columns: {detail}. The library was left as it is; add them under these names,"
            " as an export of Jianbao has them.",
        ),
        ErrorCode.PARCEL_TOO_LARGE: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” holds more than can be read at once ({detail}). The library was left as it is;"
            " export the annotations in parts.",
        ),
        ErrorCode.MARK_EMPTY: QT_TRANSLATE_NOOP(
            "errors", "There is no text in the selection. Select some words of the article first."
        ),
        ErrorCode.TAG_NAME: QT_TRANSLATE_NOOP("errors", "A tag needs a name. Write at least one character."),
        ErrorCode.TAG_TAKEN: QT_TRANSLATE_NOOP(
            "errors", "There is a tag “{detail}” already. Choose another name, or merge the two."
        ),
        ErrorCode.TAG_CYCLE: QT_TRANSLATE_NOOP(
            "errors", "“{detail}” cannot stand below itself. Move it to a tag that does not stand below it."
        ),
        ErrorCode.TAG_GOES: QT_TRANSLATE_NOOP(
            "errors", "“{detail}” is deleted too, so it cannot take over marks. Choose a tag that stays."
        ),
        ErrorCode.CODEBOOK_EMPTY: QT_TRANSLATE_NOOP(
            "errors", "The library has no tags yet, so there is no codebook to write. Give a mark a tag first."
        ),
        ErrorCode.CODEBOOK_DAMAGED: QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” cannot be read as a codebook ({detail}). The library is as it was; choose a .qdc file,"
            " or a CSV table in UTF-8 with a column “name”.",
        ),
        ErrorCode.LINK_TO_ITSELF: QT_TRANSLATE_NOOP(
            "errors", "A mark cannot be linked to itself. Choose another mark as the end of the link."
        ),
        ErrorCode.CORRECTION_LINES: QT_TRANSLATE_NOOP(
            "errors", "A correction stays within one line of the page. Correct each line by itself."
        ),
        ErrorCode.CORRECTION_EMPTY: QT_TRANSLATE_NOOP(
            "errors",
            "Nothing of the line “{detail}” would be left to read. If it does not belong to the article,"
            " make it page furniture instead.",
        ),
        ErrorCode.UNDO_WHILE_IMPORTING: QT_TRANSLATE_NOOP(
            "errors", "The import is still running. Cancel it or wait until it is done, then undo."
        ),
        ErrorCode.HISTORY_CHANGED: QT_TRANSLATE_NOOP(
            "errors",
            "The library was changed elsewhere in the meantime, so nothing was undone or redone."
            " Look at the history, then try again.",
        ),
        ErrorCode.STEP_GONE: QT_TRANSLATE_NOOP(
            "errors", "This step is no longer in the history, which keeps the last thousand. Choose another one."
        ),
        ErrorCode.ROWS_CHANGED: QT_TRANSLATE_NOOP(
            "errors",
            "What this step changed was changed by another program since, so it cannot be undone or redone ({detail})."
            " The library is as it was.",
        ),
        ErrorCode.SAVED_NAME: QT_TRANSLATE_NOOP("errors", "A saved filter needs a name. Write at least one character."),
        ErrorCode.SAVED_NAME_TAKEN: QT_TRANSLATE_NOOP(
            "errors", "“{detail}” is saved already. Choose another name, or delete the other one first."
        ),
        ErrorCode.SAVED_UNREADABLE: QT_TRANSLATE_NOOP(
            "errors", "“{detail}” cannot be read; a newer Jianbao may have saved it. Update Jianbao, or save it anew."
        ),
        ErrorCode.WORKER_DIED: QT_TRANSLATE_NOOP(
            "errors",
            "The import stopped unexpectedly. The pages imported so far are in the library;"
            " import the rest again. {detail}",
        ),
        ErrorCode.LAUNCHER: QT_TRANSLATE_NOOP(
            "errors", "The launcher could not be installed at “{path}” ({detail}). Check that you may write there."
        ),
    }
)

STEPS: Mapping[StepName, str] = MappingProxyType(
    {
        StepName.IMPORT: QT_TRANSLATE_NOOP("steps", "Import of pages ({detail})"),
        StepName.TAKE_IN: QT_TRANSLATE_NOOP("steps", "Import of annotations from “{detail}”"),
        StepName.MARK: QT_TRANSLATE_NOOP("steps", "Mark “{detail}”"),
        StepName.UNMARK: QT_TRANSLATE_NOOP("steps", "Remove mark “{detail}”"),
        StepName.RECOLOR: QT_TRANSLATE_NOOP("steps", "Change colour of “{detail}”"),
        StepName.RESIZE: QT_TRANSLATE_NOOP("steps", "Change extent of “{detail}”"),
        StepName.NOTE: QT_TRANSLATE_NOOP("steps", "Note on “{detail}”"),
        StepName.TAG: QT_TRANSLATE_NOOP("steps", "Add tag “{detail}”"),
        StepName.UNTAG: QT_TRANSLATE_NOOP("steps", "Remove tag “{detail}”"),
        StepName.EDIT_PAGES: QT_TRANSLATE_NOOP("steps", "Edit page details ({detail})"),
        StepName.DELETE_PAGES: QT_TRANSLATE_NOOP("steps", "Delete pages ({detail})"),
        StepName.SPLIT: QT_TRANSLATE_NOOP("steps", "Split at “{detail}”"),
        StepName.MERGE: QT_TRANSLATE_NOOP("steps", "Merge “{detail}”"),
        StepName.MOVE_BLOCK: QT_TRANSLATE_NOOP("steps", "Move “{detail}”"),
        StepName.SET_ROLE: QT_TRANSLATE_NOOP("steps", "Change role of “{detail}”"),
        StepName.SET_KIND: QT_TRANSLATE_NOOP("steps", "Change kind of “{detail}”"),
        StepName.SET_SECTION: QT_TRANSLATE_NOOP("steps", "Change section of “{detail}”"),
        StepName.SET_SECTIONS: QT_TRANSLATE_NOOP("steps", "Move articles to a section ({detail})"),
        StepName.TAG_ARTICLES: QT_TRANSLATE_NOOP("steps", "Tag articles ({detail})"),
        StepName.EDIT_ITEM: QT_TRANSLATE_NOOP("steps", "Edit details of “{detail}”"),
        StepName.JOIN: QT_TRANSLATE_NOOP("steps", "Join “{detail}” to the paragraph above"),
        StepName.UNJOIN: QT_TRANSLATE_NOOP("steps", "Begin a paragraph at “{detail}”"),
        StepName.CORRECT: QT_TRANSLATE_NOOP("steps", "Correct to “{detail}”"),
        StepName.ACCEPT: QT_TRANSLATE_NOOP("steps", "Accept “{detail}”"),
        StepName.RESEGMENT: QT_TRANSLATE_NOOP("steps", "Split pages anew ({detail})"),
        StepName.FORGET_HINT: QT_TRANSLATE_NOOP("steps", "Forget hint for “{detail}”"),
        StepName.BULK_TAG: QT_TRANSLATE_NOOP("steps", "Tag marks ({detail})"),
        StepName.BULK_UNTAG: QT_TRANSLATE_NOOP("steps", "Take tag from marks ({detail})"),
        StepName.BULK_RETAG: QT_TRANSLATE_NOOP("steps", "Replace tag of marks ({detail})"),
        StepName.BULK_RECOLOR: QT_TRANSLATE_NOOP("steps", "Change colour of marks ({detail})"),
        StepName.BULK_WEIGH: QT_TRANSLATE_NOOP("steps", "Change importance of marks ({detail})"),
        StepName.BULK_DELETE: QT_TRANSLATE_NOOP("steps", "Remove marks ({detail})"),
        StepName.SAVE_QUERY: QT_TRANSLATE_NOOP("steps", "Save “{detail}”"),
        StepName.CHANGE_QUERY: QT_TRANSLATE_NOOP("steps", "Change saved “{detail}”"),
        StepName.RENAME_QUERY: QT_TRANSLATE_NOOP("steps", "Rename saved “{detail}”"),
        StepName.DELETE_QUERY: QT_TRANSLATE_NOOP("steps", "Delete saved “{detail}”"),
        StepName.NEW_TAG: QT_TRANSLATE_NOOP("steps", "New tag “{detail}”"),
        StepName.RENAME_TAG: QT_TRANSLATE_NOOP("steps", "Rename tag {detail}"),
        StepName.DEFINE_TAG: QT_TRANSLATE_NOOP("steps", "Define tag “{detail}”"),
        StepName.COLOR_TAG: QT_TRANSLATE_NOOP("steps", "Change colour of tag “{detail}”"),
        StepName.MOVE_TAG: QT_TRANSLATE_NOOP("steps", "Move tag “{detail}”"),
        StepName.MERGE_TAGS: QT_TRANSLATE_NOOP("steps", "Merge tags {detail}"),
        StepName.SPLIT_TAG: QT_TRANSLATE_NOOP("steps", "Split tag “{detail}”"),
        StepName.DELETE_TAG: QT_TRANSLATE_NOOP("steps", "Delete tag “{detail}”"),
        StepName.RETAG: QT_TRANSLATE_NOOP("steps", "Change tag of marks {detail}"),
        StepName.IMPORT_CODEBOOK: QT_TRANSLATE_NOOP("steps", "Import of codebook “{detail}”"),
        StepName.WEIGH: QT_TRANSLATE_NOOP("steps", "Importance of “{detail}”"),
        StepName.MEMO: QT_TRANSLATE_NOOP("steps", "Memo on “{detail}”"),
        StepName.LIBRARY_MEMO: QT_TRANSLATE_NOOP("steps", "Memo on the library"),
        StepName.LINK: QT_TRANSLATE_NOOP("steps", "Link from “{detail}”"),
        StepName.LABEL_LINK: QT_TRANSLATE_NOOP("steps", "Name of link “{detail}”"),
        StepName.UNLINK: QT_TRANSLATE_NOOP("steps", "Remove link from “{detail}”"),
        StepName.ANCHOR: QT_TRANSLATE_NOOP("steps", "Anchor “{detail}” in the newer text"),
        StepName.KEEP: QT_TRANSLATE_NOOP("steps", "Keep “{detail}” on the older text"),
    }
)


def as_written(_context: str, text: str) -> str:
    """The ``Translate`` of the terminal: English stays English."""
    return text


def error_text(error: UserError, translate: Translate = as_written) -> str:
    """What happened and what to do about it, in one or two sentences."""
    words = translate("errors", ERRORS[error.code])
    return words.format(path=printable(error.path), detail=printable(error.detail)).strip()


def step_text(step: Step, translate: Translate = as_written) -> str:
    """The name of a step as the undo menu shows it."""
    return translate("steps", STEPS[step.name]).format(detail=printable(step.detail))


def printable(text: str) -> str:
    """A name that can be shown on one line: control characters and stray bytes of a file name as escapes."""
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
        else char
        for char in text
    )
