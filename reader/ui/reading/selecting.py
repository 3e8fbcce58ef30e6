"""Selecting by sentence and paragraph: what the next press selects. Pure; offsets are code points of a view."""

from collections.abc import Callable

from reader.domain.boundary import trimmed
from reader.domain.model import Range

Unit = Callable[[str, int], Range]
"""Finds the sentence, clause or paragraph of a text that holds an offset."""


def extended(text: str, unit: Unit, selection: Range | None, caret: int) -> Range | None:
    """What to select next, or None where there is nothing (more).

    Without a selection it is the unit at the caret; a selection is first completed to whole units, and then extended
    by the next one.
    """
    if selection is None:
        whole = trimmed(text, unit(text, caret))
        return whole if whole.start < whole.end else _next(text, unit, caret)
    whole = Range(
        min(selection.start, trimmed(text, unit(text, selection.start)).start),
        max(selection.end, trimmed(text, unit(text, selection.end - 1)).end),
    )
    if whole != selection:
        return whole
    following = _next(text, unit, selection.end)
    return Range(selection.start, following.end) if following else None


def _next(text: str, unit: Unit, offset: int) -> Range | None:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return trimmed(text, unit(text, offset)) if offset < len(text) else None
