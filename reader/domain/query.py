"""The query language: words, "phrases", and / or / not, brackets, and fields with a colon.

``上海 浦东`` both · ``上海 OR 浦东``, ``上海 | 浦东``, ``上海 或 浦东`` any ·
``-浦东``, ``NOT 浦东``, ``非 浦东`` without ·
``"tax office"`` as it stands · ``(上海 | 浦东) 交通`` · ``标题:上海``, ``title:(上海 | 浦东)`` ·
``日期:2024-05..2024-06``, ``date:>=2024-05``. A word matches wherever it stands, also within another, and ``and`` binds
closer than ``or``. A query that begins with ``拼音:`` or ``pinyin:`` finds by its Latin letters also headlines and tags
that read so (``domain/pinyin.py``).

Parsing never fails: whatever has no place in the language is text to be found, as a quotation mark without its fellow,
an operator with nothing to work on, or a date that is none. A query of more than ``MAX_TOKENS`` words, operators and
brackets is taken for a passage that was pasted, and looked for as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.dates import last_day, normalized_date
from reader.domain.fold import fold
from reader.domain.pinyin import patterns

MAX_TOKENS = 200
MAX_DEPTH = 20


class Field(StrEnum):
    """Where a word must stand; a word without a field stands in the title, byline, text, a note or a tag."""

    TITLE = "title"
    BYLINE = "byline"
    TEXT = "text"
    NOTE = "note"
    TAG = "tag"
    PAPER = "paper"
    PAGE = "page"
    DATE = "date"


FIELD_NAMES = {
    "标题": Field.TITLE,
    "记者": Field.BYLINE,
    "正文": Field.TEXT,
    "批注": Field.NOTE,
    "标签": Field.TAG,
    "报纸": Field.PAPER,
    "版": Field.PAGE,
    "日期": Field.DATE,
    **{field.value: field for field in Field},
}
"""What may stand before a colon; case does not matter."""


@dataclass(frozen=True, slots=True)
class Word:
    """Text to be found, folded and not empty, in a field, or where words stand if None.

    With ``pinyin`` titles and tags match also where they read as the letters say, as far as the field allows them.
    """

    text: str
    field: Field | None = None
    pinyin: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Issue dates from ``first`` to ``last`` as ISO 8601, compared as strings; None is open.

    A page with a shorter date than a bound (``2024``) is before every day in it; one without a date is never meant.
    ``after`` and ``before`` leave the bound itself out.
    """

    first: str | None = None
    last: str | None = None
    after: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts, at least two."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts, at least two."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not match."""

    part: "Node"


Node = Word | Dates | And | Or | Not


def parse(text: str) -> Node | None:
    """What a query means; None where it asks for nothing. Never raises."""
    plain, pinyin = parted(text)
    tokens = list(_tokens(plain))
    found = _word(plain, None) if len(tokens) > MAX_TOKENS else _Parser(tokens).whole()
    return _with_pinyin(found) if pinyin and found else found


def by_pinyin(text: str) -> str:
    """A query as it is written to be taken by pinyin too; one that asks nothing stays as it is."""
    plain, _ = parted(text)
    return f"{_PINYIN_MARK}{plain.strip()}" if plain.strip() else text


def parted(text: str) -> tuple[str, bool]:
    """A query without the mark that it is to be taken by pinyin too, and whether it had it; a mark alone is text."""
    mark = _MARKED.match(text)
    return (text[mark.end() :], True) if mark and mark.end() < len(text) else (text, False)


def gains_by_pinyin(text: str) -> bool:
    """Whether a query would find anything else by pinyin than it does without."""
    return parse(by_pinyin(text)) != parse(text)


def positive_words(node: Node | None) -> Iterator[Word]:
    """The words that a match may show, in the order of the query: all but those behind a ``not``."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from positive_words(part)


