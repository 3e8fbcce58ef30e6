"""The fixtures that judge other tests are put to the test themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]

HEAD = """
import subprocess, sys, threading
from PySide6.QtCore import QThread, QTimer
pytest_plugins = ["tests.support.leftovers"]
"""


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("global kept; kept = QTimer(); kept.start(10_000)", "QTimer"),
        ("global kept; kept = QThread(); kept.start()", "QThread"),
        ("threading.Thread(target=threading.Event().wait, args=(3,), daemon=True, name='lazy').start()", "thread lazy"),
        ("global kept; kept = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)", "process"),
    ],
    ids=["timer", "qthread", "thread", "process"],
)
def test_what_a_test_leaves_running_fails_it(pytester: pytest.Pytester, body: str, named: str) -> None:
    pytester.makepyfile(
        f"{HEAD}\ndef test_leaving(qapp):\n    {body}\n"
        "def test_end():\n    if 'kept' in globals() and isinstance(kept, QThread): kept.quit(); kept.wait()\n"
    )
    result = run_apart(pytester)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([f"*left running by this test: *{named}*"])


def test_what_a_test_stops_is_not_held_against_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        f"{HEAD}\ndef test_tidy(qapp):\n"
        "    timer = QTimer(); timer.start(10_000); timer.stop()\n"
        "    thread = QThread(); thread.start(); thread.quit(); thread.wait()\n"
        "    other = threading.Thread(target=int); other.start(); other.join()\n"
        "    subprocess.run([sys.executable, '-c', ''], check=True)\n"
    )
    run_apart(pytester).assert_outcomes(passed=1)


def run_apart(pytester: pytest.Pytester) -> pytest.RunResult:
    pytester.makeini(f"[pytest]\npythonpath = {ROOT}\n")
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:hypothesispytest")


def test_a_program_can_be_shown_on_the_display(x_display: dict[str, str]) -> None:
    program = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "window = QLabel('剪报')\n"
        "window.show()\n"
        "window.windowHandle().activeChanged.connect(lambda: print(app.platformName(), flush=True) or app.quit())\n"
        "app.exec()\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], env=x_display, capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.strip() == "xcb"
