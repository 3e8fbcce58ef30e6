"""The page engine: a newspaper page's text → items and blocks, metadata, and how sure each decision is. Pure, no I/O.

The way of a page::

    lines.py       text → non-blank lines with their ranges
    wrapping.py    lines that a fixed width broke → whole paragraphs
    features.py    line → named features (shapes.py: patterns; names.py: people; columns.py, words.py: word lists)
    page.py        what is usual on the page, and what its neighbours say about a line
    roles.py       features → a tag for every line, all lines weighed together
                   (tags.py: the tags; steps.py: what may follow what; weights.py: the numbers)
    items.py       tags → articles, photos, briefs, banners, furniture
    blocks.py      the lines of an item → headings and paragraphs; joins.py: which lines continue a paragraph
    metadata.py    newspaper, date, page number and name from furniture and from the file's name
    item_meta.py   genre, place, reporters and photo credit of each item
                   (meta_rules.py: what they look like; parts.py: where in an item; people.py: names in bylines)
    likeness.py    what the reader decided about such lines in this newspaper → one more feature
    confidence.py  margins and clues → probabilities and reasons
"""

from collections.abc import Sequence

from reader.domain.headings import derived
from reader.domain.hint import Hint
from reader.domain.model import Kind, Segmentation
from reader.segment.blocks import Reading
from reader.segment.collecting import without_collection
from reader.segment.item_meta import with_meta
from reader.segment.items import build_item, draft_items
from reader.segment.likeness import add_hints
from reader.segment.lines import split_lines
from reader.segment.metadata import page_meta
from reader.segment.page import look_at
from reader.segment.parts import PartText
from reader.segment.roles import label
from reader.segment.wrapping import unwrap

__all__ = ["segment"]


def segment(text: str, source_name: str = "", hints: Sequence[Hint] = ()) -> Segmentation:
    """Split a page into items.

    Every line of ``text`` that is not white space is in exactly one block; ranges are code points into ``text``. The
    same text always gives the same result. Takes time linear in the length of the text; never raises, whatever text.
    ``source_name`` is the file's name, from which metadata are read that the page itself does not print.
    ``hints`` are what the reader decided about lines of this page's newspaper; each speaks for a role, none forces it.
    """
    with without_collection():
        return _segment(text, source_name, hints)


def _segment(text: str, source_name: str, hints: Sequence[Hint]) -> Segmentation:
    lines = unwrap(text, split_lines(text))
    looks, profile = look_at(text, lines)
    add_hints(looks, hints)
    labelled = label(looks)
    drafts = draft_items(labelled)
    reading = Reading(looks, labelled, profile)
    items = derived([build_item(draft, reading) for draft in drafts], text)
    furniture = [looks[at] for draft in drafts if draft.kind is Kind.FURNITURE for at in draft.lines]
    printed = page_meta([look.text for look in furniture], source_name)
    places = {
        field: PartText(text, furniture[line].line.ranges).on_page(start, end)
        for field, (line, start, end) in printed.places.items()
    }
    return Segmentation(with_meta(items, text), printed.meta, places)
