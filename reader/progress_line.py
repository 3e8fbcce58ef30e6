"""One line of progress on stderr, rewritten in place on a terminal and printed sparingly elsewhere.

Standard library only, because the set-up of a bare checkout uses it before anything is installed.
"""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class ProgressLine:
    """A context manager that shows one step after another on a single line of stderr.

    On a terminal each step replaces the one before; in a log or a pipe only the first line and the closing one are
    written, so that the output of a CI run stays short.

    Args:
        title: what is being done, without a full stop; it begins every line.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = time.monotonic()
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Self:
        """Show the title."""
        self._write(f"{self._title} …")
        return self

    def step(self, text: str) -> None:
        """Replace the line's end by text; does nothing where the line can't be rewritten."""
        if self._live:
            self._write(f"{self._title}: {text}")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the line by how long it took, or by the word "failed" when an exception passes through."""
        seconds = time.monotonic() - self._started
        self._write(f"{self._title}: {'done' if kind is None else 'failed'} after {seconds:.0f} s")
        if self._live:
            sys.stderr.write("\n")
            sys.stderr.flush()

    def _write(self, text: str) -> None:
        if self._live:
            width = max(20, shutil.get_terminal_size().columns - 1)
            sys.stderr.write(f"\r\x1b[K{text[:width]}")
        else:
            sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
