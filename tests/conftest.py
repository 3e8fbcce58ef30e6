"""What holds for every test: no display, no trace of the user's own files, nothing left running."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before the first import of Qt, which reads them once. Tests of a real window start their own X server (x_display).
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
for name in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"):
    os.environ.pop(name, None)

pytest_plugins = ["tests.support.leftovers", "tests.support.windows", "tests.support.xvfb"]

# A slow moment of a shared machine is no failure, and a run of CI tries the same examples every time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home directory, with the XDG directories in it, for this test and the processes it starts."""
    # Outside tmp_path, so that a test finds that one empty; and short, since sockets in it have a limit of 108 bytes.
    with tempfile.TemporaryDirectory(prefix="jianbao-", ignore_cleanup_errors=True) as directory:
        root = Path(directory)
        monkeypatch.setenv("HOME", directory)
        for variable, below in (
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_STATE_HOME", ".local/state"),
            ("XDG_CACHE_HOME", ".cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ):
            (root / below).mkdir(parents=True, mode=0o700)
            monkeypatch.setenv(variable, str(root / below))
        yield root
