"""The words for what the page engine decides and why, in English: roles, kinds, and reasons by their codes.

The terminal prints them as they are; the window translates them, like those of ``messages.py``. Codes of reasons are
listed in ``segment/confidence.py``.
"""

from collections.abc import Mapping
from types import MappingProxyType

from reader.domain.decision import ACCEPTED, ENGINE, READER
from reader.domain.model import Judgement, Kind, Reason, Role
from reader.messages import QT_TRANSLATE_NOOP, Translate, as_written

_HINT = "hint_"
_ROUNDING = 1e-6
"""More than what binary fractions are off by: 0.29 is 29 %."""
"""Features that come from the reader's own decisions about a newspaper begin so."""

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.SECTION: QT_TRANSLATE_NOOP("workbench", "Banner"),
        Role.KICKER: QT_TRANSLATE_NOOP("workbench", "Kicker"),
        Role.TITLE: QT_TRANSLATE_NOOP("workbench", "Headline"),
        Role.SUBTITLE: QT_TRANSLATE_NOOP("workbench", "Subtitle"),
        Role.BYLINE: QT_TRANSLATE_NOOP("workbench", "Byline"),
        Role.SUBHEAD: QT_TRANSLATE_NOOP("workbench", "Subhead"),
        Role.BODY: QT_TRANSLATE_NOOP("workbench", "Text"),
        Role.CAPTION: QT_TRANSLATE_NOOP("workbench", "Caption"),
        Role.CREDIT: QT_TRANSLATE_NOOP("workbench", "Credit"),
        Role.FURNITURE: QT_TRANSLATE_NOOP("workbench", "Furniture"),
    }
)
KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ARTICLE: QT_TRANSLATE_NOOP("workbench", "Article"),
        Kind.PHOTO: QT_TRANSLATE_NOOP("workbench", "Photo"),
        Kind.BRIEF: QT_TRANSLATE_NOOP("workbench", "Brief"),
        Kind.SECTION: QT_TRANSLATE_NOOP("workbench", "Banner"),
        Kind.FURNITURE: QT_TRANSLATE_NOOP("workbench", "Furniture"),
    }
)

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "author_is": QT_TRANSLATE_NOOP("reasons", "says what its author does"),
        "author_note": QT_TRANSLATE_NOOP("reasons", "names its author in brackets"),
        "banner_dress": QT_TRANSLATE_NOOP("reasons", "is set like the banners of this page"),
        "bare_number": QT_TRANSLATE_NOOP("reasons", "is a page number"),
        "bracket_lead": QT_TRANSLATE_NOOP("reasons", "begins with a headline in brackets"),
        "bracketed": QT_TRANSLATE_NOOP("reasons", "stands in brackets"),
        "brief_column": QT_TRANSLATE_NOOP("reasons", "the name of a column of short news"),
        "bullet": QT_TRANSLATE_NOOP("reasons", "begins with a bullet"),
        "byline": QT_TRANSLATE_NOOP("reasons", "names who wrote it"),
        "byline_dressed": QT_TRANSLATE_NOOP("reasons", "has the ornament of this page’s bylines"),
        "byline_latin": QT_TRANSLATE_NOOP("reasons", "a byline such as “By Ann Harrow”"),
        "caption_cue": QT_TRANSLATE_NOOP("reasons", "points at a picture: “图为…”"),
        "caption_inside": QT_TRANSLATE_NOOP("reasons", "points at a picture in its middle"),
        "column_like": QT_TRANSLATE_NOOP("reasons", "ends as names of columns do"),
        "column_name": QT_TRANSLATE_NOOP("reasons", "the name of a column"),
        "column_note": QT_TRANSLATE_NOOP("reasons", "asks for contributions to a column"),
        "comma": QT_TRANSLATE_NOOP("reasons", "has a comma"),
        "commas": QT_TRANSLATE_NOOP("reasons", "has several commas"),
        "contact": QT_TRANSLATE_NOOP("reasons", "is an address or a telephone number"),
        "credit": QT_TRANSLATE_NOOP("reasons", "names who took the picture"),
        "credit_inline": QT_TRANSLATE_NOOP("reasons", "ends by naming the photographer"),
        "dash_start": QT_TRANSLATE_NOOP("reasons", "begins with a dash"),
        "date_alone": QT_TRANSLATE_NOOP("reasons", "is nothing but a date"),
        "date_line": QT_TRANSLATE_NOOP("reasons", "is a date"),
        "dated_below": QT_TRANSLATE_NOOP("reasons", "a date stands alone below it"),
        "dateline_latin": QT_TRANSLATE_NOOP("reasons", "begins with a place in capitals and a dash"),
        "deictic_start": QT_TRANSLATE_NOOP("reasons", "begins as a text that goes on"),
        "descriptive": QT_TRANSLATE_NOOP("reasons", "describes what kind of report it is"),
        "drawn_by": QT_TRANSLATE_NOOP("reasons", "names who drew it"),
        "dressed_word": QT_TRANSLATE_NOOP("reasons", "a short word behind an ornament"),
        "end_ask": QT_TRANSLATE_NOOP("reasons", "ends with a question or an exclamation mark"),
        "end_closed": QT_TRANSLATE_NOOP("reasons", "ends with a closing bracket or quotation mark"),
        "end_colon": QT_TRANSLATE_NOOP("reasons", "ends with a colon"),
        "end_comma": QT_TRANSLATE_NOOP("reasons", "ends with a comma"),
        "end_dash": QT_TRANSLATE_NOOP("reasons", "ends with a dash"),
        "end_dots": QT_TRANSLATE_NOOP("reasons", "ends with dots"),
        "end_open": QT_TRANSLATE_NOOP("reasons", "ends without a stop"),
        "end_stop": QT_TRANSLATE_NOOP("reasons", "ends with a full stop"),
        "figure": QT_TRANSLATE_NOOP("reasons", "is a figure"),
        "furniture": QT_TRANSLATE_NOOP("reasons", "has the shape of a date, page number or staff box"),
        "halves": QT_TRANSLATE_NOOP("reasons", "has two halves with a space between"),
        "indented": QT_TRANSLATE_NOOP("reasons", "is indented as paragraphs are"),
        "inner_stop": QT_TRANSLATE_NOOP("reasons", "has whole sentences in it"),
        "jump": QT_TRANSLATE_NOOP("reasons", "refers to another page"),
        "latin": QT_TRANSLATE_NOOP("reasons", "is in Latin letters"),
        "layout_note": QT_TRANSLATE_NOOP("reasons", "names who laid out the page"),
        "lead_label": QT_TRANSLATE_NOOP("reasons", "is a label such as “阅读提示”"),
        "len_1": QT_TRANSLATE_NOOP("reasons", "is a single character"),
        "len_15_22": QT_TRANSLATE_NOOP("reasons", "has 15 to 22 characters"),
        "len_23_28": QT_TRANSLATE_NOOP("reasons", "has 23 to 28 characters"),
        "len_29_40": QT_TRANSLATE_NOOP("reasons", "has 29 to 40 characters"),
        "len_2_4": QT_TRANSLATE_NOOP("reasons", "has 2 to 4 characters"),
        "len_41_80": QT_TRANSLATE_NOOP("reasons", "has 41 to 80 characters"),
        "len_5_8": QT_TRANSLATE_NOOP("reasons", "has 5 to 8 characters"),
        "len_81": QT_TRANSLATE_NOOP("reasons", "has more than 80 characters"),
        "len_9_14": QT_TRANSLATE_NOOP("reasons", "has 9 to 14 characters"),
        "mark_1": QT_TRANSLATE_NOOP("reasons", "has a heading mark of the first level"),
        "mark_2": QT_TRANSLATE_NOOP("reasons", "has a heading mark of the second level"),
        "mark_3": QT_TRANSLATE_NOOP("reasons", "has a heading mark of a lower level"),
        "may_run_from": QT_TRANSLATE_NOOP("reasons", "the line above may run on into it"),
        "may_run_on": QT_TRANSLATE_NOOP("reasons", "may run on into the line below"),
        "names_bare": QT_TRANSLATE_NOOP("reasons", "looks like names of people"),
        "names_dressed": QT_TRANSLATE_NOOP("reasons", "names behind an ornament"),
        "names_from": QT_TRANSLATE_NOOP("reasons", "names somebody and where they are from"),
        "numbered": QT_TRANSLATE_NOOP("reasons", "begins with a number"),
        "only_number": QT_TRANSLATE_NOOP("reasons", "is nothing but a number"),
        "opener": QT_TRANSLATE_NOOP("reasons", "begins as news does: “本报讯”"),
        "page_edge": QT_TRANSLATE_NOOP("reasons", "stands at the top or bottom of the page"),
        "page_first": QT_TRANSLATE_NOOP("reasons", "is the first line of the page"),
        "page_last": QT_TRANSLATE_NOOP("reasons", "is the last line of the page"),
        "pen_name": QT_TRANSLATE_NOOP("reasons", "is a name in brackets"),
        "photo_report": QT_TRANSLATE_NOOP("reasons", "says “摄影报道”"),
        "place": QT_TRANSLATE_NOOP("reasons", "is a place or an office"),
        "place_colon": QT_TRANSLATE_NOOP("reasons", "is a place with a colon"),
        "question": QT_TRANSLATE_NOOP("reasons", "begins as a question or an answer"),
        "question_answered": QT_TRANSLATE_NOOP("reasons", "a question with its answer"),
        "quote_start": QT_TRANSLATE_NOOP("reasons", "begins with a quotation mark"),
        "recent_days": QT_TRANSLATE_NOOP("reasons", "begins with “近日” or a day"),
        "runs_from": QT_TRANSLATE_NOOP("reasons", "the line above runs on into it"),
        "runs_on": QT_TRANSLATE_NOOP("reasons", "runs on into the line below"),
        "short_open": QT_TRANSLATE_NOOP("reasons", "is short and has no stop"),
        "short_run": QT_TRANSLATE_NOOP("reasons", "is one of many short lines"),
        "signed": QT_TRANSLATE_NOOP("reasons", "ends with a name in brackets"),
        "source_note": QT_TRANSLATE_NOOP("reasons", "names where it is from"),
        "speech_end": QT_TRANSLATE_NOOP("reasons", "ends with somebody saying it"),
        "table": QT_TRANSLATE_NOOP("reasons", "looks like a row of a table"),
        "time_start": QT_TRANSLATE_NOOP("reasons", "begins with a time"),
        "title_case": QT_TRANSLATE_NOOP("reasons", "has words with capitals"),
        "undressed_beside_banners": QT_TRANSLATE_NOOP("reasons", "is not set like the banners of this page"),
        "unmarked_on_marked_page": QT_TRANSLATE_NOOP("reasons", "has no heading mark, as others on this page have"),
        "weak_end": QT_TRANSLATE_NOOP("reasons", "ends in the middle of a phrase"),
        "wide_gap": QT_TRANSLATE_NOOP("reasons", "has more space above it than usual"),
        "wire_dateline": QT_TRANSLATE_NOOP("reasons", "begins with an agency’s dateline: “新华社…电”"),
    }
)
"""What a line looks like, for each feature that can speak for a role."""

