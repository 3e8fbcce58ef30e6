"""Dates of newspapers: a day, a month or a year in ISO 8601, and how people write them."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")

# Year, month and day with anything between that stands between such numbers, or a day without anything.
_WRITTEN = re.compile(r"([0-9]{4})(?:[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2})日?|月?)|年?)")
_JOINED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def normalized_date(text: str) -> str:
    """A date in ISO 8601 as in ``2024-05-12``, ``2024/5/12``, ``20240512`` ``２０２４年５月１２日``; a month, a year.

    Raises:
        ValueError: the text is no date, or there is no such day.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = _WRITTEN.fullmatch(plain) or _JOINED.fullmatch(plain)
    if not found:
        raise ValueError(text)
    written = "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])
    _parts(written)
    return written


def first_day(text: str) -> str:
    """The text itself, which as a string stands before every later date. Raises ValueError if it is no date."""
    _parts(text)
    return text


def last_day(text: str) -> str:
    """The last day of a day, month or year: ``2024-02`` gives ``2024-02-29``. Raises ValueError if it is no date."""
    year, month, day = _parts(text)
    return f"{year:04}-{month or 12:02}-{day or monthrange(year, month or 12)[1]:02}"


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what is not said."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    year, month, day = (int(part or 0) for part in found.groups())
    date(year, month if found[2] else 1, day if found[3] else 1)
    return year, month, day
