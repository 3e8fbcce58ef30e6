"""Reading one page file, with every way in which that fails put into a code the user can act upon."""

import os
import stat
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.intake.decode import Decoded, decode

SIZE_LIMIT_MB = 200
_SIZE_LIMIT = SIZE_LIMIT_MB * 1_000_000


def read_page_file(path: Path, encoding: str | None = None) -> Decoded:
    """The decoded text of a page file; ``encoding`` None detects it.

    Raises:
        UserError: naming the file: it is gone, unreadable, no regular file, over 200 MB, or what ``decode`` says.
    """
    try:
        data = _read(path)
        return decode(data, encoding)
    except FileNotFoundError as error:
        raise UserError(ErrorCode.FILE_VANISHED, str(path)) from error
    except OSError as error:
        raise UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error)) from error
    except UserError as error:
        raise UserError(error.code, str(path), error.detail) from error


def portable_name(name: str | Path) -> str:
    """A file name as text that can be stored anywhere: bytes that are no UTF-8 become backslash escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _read(path: Path) -> bytes:
    # Before it is opened: a pipe would wait for a writer, and a device may never end.
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UserError(ErrorCode.FILE_TYPE)
    data = b""
    if status.st_size <= _SIZE_LIMIT:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)  # it may have grown since
    if max(status.st_size, len(data)) > _SIZE_LIMIT:
        raise UserError(ErrorCode.FILE_TOO_LARGE, detail=f"{SIZE_LIMIT_MB} MB")
    return data
