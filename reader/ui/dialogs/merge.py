"""The dialog that shows what files of annotations would bring, takes it in, and lists what does not fit."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.domain.model import Changes
from reader.domain.parcel import MergeReport
from reader.errors import UserError
from reader.messages import printable
from reader.services.library import Library
from reader.services.merging import MergeProgress
from reader.ui.change_bus import ChangeBus
from reader.ui.dialogs.export_words import heading
from reader.ui.dialogs.merge_list import UnfitTable, lines_of
from reader.ui.words import error_text, tr
from reader.workers.jobs import Job, JobRunner, Work

_SIZE = (760, 480)


class MergeDialog(QDialog):
    """Looks at files first; Import then merges them one by one, each as a step that can be undone.

    Attributes:
        reports: what came, or would come, of each file; the ``UserError`` of one that cannot be read.
        is_done: whether the files have been merged.
    """

    def __init__(
        self, library: Library, bus: ChangeBus, jobs: JobRunner, paths: tuple[Path, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._jobs = jobs
        self._paths = paths
        self._job: Job | None = None
        self.reports: dict[Path, MergeReport | UserError] = {}
        self.is_done = False
        self.setWindowTitle(self.tr("Import annotations"))
        self.resize(*_SIZE)
        self._build()
        self._lay_out()
        self._next()

    def done(self, result: int) -> None:
        """Close; a look that is under way is of no use then."""
        if self._job is not None:
            self._job.abandon()
        super().done(result)

    def reject(self) -> None:
        """Esc stops an import first, and closes the dialog when none is under way."""
        if self._job is not None and self._writing:
            self._job.cancel()
        else:
            super().reject()

    def _build(self) -> None:
        self._writing = False
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.rule = QLabel(
            self.tr(
                "What the file has modified later takes the place of what the library has; nothing is removed."
                " Each file is one step that can be undone."
            ),
            self,
        )
        self.rule.setWordWrap(True)
        self.rule.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._above = heading(self.tr("Does not fit"), self)
        self.table = UnfitTable(self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.progress.setTextVisible(False)
        self.save = QPushButton(self.tr("&Save list…"), self)
        self.close_ = QPushButton(self.tr("Close"), self)
        for button in (self.save, self.close_):
            button.setAutoDefault(False)
        self.import_ = QPushButton(self.tr("&Import"), self)
        self.import_.setDefault(True)
        self.save.clicked.connect(self._choose_report)
        self.close_.clicked.connect(self.reject)
        self.import_.clicked.connect(self._on_import)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addStretch()
        buttons.addWidget(self.close_)
        buttons.addWidget(self.import_)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addWidget(self.rule)
        layout.addSpacing(8)
        layout.addWidget(self._above)
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    @Slot()
    def _on_import(self) -> None:
        """Merge what was looked at."""
        self._writing = True
        self.reports = {path: report for path, report in self.reports.items() if isinstance(report, UserError)}
        self._next()

    def _next(self) -> None:
        """Look at the next file, or merge it; show what came of all when there is none."""
        path = next((path for path in self._paths if path not in self.reports), None)
        self._show_busy(busy=path is not None)
        if path is None:
            self._job = None
            self.is_done = self._writing
            self._show_result()
            return
        verb = self.tr("Importing “{name}”…") if self._writing else self.tr("Looking at “{name}”…")
        self.said.setText(verb.format(name=printable(path.name)))
        job = self._jobs.start(_merge(path, dry=not self._writing))
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_merged)
        job.cancelled.connect(self._on_cancelled)
        job.refused.connect(self._on_refused)

    @Slot(object)
    def _on_progressed(self, progress: MergeProgress) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)

    @Slot(object)
    def _on_merged(self, report: MergeReport) -> None:
        self._keep(report)
        if report.changes != Changes(history=False):
            self._bus.announce(report.changes, self)
        self._next()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._keep(error)
        self._next()

    @Slot()
    def _on_cancelled(self) -> None:
        """What was merged before stays, the file that was being merged left nothing."""
        self._job = None
        self._writing = False
        self._show_busy(busy=False)
        self.import_.setEnabled(False)
        self.said.setText(self.tr("The import was cancelled. Nothing of the file was kept."))

    def _keep(self, outcome: MergeReport | UserError) -> None:
        path = next(path for path in self._paths if path not in self.reports)
        self.reports[path] = outcome

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        self.import_.setEnabled(not busy)
        self.close_.setText(self.tr("Cancel") if busy and self._writing else self.tr("Close"))

    def _show_result(self) -> None:
        lines = lines_of(self.reports)
        self.table.show_lines(lines)
        for widget in (self.table, self._above, self.save):
            widget.setVisible(bool(lines))
        self.said.setText("\n".join(self._sentences()))
        brings = any(isinstance(report, MergeReport) and report.written for report in self.reports.values())
        self.import_.setVisible(not self.is_done)
        self.import_.setEnabled(brings)
        (self.import_ if brings and not self.is_done else self.close_).setFocus()

    def _sentences(self) -> list[str]:
        """What came of each file, in a sentence or two."""
        said = []
        for path, report in self.reports.items():
            name = printable(path.name)
            if isinstance(report, UserError):
                said.append(error_text(report))
            elif not report.written:
                said.append(self.tr("“{name}”: nothing new.").format(name=name))
            else:
                words = self.tr("“{name}”: {counts} imported.") if self.is_done else self.tr("“{name}”: {counts}.")
                said.append(words.format(name=name, counts=_counts(report)))
        return said

    @Slot()
    def _choose_report(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chooser = QFileDialog(self, self.tr("Save list"), folder, self.tr("CSV tables (*.csv)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        name = self.tr("{name}-left out.csv").format(name=self._paths[0].stem)
        chooser.selectFile(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.save_list)
        chooser.open()

    @Slot(str)
    def save_list(self, chosen: str) -> None:
        """Write what does not fit to a file, and say so."""
        header = (self.tr("File"), self.tr("Place"), self.tr("Text"), self.tr("Reason"))
        try:
            self._library.merging.save_report(Path(chosen), [header, *lines_of(self.reports)])
        except UserError as error:
            self.said.setText(error_text(error))
        else:
            self.said.setText(self.tr("Saved “{path}”.").format(path=printable(chosen)))


def _counts(report: MergeReport) -> str:
    """What a file brings, as far as it brings anything."""
    # One line each, so that lupdate sees the plurals.
    counts = (
        (report.added, tr("%Ln new annotation(s)", "", report.added)),
        (report.updated, tr("%Ln changed annotation(s)", "", report.updated)),
        (report.tags, tr("%Ln new tag(s)", "", report.tags)),
        (report.memos, tr("%Ln memo(s)", "", report.memos)),
        (report.links, tr("%Ln link(s)", "", report.links)),
    )
    return " · ".join(words for count, words in counts if count)


def _merge(path: Path, *, dry: bool) -> Work:
    def work(library: Library) -> Generator[MergeProgress, None, MergeReport]:
        return library.merging.merge(path, dry=dry)

    return work
