"""How two readings of the same words differ, for showing one beside the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

MOST_COMPARED = 4000
"""Characters up to which readings are compared; longer ones are told as gone and come as a whole."""


class Change(StrEnum):
    """What became of a part of the older reading."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the older or newer reading, or of both."""

    change: Change
    text: str


def difference(old: str, new: str) -> list[Part]:
    """The parts of two readings in order; what came stands behind what is gone in its place."""
    if old == new:
        return [Part(Change.SAME, old)] if old else []
    if max(len(old), len(new)) > MOST_COMPARED:
        return [Part(change, text) for change, text in ((Change.GONE, old), (Change.CAME, new)) if text]
    return [part for part in _parts(old, new) if part.text]


def _parts(old: str, new: str) -> Iterator[Part]:
    for edit in Levenshtein.opcodes(old, new):
        if edit.tag == "equal":
            yield Part(Change.SAME, old[edit.src_start : edit.src_end])
            continue
        yield Part(Change.GONE, old[edit.src_start : edit.src_end])
        yield Part(Change.CAME, new[edit.dest_start : edit.dest_end])
