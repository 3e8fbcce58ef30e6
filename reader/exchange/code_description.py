"""The four texts of a tag as one, for formats that have a single description.

The definition comes first, as other programs expect it. Each further text that is not empty follows after an empty
line, under a line that names it: ``[use when]``, ``[not when]`` or ``[example]``. A line of a text that looks like such
a name has a backslash before it, and one more for each that it has already. A description without such lines is a
definition and nothing else.
"""

import re
from collections.abc import Mapping

from reader.domain.code import tidy_text

_NAMES = {"use_when": "[use when]", "not_when": "[not when]", "example": "[example]"}
_FIELDS = {name: field for field, name in _NAMES.items()}
_LOOKS_LIKE_NAME = re.compile(r"^(\\*)(\[(?:use when|not when|example)\])$", re.MULTILINE)
_ESCAPED = re.compile(r"^\\(\\*\[(?:use when|not when|example)\])$", re.MULTILINE)


def describe(definition: str, use_when: str, not_when: str, example: str) -> str:
    """The texts, each as ``tidy_text`` leaves it, as one description."""
    parts = [_escape(definition)] if definition else []
    for field, text in (("use_when", use_when), ("not_when", not_when), ("example", example)):
        if text:
            parts.append(f"{_NAMES[field]}\n{_escape(text)}")
    return "\n\n".join(parts)


def texts_of(description: str) -> Mapping[str, str]:
    """The texts that ``describe`` was given, by the names of the fields."""
    lines: dict[str, list[str]] = {"definition": []}
    field = "definition"
    for line in tidy_text(description).split("\n"):
        if line in _FIELDS:
            field = _FIELDS[line]
            lines.setdefault(field, [])
        else:
            lines[field].append(line)
    return {field: tidy_text(_ESCAPED.sub(r"\1", "\n".join(found))) for field, found in lines.items()}


def _escape(text: str) -> str:
    return _LOOKS_LIKE_NAME.sub(r"\\\1\2", text)