class _Kind(StrEnum):
    WORD = "word"
    OR = "or"
    AND = "and"
    NOT = "not"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a query: ``text`` is what to look for (of a field's group, nothing), ``raw`` what was written."""

    kind: _Kind
    raw: str
    text: str = ""
    field: Field | None = None
    quoted: bool = False


_OPERATORS = {
    **dict.fromkeys(("OR", "|", "｜", "||", "或"), _Kind.OR),
    "AND": _Kind.AND,
    **dict.fromkeys(("NOT", "非"), _Kind.NOT),
}
_FIELD = re.compile(f"({'|'.join(FIELD_NAMES)})[:：]", re.IGNORECASE)
_PHRASE = re.compile(r'["＂]([^"＂]*)["＂]')
_MINUS = re.compile(r"[-－](?=[^\s\-－])")
_PLAIN = re.compile(r"\S+")
_SPACE = re.compile(r"\s+")
_PINYIN_MARK = "pinyin:"
_MARKED = re.compile(r"\s*(?:拼音|pinyin)[:：]\s*", re.IGNORECASE)
_LEAST_LETTERS = 2
"""A single letter begins a character of almost every headline."""
_READ_FIELDS = frozenset({None, Field.TITLE, Field.TAG})


def _tokens(query: str) -> Iterator[_Token]:
    at, depth = 0, 0
    while at < len(query):
        if space := _SPACE.match(query, at):
            at = space.end()
            continue
        token = _token(query, at, depth)
        depth += (token.kind is _Kind.OPEN) - (token.kind is _Kind.CLOSE)
        at += len(token.raw)
        yield token


def _token(query: str, at: int, depth: int) -> _Token:
    """The token that begins at a place that is no white space; ``depth`` brackets are open there."""
    if query[at] == ")" and depth:
        return _Token(_Kind.CLOSE, ")")
    if minus := _MINUS.match(query, at):
        return _Token(_Kind.NOT, minus[0])
    start, field = at, None
    if named := _FIELD.match(query, at):
        start, field = named.end(), FIELD_NAMES[named[1].lower()]
    if query.startswith("(", start):
        return _Token(_Kind.OPEN, query[at : start + 1], field=field)
    if phrase := _PHRASE.match(query, start):
        return _Token(_Kind.WORD, query[at : phrase.end()], phrase[1], field, quoted=True)
    return _plain_token(query, at, start, field, depth)


def _plain_token(query: str, at: int, start: int, field: Field | None, depth: int) -> _Token:
    plain = _PLAIN.match(query, start)
    word = plain[0] if plain else ""
    if depth:
        word = _before_closing(word)
    raw = query[at : start + len(word)]
    if field is None or not word:  # a field's name with nothing behind it is a word like any other
        return _Token(_OPERATORS.get(raw, _Kind.WORD), raw, raw)
    return _Token(_Kind.WORD, raw, word, field)


def _before_closing(word: str) -> str:
    """A word up to the bracket that closes the group it stands in; brackets that it opens itself are its own."""
    own = 0
    for at, char in enumerate(word):
        if char == "(":
            own += 1
        elif char == ")":
            if not own:
                return word[:at]
            own -= 1
    return word


class _Parser:
    """Reads tokens from left to right; each method takes as many as it can use."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._closes = _matched(tokens)

    def whole(self) -> Node | None:
        """All tokens as one node."""
        return self._either(None, len(self._tokens))

    def _either(self, field: Field | None, end: int) -> Node | None:
        """Alternatives parted by OR, up to a token."""
        parts: list[Node] = []
        conjunction: list[Node] = []
        while self._at < end:
            token = self._tokens[self._at]
            if token.kind is _Kind.OR and conjunction and self._has_operand(self._at + 1, end):
                self._at += 1
                parts.append(_joined(And, conjunction))
                conjunction = []
            elif token.kind is _Kind.AND and conjunction and self._has_operand(self._at + 1, end):
                self._at += 1
            else:
                conjunction += self._operand(field, end)
        if conjunction:
            parts.append(_joined(And, conjunction))
        return _joined(Or, parts) if parts else None

    def _operand(self, field: Field | None, end: int) -> list[Node]:
        """What an operator works on: a word, a group, or one of them under NOT. Empty where it asks for nothing."""
        negative = False
        while self._tokens[self._at].kind is _Kind.NOT and self._has_operand(self._at + 1, end):
            negative = not negative
            self._at += 1
        token, place = self._tokens[self._at], self._at
        self._at += 1
        if place in self._closes:
            found = self._either(token.field or field, self._closes[place])
            self._at = self._closes[place] + 1
        else:
            found = _meaning(token, field)
        if found is None:
            return []
        return [Not(found) if negative else found]

    def _has_operand(self, at: int, end: int) -> bool:
        """Whether an operator before a token has something to work on."""
        while at < end and self._tokens[at].kind is _Kind.NOT:
            at += 1
        return at < end and self._tokens[at].kind in {_Kind.WORD, _Kind.OPEN}


def _matched(tokens: list[_Token]) -> dict[int, int]:
    """The brackets that open a group, and where each closes; those without a fellow or too deep are text."""
    closes: dict[int, int] = {}
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind is _Kind.OPEN:
            opened.append(at)
        elif token.kind is _Kind.CLOSE and opened:
            begin = opened.pop()
            if len(opened) < MAX_DEPTH:
                closes[begin] = at
    return closes


def _meaning(token: _Token, field: Field | None) -> Node | None:
    """What a single token asks for; an operator, or a bracket alone, asks for its own characters."""
    if token.kind is not _Kind.WORD:
        return _word(token.raw, field)
    own = token.field or field
    if own is Field.DATE:
        return _dates(token.text) or _word(token.raw, None)
    return _word(token.text, own)


def _word(text: str, field: Field | None) -> Word | None:
    folded = fold(text)
    return Word(folded, field) if folded else None


def _with_pinyin(node: Node) -> Node:
    """A query whose words may be pinyin where they stand in fields that are read so."""
    if isinstance(node, Word):
        long = len(node.text) >= _LEAST_LETTERS
        return replace(node, pinyin=long and node.field in _READ_FIELDS and bool(patterns(node.text)))
    if isinstance(node, Not):
        return Not(_with_pinyin(node.part))
    if isinstance(node, And | Or):
        return type(node)(tuple(map(_with_pinyin, node.parts)))
    return node


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def _dates(text: str) -> Dates | None:
    """``2024-05``, ``2024-05..2024-06``, ``..2024``, ``>=2024-05``; None for what is no date."""
    try:
        for sign in (">=", "<=", ">", "<", "≥", "≤"):
            if text.startswith(sign):
                return _bounded(sign, normalized_date(text[len(sign) :]))
        first, dots, last = text.partition("..")
        if not dots:
            last = first
        if not first and not last:
            return None
        return Dates(
            normalized_date(first) if first else None,
            last_day(normalized_date(last)) if last else None,
        )
    except ValueError:
        return None


def _bounded(sign: str, date: str) -> Dates:
    if sign in {">=", "≥"}:
        return Dates(first=date)
    if sign == ">":
        return Dates(first=last_day(date), after=True)
    if sign == "<":
        return Dates(last=date, before=True)
    return Dates(last=last_day(date))
