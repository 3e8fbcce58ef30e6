"""The words of the annotation list."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkColumn, MarkGroup, MarkGrouping
from reader.domain.model import AnchorState, Color
from reader.domain.scope import UNKNOWN
from reader.ui.notes.wording import color_name
from reader.ui.words import tr

translate = QCoreApplication.translate

STARS = "★"
_LONGEST_TEXT = 12


def count_words(shown: int, *, filtered: bool) -> str:
    """How many annotations are listed."""
    return tr("%Ln annotation(s) found", "", shown) if filtered else tr("%Ln annotation(s)", "", shown)


def column_name(column: MarkColumn) -> str:
    """The header of a column."""
    return {
        MarkColumn.QUOTE: translate("annotations", "Quote"),
        MarkColumn.NOTE: translate("annotations", "Note"),
        MarkColumn.TAGS: translate("annotations", "Tags"),
        MarkColumn.COLOR: translate("annotations", "Colour"),
        MarkColumn.IMPORTANCE: translate("annotations", "Importance"),
        MarkColumn.NEWSPAPER: translate("annotations", "Newspaper"),
        MarkColumn.DATE: translate("annotations", "Date"),
        MarkColumn.PAGE: translate("annotations", "Page"),
        MarkColumn.SECTION: translate("annotations", "Section"),
        MarkColumn.HEADLINE: translate("annotations", "Headline"),
        MarkColumn.CODER: translate("annotations", "Coder"),
        MarkColumn.CREATED: translate("annotations", "Created"),
        MarkColumn.MODIFIED: translate("annotations", "Changed"),
        MarkColumn.STATE: translate("annotations", "Place"),
    }[column]


def grouping_name(grouping: MarkGrouping) -> str:
    """What annotations are put together by, as the menu says it."""
    return {
        MarkGrouping.NONE: translate("annotations", "&Not grouped"),
        MarkGrouping.TAG: translate("annotations", "By &tag"),
        MarkGrouping.ARTICLE: translate("annotations", "By &article"),
        MarkGrouping.NEWSPAPER: translate("annotations", "By &newspaper"),
        MarkGrouping.DATE: translate("annotations", "By &date"),
        MarkGrouping.CODER: translate("annotations", "By &coder"),
        MarkGrouping.COLOR: translate("annotations", "By c&olour"),
    }[grouping]


def state_name(state: AnchorState) -> str:
    """Whether an annotation stands where it was made."""
    return {
        AnchorState.EXACT: translate("annotations", "exact"),
        AnchorState.MOVED: translate("annotations", "moved"),
        AnchorState.ORPHAN: translate("annotations", "not found"),
    }[state]


def unknown_name(grouping: MarkGrouping) -> str:
    """What a group is called whose annotations have nothing to be grouped by."""
    return {
        MarkGrouping.NONE: "",
        MarkGrouping.TAG: translate("annotations", "Without a tag"),
        MarkGrouping.ARTICLE: translate("annotations", "In no article"),
        MarkGrouping.NEWSPAPER: translate("annotations", "Newspaper unknown"),
        MarkGrouping.DATE: translate("annotations", "Date unknown"),
        MarkGrouping.CODER: translate("annotations", "Coder unknown"),
        MarkGrouping.COLOR: "",
    }[grouping]


def group_name(grouping: MarkGrouping, group: MarkGroup) -> str:
    """What a group is called."""
    if grouping is MarkGrouping.COLOR:
        return color_name(Color(group.value))
    return group.label or unknown_name(grouping)


def filter_words(wanted: MarkFilter) -> str:
    """A filter in a few words, parts parted by dots; empty where it asks nothing."""
    spans = {
        (True, True): f"{wanted.date_from} – {wanted.date_to}",
        (True, False): translate("annotations", "from {date}").format(date=wanted.date_from),
        (False, True): translate("annotations", "up to {date}").format(date=wanted.date_to),
        (False, False): "",
    }
    return " · ".join(
        part
        for part in (
            f"“{wanted.text}”" if wanted.text else "",
            *_tag_words(wanted),
            _named(wanted.newspaper, unknown_name(MarkGrouping.NEWSPAPER)),
            _named(wanted.section, translate("annotations", "No section")),
            spans[wanted.date_from is not None, wanted.date_to is not None],
            _joined([color_name(color) for color in wanted.colors]),
            _joined([coder or unknown_name(MarkGrouping.CODER) for coder in wanted.coders]),
            _joined([state_name(state) for state in wanted.states]),
            _note_words(wanted.has_note),
            f"{STARS * wanted.importance}+" if wanted.importance else "",
            tr("%n place(s) in the tree", "", len(wanted.scopes)) if wanted.scopes else "",
        )
        if part
    )


def short_name(wanted: MarkFilter) -> str:
    """A name to propose for a filter that is to be saved."""
    words = filter_words(wanted)
    return words if len(words) <= 2 * _LONGEST_TEXT else words[: 2 * _LONGEST_TEXT - 1] + "…"


def _tag_words(wanted: MarkFilter) -> list[str]:
    below = translate("annotations", " and below") if wanted.subtags else ""
    either = [f"#{name}{below}" for name in wanted.tags]
    if wanted.untagged:
        either.append(unknown_name(MarkGrouping.TAG))
    without = _joined([f"#{name}{below}" for name in wanted.not_tags])
    return [
        _joined(either),
        " + ".join(f"#{name}{below}" for name in wanted.all_tags),
        translate("annotations", "without {tags}").format(tags=without) if without else "",
    ]


def _note_words(has_note: bool | None) -> str:  # noqa: FBT001 # the value itself
    if has_note is None:
        return ""
    return translate("annotations", "with a note") if has_note else translate("annotations", "without a note")


def _named(value: str | None, unknown: str) -> str:
    return unknown if value == UNKNOWN else value or ""


def _joined(names: Sequence[str]) -> str:
    return translate("annotations", " or ").join(names)
