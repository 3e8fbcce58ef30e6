"""Writes a file in one go: what was there before stays until the new one is whole."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import ErrorCode, UserError


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path beside ``target`` for a file that takes its place when the block ends well, and goes when it does not.

    A target that is a link stays one: the file that it leads to is replaced.

    Raises:
        UserError: EXPORT_UNWRITABLE, naming the target, for every OSError of the block or the replacement.
    """
    real = Path(os.path.realpath(target))
    part = real.with_name(f".jianbao-{secrets.token_hex(6)}.part")
    try:
        try:
            yield part
            part.replace(real)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(ErrorCode.EXPORT_UNWRITABLE, str(target), error.strerror or str(error)) from error
