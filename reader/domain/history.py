"""What the reader did, by name: the steps that undo and redo walk."""

from dataclasses import dataclass
from enum import StrEnum


class StepName(StrEnum):
    """The kinds of step; ``reader/messages.py`` has the words for each."""

    IMPORT = "import"
    TAKE_IN = "take-in"
    MARK = "mark"
    UNMARK = "unmark"
    RECOLOR = "recolor"
    RESIZE = "resize"
    NOTE = "note"
    TAG = "tag"
    UNTAG = "untag"
    EDIT_PAGES = "edit-pages"
    DELETE_PAGES = "delete-pages"
    SPLIT = "split"
    MERGE = "merge"
    MOVE_BLOCK = "move-block"
    SET_ROLE = "set-role"
    SET_KIND = "set-kind"
    SET_SECTION = "set-section"
    SET_SECTIONS = "set-sections"
    TAG_ARTICLES = "tag-articles"
    EDIT_ITEM = "edit-item"
    JOIN = "join"
    UNJOIN = "unjoin"
    CORRECT = "correct"
    ACCEPT = "accept"
    RESEGMENT = "resegment"
    FORGET_HINT = "forget-hint"
    BULK_TAG = "bulk-tag"
    BULK_UNTAG = "bulk-untag"
    BULK_RETAG = "bulk-retag"
    BULK_RECOLOR = "bulk-recolor"
    BULK_WEIGH = "bulk-weigh"
    BULK_DELETE = "bulk-delete"
    SAVE_QUERY = "save-query"
    CHANGE_QUERY = "change-query"
    RENAME_QUERY = "rename-query"
    DELETE_QUERY = "delete-query"
    NEW_TAG = "new-tag"
    RENAME_TAG = "rename-tag"
    DEFINE_TAG = "define-tag"
    COLOR_TAG = "color-tag"
    MOVE_TAG = "move-tag"
    MERGE_TAGS = "merge-tags"
    SPLIT_TAG = "split-tag"
    DELETE_TAG = "delete-tag"
    RETAG = "retag"
    IMPORT_CODEBOOK = "import-codebook"
    WEIGH = "weigh"
    MEMO = "memo"
    LIBRARY_MEMO = "library-memo"
    LINK = "link"
    LABEL_LINK = "label-link"
    UNLINK = "unlink"
    ANCHOR = "anchor"
    KEEP = "keep"


class StepState(StrEnum):
    """Whether a step is in force; an open one (an import) still collects rows."""

    OPEN = "open"
    DONE = "done"
    UNDONE = "undone"


_DETAIL_LENGTH = 20


def shortened(text: str) -> str:
    """Words of a page as the name of a step shows them."""
    return text if len(text) <= _DETAIL_LENGTH else text[: _DETAIL_LENGTH - 1] + "…"


MANY_ROWS = 1000
"""Rows of a step up to which they are counted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the journal: its name, what it was about (a quote, a tag, a count), and how many rows it touched.

    ``rows`` is ``MANY_ROWS`` where it touched more, so that naming a large import costs no more than naming a mark.
    """

    id: int
    name: StepName
    detail: str
    state: StepState
    rows: int
    at: str
