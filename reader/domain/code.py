"""A codebook as a file has it: codes without ids, to be merged into that of a library."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.model import Color

TEXTS = ("definition", "use_when", "not_when", "example")
"""The fields in which a tag and a code say what they mean."""

_UNSAID = re.compile("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # no file format keeps these


class NoCodebookError(Exception):
    """The content of a file is no codebook; the message says why, in the words of the parser or ours."""


class CodeIssue(StrEnum):
    """What of a file's code could not be taken as it stands there."""

    NO_NAME = "no-name"  # left out
    BAD_UID = "bad-uid"  # taken by its name
    DUPLICATE_UID = "duplicate-uid"  # the second one is taken by its name
    UNKNOWN_PARENT = "unknown-parent"  # stands at the root, or where the library has it
    CYCLE = "cycle"  # stands at the root, or where the library has it
    BAD_COLOR = "bad-color"  # without a colour
    NAME_IN_USE = "name-in-use"  # taken under another name, or keeps the one that it has
    SETS = "sets"  # sets of codes are left out


@dataclass(frozen=True, slots=True)
class CodeProblem:
    """One thing to be listed: what it is, the name of the code that it is about, and what was refused or put for it."""

    issue: CodeIssue
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a file.

    ``uid`` is a UUID in lower case or "". ``parent`` is the place of its parent among the codes; where that is none of
    them, ``parent_name`` may name a tag of the library.
    """

    name: str
    uid: str = ""
    parent: int | None = None
    parent_name: str = ""
    color: Color | None = None
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class ForeignCodebook:
    """The codes of a file in its order, without cycles and with each uid once, and what is to be said of them.

    ``is_tree`` is whether the file could say what stands under what; where it could not, nothing is moved by it.
    """

    codes: tuple[Code, ...]
    problems: tuple[CodeProblem, ...] = ()
    is_tree: bool = True


def tidy_name(text: str) -> str:
    """A tag's name as it is kept: white space folded, no ``#`` before it. Empty where nothing is left."""
    return " ".join(_UNSAID.sub("", text).split()).lstrip("#＃").strip()


def tidy_text(text: str) -> str:
    """A text about a tag as it is kept: lines end in LF, nothing but text around it, no control characters."""
    return _UNSAID.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def checked(codes: Sequence[Code], problems: Iterable[CodeProblem] = (), *, is_tree: bool = True) -> ForeignCodebook:
    """Codes as a reader found them as a codebook: a uid that comes again and the parent that closes a cycle go."""
    kept: list[Code] = []
    found = list(problems)
    uids: set[str] = set()
    for code in codes:
        if code.uid and code.uid in uids:
            found.append(CodeProblem(CodeIssue.DUPLICATE_UID, code.name, code.uid))
            kept.append(replace(code, uid=""))
        else:
            kept.append(code)
        uids.add(code.uid)
    for place in _closing(kept):
        found.append(CodeProblem(CodeIssue.CYCLE, kept[place].name))
        kept[place] = replace(kept[place], parent=None)
    return ForeignCodebook(tuple(kept), tuple(found), is_tree)


def _closing(codes: Sequence[Code]) -> list[int]:
    """The first code of each cycle, by its place."""
    closing = []
    done: set[int] = set()
    for start in range(len(codes)):
        walk: list[int] = []
        at: int | None = start
        while at is not None and at not in done:
            done.add(at)
            walk.append(at)
            at = codes[at].parent
        if at is not None and at in walk:
            closing.append(min(walk[walk.index(at) :]))
    return closing
