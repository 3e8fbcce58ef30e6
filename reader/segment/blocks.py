"""From the lines of one item to its blocks: headings, and paragraphs with the pieces that column ends cut them into."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.domain.model import Block, Judgement, Range, Reason, Role
from reader.segment import confidence
from reader.segment.features import Look
from reader.segment.joins import Join, judge_join
from reader.segment.page import Profile
from reader.segment.roles import Labelled
from reader.segment.tags import LATE_TAGS, ROLE_OF, Tag

_JOINABLE = frozenset({Role.BODY, Role.CAPTION})
_MID_SENTENCE = "，。、；：？！”’）》」,;:?!)的了着们性化者率之"
"""What a paragraph does not begin with, unless its beginning stands elsewhere on the page."""

_OUT_OF_ORDER = 0.6

_LONGEST_NOTE = 22
"""A longer note below an article is a paragraph of its text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a page's lines when blocks are made: their looks, their labels, and the page's profile."""

    looks: Sequence[Look]
    labelled: Sequence[Labelled]
    profile: Profile


@dataclass(slots=True)
class _Draft:
    """A block being put together."""

    role: Role
    ranges: list[Range]
    judgement: Judgement
    joins: list[Join] = field(default_factory=list)

    def finished(self) -> Block:
        return Block(self.role, tuple(self.ranges), confidence.paragraph(self.judgement, self.joins))


def make_blocks(lines: Sequence[int], reading: Reading) -> tuple[Block, ...]:
    """The blocks of an item that is made of these lines of the page, in reading order.

    Headings that come after their text are put before it.
    """
    order = sorted(lines, key=lambda at: reading.labelled[at].state.tag not in LATE_TAGS)
    drafts: list[_Draft] = []
    text_begun = is_lead = named = False
    above: int | None = None
    for at in order:
        join = _join(above, at, reading, is_lead=is_lead)
        if (join is not None and join.joined) or reading.labelled[at].state.tag is Tag.TITLE_MORE:
            _continue(drafts[-1], at, join, reading)
        else:
            drafts.append(_begin(at, join, reading, named=named))
            named = named or drafts[-1].role is Role.BYLINE or reading.looks[at].has("opener_reporter")
            is_lead = drafts[-1].role is Role.BODY and not text_begun
            text_begun = text_begun or is_lead
        above = at
    return tuple(draft.finished() for draft in drafts)


def _begin(at: int, join: Join | None, reading: Reading, *, named: bool) -> _Draft:
    look, labelled = reading.looks[at], reading.labelled[at]
    judgement = confidence.role(look, labelled)
    role = _role(look, labelled.state.tag, named=named)
    if role is Role.BODY and look.text[0] in _MID_SENTENCE:
        doubt = Reason("begins_mid_sentence", look.text[:12])
        judgement = Judgement(min(judgement.confidence, _OUT_OF_ORDER), (*judgement.reasons, doubt))
    return _Draft(role, list(look.line.ranges), judgement, [join] if join is not None else [])


def _continue(draft: _Draft, at: int, join: Join | None, reading: Reading) -> None:
    look, labelled = reading.looks[at], reading.labelled[at]
    draft.ranges += look.line.ranges
    draft.judgement = min(draft.judgement, confidence.role(look, labelled), key=lambda one: one.confidence)
    if join is not None:
        draft.joins.append(join)


def _role(look: Look, tag: Tag, *, named: bool) -> Role:
    """A line's role. What stands below an article names who wrote it, or who drew, photographed or laid out for it.

    Below an article that has named its author already, and where it names nobody, it is a note set apart from the text,
    or a paragraph of its own where it is longer than such notes are.
    """
    if tag is not Tag.SIGNATURE:
        return ROLE_OF[tag]
    if look.has("credit", "drawn_by", "layout_note"):
        return Role.CREDIT
    if not named and not look.has("column_note", "date_alone"):
        return Role.BYLINE
    return Role.SUBHEAD if look.length <= _LONGEST_NOTE else Role.BODY


def _join(above: int | None, at: int, reading: Reading, *, is_lead: bool) -> Join | None:
    """Whether a line continues the one above; None where that is no question, since either is no text."""
    if above is None or reading.labelled[at].starts:
        return None
    upper, lower = (ROLE_OF[reading.labelled[line].state.tag] for line in (above, at))
    if upper is not lower or upper not in _JOINABLE:
        return None
    return judge_join(reading.looks[above], reading.looks[at], reading.profile, is_lead=is_lead)