CLUES: Mapping[str, str] = MappingProxyType(
    {
        "asked": QT_TRANSLATE_NOOP("reasons", "the line above ends with a question or an exclamation mark"),
        "bullet_below": QT_TRANSLATE_NOOP("reasons", "it begins with a bullet"),
        "closed": QT_TRANSLATE_NOOP("reasons", "the line above ends with a closing mark"),
        "closes": QT_TRANSLATE_NOOP("reasons", "it begins with a closing mark"),
        "colon": QT_TRANSLATE_NOOP("reasons", "the line above ends with a colon"),
        "comma": QT_TRANSLATE_NOOP("reasons", "the line above ends with a comma"),
        "dash": QT_TRANSLATE_NOOP("reasons", "the line above ends with a dash"),
        "ended": QT_TRANSLATE_NOOP("reasons", "the line above ends with a full stop"),
        "fresh_start": QT_TRANSLATE_NOOP("reasons", "it begins with a time"),
        "goes_on": QT_TRANSLATE_NOOP("reasons", "it begins with a comma or a stop"),
        "indented_below": QT_TRANSLATE_NOOP("reasons", "it is indented as paragraphs are"),
        "label_above": QT_TRANSLATE_NOOP("reasons", "the line above is a label"),
        "latin_lower_below": QT_TRANSLATE_NOOP("reasons", "it begins with a small letter"),
        "lead": QT_TRANSLATE_NOOP("reasons", "the line above is a summary"),
        "note": QT_TRANSLATE_NOOP("reasons", "one of them is a note or a table"),
        "number_cut": QT_TRANSLATE_NOOP("reasons", "a number is cut in two"),
        "numbered_below": QT_TRANSLATE_NOOP("reasons", "it begins with a number"),
        "opener_below": QT_TRANSLATE_NOOP("reasons", "it begins as news does"),
        "pair_seen": QT_TRANSLATE_NOOP("reasons", "its first character follows that one elsewhere"),
        "quote_below": QT_TRANSLATE_NOOP("reasons", "it begins with a quotation mark"),
        "short_above": QT_TRANSLATE_NOOP("reasons", "the line above is short"),
        "unbalanced": QT_TRANSLATE_NOOP("reasons", "a quotation mark or bracket is still open"),
        "verse": QT_TRANSLATE_NOOP("reasons", "the line above looks like verse"),
        "very_short_above": QT_TRANSLATE_NOOP("reasons", "the line above is very short"),
        "weak_beginning": QT_TRANSLATE_NOOP("reasons", "it begins in the middle of a phrase"),
        "weak_ending": QT_TRANSLATE_NOOP("reasons", "the line above ends in the middle of a phrase"),
        "word_cut": QT_TRANSLATE_NOOP("reasons", "a word is cut in two"),
    }
)
"""What speaks for or against a line continuing the paragraph above it."""

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "begins_with": QT_TRANSLATE_NOOP("reasons", "begins here with: {role}"),
        "no_headline_above": QT_TRANSLATE_NOOP("reasons", "no headline above “{detail}”"),
        "feature": "{feature}",
        "could_be": QT_TRANSLATE_NOOP("reasons", "could also be: {role}"),
        "could_begin": QT_TRANSLATE_NOOP("reasons", "an article could begin here"),
        "joined": QT_TRANSLATE_NOOP("reasons", "continues the line above ({clues})"),
        "not_joined": QT_TRANSLATE_NOOP("reasons", "does not continue the line above ({clues})"),
        READER: QT_TRANSLATE_NOOP("reasons", "you decided this"),
        ENGINE: QT_TRANSLATE_NOOP("reasons", "the page engine had {detail}"),
        "begins_mid_sentence": QT_TRANSLATE_NOOP("reasons", "its beginning seems to stand elsewhere: “{detail}”"),
    }
)
"""A sentence for each code; its detail goes in as a role, a feature, clues, or as it is."""


