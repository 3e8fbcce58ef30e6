"""Pages split at random, and random repairs of them by name, for the domain and for the service alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reader.domain import repair
from reader.domain.headings import derived
from reader.domain.item_meta import ItemMetaEdit
from reader.domain.model import Block, Genre, Item, Kind, Range, Role
from reader.segment.item_meta import with_meta

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = st.lists(st.sampled_from(["方圆", "陆远"]), max_size=2, unique=True).map(tuple)
_EDITS = st.builds(
    ItemMetaEdit,
    genre=st.none() | st.sampled_from(["", *Genre]),
    place=st.sampled_from([None, "", "云川"]),
    reporters=st.none() | _NAMES,
    photographers=st.none() | _NAMES,
)
LINES = [
    "◎广角",
    "【要闻】",
    "山路通了",
    "班车进村",
    "□本报记者 方圆",
    "本报讯（记者 陆远）近日，山路修到",
    "村口。",
    "The road",
    "runs on.",
]


def lines_of(items: Sequence[Item]) -> list[Range]:
    """Every line of some items, in the order of the page."""
    return sorted(span for item in items for span in item.ranges())


@st.composite
def split_pages(draw, min_lines: int = 1, max_lines: int = 14):
    """A page's text and items that hold each of its lines once, in any order, in any kinds and roles."""
    texts = draw(st.lists(st.sampled_from(LINES), min_size=min_lines, max_size=max_lines))
    page, lines = "", []
    for text in texts:
        lines.append(Range(len(page), len(page) + len(text)))
        page += text + "\n"
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    items = [Item(draw(st.sampled_from(Kind)), tuple(blocks)) for blocks in _parts(draw, _blocks(draw, lines))]
    return page, up_to_date(items, page)


def _blocks(draw, lines):
    return [Block(draw(st.sampled_from(Role)), tuple(ranges)) for ranges in _parts(draw, lines)]


def _parts(draw, things):
    """The things in order in parts of one or more."""
    rest = list(things)
    while rest:
        count = draw(st.integers(1, min(3, len(rest))))
        yield rest[:count]
        del rest[:count]


def characters_of(items: Sequence[Item], page: str) -> list[int]:
    """The place of every character but white space that some items have, in the order of the page."""
    return sorted(at for span in lines_of(items) for at in range(*span) if not page[at].isspace())


@st.composite
def operations(draw, lines: Sequence[Range]):
    """A repair by name with its arguments, about lines of a page."""
    line, other = draw(st.sampled_from(lines)), draw(st.sampled_from(lines))
    some = tuple(draw(st.lists(st.sampled_from(lines), min_size=1, max_size=3)))
    up = draw(st.booleans())
    caret = draw(st.integers(line.start, line.end))
    return draw(
        st.sampled_from(
            [
                ("split", (line,), {}),
                ("split_at", (line, caret), {}),
                ("split_at", (Range(line.end - 1, line.end), caret), {}),
                ("merge_with_previous", (line,), {}),
                ("merge", (line, other), {}),
                ("move_block", (line,), {"up": up}),
                ("place_block", (line, None), {}),
                ("move_to_item", (line, other), {}),
                ("move_to_neighbour", (line,), {"up": up}),
                ("set_role", (some, draw(st.sampled_from(Role))), {}),
                ("set_kind", (line, draw(st.sampled_from(Kind))), {}),
                ("make_briefs", (some,), {}),
                ("set_section", (line, draw(st.sampled_from(["副刊", None]))), {}),
                ("join", (line,), {}),
                ("unjoin", (line,), {}),
                ("accept", (some,), {}),
                ("set_meta", (line, draw(_EDITS)), {}),
            ]
        )
    )


def repaired(items: tuple[Item, ...], page: str, operation) -> tuple[Item, ...]:
    """Items after a repair, with their headings and metadata."""
    after = applied(items, page, operation)
    return items if after == items else up_to_date(after, page)


def applied(items: tuple[Item, ...], page: str, operation) -> tuple[Item, ...]:
    """Items after a repair, and nothing else; as the service does, it gives the page to repairs that read it."""
    name, arguments, options = operation
    text = (page,) if name in ("split_at", "join") else ()
    return getattr(repair, name)(items, *arguments, *text, **options)


def up_to_date(items: Sequence[Item], page: str) -> tuple[Item, ...]:
    """Items with the headings and metadata that follow from their blocks."""
    return with_meta(derived(items, page), page)
