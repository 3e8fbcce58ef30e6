"""The export dialog: which annotations, how they are written, how that will look, and writing them."""

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.export import ExportOptions
from reader.domain.mark_filter import MarkFilter
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.services.exporting import PREVIEW_ROWS, ExportProgress
from reader.services.library import Library
from reader.ui.annotations.words import filter_words
from reader.ui.dialogs.export_filters import FilterForm
from reader.ui.dialogs.export_options import OptionsForm
from reader.ui.dialogs.export_preview import Look, PreviewTable, look
from reader.ui.dialogs.export_words import annotations, format_name, heading, left_out
from reader.ui.settings import EXPORT_FOLDER, Settings
from reader.ui.theme.tokens import Tokens
from reader.ui.words import error_text
from reader.workers.jobs import Job, JobRunner, Work

_SIZE = (960, 640)
_DEBOUNCE_MS = 150


class ExportDialog(QDialog):
    """Exports annotations of a library.

    ``listed`` is what the annotation list shows, which is written then; otherwise filters are asked for.

    Shape, encoding and folder are remembered. Filters are not: one that was forgotten would leave annotations out.

    Attributes:
        path: where the last export went; None before one has.
    """

    def __init__(
        self,
        library: Library,
        scopes: tuple[Scope, ...],
        jobs: JobRunner,
        settings: Settings,
        tokens: Tokens,
        parent: QWidget | None = None,
        *,
        listed: MarkFilter | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._scopes = scopes
        self._listed = listed
        self._jobs = jobs
        self._settings = settings
        self._looking: Job | None = None
        self._exporting: Job | None = None
        self._total = self._left_out = 0
        self.path: Path | None = None
        self.setWindowTitle(self.tr("Export annotations"))
        self.resize(*_SIZE)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._look)
        self.options = OptionsForm(settings, selection=bool(scopes), parent=self)
        self.filters = FilterForm(library.exports.newspapers(), library.marks.tag_names(), tokens, self)
        self.preview = PreviewTable(self)
        self._make_footer()
        self._lay_out()
        self._connect()
        self._look()

    def wanted(self) -> MarkFilter:
        """Which annotations will be written."""
        if self._listed is not None:
            return self._listed
        return replace(self.filters.wanted(), scopes=self._scopes if self.options.selected.isChecked() else ())

    def done(self, result: int) -> None:
        """Close; a preview or an export under way is of no use then."""
        self._timer.stop()
        for job in (self._looking, self._exporting):
            if job is not None:
                job.abandon()
        super().done(result)

    def reject(self) -> None:
        """Esc stops an export first, and closes the dialog when none is under way."""
        if self._exporting is None:
            super().reject()
        else:
            self._exporting.cancel()

    def _make_footer(self) -> None:
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.open_file = QPushButton(self.tr("Open &file"), self)
        self.open_folder = QPushButton(self.tr("Open fol&der"), self)
        self.cancel = QPushButton(self.tr("&Cancel export"), self)
        for button in (self.open_file, self.open_folder, self.cancel):
            button.setAutoDefault(False)
            button.hide()
        self.close_ = QPushButton(self.tr("Close"), self)
        self.close_.setAutoDefault(False)
        self.export = QPushButton(self.tr("&Export…"), self)
        self.export.setDefault(True)
        self.export.setEnabled(False)

    def _lay_out(self) -> None:
        which = QVBoxLayout()
        if self._listed is None:
            which.addWidget(heading(self.tr("Only those"), self))
            which.addWidget(self.filters)
        else:
            self.filters.hide()
            self.options.hide_extent()
            which.addWidget(heading(self.tr("What the list shows"), self))
            words = QLabel(filter_words(self._listed) or self.tr("All annotations of the library"), self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            which.addWidget(words)
        which.addStretch()
        top = QGridLayout()
        top.setHorizontalSpacing(32)
        top.addWidget(self.options, 0, 0)
        top.addLayout(which, 0, 1)
        top.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        for button in (self.open_file, self.open_folder):
            buttons.addWidget(button)
        buttons.addStretch()
        for button in (self.cancel, self.close_, self.export):
            buttons.addWidget(button)
        self._above = QLabel(self)
        self._above.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addSpacing(8)
        layout.addWidget(self._above)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.options.changed.connect(self._on_changed)
        self.filters.changed.connect(self._on_changed)
        self.filters.leave_requested.connect(self.reject)
        self.export.clicked.connect(self._choose_file)
        self.close_.clicked.connect(self.reject)
        self.cancel.clicked.connect(self._on_cancel)
        self.open_file.clicked.connect(self._on_open_file)
        self.open_folder.clicked.connect(self._on_open_folder)

    @Slot()
    def _on_changed(self) -> None:
        """Look again when nothing has changed for a moment; what was exported is no longer what is shown."""
        problem = self.filters.problem()
        self._say(problem)
        self.export.setEnabled(False)
        if problem:
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        everywhere = self.filters.wanted() if self._listed is None else self._listed
        selected = replace(everywhere, scopes=self._scopes)
        job = self._jobs.start(
            look(self.wanted(), everywhere, selected, self.options.options()), supersedes="export preview"
        )
        self._looking = job
        job.finished.connect(self._on_looked)
        job.refused.connect(self._on_refused)

    @Slot(object)
    def _on_looked(self, seen: Look) -> None:
        self._looking = None
        self.preview.rows.show_rows(seen.preview.rows, seen.preview.header)
        self._total, self._left_out = seen.preview.total, seen.preview.left_out
        self.options.show_counts(seen.whole, seen.selected)
        self._above.setText(self._what_is_shown(seen))
        self.export.setEnabled(bool(self._total) and self._exporting is None and not self._timer.isActive())

    def _what_is_shown(self, seen: Look) -> str:
        if self.wanted() == MarkFilter() and not seen.preview.total:
            return self.tr("There are no annotations in this library yet.")
        if not seen.preview.total:
            return self.tr("No annotations match.")
        if len(seen.preview.rows) < PREVIEW_ROWS:
            return annotations(seen.preview.total) + left_out(seen.preview.left_out)
        words = self.tr("The first {rows} rows of {annotations}")
        said = words.format(rows=len(seen.preview.rows), annotations=annotations(seen.preview.total))
        return said + left_out(seen.preview.left_out)

    @Slot()
    def _choose_file(self) -> None:
        folder = self._settings.get(EXPORT_FOLDER)
        if not Path(folder).is_dir():
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file_format = self.options.options().file_format
        name = f"{self._library.path.stem}-{datetime.now().astimezone():%Y-%m-%d}.{file_format}"
        kind = f"{format_name(file_format)} (*.{file_format})"
        chooser = QFileDialog(self, self.tr("Export annotations"), folder, kind)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(file_format.value)
        chooser.selectFile(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._on_file_chosen)
        chooser.open()

    @Slot(str)
    def _on_file_chosen(self, chosen: str) -> None:
        self.path = Path(chosen)
        self.options.remember()
        self._settings.set(EXPORT_FOLDER, str(self.path.parent))
        self.progress.setRange(0, self._total)
        self.progress.setValue(0)
        self._say(self.tr("Exporting {annotations}…").format(annotations=annotations(self._total)))
        job = self._jobs.start(_export(self.wanted(), self.options.options(), self.path))
        self._exporting = job
        self._show_busy(busy=True)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_exported)
        job.cancelled.connect(self._on_cancelled)
        job.refused.connect(self._on_refused)

    @Slot(object)
    def _on_progressed(self, progress: ExportProgress) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)
        self._left_out = progress.left_out

    @Slot(object)
    def _on_exported(self, count: int) -> None:
        self._show_busy(busy=False)
        said = annotations(count) + left_out(self._left_out)
        self._say(self.tr("Exported {annotations} to “{path}”.").format(annotations=said, path=self.path))
        for button in (self.open_file, self.open_folder):
            button.show()
        self.open_file.setFocus()

    @Slot()
    def _on_cancelled(self) -> None:
        self._show_busy(busy=False)
        self._say(self.tr("The export was cancelled. No file was written."))

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._looking = None
        if self._exporting is not None:
            self._show_busy(busy=False)
        self._say(error_text(error))

    @Slot()
    def _on_cancel(self) -> None:
        if self._exporting is not None:
            self._exporting.cancel()

    @Slot()
    def _on_open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))

    @Slot()
    def _on_open_folder(self) -> None:
        assert self.path is not None
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

    def _show_busy(self, *, busy: bool) -> None:
        if not busy:
            self._exporting = None
        self.options.setEnabled(not busy)
        self.filters.setEnabled(not busy)
        self.export.setEnabled(not busy and bool(self._total))
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.close_.setVisible(not busy)
        if busy:
            self.cancel.setFocus()

    def _say(self, text: str) -> None:
        """Say something about the export; the file of an earlier one is no longer offered."""
        self.said.setText(text)
        for button in (self.open_file, self.open_folder):
            button.hide()


def _export(wanted: MarkFilter, options: ExportOptions, path: Path) -> Work:
    def work(library: Library) -> Generator[ExportProgress, None, int]:
        return library.exports.export(wanted, options, path)

    return work
