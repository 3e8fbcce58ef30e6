"""Years and months of issue dates: the groups that the article tree puts between a newspaper and its dates.

An issue date is ISO 8601, a day, a month or a year; anything else that somebody may have typed is a group of its own.
"""

import re

_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def is_year(period: str) -> bool:
    """Whether a text is a year."""
    return _YEAR.fullmatch(period) is not None


def is_month(period: str) -> bool:
    """Whether a text is a month of a year."""
    return _MONTH.fullmatch(period) is not None


def year_of(date: str) -> str:
    """The year of a date, or the text itself where it is none."""
    year = date[:4]
    return year if is_year(year) and holds(year, date) else date


def month_of(date: str) -> str:
    """The month of a date, or the text itself where it says no month."""
    month = date[:7]
    return month if is_month(month) and holds(month, date) else date


def holds(period: str, date: str) -> bool:
    """Whether a date (or month) is a year or month, or lies within it."""
    return date == period or date.startswith(f"{period}-")
