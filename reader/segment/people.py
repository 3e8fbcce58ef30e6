"""Who a byline names: words for what somebody does part the text into stretches, and each stretch is read for names.

``本报记者 方圆 通讯员 陆远`` names a reporter and a correspondent; ``方圆/文 陆远/图`` a reporter and a photographer. A
word before the names says what they are (``记者``), one behind them what they did (``摄``). Names stand apart, or a
title stands between them; a name of two characters may be spaced out (``方 圆``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from reader.segment.names import may_be_name
from reader.segment.shapes import HAN, ORNAMENTS


class Field(StrEnum):
    """What somebody is: the names of the fields of ``ItemMeta``."""

    REPORTER = "reporters"
    CORRESPONDENT = "correspondents"
    PHOTOGRAPHER = "photographers"


class Person(NamedTuple):
    """A name as it is written without spaces, what its bearer is, and where it stands in the text that was read."""

    field: Field
    name: str
    start: int
    end: int


_PAPER = rf"(?:[{HAN}]{{0,8}}?(?:本报|本刊|本网|本社|[日晚晨早时商周]报|都市报|青年报|新华社|[{HAN}]社|全媒体|融媒体))?"
_RANK = rf"(?:见习|实习|特约|特派|首席|资深|高级|摄影|文字|全媒体|融媒体|驻[{HAN}]{{1,6}}?|派驻|随军|前方)*"

TITLES: Mapping[str, Field | None] = MappingProxyType(
    {
        "记者": Field.REPORTER,
        "评论员": Field.REPORTER,
        "撰稿人": Field.REPORTER,
        "撰稿": Field.REPORTER,
        "实习生": Field.REPORTER,
        "通讯员": Field.CORRESPONDENT,
        "作者": Field.REPORTER,
        "读者": Field.REPORTER,
        "撰文": Field.REPORTER,
        "采写": Field.REPORTER,
        "整理": Field.REPORTER,
        "编译": Field.REPORTER,
        "文字": Field.REPORTER,
        "口述": None,
        "讲述": None,
        "责任编辑": None,
        "责编": None,
        "编辑": None,
        "统筹": None,
        "策划": None,
        "制图": None,
        "漫画": None,
        "插图": None,
        "译者": None,
        "摄影师": Field.PHOTOGRAPHER,
        "摄影记者": Field.PHOTOGRAPHER,
    }
)
"""What a word before names makes of them; None of those whom no field is for."""

_WHO = "|".join(sorted(TITLES, key=len, reverse=True))
_BOTH = r"摄影报道|文[/／、\s]*(?:图|摄影|摄)|图[/／、\s]*文|摄影[/／]?(?:文字|撰文)|采访摄影|采写[/／]?摄影"
_PICTURES = rf"摄影(?!师|记者)|供图|摄制|摄(?![{HAN}])|(?<![{HAN}])图(?:片)?(?![{HAN}])"
_WORDS = rf"(?<![{HAN}])文(?![{HAN}])|采访整理|综合整理|(?:综合)?报道"
_MARK = re.compile(
    rf"(?P<both>{_BOTH})|(?P<pictures>{_PICTURES})|(?P<title>{_PAPER}\s*{_RANK}(?P<who>{_WHO}))|(?P<words>{_WORDS})"
)
_LEADS = re.compile(r"\s*[/／:：丨|｜]")
_NAME = re.compile(rf"[{HAN}]+(?:·[{HAN}]+)+|(?<![{HAN}])[{HAN}][ \u3000\xa0]{{1,4}}[{HAN}](?![{HAN}])|[{HAN}]+")
_NO_NAME = re.compile(
    rf"本报|本刊|本社|[{HAN}]*(?:[省市县区镇乡村州旗局委院厅部处办社报站台网团]|大学|学院|学校|中学|小学|公司|集团|中心|日报|人民|视觉)$"
    r"|^(?:[系为是在据]|发自|资料|图片|新华|中新|特约|联合|单位|供稿|来源)"
)
_PEN_NAME = re.compile(rf"[{ORNAMENTS}（(\s]*[{HAN}]{{2,3}}[）)\s]*")
"""All of a byline: a name that need not begin with a family name."""
_LENGTHS = range(2, 5)
_USUAL = range(2, 4)
_TWO_SURNAMES = re.compile("欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|呼延|南宫|长孙")


class _Word(StrEnum):
    """What kind of mark parts a byline."""

    TITLE = "title"
    PICTURES = "pictures"
    BOTH = "both"
    WORDS = "words"


@dataclass(slots=True)
class _Group:
    """Names that stand together, and what they are so far: None of those whom no field is for."""

    fields: tuple[Field, ...]
    titled: bool
    names: list[tuple[int, int]] = field(default_factory=list)


def people(text: str, *, usual: Field = Field.REPORTER, strict: bool = False) -> list[Person]:
    """The names in a byline, a credit line or the brackets of a dateline, in order, each once for each field.

    ``usual`` is what somebody is of whom the text does not say it. With ``strict``, nobody is named unless a title
    says so, or all of the text is names that begin with a family name.
    """
    groups = _groups(text, usual)
    if not strict and not any(group.names for group in groups) and _PEN_NAME.fullmatch(text):
        groups = _groups(text, usual, trusting=True)
    if strict and not any(group.titled for group in groups) and not _is_all_names(text):
        return []
    found = [
        Person(what, _plain(text[start:end]), start, end)
        for group in groups
        for start, end in group.names
        for what in group.fields
    ]
    return list({(person.field, person.name): person for person in reversed(found)}.values())[::-1]


def _groups(text: str, usual: Field, *, trusting: bool = False) -> list[_Group]:
    groups = [_Group((usual,), titled=trusting)]
    at = 0
    for mark in _MARK.finditer(text):
        word = next(one for one in _Word if mark[one])
        groups[-1].names += _names(text, at, mark.start(), titled=groups[-1].titled)
        at = mark.end()
        _take(
            groups, word, mark, usual, leads=_LEADS.match(text, at) is not None and text[mark.start() - 1] not in "/／"
        )
    groups[-1].names += _names(text, at, len(text), titled=groups[-1].titled)
    return groups


def _take(groups: list[_Group], word: _Word, mark: re.Match[str], usual: Field, *, leads: bool) -> None:
    """Let a mark say what the names before it are, or begin a group of those behind it."""
    above = groups[-1]
    if word is _Word.TITLE:
        what = TITLES[mark["who"]]
        photographs = what is not None and ("摄影" in mark["title"] or usual is Field.PHOTOGRAPHER)
        fields = (Field.PHOTOGRAPHER,) if photographs else () if what is None else (what,)
        groups.append(_Group(fields, titled=True))
        return
    done = {
        _Word.PICTURES: (Field.PHOTOGRAPHER,),
        _Word.WORDS: (Field.REPORTER,),
        _Word.BOTH: (Field.REPORTER, Field.PHOTOGRAPHER),
    }[word]
    if above.names and not leads:
        if word is not _Word.WORDS:
            above.fields = _with_pictures(above.fields, done)
        above.titled = True
        groups.append(_Group((usual,), titled=False))
    else:
        groups.append(_Group(done, titled=True))


def _with_pictures(fields: tuple[Field, ...], done: Sequence[Field]) -> tuple[Field, ...]:
    if Field.REPORTER in done:
        return (*(fields or done[:1]), Field.PHOTOGRAPHER) if Field.PHOTOGRAPHER not in fields else fields
    return (Field.PHOTOGRAPHER,)


def _names(text: str, start: int, end: int, *, titled: bool) -> Iterator[tuple[int, int]]:
    """Where the names of a stretch stand."""
    stretch = text[start:end]  # cut out, since what stands before it must not count as its neighbour
    for token in _NAME.finditer(stretch):
        if _is_name(_plain(token[0]), titled=titled):
            yield token.start() + start, token.end() + start


def _is_name(token: str, *, titled: bool) -> bool:
    """Whether a word is a name: after a title nearly any short one is, else it begins with a family name."""
    if "·" in token:
        return True
    if len(token) not in _LENGTHS or _NO_NAME.search(token):
        return False
    if len(token) not in _USUAL and not _TWO_SURNAMES.match(token):
        return titled and may_be_name(token)
    return titled or may_be_name(token) or _TWO_SURNAMES.match(token) is not None


def _is_all_names(text: str) -> bool:
    tokens = [_plain(token) for token in _NAME.findall(text)]
    rest = _NAME.sub("", text).strip(ORNAMENTS + " \u3000\xa0、，,")
    return bool(tokens) and not rest and all(len(one) in _USUAL and may_be_name(one) for one in tokens)


def _plain(name: str) -> str:
    return "".join(name.split())