def role_text(role: Role, translate: Translate = as_written) -> str:
    """What a role is called."""
    return translate("workbench", ROLES[role])


def kind_text(kind: Kind, translate: Translate = as_written) -> str:
    """What a kind of item is called."""
    return translate("workbench", KINDS[kind])


def per_cent_text(confidence: float, translate: Translate = as_written) -> str:
    """A confidence of the page engine as it is said: never 100 %, since it is never certain.

    Rounded down, so that what is doubtful never says the number from which on it would not be.
    """
    return translate("workbench", "{number} %").format(number=min(int(confidence * 1000 + _ROUNDING) // 10, 99))


def sure_text(judgement: Judgement, translate: Translate = as_written) -> str:
    """How sure a decision is; only what the reader decided is so to 100 %."""
    if any(reason.code == READER for reason in judgement.reasons):
        return translate("workbench", "{number} %").format(number=100)
    return per_cent_text(judgement.confidence, translate)


def reason_text(reason: Reason, translate: Translate = as_written) -> str:
    """A reason as a sentence; "" for one that this version has no words for, as of a library from another one."""
    sentence = SENTENCES.get(reason.code)
    feature = _feature(reason.detail, translate)
    if reason == Reason(READER, ACCEPTED):
        return translate("reasons", "you found this right")
    if sentence is None or (reason.code == "feature" and not feature):
        return ""
    clues = [translate("reasons", CLUES[clue]) for clue in reason.detail.split(",") if clue in CLUES]
    if reason.code in ("joined", "not_joined") and not clues:
        clues = [translate("reasons", "nothing speaks against it")]
    return translate("reasons", sentence).format(
        role=role_text(Role(reason.detail), translate) if reason.detail in set(Role) else reason.detail,
        feature=feature,
        clues=translate("reasons", "; ").join(clues),
        detail=_engine(reason.detail, translate) if reason.code == ENGINE else reason.detail,
    )


def _feature(name: str, translate: Translate) -> str:
    if name.startswith(_HINT):
        return translate("reasons", "you decided so about such lines in this newspaper")
    return translate("reasons", FEATURES[name]) if name in FEATURES else ""


def _engine(detail: str, translate: Translate) -> str:
    try:
        return per_cent_text(float(detail), translate)
    except ValueError:
        return detail
