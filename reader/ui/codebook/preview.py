"""The dialog that shows what merging the codebook of a file would do, and does it."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QListWidget,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from reader.domain.codebook_merge import MergePlan, PlannedTag
from reader.domain.model import Changes
from reader.errors import UserError
from reader.file_words import code_problem_text
from reader.messages import printable
from reader.services.codebook_files import CodebookProgress, format_of
from reader.services.library import Library
from reader.ui.codebook.words import plan_words
from reader.ui.frame import Frame
from reader.ui.words import error_text, tr
from reader.workers.jobs import Job, Work

_SIZE = (620, 520)
_LISTED = 2000
"""Rows that a preview shows at most; the counts are of all."""
_PROBLEM_ROWS = 6
_AIR = 4


class CodebookPreview(QDialog):
    """What merging a file does: counts, the tags that are made or changed, and what could not be taken as it stands.

    The file is looked at, and merged when Import is pressed, in the background. Cancel stops the merge, which leaves
    nothing then, or else closes the dialog.

    Attributes:
        counts: what comes, what came, or what stands against it.
        table, problems: the tags, and what could not be taken.
        take: the button that merges.
    """

    def __init__(self, window: Frame, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._job: Job | None = None
        self._writing = False
        title = self.tr("Import codebook from “{name}” (.{form})")
        self.setWindowTitle(title.format(name=printable(path.name), form=format_of(path).value))
        self.resize(*_SIZE)
        self.counts = QLabel(self.tr("Looking at the file…"), self)
        self.counts.setWordWrap(True)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(0, 3, self)
        self.problems = QListWidget(self)
        self.progress = QProgressBar(self)
        self._listed = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(False)
        self.take.setDefault(True)
        self._lay_out()
        self.buttons.accepted.connect(self._merge)
        self.buttons.rejected.connect(self.reject)
        self._look()

    def is_busy(self) -> bool:
        """Whether the file is being looked at or merged."""
        return self._job is not None

    def reject(self) -> None:
        """Stop a merge; close where none is under way."""
        if self._job is not None and self._writing:
            self._job.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close; a look that is under way is of no use then."""
        if self._job is not None:
            self._job.abandon()
        super().done(result)

    # Looking and merging

    def _look(self) -> None:
        job = self._window.jobs.start(_looking(self._path))
        job.finished.connect(self._on_looked)
        self._begin(job)

    @Slot()
    def _merge(self) -> None:
        path = self._path
        self._window.save_pending()
        job = self._window.writes.start(lambda library: library.codebook_files.merging(path))
        if job is None:
            self.counts.setText(self.tr("Something else is being written. Try again when it is done."))
            return
        self._writing = True
        self.counts.setText(self.tr("Importing…"))
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_merged)
        self._begin(job)

    def _begin(self, job: Job) -> None:
        self._job = job
        self.progress.setRange(0, 0)
        self.progress.show()
        self.take.setEnabled(False)
        job.refused.connect(self._on_refused)
        job.cancelled.connect(self._on_cancelled)

    def _end(self) -> None:
        self._job = None
        self._writing = False
        self.progress.hide()

    @Slot(object)
    def _on_progressed(self, progress: CodebookProgress) -> None:
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.done)

    @Slot(object)
    def _on_looked(self, plan: MergePlan) -> None:
        self._end()
        self.counts.setText(plan_words(plan))
        self._fill(plan)
        self.take.setEnabled(bool(plan.new or plan.changed))
        if self.take.isEnabled():
            self.take.setFocus()

    @Slot(object)
    def _on_merged(self, result: tuple[MergePlan, Changes]) -> None:
        """Tell everybody; the dialog goes unless there are things to read in it."""
        self._end()
        plan, changes = result
        self._window.bus.announce(changes, self)
        self._window.status.say(plan_words(plan), self._window.actions_["undo"])
        if not plan.problems:
            self.accept()
            return
        self.counts.setText(self.tr("Done: {counts}").format(counts=plan_words(plan)))
        self._leave_close()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._end()
        self.counts.setText(error_text(error))
        self._show_lists(plan=None)
        self._leave_close()

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self.counts.setText(self.tr("The import was cancelled. Nothing of the file was kept."))
        self.take.setEnabled(True)

    # Showing

    def _leave_close(self) -> None:
        self.buttons.clear()
        close = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()

    def _lay_out(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Tag"), self.tr("What happens"), self.tr("Definition")])
        table.setAccessibleName(self.tr("Tags that are made or changed"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column in (0, 1):
            header.resizeSection(column, _SIZE[0] // 3)
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.progress.setTextVisible(False)
        self.problems.setProperty("field", True)  # noqa: FBT003 # Qt's signature
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName(self.tr("Not taken as it stands"))
        self._listed.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        layout.addWidget(self.counts)
        layout.addWidget(table, 1)
        layout.addWidget(self._listed)
        layout.addWidget(self.problems)
        layout.addStretch()  # takes the room of the table where there is none
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)
        self._show_lists(plan=None)

    def _show_lists(self, *, plan: MergePlan | None) -> None:
        """Show the lists that have something in them."""
        self.table.setVisible(plan is not None and bool(plan.new or plan.changed))
        for part in (self._listed, self.problems):
            part.setVisible(plan is not None and bool(plan.problems))

    def _fill(self, plan: MergePlan) -> None:
        rows = (*plan.new, *plan.changed)[:_LISTED]
        self.table.setRowCount(len(rows))
        for row, tag in enumerate(rows):
            definition = " ".join(tag.after.definition.split("\n"))
            for column, text in enumerate((tag.after.name, self._what(tag), definition)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.problems.addItems([code_problem_text(problem, QCoreApplication.translate) for problem in plan.problems])
        self._show_lists(plan=plan)
        lines = min(max(len(plan.problems), 1), _PROBLEM_ROWS)
        self.problems.setMaximumHeight(lines * self.problems.sizeHintForRow(0) + 2 * self.problems.frameWidth() + _AIR)
        self._listed.setText(tr("%Ln thing(s) could not be taken as they stand:", "", len(plan.problems)))

    def _what(self, tag: PlannedTag) -> str:
        """What becomes of a tag, in a word or a few."""
        before, after = tag.before, tag.after
        if before is None:
            return self.tr("new")
        said = []
        if before.name != after.name:
            said.append(self.tr("was “{name}”").format(name=before.name))
        if before.parent_id != after.parent_id:
            said.append(self.tr("moved"))
        if before.color != after.color:
            said.append(self.tr("colour"))
        texts = ("definition", "use_when", "not_when", "example")
        if any(getattr(before, name) != getattr(after, name) for name in texts):
            said.append(self.tr("meaning"))
        return ", ".join(said) or self.tr("place")


def _looking(path: Path) -> Work:
    def work(library: Library) -> Generator[object, None, MergePlan]:
        yield from ()
        return library.codebook_files.preview(path)

    return work
