"""What the item of a line says of itself, or the page where the line is none of an article: to show and to point at."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.item_meta import NAME_FIELDS
from reader.domain.model import READABLE_KINDS, ItemMeta, Named, Range
from reader.ui.workbench.meta_words import genre_words
from reader.ui.workbench.page_lines import PageLines


@dataclass(frozen=True, slots=True)
class About:
    """One field of metadata with its values: each in words, and the range of the page that says it, if any does.

    ``decided`` says that the reader wrote it.
    """

    field: str
    values: tuple[tuple[str, Range | None], ...]
    decided: bool = False


def about(page: PageLines, line: int) -> tuple[About, ...]:
    """What is known of the item of a line, field by field; of furniture and banners, what is known of the page."""
    item = page.stored(line).item
    return tuple(_of_item(item.meta) if item.kind in READABLE_KINDS else _of_page(page))


def said_in(page: PageLines, line: int) -> tuple[Range, ...]:
    """The ranges of the page that say anything of what ``about`` tells of a line, each once."""
    ranges = (span for one in about(page, line) for _, span in one.values if span is not None)
    return tuple(dict.fromkeys(ranges))


def _of_item(meta: ItemMeta) -> Iterator[About]:
    if meta.genre is not None:
        yield About("genre", ((genre_words(meta.genre.text), meta.genre.range),), "genre" in meta.decided)
    if meta.place is not None:
        yield About("place", ((meta.place.text, meta.place.range),), "place" in meta.decided)
    for field in NAME_FIELDS:
        named: tuple[Named, ...] = getattr(meta, field)
        if named:
            yield About(field, tuple((one.text, one.range) for one in named), field in meta.decided)


def _of_page(page: PageLines) -> Iterator[About]:
    for field in ("newspaper", "issue_date", "page_no", "page_name"):
        value = getattr(page.meta, field)
        if value:
            yield About(field, ((value, page.meta_ranges.get(field)),))
