"""A real display for the tests that need one: windows with focus, a clipboard, double-clicks."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCREEN = "1600x1000x24"
PROGRAMS = ("Xvfb", "openbox")


@pytest.fixture
def x_display() -> Iterator[dict[str, str]]:
    """Start an X server and a window manager on a free display; yield the environment for programs to be shown on it.

    Qt in the test's own process stays offscreen: start the program under test with this environment instead.
    """
    for program in PROGRAMS:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    with display() as environ:
        yield environ


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """As ``x_display``, where ``PROGRAMS`` are installed."""
    read_end, write_end = os.pipe()
    server = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    with os.fdopen(read_end) as number, _running(server, pass_fds=(write_end,)):
        os.close(write_end)
        environ = {**os.environ, "DISPLAY": f":{_next_line(number, server)}", "QT_QPA_PLATFORM": "xcb"}
        manager = ["openbox", "--startup", "echo ready"]
        with _running(manager, env=environ, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            while _next_line(process.stdout, manager) != "ready":
                pass  # it may warn of a menu that is not there
            yield environ


@contextmanager
def _running(command: Sequence[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **options) as process:
        try:
            yield process
        finally:
            process.terminate()


def _next_line(stream: IO[str], command: Sequence[str]) -> str:
    """Wait for what command says next; when it dies, its stream ends, and the test fails instead of waiting."""
    line = stream.readline()
    if not line:
        pytest.fail(f"{command[0]} did not start")
    return line.strip()
