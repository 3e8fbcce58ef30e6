"""Permissions hold for ordinary users only; tests of what is forbidden become one where they run as root."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOBODY = 65534


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Have the permissions of an ordinary user inside the block."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that an ordinary user may use too, unlike pytest's own ones of root."""
    with tempfile.TemporaryDirectory(prefix="jianbao-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, _NOBODY, _NOBODY)
        yield folder
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o700)
