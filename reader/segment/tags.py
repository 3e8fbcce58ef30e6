"""The labels that the page engine gives to lines, and what each means for roles and items.

A :class:`Tag` is what a line is. A :class:`State` is a tag and the place it has in the story so far: whether the open
article has a headline (``HEADED``) or has none yet (``HEADLESS``), or whether nothing is open (``CLOSED``). The state
lets photos and furniture stand in the middle of an article, and lets a headline come after its body.
"""

from enum import Enum, IntEnum, auto
from typing import NamedTuple

from reader.domain.model import Role


class Tag(IntEnum):
    """What a line is, before it is known which item it belongs to."""

    SECTION = 0
    KICKER = auto()
    TITLE = auto()
    TITLE_MORE = auto()
    SUBTITLE = auto()
    BYLINE = auto()
    LEAD = auto()
    BODY = auto()
    SUBHEAD = auto()
    SIGNATURE = auto()
    HEADLESS_START = auto()
    LATE_KICKER = auto()
    LATE_TITLE = auto()
    LATE_BYLINE = auto()
    BRIEF = auto()
    BRIEF_MORE = auto()
    PHOTO_TITLE = auto()
    CAPTION = auto()
    CREDIT = auto()
    FURNITURE = auto()


class Place(Enum):
    """What is open where a line stands."""

    CLOSED = "closed"
    HEADED = "headed"
    HEADLESS = "headless"


ROLE_OF = {
    Tag.SECTION: Role.SECTION,
    Tag.KICKER: Role.KICKER,
    Tag.TITLE: Role.TITLE,
    Tag.TITLE_MORE: Role.TITLE,
    Tag.SUBTITLE: Role.SUBTITLE,
    Tag.BYLINE: Role.BYLINE,
    Tag.LEAD: Role.BODY,
    Tag.BODY: Role.BODY,
    Tag.SUBHEAD: Role.SUBHEAD,
    Tag.SIGNATURE: Role.BYLINE,
    Tag.HEADLESS_START: Role.BODY,
    Tag.LATE_KICKER: Role.KICKER,
    Tag.LATE_TITLE: Role.TITLE,
    Tag.LATE_BYLINE: Role.BYLINE,
    Tag.BRIEF: Role.BODY,
    Tag.BRIEF_MORE: Role.BODY,
    Tag.PHOTO_TITLE: Role.TITLE,
    Tag.CAPTION: Role.CAPTION,
    Tag.CREDIT: Role.CREDIT,
    Tag.FURNITURE: Role.FURNITURE,
}

HEADING_TAGS = frozenset({Tag.KICKER, Tag.TITLE, Tag.TITLE_MORE, Tag.SUBTITLE, Tag.BYLINE})
LATE_TAGS = frozenset({Tag.LATE_KICKER, Tag.LATE_TITLE, Tag.LATE_BYLINE})
PROSE_TAGS = frozenset({Tag.LEAD, Tag.BODY, Tag.HEADLESS_START})
TEXT_TAGS = PROSE_TAGS | {Tag.SUBHEAD, Tag.SIGNATURE}
BRIEF_TAGS = frozenset({Tag.BRIEF, Tag.BRIEF_MORE})
PHOTO_TAGS = frozenset({Tag.PHOTO_TITLE, Tag.CAPTION, Tag.CREDIT})


class State(NamedTuple):
    """A tag and its place."""

    tag: Tag
    place: Place


def _states() -> tuple[State, ...]:
    closed, headed, headless = Place.CLOSED, Place.HEADED, Place.HEADLESS
    places: dict[Tag, tuple[Place, ...]] = dict.fromkeys(PHOTO_TAGS | {Tag.FURNITURE}, (closed, headed, headless))
    places |= dict.fromkeys(HEADING_TAGS | {Tag.LEAD}, (headed,))
    places |= dict.fromkeys((Tag.BODY, Tag.SUBHEAD, Tag.SIGNATURE, Tag.BYLINE), (headed, headless))
    places |= {Tag.HEADLESS_START: (headless,)}
    return tuple(State(tag, place) for tag in Tag for place in places.get(tag, (closed,)))


STATES = _states()
"""Every state there is."""
