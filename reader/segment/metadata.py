"""Where and when a page was printed, as its furniture and its file's name say."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.domain.model import PageMeta

_HAN = "\u3400-\u9fff"
_DIGIT = "[0-9〇○零一二三四五六七八九十]"
_SEPARATOR = r"[\s_\-:：·|｜—]*"
_NAME = rf"(?:{_SEPARATOR}([{_HAN}·]{{2,10}}))?"
_DATE = re.compile(rf"({_DIGIT}{{4}})\s*[年./-]\s*({_DIGIT}{{1,3}})\s*[月./-]\s*({_DIGIT}{{1,3}})(?!\d)日?")
_DATE_DIGITS = re.compile(
    r"(?<!\d)((?:18|19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:(?!\d)|(?=\d\d(?!\d)))"
)
_MONTH = re.compile(r"(?<!\d)((?:18|19|20)\d\d)[-_.年](0[1-9]|1[0-2])(?!\d)")
_PAGE = re.compile(rf"第?\s*([A-Z]?\d{{1,3}}|[一二三四五六七八九十]{{1,3}})\s*版{_NAME}")
_PAGE_COUNT = re.compile(r"(?:今[日天]|本[期报]|[共全])\s*[\d一二三四五六七八九十]{1,3}\s*[个]?版")
_PAGE_ELSEWHERE = re.compile(r"(?:下?转|上?接|[详并]?见)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版")
_PAGE_LETTER = re.compile(rf"(?<![A-Za-z\d])([A-Z]\d{{1,3}})(?!\d){_NAME}")
_PAGE_LATIN = re.compile(r"(?i)(?<![a-z])p(?:age|g)?[ ._-]?(\d{1,3})(?!\d)")
_PAGE_REST = re.compile(rf"(?:^|[\s_.-])(\d{{1,3}})(?=$|[\s_.-]){_NAME}")
_PAGE_BARE = re.compile(r"[-—·\s]*(\d{1,3})[-—·\s]*")
_PAPER = re.compile(
    rf"([{_HAN}]{{1,10}}?(?:日报|晚报|晨报|早报|时报|都市报|商报|周报|导报|青年报|快报|农民报|工人报|周末|新报|报))社?(?![{_HAN}])"
)
_PAPER_LATIN = re.compile(
    r"(?i)\b(?:the )?(?:[a-z]+ ){0,3}(?:times|post|daily|news|herald|tribune|gazette|chronicle|journal|guardian)\b"
)
_HAN_DIGITS = {char: value for value, chars in enumerate(("〇○零", *"一二三四五六七八九")) for char in chars}
_MONTHS, _DAYS = 12, 31
_LONGEST = 120


class Place(NamedTuple):
    """Where a field stands: which line of the furniture (from 0), and from where to where in it."""

    line: int
    start: int
    end: int


class _Found(NamedTuple):
    """A value, and where it stands; None where the file's name says it."""

    value: str
    place: Place | None


class PageReading(NamedTuple):
    """The metadata of a page, and where its furniture says them, by the names of their fields."""

    meta: PageMeta
    places: Mapping[str, Place]


def page_meta(furniture: Sequence[str], source_name: str) -> PageReading:
    """Newspaper, date, page number and page name, and where the page prints them.

    What the page prints about itself counts more than the file's name. ``issue_date`` is ISO 8601, or a year and month
    where a file's name gives no day; what is not found is None.
    """
    stem = source_name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    printed = [line[:_LONGEST] for line in furniture]
    number, name = _page([_own_page(line) for line in printed], stem[:_LONGEST])
    found = {
        "newspaper": _newspaper([*printed, stem]),
        "issue_date": _date([*printed, stem]),
        "page_no": number,
        "page_name": name,
    }
    meta = PageMeta(**{field: one.value for field, one in found.items() if one is not None})
    return PageReading(
        meta,
        {
            field: one.place
            for field, one in found.items()
            if one is not None and one.place is not None and one.place.line < len(printed)
        },
    )


def _at(line: int, found: re.Match[str], group: int = 0) -> Place:
    return Place(line, *found.span(group))


def _date(texts: Sequence[str]) -> _Found | None:
    for line, text in enumerate(texts):
        for found in _DATE.finditer(text):
            year, month, day = (_number(part) for part in found.groups())
            if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
                return _Found(f"{year:04}-{month:02}-{day:02}", _at(line, found))
    stem = texts[-1]
    digits = _DATE_DIGITS.search(stem)
    if digits:
        return _Found(f"{digits[1]}-{digits[3]}-{digits[4]}", None)
    month_only = _MONTH.search(stem)
    return _Found(f"{month_only[1]}-{month_only[2]}", None) if month_only else None


def _page(printed: Sequence[str], stem: str) -> tuple[_Found | None, _Found | None]:
    """Number and name of the page."""
    for pattern in (_PAGE, _PAGE_LETTER):
        for line, text in enumerate([*printed, stem]):
            found = pattern.search(text)
            if found:
                name = _Found(found[2], _at(line, found, 2)) if found[2] else None
                return _Found(_page_number(found[1]), _at(line, found, 1)), name
    for line, text in enumerate(printed):
        bare = _PAGE_BARE.fullmatch(text)
        if bare:
            return _Found(bare[1], _at(line, bare, 1)), None
    latin = _PAGE_LATIN.search(stem)
    if latin:
        return _Found(latin[1], None), None
    rest = _DATE_DIGITS.sub("_", _DATE.sub("_", stem))
    found = _PAGE_REST.search(rest) if rest != stem else None
    if found is None:
        return None, None
    return _Found(found[1], None), _Found(found[2], None) if found[2] else None


def _own_page(text: str) -> str:
    """A line without what it says of other pages: how many there are today, and where an article goes on."""
    return _PAGE_ELSEWHERE.sub(_blank, _PAGE_COUNT.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _newspaper(texts: Sequence[str]) -> _Found | None:
    for line, text in enumerate(texts):
        found = _PAPER.search(text)
        if found and not found[1].startswith(("本报", "日报", "晚报")):
            return _Found(found[1], _at(line, found, 1))
    for line, text in enumerate(texts):
        latin = _PAPER_LATIN.search(text.replace("_", " ").replace("-", " "))
        if latin:
            return _Found(latin[0].strip(), _at(line, latin))
    return None


def _page_number(text: str) -> str:
    return text if text[-1].isdigit() else f"{_number(text):02}"


def _number(text: str) -> int:
    """A number in Arabic or Chinese digits; ``二〇二四`` and ``二十三`` alike."""
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_digit(tens) if tens else 1) * 10 + (_digit(ones) if ones else 0)
    value = 0
    for char in text:
        value = value * 10 + _digit(char)
    return value


def _digit(char: str) -> int:
    """One digit; of several characters, which dates do not have, 0."""
    return int(char) if char.isascii() and len(char) == 1 else _HAN_DIGITS.get(char, 0)
