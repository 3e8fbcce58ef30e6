"""Programs started as a desktop starts them, and seen as it sees them: by their windows and their processes."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from pathlib import Path

PATIENCE_S = 60


class Desktop:
    """A user's desktop: an X display, and the home directory by which the processes started on it are known.

    Attributes:
        environ: the environment of what is started on it.
    """

    def __init__(self, environ: dict[str, str], home: Path) -> None:
        self.environ = environ
        self._mark = f"HOME={home}".encode()

    def run(self, *command: str, check: bool = True) -> str:
        """Run a program on the display to its end; returns what it printed. Raises CalledProcessError if it fails."""
        # Into a file: what the program starts and leaves behind would hold a pipe open.
        with tempfile.TemporaryFile("w+") as output:
            subprocess.run(command, env=self.environ, stdout=output, check=check, timeout=PATIENCE_S)
            output.seek(0)
            return output.read().strip()

    def windows(self, title: str, *, wait: bool = False) -> list[int]:
        """The visible windows with exactly this title; with ``wait``, as soon as there is one."""
        return self._search(*(["--sync"] if wait else []), "--name", f"^{title}$")

    def windows_of_class(self, name: str) -> list[int]:
        """The visible windows whose WM_CLASS has exactly this name."""
        return self._search("--class", f"^{name}$")

    def _search(self, *options: str) -> list[int]:
        return [int(window) for window in self.run("xdotool", "search", "--onlyvisible", *options, check=False).split()]

    def pid_of(self, window: int) -> int:
        """The process that a window belongs to, by its own word (_NET_WM_PID)."""
        return int(self.run("xdotool", "getwindowpid", str(window)))

    def active_window(self) -> int:
        """The window that the window manager gave the keyboard, 0 if none."""
        return int(self.run("xdotool", "getactivewindow", check=False) or 0)

    def press(self, *keys: str) -> None:
        """Press keys at whatever has the keyboard, the window manager first."""
        self.run("xdotool", "key", *keys)

    def programs(self) -> list[int]:
        """The running processes of Jianbao in this home; not the workers that they started."""
        return [int(process.name) for process in Path("/proc").glob("[0-9]*") if self._is_ours(process)]

    def open_files(self, pid: int) -> set[Path]:
        """The files that a process holds open; empty when it has ended."""
        try:
            return {link.readlink() for link in Path(f"/proc/{pid}/fd").iterdir()}
        except (FileNotFoundError, PermissionError):
            return set()

    def end_all(self) -> None:
        """Kill what is still running in this home."""
        for pid in self.programs():
            os.kill(pid, signal.SIGKILL)

    def _is_ours(self, process: Path) -> bool:
        program, *arguments = _read(process / "cmdline").decode(errors="replace").split("\0")
        by_script = bool(arguments) and arguments[0].endswith("/jianbao")
        return (
            "python" in program
            and (arguments[:2] == ["-m", "reader"] or by_script)
            and self._mark in _read(process / "environ").split(b"\0")
        )


def _read(path: Path) -> bytes:
    """What a file of /proc says; nothing where its process has ended or is another user's."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return b""
