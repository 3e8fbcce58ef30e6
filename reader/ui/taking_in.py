"""Annotations from files: which files ask for it, and the dialog that shows what would come and takes it in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.domain.export import READABLE
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.open_dialogs import OpenDialogs
from reader.ui.settings import EXPORT_FOLDER, Settings
from reader.workers.jobs import JobRunner


def is_of_annotations(path: Path) -> bool:
    """Whether a file is one that annotations are read from, by its suffix; pages never have these."""
    return path.suffix.lower().removeprefix(".") in READABLE


class TakingIn(QObject):
    """The import of annotations of one window."""

    def __init__(self, library: Library, bus: ChangeBus, jobs: JobRunner, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._bus = bus
        self._jobs = jobs
        self._settings = settings
        self._window = window
        self._dialogs = OpenDialogs(self)

    def ask(self) -> None:
        """Ask which files, and show what they would bring."""
        kinds = " ".join(f"*.{suffix}" for suffix in sorted(READABLE))
        chooser = QFileDialog(
            self._window,
            self.tr("Import annotations"),
            self._settings.get(EXPORT_FOLDER),
            self.tr("Annotations ({kinds})").format(kinds=kinds),
        )
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self._on_chosen)
        self._dialogs.show(chooser)

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what files would bring; nothing is written before the user says so."""
        from reader.ui.dialogs.merge import MergeDialog

        self._dialogs.show(MergeDialog(self._library, self._bus, self._jobs, tuple(paths), self._window))

    @Slot("QStringList")
    def _on_chosen(self, chosen: list[str]) -> None:
        self.offer([Path(path) for path in chosen])
