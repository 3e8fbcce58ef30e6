"""Asking for the file of a library, one that is there or a new one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.messages import QT_TRANSLATE_NOOP
from reader.paths import LIBRARY_SUFFIX

_OPEN = QT_TRANSLATE_NOOP("library_file", "Open library")
_SEARCH = QT_TRANSLATE_NOOP("library_file", "Library to search too")
_MAKE = QT_TRANSLATE_NOOP("library_file", "New library")
_KIND = QT_TRANSLATE_NOOP("library_file", "Jianbao libraries (*{suffix})")


def library_to_open(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask which library to open; None where the user asks for none."""
    return _one_that_is_there(parent, folder, _OPEN)


def library_to_search(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask which library to search beside the open one; None where the user asks for none."""
    return _one_that_is_there(parent, folder, _SEARCH)


def _one_that_is_there(parent: QWidget | None, folder: Path, title: str) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(parent, _tr(title), str(folder), _filter())
    return Path(chosen) if chosen else None


def library_to_make(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask where to make a library; a name without a suffix gets the one of libraries. None where the user gives up.

    A library that is there already is not replaced but opened, so there is no question about it.
    """
    unasked = QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, _tr(_MAKE), str(folder), _filter(), options=unasked)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(LIBRARY_SUFFIX)


def _filter() -> str:
    return _tr(_KIND).format(suffix=LIBRARY_SUFFIX)


def _tr(text: str) -> str:
    return QCoreApplication.translate("library_file", text)
