"""Which other libraries are searched beside the open one: chosen, remembered with it, found again and let go."""

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.errors import UserError
from reader.messages import printable
from reader.services.library import Library

_SETTING = "search.beside"


class Attaching(QObject):
    """Keeps the other libraries of one library. Whether they can be searched only a search finds out.

    Signals:
        changed: others are to be searched now.
        said: what was done.
        refused: the ``UserError`` that stood against it.
    """

    changed = Signal()
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, library: Library, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._window = window

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the others, absolute, in the order in which they were chosen."""
        return tuple(self._paths)

    @property
    def names(self) -> dict[Path, str]:
        """What the others are called."""
        return names_of(self._paths, self._library.path)

    @cached_property
    def _paths(self) -> list[Path]:
        return [Path(path) for path in json.loads(self._library.reading.setting(_SETTING) or "[]")]

    def ask(self) -> None:
        """Ask for another library, and search it too from now on."""
        self._ask_instead_of(None)

    def find_again(self, path: Path) -> None:
        """Ask where a library is now that is no longer where it was, and search it there."""
        self._ask_instead_of(path)

    def detach(self, *paths: Path) -> None:
        """Search some of the others no longer."""
        names = self.names
        gone = [path for path in paths if path in self._paths]
        if gone:
            self._keep([path for path in self._paths if path not in gone])
            listed = self.tr(", ").join(names[path] for path in gone)
            self.said.emit(self.tr("No longer searched: {names}").format(names=listed))

    def detach_all(self) -> None:
        """Search the open library alone."""
        self.detach(*self._paths)

    def _ask_instead_of(self, old: Path | None) -> None:
        from reader.ui.dialogs.library_file import library_to_search  # a dialog of files is slow to load

        folder = next((path.parent for path in (old, self._library.path) if path and path.parent.is_dir()), Path())
        chosen = library_to_search(self._window, folder)
        if chosen is not None:
            self._attach(chosen.absolute(), old)

    def _attach(self, path: Path, old: Path | None) -> None:
        from reader.services.joint_search import check_beside

        try:
            for searched in (self._library.path, *(other for other in self._paths if other != old)):
                check_beside(searched, path)
        except UserError as error:
            self.refused.emit(error)
            return
        kept = [path if other == old else other for other in self._paths]
        self._keep(kept if old in self._paths else [*kept, path])
        self.said.emit(self.tr("Searched too from now on: {name}").format(name=self.names[path]))

    def _keep(self, paths: list[Path]) -> None:
        try:
            self._library.reading.set_setting(_SETTING, json.dumps([str(path) for path in paths]))
        except UserError as error:
            self.refused.emit(error)
            return
        self._paths[:] = paths
        self.changed.emit()


def names_of(paths: Sequence[Path], own: Path) -> dict[Path, str]:
    """A name for each of some libraries beside one's own: that of its file, with its folder where two are called so."""
    stems = [path.stem for path in (own, *paths)]
    return {
        path: printable(path.stem if stems.count(path.stem) == 1 else f"{path.parent.name}/{path.stem}")
        for path in paths
    }
