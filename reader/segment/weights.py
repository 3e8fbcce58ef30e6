"""What each feature speaks for, in one table that a person can read and change.

The numbers here are set by hand, roughly as natural logarithms of odds: +3 says "about twenty times as likely as
without it". ``learned.toml`` has what pages with gold taught to add to them, and the curves of confidence; it is read
when this module is loaded, and ``tests/tools/train_segmenter.py`` says how it is made. A tag's score for a line is its
bias plus the weights of the line's features. A tag in ``KIN`` takes the weights of another, except where it has its
own. ``TRANSITIONS`` says how readily one tag follows another on a page.

The features are defined in ``features.py`` and ``shapes.py``; the tests in ``tests/segment`` give a page for each
phenomenon that they are meant for.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from reader.segment.tags import Tag

_Key = TypeVar("_Key")

KIN = {
    Tag.TITLE_MORE: Tag.TITLE,
    Tag.LATE_KICKER: Tag.KICKER,
    Tag.LATE_TITLE: Tag.TITLE,
    Tag.LATE_BYLINE: Tag.BYLINE,
    Tag.PHOTO_TITLE: Tag.TITLE,
    Tag.LEAD: Tag.BODY,
    Tag.HEADLESS_START: Tag.BODY,
    Tag.BRIEF: Tag.BODY,
    Tag.BRIEF_MORE: Tag.BODY,
    Tag.CAPTION: Tag.BODY,
}

NEVER = -9.0
HINT = 30.0
"""What it says for a tag that the reader gave its role to lines of this shape in this newspaper.

