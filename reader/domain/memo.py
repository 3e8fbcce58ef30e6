"""What the reader writes beside the text: memos on articles, pages, tags and the library, and links between marks."""

from dataclasses import dataclass
from enum import StrEnum


class MemoTarget(StrEnum):
    """What a memo is about."""

    LIBRARY = "library"
    PAGE = "page"
    ITEM = "item"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo, in Markdown; one target has at most one.

    An item's memo is tied to a place of its page (``page_id`` and ``anchor``, in code points), since splitting and
    merging make other items; ``item_id`` is the item that has this place now. Times are ISO 8601 with zone.
    """

    id: int
    uid: str
    target: MemoTarget
    text: str
    coder: str
    created_at: str
    modified_at: str
    page_id: int | None = None
    item_id: int | None = None
    anchor: int | None = None
    tag_id: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one annotation to another, both by id; ``label`` says in the reader's words how they belong."""

    id: int
    uid: str
    from_id: int
    to_id: int
    label: str
    created_at: str
