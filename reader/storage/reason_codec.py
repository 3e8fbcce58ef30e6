"""The reasons of an item's judgements as JSON: each set of them once, and in as few characters as can be read.

Reasons outweigh the text that they are about if they are written out for every paragraph, and most paragraphs of an
article are what they are for the same reasons. A set is a line for each reason, ``code=detail``; a feature of the page
engine, of which nearly all sets are made, is its name alone.
"""

from collections.abc import Sequence

from reader.domain.model import Judgement, Reason

FEATURE = "feature"
_SIGN, _BREAK = "=", "\n"


class ReasonTable:
    """The sets of reasons of one item, to be written beside the judgements that name them by number.

    Attributes:
        sets: what was told so far, as JSON has it.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[Reason, ...], int] = {}
        self.sets: list[str | list[list[str]]] = []

    def encode(self, judgement: Judgement) -> list[float]:
        """A judgement as its confidence, to three places, and the number of its reasons if it has any."""
        confidence = round(judgement.confidence, 3)
        if not judgement.reasons:
            return [confidence]
        if judgement.reasons not in self._numbers:
            self._numbers[judgement.reasons] = len(self.sets)
            self.sets.append(_encode_set(judgement.reasons))
        return [confidence, self._numbers[judgement.reasons]]


class Reasons:
    """The sets of reasons of one item, as ``ReasonTable`` wrote them; each is read when it is first asked for."""

    def __init__(self, sets: Sequence[str | list[list[str]]]) -> None:
        self._sets = sets
        self._read: dict[int, tuple[Reason, ...]] = {}

    def decode(self, value: Sequence[float | int | list[list[str]]]) -> Judgement:
        """What ``ReasonTable.encode`` was given; in libraries of version 1 the reasons stand with the judgement."""
        confidence = value[0]
        assert not isinstance(confidence, list)
        if len(value) == 1:
            return Judgement(confidence)
        which = value[1]
        return Judgement(confidence, _decode_set(which) if isinstance(which, list) else self._of(int(which)))

    def _of(self, number: int) -> tuple[Reason, ...]:
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = _decode_set(self._sets[number])
        return found


def _encode_set(reasons: Sequence[Reason]) -> str | list[list[str]]:
    if any(_BREAK in reason.code + reason.detail or _SIGN in reason.code for reason in reasons):
        return [[reason.code, reason.detail] for reason in reasons]
    return _BREAK.join(map(_encode, reasons))


def _encode(reason: Reason) -> str:
    is_name = reason.code == FEATURE and reason.detail and _SIGN not in reason.detail
    return reason.detail if is_name else f"{reason.code}{_SIGN}{reason.detail}"


def _decode_set(written: str | list[list[str]]) -> tuple[Reason, ...]:
    if isinstance(written, list):
        return tuple(Reason(code, detail) for code, detail in written)
    return tuple(map(_decode, written.split(_BREAK)))


def _decode(line: str) -> Reason:
    code, sign, detail = line.partition(_SIGN)
    return Reason(code, detail) if sign else Reason(FEATURE, line)
