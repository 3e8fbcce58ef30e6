"""Reading one page file, with every way in which that fails put into a code the user can act upon."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.intake.decode import Decoded, decode

SIZE_LIMIT_MB = 200
_SIZE_LIMIT = SIZE_LIMIT_MB * 1_000_000
LINE_LIMIT = 100_000
"""A page of a newspaper has some hundreds; weighing a million against each other would take minutes and gigabytes."""


def read_page_file(path: Path, encoding: str | None = None) -> Decoded:
    """The decoded text of a page file; ``encoding`` None detects it.

    Raises:
        UserError: naming the file: it is gone, unreadable, no regular file, of more than 200 MB or 100,000 lines, or
            what ``decode`` says.
    """
    with _naming(path):
        decoded = decode(_read(path), encoding)
        if decoded.text.count("\n") > LINE_LIMIT:
            raise UserError(ErrorCode.FILE_TOO_LONG, detail=f"{LINE_LIMIT:,}")
        return decoded


def read_beginning(path: Path, size: int) -> bytes:
    """The first ``size`` bytes of a file, or what there is. Raises UserError as ``read_page_file`` does."""
    with _naming(path):
        _regular(path)
        with path.open("rb") as file:
            return file.read(size)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Raise what goes wrong with a file as a UserError that names it."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError(ErrorCode.FILE_VANISHED, str(path)) from error
    except OSError as error:
        raise UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error)) from error
    except UserError as error:
        raise UserError(error.code, str(path), error.detail) from error


def portable_name(name: str | Path) -> str:
    """A file name as text that can be stored anywhere: bytes that are no UTF-8 become backslash escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _regular(path: Path) -> os.stat_result:
    """The status of a file before it is opened: a pipe would wait for a writer, and a device may never end."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UserError(ErrorCode.FILE_TYPE)
    return status


def _read(path: Path) -> bytes:
    status = _regular(path)
    data = b""
    if status.st_size <= _SIZE_LIMIT:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)  # it may have grown since
    if max(status.st_size, len(data)) > _SIZE_LIMIT:
        raise UserError(ErrorCode.FILE_TOO_LARGE, detail=f"{SIZE_LIMIT_MB} MB")
    return data
