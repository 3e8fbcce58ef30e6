"""Where sentences and clauses of running text begin and end, for selecting and nudging by keyboard.

Chinese ends a sentence with 。！？… and closing quotation marks belong to the sentence they close; Latin text ends one
with a full stop, exclamation or question mark that white space follows.
"""

import re
from enum import Enum

from reader.domain.model import Range


class End(Enum):
    """Which end of a span is moved."""

    START = "start"
    END = "end"


class Unit(Enum):
    """By what an end is moved."""

    CHARACTER = "character"
    CLAUSE = "clause"
    SENTENCE = "sentence"


_CLOSERS = "”’」』）)》】〉\"'"
_SENTENCE = re.compile(rf"(?:[。！？!?…]+|\.(?=\s|$))[{_CLOSERS}]*\s*|\n")
_CLAUSE = re.compile(rf"(?:[。！？!?…，,；;：:、]+|\.(?=\s|$))[{_CLOSERS}]*\s*|\n")


def sentence_at(text: str, offset: int) -> Range:
    """The sentence that holds a code point offset; at the end of the text, the last one."""
    return _unit_at(_SENTENCE, text, offset)


def clause_at(text: str, offset: int) -> Range:
    """The clause (what a comma or stronger stop ends) that holds a code point offset."""
    return _unit_at(_CLAUSE, text, offset)


def paragraph_at(text: str, offset: int) -> Range:
    """The line of ``text`` that holds a code point offset, without its line end."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Range(start, len(text) if end < 0 else end)


def trimmed(text: str, span: Range) -> Range:
    """The span without the white space at its ends; an empty range where there is nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Range(start, end)


def resized(text: str, span: Range, end: End, *, forward: bool, unit: Unit = Unit.CHARACTER) -> Range:
    """The span with one end moved by a character or to the next border of a clause or sentence, over white space.

    Both end with their paragraph, so that an end stops at each paragraph that it comes to. The span stays as it is
    where it would become empty or leave the text.
    """
    if end is End.END:
        moved = Range(span.start, _stepped(text, span.end, forward=forward, unit=unit, side=-1))
    else:
        moved = Range(_stepped(text, span.start, forward=forward, unit=unit, side=0), span.end)
    kept = trimmed(text, moved)
    return kept if kept.start < kept.end and moved.start < moved.end else span


def _stepped(text: str, at: int, *, forward: bool, unit: Unit, side: int) -> int:
    """``at`` moved on; ``side`` says which side of an offset the span lies: -1 before it (its end), 0 behind it."""
    step = 1 if forward else -1
    beyond = 0 if forward else -1  # the character that is passed next
    while 0 <= at + beyond < len(text) and text[at + beyond].isspace():
        at += step
    if not 0 <= at + beyond < len(text):
        return at
    if unit is not Unit.CHARACTER:
        passed = (clause_at if unit is Unit.CLAUSE else sentence_at)(text, at + beyond)
        return passed.end if forward else passed.start
    at += step
    while 0 < at < len(text) and text[at + side].isspace():
        at += step
    return at


def _unit_at(ends: re.Pattern[str], text: str, offset: int) -> Range:
    paragraph = paragraph_at(text, min(offset, len(text)))
    start = paragraph.start
    for stop in ends.finditer(text, paragraph.start, paragraph.end):
        if stop.end() > offset:
            return Range(start, stop.end())
        if stop.end() < paragraph.end:
            start = stop.end()
    return Range(start, paragraph.end)
