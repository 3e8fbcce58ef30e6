"""What is carried from one library to another: annotations with all that names their page, tags, memos and links.

A library keeps rows by numbers of its own. Here everything is named by what stays: annotations, tags, memos and links
by their uid, a page by the SHA-256 of its text, and where that is not known by where it was printed.
"""

import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from reader.domain.code import CodeProblem, ForeignCodebook
from reader.domain.memo import MemoTarget
from reader.domain.model import AnchorState, Changes, Color, PageMeta, Range

NO_CODES = ForeignCodebook(())
NOTHING_CHANGED = Changes(history=False)


class Refusal(StrEnum):
    """Why something of a file did not come into the library; the interface has the words for each."""

    NO_UID = "no-uid"
    DUPLICATE = "duplicate"
    NO_QUOTE = "no-quote"
    BAD_VALUE = "bad-value"
    BAD_OFFSETS = "bad-offsets"
    NO_PAGE = "no-page"
    SEVERAL_PAGES = "several-pages"
    QUOTE_NOT_FOUND = "quote-not-found"
    QUOTE_SEVERAL_TIMES = "quote-several-times"
    OTHER_PAGE = "other-page"
    NO_TARGET = "no-target"
    MEMO_EXISTS = "memo-exists"
    NOT_TEXT = "not-text"


@dataclass(frozen=True, slots=True)
class Unfit:
    """Something that did not fit: where in the file it stands, what it says, why, and the value that it is about."""

    where: str
    what: str
    reason: Refusal
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PageKey:
    """What names a page outside of a library. An empty ``sha256`` (of its text as UTF-8, in hex) is unknown."""

    sha256: str = ""
    meta: PageMeta = field(default_factory=PageMeta)
    source_name: str = ""


@dataclass(frozen=True, slots=True)
class CarriedMark:
    """An annotation on its way. ``None`` is what the file does not say, which changes nothing where it is known.

    ``ranges`` are code points of the page, in reading order; empty where the file has a quote alone. ``is_raw`` is
    whether the quote is what the text of the file says at the ranges, instead of what the reader saw. ``where`` is its
    place in the file: a line, an identifier.
    """

    uid: str
    page: PageKey
    ranges: tuple[Range, ...]
    quote: str
    prefix: str = ""
    suffix: str = ""
    color: Color | None = None
    note: str | None = None
    tags: tuple[str, ...] | None = None
    importance: int | None = None
    coder: str = ""
    created_at: str = ""
    modified_at: str = ""
    state: AnchorState = AnchorState.EXACT
    is_raw: bool = False
    where: str = ""


@dataclass(frozen=True, slots=True)
class CarriedMemo:
    """A memo on its way; ``page`` and ``anchor`` name a page or a place of it, ``tag`` is the name of a tag."""

    uid: str
    target: MemoTarget
    text: str
    coder: str = ""
    created_at: str = ""
    modified_at: str = ""
    page: PageKey | None = None
    anchor: int | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedLink:
    """A link on its way, between the uids of two annotations."""

    uid: str
    from_uid: str
    to_uid: str
    label: str = ""
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a file holds. ``unfit`` is what could not even be read of it; a ``codebook`` lists its own problems."""

    marks: tuple[CarriedMark, ...] = ()
    codebook: ForeignCodebook = NO_CODES
    memos: tuple[CarriedMemo, ...] = ()
    links: tuple[CarriedLink, ...] = ()
    unfit: tuple[Unfit, ...] = ()


def guid(uid: str) -> str:
    """A uid as a UUID in lower case. One that is none, which only foreign files have, gives the same one each time."""
    try:
        return str(uuid.UUID(uid))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, uid))


def derived_guid(uid: str, *parts: str) -> str:
    """A UUID that follows from another one and from what it is for, so that a file written twice is the same file."""
    return str(uuid.uuid5(uuid.UUID(guid(uid)), "/".join(parts)))


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came of a file, or would come of it.

    Attributes:
        added: annotations that the library did not have.
        updated: those that were newer in the file.
        same: those that the library has as they are, or newer.
        tags: tags that were made.
        memos: memos that were made or rewritten.
        links: links that were made.
        unfit: what was left out, each with its reason.
        problems: what of the codebook could not be taken as it stands.
        changes: what was written, for the views.
    """

    added: int = 0
    updated: int = 0
    same: int = 0
    tags: int = 0
    memos: int = 0
    links: int = 0
    unfit: tuple[Unfit, ...] = ()
    problems: tuple[CodeProblem, ...] = ()
    changes: Changes = NOTHING_CHANGED

    @property
    def written(self) -> int:
        """How many things the file changes."""
        return self.added + self.updated + self.tags + self.memos + self.links
