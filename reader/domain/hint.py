"""What the reader decided about lines of a shape in a newspaper, for its later pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.model import Role


@dataclass(frozen=True, slots=True)
class Hint:
    """Lines of a shape have a role in a newspaper.

    ``shape`` is what ``segment/likeness.py`` calls a line's shape; ``uses`` counts how often the reader decided so.
    ``created_at`` is ISO 8601 with zone.
    """

    id: int
    newspaper: str
    shape: str
    role: Role
    uses: int
    created_at: str


def named(hint: Hint) -> str:
    """What to call a hint on one line: the very words that it is about, else the newspaper."""
    return hint.shape[1:] if hint.shape.startswith("=") else hint.newspaper


def roles_by_shape(hints: Iterable[Hint]) -> dict[str, Role]:
    """The role that hints give each shape: of several, the one decided most often, then the one decided last."""
    ordered = sorted(hints, key=lambda hint: (hint.uses, hint.id))
    return {hint.shape: hint.role for hint in ordered}