On the seed pages, of lines whose role a hint contradicts 68 % follow it at 20, 97 % at 30, no more beyond; of the other
lines 0.7 % and 0.9 % change with them, as what a banner stands over does.
"""

WEIGHTS: dict[Tag, dict[str, float]] = {
    Tag.SECTION: {
        "bias": -2, "len_1": -3, "len_2_4": 1.5, "len_5_8": 0.5, "len_9_14": -2.5, "len_15_22": -6,
        "len_23_28": NEVER, "len_29_40": NEVER, "len_41_80": NEVER, "len_81": NEVER, "column_name": 3,
        "column_like": 1, "brief_column": 1, "banner_dress": 5, "bracketed": 1.5, "page_first": 1,
        "undressed_beside_banners": -4, "names_dressed": -1.5, "names_bare": -1, "place": -2, "lead_label": -1.5,
        "mark_1": 0.3, "halves": -1, "latin": -1, "end_stop": -6, "end_ask": -3, "end_colon": -5, "end_comma": -6,
        "end_dash": -3, "inner_stop": -8, "comma": -2, "commas": -4, "byline": -8, "credit": -8, "furniture": -4,
        "figure": -4, "only_number": -4, "quote_start": -2, "numbered": -2, "author_note": -6, "source_note": -6,
        "jump": -5, "caption_cue": -5, "opener": -8, "deictic_start": -3, "pen_name": -6,
    },
    Tag.KICKER: {
        "bias": -1, "len_1": -4, "len_2_4": -0.7, "len_5_8": 0.4, "len_9_14": 0.8, "len_15_22": 0.6,
        "len_23_28": 0.2, "len_29_40": -1, "len_41_80": -4, "len_81": NEVER, "end_colon": 2.5, "end_dash": 2.5,
        "place": 1.5, "place_colon": 1, "mark_1": -3, "mark_2": 3, "mark_3": 1.5, "wide_gap": 0.3, "end_stop": -5,
        "end_comma": -4, "inner_stop": -6, "byline": -8, "credit": -8, "furniture": -4, "opener": -7, "bullet": -3,
        "column_name": -2, "lead_label": -3, "unmarked_on_marked_page": -3, "dash_start": -3, "only_number": -4,
        "figure": -3, "runs_on": -3, "runs_from": -3, "time_start": -0.8, "author_note": -8, "source_note": -6,
        "caption_cue": -5, "banner_dress": -3, "bracketed": -1, "jump": -5, "names_bare": -2, "names_dressed": -4,
        "weak_end": -3, "deictic_start": -2, "pen_name": -6, "question": -4, "dressed_word": -2, "short_run": -2,
        "end_dots": 4,
        "dated_below": -4, "date_alone": -3,
    },
    Tag.TITLE: {
        "bias": 0, "len_1": -5, "len_2_4": -1.5, "len_5_8": 0.3, "len_9_14": 1, "len_15_22": 0.9, "len_23_28": 0.3,
        "len_29_40": -1.2, "len_41_80": -4.5, "len_81": NEVER, "mark_1": 3.5, "mark_2": 1.5, "mark_3": 0.5,
        "halves": 1, "title_case": 2, "wide_gap": 0.5, "end_open": 0.3, "end_stop": -5, "end_comma": -4,
        "end_colon": -2, "end_dash": -2, "inner_stop": -4, "byline": -8, "credit": -8, "opener": -8, "furniture": -4,
        "bullet": -2.5, "column_name": -3, "lead_label": -4, "unmarked_on_marked_page": -3.5, "numbered": -2,
        "only_number": -5, "figure": -4, "dash_start": -1, "runs_on": -3.5, "runs_from": -3, "may_run_on": -0.7,
        "names_bare": -2, "names_dressed": -4, "author_note": -8, "source_note": -6, "banner_dress": -3,
        "caption_cue": -5, "time_start": -1, "jump": -3, "bracketed": -1, "place": -1, "commas": -0.5,
        "dateline_latin": -6, "weak_end": -4, "deictic_start": -1.5, "short_run": -2, "pen_name": -6, "question": -3,
        "descriptive": -0.7, "dressed_word": -2,
        "end_dots": 2, "names_from": -3,
        "dated_below": -4, "date_alone": -4,
    },
    Tag.TITLE_MORE: {
        "bias": -1, "dash_start": -3, "runs_from": 1,
    },
    Tag.SUBTITLE: {
        "bias": -2, "len_1": -5, "len_2_4": -3, "len_29_40": -0.5, "len_41_80": -2.5, "len_81": NEVER,
        "dash_start": 5, "descriptive": 3, "mark_1": -1, "mark_2": 3.5, "mark_3": 1.5, "end_stop": -5,
        "end_comma": -4, "inner_stop": -5, "byline": -8, "credit": -8, "opener": -8, "furniture": -4, "bullet": -3,
        "lead_label": -4, "only_number": -5, "figure": -5, "runs_on": -2, "author_note": -8, "source_note": -6,
        "caption_cue": -5, "unmarked_on_marked_page": -1.5, "column_name": -3, "names_bare": -3, "names_dressed": -5,
        "names_from": -3,
    },
    Tag.BYLINE: {
        "bias": -8, "byline": 11, "names_dressed": 9, "names_bare": 7, "author_note": 5, "source_note": 5,
        "byline_latin": 12, "pen_name": 6, "dressed_word": 7, "credit": -4, "end_stop": -6, "inner_stop": -8,
        "mark_1": -3, "opener": -3, "len_41_80": -1, "len_81": NEVER,
        "names_from": 6,
        "byline_dressed": 1, "undressed_beside_bylines": -3,
    },
    Tag.LEAD: {
        "bias": 0, "opener": 3.5, "dateline_latin": 3, "bullet": 0.5, "short_open": -1.5, "runs_from": -1,
    },
    Tag.BODY: {
        "bias": 0, "len_1": -1.5, "len_2_4": -1.5, "len_5_8": -1.2, "len_9_14": -1, "len_15_22": -0.5,
        "len_23_28": 0.2, "len_29_40": 0.8, "len_41_80": 1, "len_81": 1, "end_stop": 2.5, "end_ask": 1,
        "end_colon": 0.5, "end_comma": 1.5, "inner_stop": 2, "comma": 0.3, "commas": 0.6, "runs_on": 2,
        "runs_from": 1.5, "may_run_on": 0.5, "may_run_from": 0.3, "speech_end": 0.5, "indented": 1.5, "opener": -3,
        "wire_dateline": 0,
        "mark_1": -4, "mark_2": -3, "mark_3": -2, "byline": -5, "furniture": -3, "credit": -4, "author_note": -2,
        "banner_dress": -3, "column_name": -2, "caption_cue": -1, "only_number": -1, "table": 0.5, "lead_label": -2,
        "names_bare": -1, "names_dressed": -2, "jump": 1, "dash_start": 0.5, "bracketed": -1, "latin": 0.5,
        "deictic_start": 0.7, "weak_end": 2, "pen_name": -3, "short_open": -1, "question": 1, "title_case": -1.5,
    },
    Tag.HEADLESS_START: {
        "bias": -1, "opener": 4.5, "wire_dateline": 0, "dateline_latin": 4, "runs_from": -4, "may_run_from": -1.5,
        "wide_gap": 0.5, "len_1": -3, "len_2_4": -3, "len_5_8": -3, "len_9_14": -2.5, "len_15_22": -2,
        "len_23_28": -0.7, "len_29_40": 0.2,
    },
    Tag.SUBHEAD: {
        "bias": 0, "len_1": -0.3, "len_2_4": 0.4, "len_5_8": 0.8, "len_9_14": 0.8, "len_15_22": 0.4,
        "len_23_28": -0.8, "len_29_40": -4, "len_41_80": -8, "len_81": NEVER, "end_open": 0.3, "end_closed": 0.3,
        "lead_label": 3, "only_number": 2.5, "numbered": 1.5, "mark_1": -2.5, "mark_2": 0.5, "mark_3": 2,
        "figure": 1.5, "column_name": -1, "bracketed": 0.5, "end_stop": -4, "end_ask": -0.5, "end_comma": -3,
        "end_colon": -1, "inner_stop": -4, "opener": -7, "byline": -5, "credit": -5, "furniture": -3, "runs_on": -4,
        "runs_from": -3, "may_run_on": -1, "time_start": -1, "author_note": -3, "source_note": -5,
        "banner_dress": -4, "caption_cue": -4, "jump": -4, "commas": -1, "names_bare": -1.5, "dateline_latin": -5,
        "table": -1, "weak_end": -3, "deictic_start": -2, "pen_name": -4,
        "dash_start": -3, "names_from": -3, "date_alone": -3, "dated_below": -3,
    },
    Tag.SIGNATURE: {
        "bias": -6, "byline": 7, "author_note": 9, "source_note": 8, "names_bare": 5, "names_dressed": 4,
        "credit": 4, "drawn_by": 7, "photo_report": 2, "pen_name": 9, "byline_latin": 4, "inner_stop": -6,
        "end_stop": -4, "mark_1": -4, "mark_2": -4, "opener": -2, "len_41_80": -3, "len_81": NEVER,
        "layout_note": 7, "column_note": 7, "author_is": 3, "names_from": 5, "date_alone": 9, "dated_below": 6,
        "byline_dressed": -3, "undressed_beside_bylines": 0,
    },
    Tag.BRIEF: {
        "bias": -2.5, "bullet": 3.5, "bracket_lead": 3, "signed": 2, "numbered": 0.5, "question": 1, "len_1": -6,
        "len_2_4": -5, "len_5_8": -5, "len_9_14": -4, "len_15_22": -2, "len_23_28": -0.5, "len_29_40": 0.5,
        "end_open": -2, "end_closed": -1, "end_colon": -3, "runs_from": -3, "names_dressed": -6, "dressed_word": -4,
        "opener": -0.5,
        "question_answered": 3,
    },
    Tag.BRIEF_MORE: {
        "bias": -1.5, "bullet": -4, "opener": -4,
    },
    Tag.PHOTO_TITLE: {
        "bias": -1, "len_2_4": -0.5, "wide_gap": 3, "unmarked_on_marked_page": -0.5, "mark_1": 0.5, "mark_2": 1,
        "len_15_22": -0.5, "len_23_28": -2, "len_29_40": -5, "column_name": -2, "halves": 0.3, "may_run_on": 0,
        "runs_on": -1,
        "no_gap": -1,
    },
    Tag.CAPTION: {
        "bias": -2.5, "len_1": -4, "len_2_4": -4, "len_5_8": -3, "len_9_14": -1.5, "len_15_22": -0.5,
        "caption_cue": 4, "caption_inside": 3, "recent_days": 1, "credit_inline": 4, "wide_gap": 2.5,
        "end_stop": 2.5, "inner_stop": 1.5, "opener": -6, "end_open": -0.5, "end_colon": -2, "byline": -7,
        "author_note": -6, "bullet": -1, "runs_on": -0.5, "runs_from": -3, "banner_dress": -5, "speech_end": -1,
        "quote_start": -1, "may_run_from": -0.5, "indented": 1.5, "deictic_start": -0.5,
    },
    Tag.CREDIT: {
        "bias": -8, "credit": 12, "byline": 0.5, "drawn_by": -3, "photo_report": -2, "end_stop": -5,
        "inner_stop": -6, "len_29_40": -1, "len_41_80": -3, "len_81": NEVER,
    },
    Tag.FURNITURE: {
        "bias": -16, "furniture": 15.5, "page_edge": 5.5, "page_first": 1, "page_last": 1, "bare_number": -6,
        "date_line": -3, "contact": -1.5, "mark_1": -1, "inner_stop": -5, "end_stop": -3, "len_81": NEVER,
        "layout_note": -2, "column_note": -3, "date_alone": -2,
    },
}  # fmt: skip

FIRST: dict[Tag, float] = {
    Tag.SECTION: 0, Tag.KICKER: -0.5, Tag.TITLE: 0, Tag.HEADLESS_START: -1.5, Tag.BYLINE: -4, Tag.BRIEF: -2,
    Tag.PHOTO_TITLE: -1.5, Tag.CAPTION: -2, Tag.CREDIT: -5, Tag.FURNITURE: 0,
}  # fmt: skip

LAST: dict[Tag, float] = {
    Tag.SECTION: -8, Tag.KICKER: -7, Tag.TITLE: -5, Tag.TITLE_MORE: -6, Tag.SUBTITLE: -6, Tag.BYLINE: -5,
    Tag.SUBHEAD: -3, Tag.PHOTO_TITLE: -6, Tag.CAPTION: -3, Tag.LATE_KICKER: -8,
}  # fmt: skip
"""What it costs to end the page on a tag; nothing where none is given."""

_AFTER_TEXT = {
    Tag.BODY: 0.0, Tag.SUBHEAD: -1.3, Tag.SIGNATURE: -1.5, Tag.SECTION: -3.5, Tag.KICKER: -3.8, Tag.TITLE: -3.5,
    Tag.HEADLESS_START: -5.0, Tag.BYLINE: -6.0, Tag.BRIEF: -6.0, Tag.PHOTO_TITLE: -4.0, Tag.CAPTION: -4.0,
    Tag.FURNITURE: -2.0,
}  # fmt: skip
_AFTER_HEAD = {
    Tag.BYLINE: 0.7, Tag.LEAD: 0.0, Tag.SUBHEAD: -3.0, Tag.CAPTION: -5.0, Tag.PHOTO_TITLE: -6.0, Tag.FURNITURE: -4.0,
    Tag.SECTION: -8.0, Tag.KICKER: -8.0, Tag.TITLE: -7.0, Tag.HEADLESS_START: -8.0,
}  # fmt: skip
_AFTER_CLOSED = {
    Tag.SECTION: -0.5, Tag.KICKER: 0.0, Tag.TITLE: 0.0, Tag.HEADLESS_START: -2.5, Tag.BYLINE: -4.0, Tag.BRIEF: -2.5,
    Tag.PHOTO_TITLE: -1.0, Tag.CAPTION: -1.0, Tag.FURNITURE: -1.0,
}  # fmt: skip

TRANSITIONS: dict[Tag, dict[Tag, float]] = {
    Tag.SECTION: _AFTER_CLOSED | {
        Tag.SECTION: -2.0, Tag.BRIEF: 0.0, Tag.TITLE: 0.7, Tag.KICKER: 0.5, Tag.CAPTION: -0.7, Tag.CREDIT: -6.0,
        Tag.BYLINE: -7.0,
    },
    Tag.KICKER: {
        Tag.TITLE: 0.7, Tag.KICKER: -3.0, Tag.BYLINE: -5.0, Tag.LEAD: -5.0, Tag.HEADLESS_START: -9.0,
    },
    Tag.TITLE: _AFTER_HEAD | {Tag.TITLE_MORE: -1.5, Tag.SUBTITLE: -1.0},
    Tag.TITLE_MORE: _AFTER_HEAD | {Tag.TITLE_MORE: -4.0, Tag.SUBTITLE: -1.0},
    Tag.SUBTITLE: _AFTER_HEAD | {Tag.SUBTITLE: -2.5},
    Tag.BYLINE: _AFTER_HEAD | {Tag.BYLINE: -1.5, Tag.SUBHEAD: -2.0, Tag.SUBTITLE: -4.0, Tag.BODY: 0.0},
    Tag.LEAD: _AFTER_TEXT | {Tag.HEADLESS_START: -8.0, Tag.SIGNATURE: -2.5},
    Tag.BODY: _AFTER_TEXT | {Tag.LATE_KICKER: -4.0, Tag.LATE_TITLE: -3.5},
    Tag.SUBHEAD: {
        Tag.BODY: 0.5, Tag.SUBHEAD: -2.0, Tag.SIGNATURE: -4.0, Tag.SECTION: -7.0, Tag.KICKER: -7.0, Tag.TITLE: -6.0,
        Tag.HEADLESS_START: -8.0, Tag.CAPTION: -5.0, Tag.PHOTO_TITLE: -6.0, Tag.FURNITURE: -4.0,
    },
    Tag.SIGNATURE: _AFTER_CLOSED | {
        Tag.BODY: -3.0, Tag.SUBHEAD: -3.5, Tag.SIGNATURE: -0.7, Tag.SECTION: 0.0, Tag.KICKER: -0.7, Tag.TITLE: -0.5,
        Tag.HEADLESS_START: -2.5, Tag.LATE_TITLE: -2.0, Tag.LATE_KICKER: -3.0, Tag.BYLINE: -6.0, Tag.BRIEF: -4.0,
    },
    Tag.HEADLESS_START: _AFTER_TEXT | {Tag.LATE_KICKER: -4.0, Tag.LATE_TITLE: -3.5},
    Tag.LATE_KICKER: {
        Tag.LATE_TITLE: 0.7,
    },
    Tag.LATE_TITLE: _AFTER_CLOSED | {
        Tag.TITLE: -1.5, Tag.KICKER: -1.0, Tag.LATE_BYLINE: 0.7, Tag.HEADLESS_START: -2.5, Tag.BYLINE: -8.0,
        Tag.BRIEF: -4.0,
    },
    Tag.LATE_BYLINE: _AFTER_CLOSED | {Tag.LATE_BYLINE: -2.0, Tag.BYLINE: -8.0, Tag.BRIEF: -4.0},
    Tag.BRIEF: {
        Tag.BRIEF: 0.3, Tag.BRIEF_MORE: -2.5, Tag.SECTION: -0.7, Tag.TITLE: -2.0, Tag.KICKER: -2.5,
        Tag.HEADLESS_START: -4.0, Tag.BYLINE: -6.0, Tag.PHOTO_TITLE: -2.0, Tag.CAPTION: -2.5, Tag.FURNITURE: -1.0,
    },
    Tag.BRIEF_MORE: {
        Tag.BRIEF: 0.3, Tag.BRIEF_MORE: -2.0, Tag.SECTION: -0.7, Tag.TITLE: -2.0, Tag.KICKER: -2.5,
        Tag.HEADLESS_START: -4.0, Tag.PHOTO_TITLE: -2.0, Tag.CAPTION: -2.5, Tag.FURNITURE: -1.0,
    },
    Tag.PHOTO_TITLE: {
        Tag.CAPTION: 0.5, Tag.CREDIT: -2.0,
    },
    Tag.CAPTION: _AFTER_CLOSED | {
        Tag.CREDIT: 3.0, Tag.CAPTION: -3.5, Tag.PHOTO_TITLE: -3.5, Tag.BODY: -4.5, Tag.SUBHEAD: -5.5,
        Tag.TITLE: -3.5, Tag.KICKER: -3.5, Tag.SECTION: -3.5, Tag.HEADLESS_START: -5.0, Tag.FURNITURE: -3.0,
        Tag.BRIEF: -5.0, Tag.BYLINE: -7.0,
    },
    Tag.CREDIT: _AFTER_CLOSED | {
        Tag.CREDIT: -2.0, Tag.BODY: -2.0, Tag.SUBHEAD: -3.0, Tag.TITLE: -0.5, Tag.KICKER: -0.7, Tag.SECTION: -0.7,
        Tag.SIGNATURE: -4.0,
    },
    Tag.FURNITURE: _AFTER_CLOSED | {
        Tag.BODY: -1.5, Tag.SUBHEAD: -3.0, Tag.HEADLESS_START: -3.0, Tag.FURNITURE: 0.5,
    },
}  # fmt: skip
"""From tag to tag; what is not listed does not occur, except that a headless article may begin anywhere at ``LOST``."""

LOST = -12.0

BRIEF_WITHOUT_BULLET = -2.5
"""What it costs to begin a brief without a bullet below one that has a bullet."""

BRIEFS_BELOW = 3.0
"""What a banner that is named for short news adds to a brief below it."""

INLINE_CREDIT_ENDS_CAPTION = 3.5
"""What a caption that names its photographer gets back for having no credit line below."""

UNFINISHED: dict[str, float] = {
    "runs_on": -5.0,
    "may_run_on": -3.0,
    "end_comma": -3.0,
    "open_prose": -2.0,
    "weak_end": -1.0,
}
"""What it costs to begin an article below a paragraph whose text has not come to an end."""

UNFINISHED_PHOTO = 0.35
"""Photos and furniture do interrupt paragraphs: the share of that cost which they bear."""

UNFINISHED_ACROSS_GAP = 0.5
"""The share of it that is left where a wide gap sets the two lines apart."""

GAP_WITHIN_CAPTION = -6.0
"""What it costs to carry a caption on across a wide gap."""

UNFINISHED_SUBHEAD = 0.6
"""The same for a subhead."""

CAPTION_WITHOUT_GAP = -5.0
"""What it costs to begin a caption without a wide gap above, on a page that sets its photos apart by such gaps."""

HEAD_RUNS_ON = -4.0
"""What it costs to begin a paragraph below a heading that seems to run on into it."""


def _learned() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("learned.toml").read_text("utf-8"))


def learned_curve(name: str) -> tuple[float, float]:
    """Slope and offset of the curve from a margin to the confidence in a ``boundary`` or a ``role``."""
    curve = _learned()["confidence"][name]
    return curve["slope"], curve["offset"]


def _add_learned() -> None:
    """Add what was learned to the tables above."""
    learned = _learned()
    for name, changes in learned.get("features", {}).items():
        _add(WEIGHTS[Tag[name]], changes)
    for name, changes in learned.get("steps", {}).items():
        _add(TRANSITIONS[Tag[name]], {Tag[to]: change for to, change in changes.items()})
    for name, table in (("first", FIRST), ("last", LAST)):
        _add(table, {Tag[tag]: change for tag, change in learned.get(name, {}).items()})


def _add(table: dict[_Key, float], changes: Mapping[_Key, float]) -> None:
    for key, change in changes.items():
        table[key] = round(table.get(key, 0.0) + change, 1)


def _tables() -> list[dict[Any, float]]:
    return [*WEIGHTS.values(), *TRANSITIONS.values(), FIRST, LAST]


def forget_learned() -> None:
    """Leave the tables as they were set by hand, for learning anew."""
    for table, by_hand in zip(_tables(), _BY_HAND, strict=True):
        table.clear()
        table.update(by_hand)


_BY_HAND = [dict(table) for table in _tables()]
_add_learned()
