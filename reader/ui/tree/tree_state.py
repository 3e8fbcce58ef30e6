"""How the tree is left and found again, as it is remembered with its library."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Self

from reader.domain.scope import Grouping, Level, ReadState
from reader.ui.tree.rows import Path


@dataclass(frozen=True, slots=True)
class TreeState:
    """What the tree shows, and of that what is open, at the top, selected and current, by path."""

    grouping: Grouping
    state: ReadState
    headline: str
    once: bool
    expanded: tuple[Path, ...]
    top: Path
    selected: tuple[Path, ...]
    current: Path

    def to_json(self) -> str:
        """As text for ``from_json``."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self | None:
        """What ``to_json`` made, in this version or in an earlier one; None for anything else."""
        try:
            state = json.loads(text)
            return cls(
                Grouping(state["grouping"]),
                ReadState(state["state"]),
                str(state.get("headline", "")),
                bool(state.get("once", False)),
                tuple(map(_path, state["expanded"])),
                _path(state["top"]),
                tuple(map(_path, state.get("selected", ()))),
                _path(state.get("current", ())),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return None


def _path(keys: Sequence[Sequence[str | int]]) -> Path:
    return tuple((Level(str(level)), value) for level, value in keys)
