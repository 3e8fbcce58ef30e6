"""Where a quote is from, as scholars, officials and programs write it.

- GB/T 7714—2015, 4.4: a newspaper article is ``作者. 题名[N]. 报纸名, 年-月-日(版次).`` Up to three authors are named,
  further ones are ``等``; without an author the entry begins with the title (8.1.2), without a date that part is left
  out, and without a page the brackets.
- Plain Chinese as in office papers: ``《报名》2024年5月12日第4版《标题》``.
- Markdown: the quote as a block, and its source below it.
- CSL-JSON (https://docs.citationstyles.org/): an item of the type ``article-newspaper`` for reference managers.

What is not known is left out, never made up; where nothing at all is known the file's name stands.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.export import CitationStyle
from reader.domain.model import PageMeta

NAMED_AUTHORS = 3
_AND_OTHERS = "等"
_MARKS = re.compile(r"^[□■●○◆◇▲△★☆◎※·•*\s]+")
_OFFICES = re.compile(
    r"(?:本报|本刊|本网|特约|见习|实习|驻[\u4e00-\u9fff]{2,4}|首席|全媒体|融媒体)*"
    r"(?:记者|通讯员|评论员|特派员|撰稿人|作者|文|摄影|摄|图)(?:[:：/／]|\s+)*"
)
_BETWEEN = re.compile(r"[\s、,，;；/／]+")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_BETWEEN_LATIN = re.compile(r"\s*[,;&/]\s*|\s+and\s+")
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}(?:[·•][\u3400-\u9fff]{1,8})*|[A-Za-z][A-Za-z .·'-]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quote was printed. ``title`` is a headline in one line; ``file_name`` is named where nothing else is."""

    meta: PageMeta
    title: str | None = None
    authors: tuple[str, ...] = ()
    file_name: str = ""
    uid: str = ""


def authors_of(reporters: Sequence[str], byline: str | None) -> tuple[str, ...]:
    """Who wrote an article: the reporters that are known by name, else the names that its byline has."""
    if reporters or not byline:
        return tuple(reporters)
    line = _OFFICES.sub(" ", _MARKS.sub("", byline))
    if line.isascii():
        return tuple(filter(None, (name.strip() for name in _BETWEEN_LATIN.split(_BY.sub("", line)))))
    names = [part for part in _BETWEEN.split(line) if _NAME.fullmatch(part)]
    return tuple(dict.fromkeys(_joined_single_characters(line) or names))


def cite(source: Source, style: CitationStyle, quote: str = "") -> str:
    """A quote with its source in a style; CSL-JSON has the source alone, with the quote as its note.

    The quote stands before its source as printed; without a quote the source stands alone.
    """
    if style is CitationStyle.CSL_JSON:
        return json.dumps([csl(source, quote)], ensure_ascii=False, indent=2)
    if style is CitationStyle.MARKDOWN:
        block = "\n".join(f"> {line}".rstrip() for line in quote.split("\n")) if quote else ""
        return f"{block}\n>\n> —— {_escaped(plain(source))}" if block else _escaped(plain(source))
    said = gb_t_7714(source) if style is CitationStyle.GB_T_7714 else plain(source)
    if not quote:
        return said
    return f"“{_one_line(quote)}”{said}" if style is CitationStyle.PLAIN else f"“{_one_line(quote)}”\n{said}"


def gb_t_7714(source: Source) -> str:
    """The entry of a list of references as GB/T 7714 has it."""
    meta = source.meta
    authors = list(source.authors[:NAMED_AUTHORS])
    if len(source.authors) > NAMED_AUTHORS:
        authors.append(_AND_OTHERS)
    title = f"{_one_line(source.title or source.file_name or '')}[N]"
    printed = ", ".join(filter(None, (meta.newspaper, meta.issue_date)))
    if meta.page_no:
        printed += f"({_page_number(meta.page_no)})"
    return ". ".join(filter(None, (", ".join(authors), title, printed))) + "."


def plain(source: Source) -> str:
    """``《报名》2024年5月12日第4版《标题》``, as far as it is known."""
    meta = source.meta
    parts = [
        f"《{meta.newspaper}》" if meta.newspaper else "",
        _chinese_date(meta.issue_date),
        f"第{_page_number(meta.page_no)}版" if meta.page_no else "",
        f"《{_inner_marks(_one_line(source.title))}》" if source.title else "",
    ]
    return "".join(parts) or source.file_name


def csl(source: Source, quote: str = "") -> dict[str, object]:
    """The source as an item of CSL-JSON; names that are not parted into two stand as ``literal``."""
    meta = source.meta
    item: dict[str, object] = {"id": source.uid or source.file_name, "type": "article-newspaper"}
    said: dict[str, object] = {
        "title": _one_line(source.title or ""),
        "author": [{"literal": name} for name in source.authors],
        "container-title": meta.newspaper,
        "issued": {"date-parts": [_date_parts(meta.issue_date)]} if meta.issue_date else None,
        "page": meta.page_no,
        "section": meta.page_name,
        "language": "zh-CN",
        "note": quote,
    }
    return item | {name: value for name, value in said.items() if value}


def _joined_single_characters(line: str) -> list[str]:
    """A name of two characters that is set wide: ``方 圆``."""
    parts = line.split()
    return ["".join(parts)] if [len(part) for part in parts] == [1, 1] else []


def _page_number(page_no: str) -> str:
    """Without the zero before it; ``A02`` stays as printed."""
    return page_no.lstrip("0") or page_no if page_no.isdigit() else page_no


def _date_parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def _chinese_date(date: str | None) -> str:
    parts = _date_parts(date) if date else []
    return "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))


def _inner_marks(title: str) -> str:
    """Titles within titles have single marks (GB/T 15834)."""
    return title.replace("《", "〈").replace("》", "〉")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """What Markdown would take for its own, as it is read."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
