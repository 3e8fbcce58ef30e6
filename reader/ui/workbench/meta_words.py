"""The names of metadata and of genres, and names of people as they are written and read in one field."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Genre, Named
from reader.messages import QT_TRANSLATE_NOOP

GENRES: Mapping[str, str] = MappingProxyType(
    {
        Genre.NEWS: QT_TRANSLATE_NOOP("metadata", "News"),
        Genre.COMMENTARY: QT_TRANSLATE_NOOP("metadata", "Commentary"),
        Genre.PHOTO: QT_TRANSLATE_NOOP("metadata", "Photo"),
        Genre.BRIEF: QT_TRANSLATE_NOOP("metadata", "Brief"),
        Genre.FEATURE: QT_TRANSLATE_NOOP("metadata", "Feature"),
        Genre.NOTICE: QT_TRANSLATE_NOOP("metadata", "Notice"),
    }
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "genre": QT_TRANSLATE_NOOP("metadata", "Genre"),
        "place": QT_TRANSLATE_NOOP("metadata", "Place"),
        "reporters": QT_TRANSLATE_NOOP("metadata", "Reporters"),
        "correspondents": QT_TRANSLATE_NOOP("metadata", "Correspondents"),
        "photographers": QT_TRANSLATE_NOOP("metadata", "Photo credit"),
        "newspaper": QT_TRANSLATE_NOOP("metadata", "Newspaper"),
        "issue_date": QT_TRANSLATE_NOOP("metadata", "Date"),
        "page_no": QT_TRANSLATE_NOOP("metadata", "Page"),
        "page_name": QT_TRANSLATE_NOOP("metadata", "Page name"),
    }
)
"""The fields of an item, then those of a page."""

BETWEEN_NAMES = "、"
_BETWEEN = re.compile(r"\s*[、，,;；/／\n]+\s*|(?<![A-Za-z.])\s+|\s+(?![A-Za-z])")
"""White space parts names, but not the words of one that is written in letters."""


def field_words(field: str) -> str:
    """What a field is called."""
    return QCoreApplication.translate("metadata", FIELDS[field])


def genre_words(genre: str) -> str:
    """What a genre is called; one that this version does not know, as it is kept."""
    return QCoreApplication.translate("metadata", GENRES[genre]) if genre in GENRES else genre


def names_in_one(names: Iterable[Named]) -> str:
    """Names as a field shows them."""
    return BETWEEN_NAMES.join(one.text for one in names)


def names_from(text: str) -> tuple[str, ...]:
    """The names in a field, in order, each once."""
    return tuple(dict.fromkeys(name for name in _BETWEEN.split(text.strip()) if name))
