"""The log file: what went wrong, with tracebacks, so that a report can be made of it."""

import logging
from pathlib import Path

_BYTES = 1_000_000
_KEPT = 3
_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def log_to(path: Path) -> None:
    """Write what is logged from now on to a file that is rotated at 1 MB; it is made when there is something to log.

    Where the file cannot be written, the log goes to standard error, since a full disk must not keep Jianbao from
    working.
    """
    root = logging.getLogger()
    root.addHandler(_Log(path))
    root.setLevel(logging.INFO)


class _Log(logging.Handler):
    """Opens the file with the first record: what rotates files is slow to load, and most runs have nothing to log."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._target: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on to the file."""
        if self._target is None:
            self._target = self._opened()
        self._target.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._target is not None:
            self._target.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            target: logging.Handler = RotatingFileHandler(
                self._path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace"
            )
        except OSError as error:
            target = logging.StreamHandler()
            target.handle(logging.LogRecord(__name__, logging.WARNING, "", 0, "no log file: %s", (error,), None))
        target.setFormatter(logging.Formatter(_FORMAT))
        return target
