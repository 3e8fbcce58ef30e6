"""Which lines of a page are alike, and which shape of a line is worth remembering for its newspaper.

Lines are alike when they begin with the same mark or bracket, are made the same way (a byline, a credit, a caption …),
end the same way and are about as long. A hint is kept for a shape that stands out: one with a mark or a make of its
own, or the very words of a short line, as banners without marks repeat them.
"""

from collections.abc import Iterable, Sequence

from reader.domain.hint import Hint, roles_by_shape
from reader.domain.model import Range, Role
from reader.segment.features import BANNER_LENGTH, Look
from reader.segment.lines import split_lines
from reader.segment.page import look_at
from reader.segment.shapes import FURNITURE

_MAKES = (
    *(shape.name for shape in FURNITURE),
    "credit",
    "byline",
    "byline_latin",
    "author_note",
    "source_note",
    "pen_name",
    "caption_cue",
    "opener",
    "question",
    "place_colon",
    "numbered",
    "bracket_lead",
    "dash_start",
)
_TOO_COMMON = ("opener", "byline", "credit", "numbered", "caption_cue", "dash_start")
"""Makes that say the same in every newspaper: the engine knows them, and a hint would only be wrong elsewhere."""

_LENGTHS = ((BANNER_LENGTH, "short"), (28, "medium"))
_REPEATED = (Role.SECTION, Role.FURNITURE)


def line_looks(text: str) -> list[tuple[Range, Look]]:
    """The source lines of a page with what they look like."""
    lines = split_lines(text)
    looks, _ = look_at(text, lines)
    return [(line.ranges[0], seen) for line, seen in zip(lines, looks, strict=True)]


def likeness(seen: Look) -> str:
    """What lines that are alike have in common, as one word of four parts; also the shape that hints name."""
    make = _make(seen, _MAKES)
    end = next((name for name in seen.features if name.startswith("end_")), "")
    return f"{seen.dress}|{make}|{_length(seen)}|{end.removeprefix('end_')}"


def stands_out(seen: Look) -> bool:
    """Whether lines like this one look unlike running text and headlines, wherever they stand."""
    return bool(seen.dress or _make(seen, _MAKES))


def hint_shape(seen: Look, role: Role) -> str | None:
    """The shape by which a newspaper's later lines may be known to have a role; None where it says too little."""
    if seen.dress or _make(seen, [name for name in _MAKES if name not in _TOO_COMMON]):
        return likeness(seen)
    if role in _REPEATED and seen.length <= BANNER_LENGTH:
        return _words(seen)
    return None


def add_hints(looks: Sequence[Look], hints: Iterable[Hint]) -> None:
    """Give each line that has the shape of a hint the feature ``hint_`` with its role."""
    roles = roles_by_shape(hints)
    if not roles:
        return
    for seen in looks:
        role = roles.get(_words(seen)) or roles.get(likeness(seen))
        if role is not None:
            seen.add(f"hint_{role.value}")


def _make(seen: Look, makes: Iterable[str]) -> str:
    return next((name for name in makes if seen.has(name)), "")


def _length(seen: Look) -> str:
    return next((name for limit, name in _LENGTHS if seen.length <= limit), "long")


def _words(seen: Look) -> str:
    return f"={seen.bare}" if seen.length <= BANNER_LENGTH and seen.bare else "="
