"""Starts the program of a bare checkout inside its own virtual environment, which is made at the first start.

Standard library only, and written so that Python 3.8 can still read it: an older Python then says what is wrong
instead of showing a syntax error. The way taken at every later start compares two small files and is over; all that
takes time is in `reader.venv_setup`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

MINIMUM_PYTHON = (3, 11)


class Checkout:
    """A directory that holds the project's sources, and the environment that is made in it.

    Attributes:
        root: the directory of pyproject.toml.
        venv: the virtual environment beside it.
        python: the interpreter in that environment.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_bare(self) -> bool:
        """Tell whether root is a checkout at all; an installed package has no pyproject.toml above it."""
        return (self.root / "pyproject.toml").is_file() and (self.root / "resources").is_dir()

    def lock(self, requirements: str) -> Path:
        """Return the lock file of requirements, "run" or "dev"."""
        return self.root / "resources" / "locks" / f"{requirements}.txt"

    def stamp(self, requirements: str) -> Path:
        """Return the copy of the lock file that the environment was filled from, written when all of it was there."""
        return self.venv / f"jianbao-{requirements}.txt"

    def is_ready(self, requirements: str) -> bool:
        """Tell whether the environment holds what the lock file asks for; that of "dev" includes that of "run"."""
        if not self.python.exists():
            return False
        return any(_same(self.lock(name), self.stamp(name)) for name in (requirements, "dev"))


def ensure(requirements: str = "run") -> None:
    """Return at once where the program can run; from a bare checkout, prepare .venv and start again in there.

    An installed distribution is left alone, also one that is installed as a link to the checkout.

    Args:
        requirements: "run" for the program, "dev" for its tests as well.

    Raises:
        SystemExit: this Python is too old, or the environment could not be made; the message says what to do.
    """
    if tuple(sys.version_info[:2]) < MINIMUM_PYTHON:
        needed, found = ".".join(map(str, MINIMUM_PYTHON)), sys.version.split()[0]
        sys.exit(f"Jianbao needs Python {needed} or later; this is Python {found}.")
    checkout = Checkout(Path(__file__).resolve().parents[1])
    if not checkout.is_bare():
        return
    if not checkout.is_ready(requirements):
        from reader import venv_setup  # late, because a start that finds all in order has no use for it

        if requirements == "run" and venv_setup.is_installed():
            return
        venv_setup.prepare(checkout, requirements)
    if Path(sys.prefix).resolve() != checkout.venv.resolve():
        _restart(checkout.python)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except FileNotFoundError:
        return False


def _restart(python: Path) -> None:
    args = [str(python), *sys.orig_argv[1:]]
    if os.name == "nt":  # there exec returns to the shell at once, and the two would fight for the terminal
        import subprocess

        sys.exit(subprocess.call(args))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, args)  # noqa: S606 - no shell is wanted
