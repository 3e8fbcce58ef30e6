"""What a library has beside the rows of an export, for the formats that write it too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.domain.codebook import Codebook
from reader.domain.parcel import CarriedLink, CarriedMemo

NO_TAGS = Codebook(())


def _no_text(sha256: str) -> str:
    raise KeyError(sha256)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The library as far as an export needs it.

    Attributes:
        name: what it is called.
        at: when the export was made, ISO 8601 with zone.
        codebook: its tags.
        memos: its memos, by age.
        links: its links, by age.
        page_text: the text of the page with a SHA-256; KeyError where there is none.
    """

    name: str = ""
    at: str = ""
    codebook: Codebook = NO_TAGS
    memos: Sequence[CarriedMemo] = ()
    links: Sequence[CarriedLink] = ()
    page_text: Callable[[str], str] = _no_text
