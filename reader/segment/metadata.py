"""Where and when a page was printed, as its furniture and its file's name say."""

import re

from reader.domain.model import PageMeta

_HAN_DIGITS = {
    char: digit
    for digit, chars in enumerate(("〇○零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_DIGIT = "[0-9〇○零一二三四五六七八九十]"
_DATE_PRINTED = re.compile(rf"({_DIGIT}{{4}})\s*[年./-]\s*({_DIGIT}{{1,3}})\s*[月./-]\s*({_DIGIT}{{1,3}})")
_DATE_JOINED = re.compile(r"(?<!\d)((?:18|19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH = re.compile(r"(?<!\d)((?:18|19|20)\d\d)[-_.年](0[1-9]|1[0-2])(?!\d)")
_PAGE = re.compile(r"第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:\s*[:：·|｜]?\s*([㐀-鿿·]{1,10}))?")
_PAGE_TAIL = re.compile(r"[-_ ]([A-Z]?\d{1,3})(?=$|[-_ ])")
_PAGE_BARE = re.compile(r"[A-Z]?\d{1,3}")
_PAPER = re.compile(
    r"[㐀-鿿]{1,10}?(?:日报|晚报|晨报|早报|时报|都市报|商报|周报|导报|青年报|快报|党建|新报|周末|报)(?![\u3400-\u9fff])"
)
_PAPER_LATIN = re.compile(
    r"(?i)\b(?:the )?(?:[a-z]+ ){0,3}(?:times|post|daily|news|herald|tribune|gazette|chronicle|journal|guardian)\b"
)
_MONTHS, _DAYS = 12, 31


def page_meta(furniture: list[str], source_name: str) -> PageMeta:
    """Newspaper, date, page number and page name.

    What the page prints about itself counts more than the file's name. ``issue_date`` is ISO 8601, or a year and month
    where a file's name gives no day; everything that is not found is None.
    """
    stem = source_name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    printed = [line[:120] for line in furniture]
    number, name = _page(printed, stem)
    return PageMeta(_newspaper([*printed, stem]), _date(printed, stem), number, name)


def _date(printed: list[str], stem: str) -> str | None:
    for text in [*printed, stem]:
        for found in _DATE_PRINTED.finditer(text):
            year, month, day = (_number(part) for part in found.groups())
            if 1 <= month <= _MONTHS and 1 <= day <= _DAYS:
                return f"{year:04}-{month:02}-{day:02}"
    found_joined = _DATE_JOINED.search(stem)
    if found_joined:
        return "-".join(found_joined.groups())
    found_month = _MONTH.search(stem)
    return "-".join(found_month.groups()) if found_month else None


def _page(printed: list[str], stem: str) -> tuple[str | None, str | None]:
    for text in [*printed, stem]:
        found = _PAGE.search(text)
        if found:
            return _page_number(found[1]), found[2]
    for text in printed:
        if _PAGE_BARE.fullmatch(text.strip()):
            return text.strip(), None
    rest = _DATE_JOINED.sub(lambda found: "_" if found.start() else "", _DATE_PRINTED.sub("", stem))
    tail = _PAGE_TAIL.search(rest) if rest != stem else None
    return (tail[1] if tail else None), None


def _newspaper(texts: list[str]) -> str | None:
    for text in texts:
        found = _PAPER.search(text)
        if found and not found[0].startswith(("本报", "日报", "晚报")):
            return found[0]
    for text in texts:
        latin = _PAPER_LATIN.search(text.replace("_", " ").replace("-", " "))
        if latin:
            return latin[0].strip()
    return None


def _page_number(text: str) -> str:
    return text if text[-1].isdigit() else f"{_number(text):02}"


def _number(text: str) -> int:
    """A number in Arabic or Chinese digits; ``二〇二四`` and ``二十三`` alike. 0 where it is none."""
    if text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return (_HAN_DIGITS.get(tens, 1) if tens else 1) * 10 + (_HAN_DIGITS.get(ones, 0) if ones else 0)
    value = 0
    for char in text:
        value = value * 10 + (int(char) if char.isascii() else _HAN_DIGITS[char])
    return value
