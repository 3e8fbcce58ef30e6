"""The plan of the house holds: its rooms, its doors, its sizes, its top level; and the rules can tell a breach."""

from __future__ import annotations

from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.support.architecture import DOORS, MAX_LINES, P90_LINES, RULES, Module, breaches

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "reader").rglob("*.py"))
MODULES = [Module.read(path, ROOT) for path in SOURCES]

TOP_LEVEL = {"pyproject.toml", "reader", "resources", "seeds", "tests", "README.md", "CHANGELOG.md", "LICENSE"}
BUILT = {"build", "dist", "__pycache__"}


@pytest.mark.parametrize("rule", RULES)
def test_every_module_keeps_the_rule(rule: str) -> None:
    broken = [breach for module in MODULES for breach in breaches(rule, module)]
    assert not broken, "\n".join([str(RULES[rule].__doc__), *broken])


def test_most_files_are_short() -> None:
    lengths = sorted(module.source.count("\n") for module in MODULES)
    p90 = lengths[len(lengths) * 9 // 10]
    assert p90 < P90_LINES, f"A house of large files is one of few rooms: one in ten has {p90} lines or more."


def test_no_test_file_is_too_long() -> None:
    long = [path.name for path in (ROOT / "tests").rglob("*.py") if path.read_text().count("\n") > MAX_LINES]
    assert not long, "Tests are read to learn what the program does."


def test_the_plan_has_no_circle() -> None:
    order = list(TopologicalSorter({room: doors - {room} for room, doors in _without_setup().items()}).static_order())
    assert order.index("domain") < order.index("storage") < order.index("services") < order.index("ui")


def _without_setup() -> dict[str, frozenset[str]]:
    # bootstrap and venv_setup are one thing in two files: what is needed at every start, and what only at the first.
    return {room: doors for room, doors in DOORS.items() if room not in {"bootstrap", "venv_setup"}}


def test_every_planned_room_is_there() -> None:
    rooms = {module.room for module in MODULES}
    assert rooms == set(DOORS), "The table of doors describes the house as it is."


def test_the_top_level_is_as_planned() -> None:
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    found = {name for name in entries if name not in BUILT and not name.endswith(".egg-info")}
    assert found == TOP_LEVEL, "Who opens the project sees at once where things are."


@pytest.mark.parametrize(
    ("rule", "module", "source"),
    [
        ("doors", "reader.domain.model", "from reader.storage.pages import Pages"),
        ("doors", "reader.storage.pages", "from reader.segment import lines"),
        ("doors", "reader.storage.pages", "def late():\n    import reader.services.library"),
        ("doors", "reader.services.library", "from reader import ui"),
        ("doors", "reader.ui.window", "from reader.storage.pages import Pages"),
        ("doors", "reader.ui.window", "if TYPE_CHECKING:\n    from reader.exchange import rows"),
        ("doors", "reader.workers.job", "from reader.ui import window"),
        ("doors", "reader.cli.search", "from reader.storage import search"),
        ("doors", "reader.attic.box", ""),
        ("sqlite", "reader.services.library", "import sqlite3"),
        ("sqlite", "reader.ui.window", "from sqlite_utils import Database"),
        ("sqlite", "reader.cli.check", "import os, sqlite3.dbapi2"),
        ("qt", "reader.domain.textpos", "from PySide6.QtCore import QObject"),
        ("qt", "reader.services.library", "import PySide6"),
        ("qt", "reader.cli.tree", "from shiboken6 import isValid"),
        ("qt", "reader.workers.job", "from PySide6.QtWidgets import QWidget"),
        ("qt", "reader.workers.job", "from PySide6 import QtGui"),
        ("stdlib", "reader.bootstrap", "import platformdirs"),
        ("stdlib", "reader.system_packages", "def late():\n    from pip import main"),
        ("absolute", "reader.storage.pages", "from .connection import connect"),
        ("absolute", "reader.storage.pages", "from . import connection"),
        ("visible", "reader.storage.pages", "importlib.import_module('reader.ui')"),
        ("visible", "reader.storage.pages", "__import__('reader.ui')"),
        ("events", "reader.ui.window", "QApplication.processEvents()"),
        ("print", "reader.storage.pages", "print('here')"),
        ("docstring", "reader.storage.pages", "import os"),
        ("length", "reader.storage.pages", "\n" * (MAX_LINES + 1)),
    ],
)
def test_a_breach_is_seen(rule: str, module: str, source: str) -> None:
    assert breaches(rule, Module(module, source))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("reader.domain.model", "from reader.errors import UserError\nfrom reader.domain import anchor"),
        ("reader.storage.pages", "import sqlite3, sqlite_utils\nfrom reader.domain.model import Page"),
        ("reader.workers.job", "from PySide6.QtCore import QObject\nfrom reader.services.library import Library"),
        ("reader.ui.window", "from PySide6.QtWidgets import QWidget\nfrom reader import __version__"),
        ("reader.cli.tree", "from reader.services import library\nprint('剪报')"),
        ("reader.app", "import reader.ui.window, reader.workers.job\nfrom PySide6 import QtWidgets"),
        ("reader.venv_setup", "import fcntl\nfrom reader.bootstrap import Checkout"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    sound = Module(module, f'"""What it is for."""\n{source}\n')
    assert not [breach for rule in RULES for breach in breaches(rule, sound)]
