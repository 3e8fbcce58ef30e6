"""The import at the foot of the window: how far it is, and in one line how it ended."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from reader.messages import printable
from reader.services.unfinished import Unfinished
from reader.ui.import_words import progress_text, result_text, unfinished_text
from reader.ui.open_dialogs import OpenDialogs
from reader.workers.import_progress import ImportProgress, ImportSummary
from reader.workers.import_worker import ImportController

_BAR_WIDTH = 96
_NAME_WIDTH = 160


class ImportPanel(QWidget):
    """Progress and Cancel while an import runs; then its result until it is dismissed or the next one begins.

    Before, it may offer to go on with one that was interrupted.

    Signals:
        resume_wanted: what is on offer is to be gone on with.
        dismissed: what was shown is not wanted any more.
        marks_wanted: the marks that found no place, or another one, in newer texts of pages are to be shown.

    Attributes:
        text, bar: what is said, and how far it is.
        pause, cancel, resume, show_failures, show_marks, dismiss: the buttons; ``pause`` stays down while the import
            waits.
    """

    marks_wanted = Signal()
    resume_wanted = Signal()
    dismissed = Signal()

    def __init__(self, controller: ImportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._summary: ImportSummary | None = None
        self._reports = OpenDialogs(self)
        self.setAccessibleName(self.tr("Import"))
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Import"))
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.name = QLabel(self)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.pause = self._button(self.tr("Pause"))
        self.pause.setCheckable(True)
        self.cancel = self._button(self.tr("Cancel"))
        self.resume = self._button(self.tr("Go on"))
        self.show_failures = self._button(self.tr("Show them"))
        self.show_marks = self._button(self.tr("Show"))
        self.show_marks.setToolTip(self.tr("Show marks that found no place, or another one"))
        self.dismiss = self._button("✕")
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        for widget in (
            self.bar,
            self.text,
            self.name,
            self.pause,
            self.cancel,
            self.resume,
            self.show_failures,
            self.show_marks,
            self.dismiss,
        ):
            layout.addWidget(widget)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        self._controller.started.connect(self._on_started)
        self._controller.progressed.connect(self._on_progressed)
        self._controller.finished.connect(self._on_finished)
        self.pause.toggled.connect(self._on_pause)
        self.cancel.clicked.connect(self._on_cancel)
        self.show_failures.clicked.connect(self.show_report)
        self.show_marks.clicked.connect(self.marks_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        self.dismiss.clicked.connect(self.hide)
        self.dismiss.clicked.connect(self.dismissed)

    def offer(self, unfinished: Unfinished, resume_keys: str, dismiss_keys: str) -> None:
        """Offer to go on with an import that was interrupted, by button or key."""
        self._show(running=False)
        self._say(unfinished_text(unfinished, self._shortened))
        self.text.setToolTip("\n".join(printable(str(path)) for path in unfinished.request.paths))
        self.resume.setToolTip(resume_keys)
        self.dismiss.setToolTip(" · ".join(part for part in (self.tr("Dismiss"), dismiss_keys) if part))
        self.resume.show()

    @Slot()
    def show_report(self) -> None:
        """List the files of the last import that could not be read."""
        from reader.ui.dialogs.import_report import ImportReportDialog

        if self._summary is None:
            return
        dialog = ImportReportDialog(self._summary.failures, self.window())
        dialog.retry_requested.connect(self._on_retry)
        self._reports.show(dialog)

    @Slot(object)
    def _on_started(self, _request: object) -> None:
        self._summary = None
        self.bar.setRange(0, 0)
        self._say(self.tr("Looking for pages"))
        self._show(running=True)

    @Slot(object)
    def _on_progressed(self, progress: ImportProgress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._say(progress_text(progress))
        name = printable(Path(progress.path).name)
        self.name.setText(self._shortened(name))
        self.name.setToolTip(printable(progress.path))

    @Slot(object)
    def _on_finished(self, summary: ImportSummary) -> None:
        self._summary = summary
        self._say(result_text(summary))
        self._show(running=False)
        self.show_failures.setVisible(bool(summary.failures))
        self.show_marks.setVisible(any(revision.moved or revision.orphaned for revision in summary.revisions))

    @Slot(bool)
    def _on_pause(self, paused: bool) -> None:  # noqa: FBT001 # a slot
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        if paused:
            self._controller.pause()
        else:
            self._controller.resume()

    @Slot()
    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.pause.setEnabled(False)
        self._say(self.tr("Finishing this page"))
        self._controller.cancel()

    @Slot(object, object)
    def _on_retry(self, paths: tuple[Path, ...], encoding: str | None) -> None:
        self._controller.retry(paths, encoding)

    def _show(self, *, running: bool) -> None:
        for widget in (self.bar, self.name, self.pause, self.cancel):
            widget.setVisible(running)
        self.pause.setEnabled(running)
        self.pause.setChecked(False)
        self.name.clear()
        self.cancel.setEnabled(running)
        self.dismiss.setVisible(not running)
        self.text.setToolTip("")
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.resume.hide()
        self.show_failures.hide()
        self.show_marks.hide()
        self.show()

    def _shortened(self, name: str) -> str:
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_WIDTH)

    def _say(self, text: str) -> None:
        self.text.setText(text)
        self.text.setAccessibleName(text)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
