"""What a window does without at its start: modules that wait for their first use, and sources that nobody reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_STARTED = """
import json, linecache, sys
from reader import cli, qt_loading
qt_loading.load()
from PySide6.QtWidgets import QApplication
from tests.bench.ticks import UsableWatch

def usable(window):
    print(json.dumps({"modules": sorted(sys.modules), "sources": sorted(linecache.cache)}))
    window.close()

watch = UsableWatch(QApplication(["start"]), usable)
sys.exit(cli.main([sys.argv[1]]))
"""

LATER = {
    "numpy": "matplotlib needs it for a chart",
    "matplotlib": "a chart is drawn",
    "lxml": "a file is written or read",
    "openpyxl": "a workbook is written",
    "docx": "a document is written",
    "rapidfuzz": "articles are compared",
    "opencc": "a text is turned into simplified characters",
    "pypinyin": "names are sorted",
    "sqlite_utils": "a library is made or brought up to date",
    "reader.exchange": "annotations leave or come",
    "reader.segment": "a page is split",
    "reader.intake": "a page is read",
    "reader.file_words": "a file of others is merged",
    "reader.domain.citation": "a quote is copied with its source",
    "reader.domain.fold": "something is searched for",
    "reader.domain.pinyin": "something is searched for",
    "reader.domain.pinyin_words": "something is searched for by pinyin",
    "reader.domain.parcel": "annotations come",
    "reader.services.importing": "pages are imported",
    "reader.services.repairs": "a page is repaired",
    "reader.services.searching": "something is searched for",
    "reader.ui.import_panel": "pages are imported",
    "reader.ui.search.results": "something is searched for",
    "reader.ui.workbench.page_view": "the workbench is shown",
    "reader.workers.import_worker": "pages are imported",
}
"""What a start must not load, and when it is loaded."""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was loaded and which sources were read when a window over a library that is there could be used."""
    home = tmp_path_factory.mktemp("home")
    homes = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, **homes, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-c", _STARTED, str(home / "library.jianbao")]
    for _ in range(2):  # the first one makes the library
        done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_start_loads_only_what_it_needs(started: dict[str, list[str]]) -> None:
    assert "reader.ui.main_window" in started["modules"]
    loaded = [name for name in started["modules"] for late in LATER if name == late or name.startswith(f"{late}.")]
    assert not loaded, "\n".join(f"{name}: not before {LATER.get(name, 'its first use')}" for name in loaded)


def test_a_start_reads_no_source_of_its_own(started: dict[str, list[str]]) -> None:
    assert not [name for name in started["sources"] if name.startswith(str(ROOT / "reader"))]
