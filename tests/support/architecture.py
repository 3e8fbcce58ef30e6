"""The rules of the house, checked on source text: who may import whom, and what a module must not do.

A rule sees one parsed module at a time and yields what is wrong with it.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAX_LINES = 600
P90_LINES = 400

_SETUP = frozenset({"bootstrap", "venv_setup", "system_packages", "progress_line"})
_INNER = frozenset({"intake", "segment", "storage", "exchange"})
_BASE = frozenset({"domain", "errors", "paths"})

DOORS: dict[str, frozenset[str]] = {
    "__init__": frozenset(),
    "errors": frozenset(),
    "paths": frozenset(),
    "log": frozenset(),
    "domain": frozenset({"errors"}),
    "messages": frozenset({"domain", "errors"}),
    "engine_words": frozenset({"domain", "messages"}),
    "file_words": frozenset({"domain", "messages"}),
    "intake": _BASE,
    "segment": _BASE,
    "storage": _BASE,
    "exchange": _BASE,
    "services": _BASE | _INNER | {"log"},
    "workers": _BASE | {"services", "log"},
    "ui": _BASE | {"services", "workers", "messages", "engine_words", "file_words"},
    "cli": _BASE
    | {
        "services",
        "messages",
        "engine_words",
        "file_words",
        "log",
        "app",
        "qt_loading",
        "progress_line",
        "system_packages",
    },
    "app": _BASE | {"services", "workers", "ui", "messages", "log", "system_packages"},
    "qt_loading": frozenset(),
    "progress_line": frozenset(),
    "system_packages": _SETUP,
    "bootstrap": _SETUP,
    "venv_setup": _SETUP,
    "__main__": frozenset({"bootstrap", "cli"}),
}
"""Room (a package in reader, or a module beside them) → the other rooms that it may import from."""

QT_ROOMS: dict[str, frozenset[str] | None] = {
    "app": None,
    "ui": None,
    "qt_loading": frozenset({"PySide6.QtCore"}),
    "workers": frozenset({"PySide6.QtCore", "PySide6.QtNetwork"}),
}
"""Room → the Qt modules that it may import, None for all of them."""


@dataclass(frozen=True)
class Module:
    """A module of reader: its dotted name and its source."""

    name: str
    source: str

    @classmethod
    def read(cls, path: Path, root: Path) -> Module:
        """Read the module at path in the project's directory root."""
        parts = list(path.relative_to(root).with_suffix("").parts)
        return cls(".".join(parts[:-1] if parts[-1] == "__init__" else parts), path.read_text(encoding="utf-8"))

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.source, self.name)

    @property
    def room(self) -> str:
        """The package or module of reader that it belongs to."""
        return _room(self.name)

    @cached_property
    def imports(self) -> list[tuple[int, str]]:
        """All that it imports, wherever in the file, as (line, dotted name); relative imports are left out."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                # "from reader import cli" opens the door to reader.cli; only packages of two levels are told apart.
                deeper = node.module in {"reader", "PySide6"}
                found += [
                    (node.lineno, f"{node.module}.{alias.name}" if deeper else node.module) for alias in node.names
                ]
        return found

    @cached_property
    def calls(self) -> list[tuple[int, str]]:
        """The functions and methods that it calls, as (line, last part of the name)."""
        nodes = (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return [(node.lineno, _last_name(node.func)) for node in nodes]


def _room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _doors(module: Module) -> Iterator[str]:
    """Data flows one way, so that each room can be read, tested and changed without those above it."""
    if module.room not in DOORS:
        yield f"the room {module.room} is not in the plan"
        return
    for line, name in module.imports:
        room = _room(name)
        inside = name.split(".")[0] == "reader" and room in DOORS and room not in {module.room, "__init__"}
        if inside and room not in DOORS[module.room]:
            yield f"line {line}: {module.room} imports {room}"


def _sqlite(module: Module) -> Iterator[str]:
    """Only storage knows how the library lies on disk, or a change of it would touch the whole house."""
    if module.room != "storage":
        for line, name in module.imports:
            if name.split(".")[0] in {"sqlite3", "sqlite_utils"}:
                yield f"line {line}: imports {name}"


def _qt(module: Module) -> Iterator[str]:
    """Without Qt the rooms below run in a worker, on the command line and in tests without a display."""
    allowed = QT_ROOMS.get(module.room, frozenset())
    for line, name in module.imports:
        qt = ".".join(name.split(".")[:2])
        if name.split(".")[0] in {"PySide6", "shiboken6"} and allowed is not None and qt not in allowed:
            yield f"line {line}: imports {name}"


def _standard_library(module: Module) -> Iterator[str]:
    """The set-up runs before anything is installed."""
    if module.room in _SETUP:
        for line, name in module.imports:
            if name.split(".")[0] not in sys.stdlib_module_names | {"reader"}:
                yield f"line {line}: imports {name}"


def _no_relative_import(module: Module) -> Iterator[str]:
    """One way to name a module makes every import findable by one search."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"line {node.lineno}: relative import"


def _no_hidden_import(module: Module) -> Iterator[str]:
    """An import by name at run time would slip through the rules on imports."""
    for line, name in module.calls:
        if name in {"import_module", "__import__"}:
            yield f"line {line}: calls {name}"


def _no_nested_event_loop(module: Module) -> Iterator[str]:
    """A nested event loop lets a second click run into the middle of the first; a job does not."""
    for line, name in module.calls:
        if name == "processEvents":
            yield f"line {line}: calls {name}"


def _print_only_in_cli(module: Module) -> Iterator[str]:
    """Only the command line speaks on the terminal; all else returns, raises or logs."""
    if module.room != "cli":
        for line, name in module.calls:
            if name == "print":
                yield f"line {line}: calls {name}"


def _documented(module: Module) -> Iterator[str]:
    """A reader learns from the first line what a module is for."""
    if not ast.get_docstring(module.tree):
        yield "has no docstring"


def _not_too_long(module: Module) -> Iterator[str]:
    """What no longer fits in the head is to be split."""
    lines = module.source.count("\n")
    if lines > MAX_LINES:
        yield f"{lines} lines"


RULES: dict[str, Callable[[Module], Iterator[str]]] = {
    "doors": _doors,
    "sqlite": _sqlite,
    "qt": _qt,
    "stdlib": _standard_library,
    "absolute": _no_relative_import,
    "visible": _no_hidden_import,
    "events": _no_nested_event_loop,
    "print": _print_only_in_cli,
    "docstring": _documented,
    "length": _not_too_long,
}
"""Name → check, which yields what is wrong in a module; the docstring of a check gives the reason for the rule."""


def breaches(rule: str, module: Module) -> list[str]:
    """Return one line for each breach of rule in module, naming both module and line."""
    return [f"{module.name}: {what}" for what in RULES[rule](module)]
