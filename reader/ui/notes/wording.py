"""When a mark was changed, and what a card says of it: in words, by the locale."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from reader.domain.model import Annotation, Color
from reader.services.links import LinkEnd
from reader.ui.words import tr

translate = QCoreApplication.translate

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_WEEK = 7 * _DAY
_LONGEST_TOOLTIP = 2000
"""Code points of a quote; beyond this a tooltip would not fit on a screen."""
_SHORT = 20


def color_name(color: Color) -> str:
    """What a colour is called."""
    return {
        Color.YELLOW: translate("notes", "Yellow"),
        Color.GREEN: translate("notes", "Green"),
        Color.BLUE: translate("notes", "Blue"),
        Color.PINK: translate("notes", "Pink"),
        Color.ORANGE: translate("notes", "Orange"),
        Color.VIOLET: translate("notes", "Violet"),
    }[color]


def time_ago(moment: str, now: QDateTime) -> str:
    """How long ago an ISO 8601 time was, quietly: minutes, hours, days, and from a week on its date."""
    then = _parsed(moment)
    seconds = then.secsTo(now)
    if seconds >= _WEEK or seconds < -_MINUTE:  # clocks of two machines differ by less than a minute, one hopes
        return QLocale().toString(then.toLocalTime().date(), QLocale.FormatType.ShortFormat)
    if seconds < _MINUTE:
        return translate("notes", "just now")
    if seconds < _HOUR:
        return tr("%n min ago", "", seconds // _MINUTE)
    if seconds < _DAY:
        return tr("%n h ago", "", seconds // _HOUR)
    return tr("%n d ago", "", seconds // _DAY)


@lru_cache(maxsize=256)
def _parsed(moment: str) -> QDateTime:
    return QDateTime.fromString(moment, Qt.DateFormat.ISODate)  # as long as all else of a card that is drawn again


def longest_ages() -> tuple[str, str]:
    """The longest that ``time_ago`` says in words."""
    return tr("%n min ago", "", 59), tr("%n h ago", "", 23)


def full_time(moment: str) -> str:
    """An ISO 8601 time as the locale writes it, in the zone of this machine."""
    then = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(then, QLocale.FormatType.ShortFormat)


def quote_line(annotation: Annotation) -> str:
    """The quote on one line."""
    return " ".join(annotation.quote.split("\n"))


def shortened(quote: str) -> str:
    """A quote as a sentence or a menu names it."""
    line = " ".join(quote.split("\n"))
    return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"


def link_line(end: LinkEnd) -> str:
    """A link as one of its marks shows it: which way it points, its label, and what is at the other end."""
    arrow = "→" if end.outgoing else "←"
    quote = translate("notes", "“{quote}”").format(quote=" ".join(end.other.quote.split("\n")))
    return f"{arrow} {end.label} {quote}" if end.label else f"{arrow} {quote}"


def importance_words(importance: int) -> str:
    """How important a mark is, for a screen reader; empty where it is not weighed."""
    return tr("%n star(s)", "", importance) if importance else ""


def tooltip(annotation: Annotation) -> str:
    """The whole quote and the times, as rich text, so that Qt breaks the lines."""
    quote = annotation.quote
    if len(quote) > _LONGEST_TOOLTIP:
        quote = quote[: _LONGEST_TOOLTIP - 1] + "…"
    times = translate("notes", "Marked {created}").format(created=full_time(annotation.created_at))
    if annotation.modified_at != annotation.created_at:
        changed = translate("notes", "changed {changed}").format(changed=full_time(annotation.modified_at))
        times = f"{times} · {changed}"
    lines = escape(quote).replace("\n", "<br>")
    return f"<p>{lines}</p><p>{escape(times)}</p>"


def spoken(annotation: Annotation, now: QDateTime, links: Sequence[LinkEnd] = ()) -> str:
    """A card for a screen reader: colour, quote, note, tags, importance, links and time."""
    parts = [
        translate("notes", "{color} mark").format(color=color_name(annotation.color)),
        translate("notes", "“{quote}”").format(quote=quote_line(annotation)),
    ]
    if annotation.note:
        parts.append(translate("notes", "note: {note}").format(note=annotation.note))
    if annotation.tags:
        parts.append(translate("notes", "tags: {tags}").format(tags=", ".join(annotation.tags)))
    if annotation.importance:
        parts.append(importance_words(annotation.importance))
    parts += map(_spoken_link, links)
    return ", ".join([*parts, time_ago(annotation.modified_at, now)])


def _spoken_link(end: LinkEnd) -> str:
    words = translate("notes", "linked to {quote}") if end.outgoing else translate("notes", "linked from {quote}")
    return " ".join(filter(None, [words.format(quote=shortened(end.other.quote)), end.label]))
