"""Takes the codebook out to a file, and merges that of a file into the library's, shown before it is done."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import file_words
from reader.domain.codebook_merge import MergePlan, PlannedTag
from reader.errors import UserError
from reader.services.codebook_files import CodebookFormat, format_of
from reader.ui.codebook.words import plan_words
from reader.ui.frame import Frame
from reader.ui.settings import EXPORT_FOLDER
from reader.ui.words import tr

translate = QCoreApplication.translate
_SIZE = (620, 520)
_LISTED = 2000
"""Rows that a preview shows at most; the counts are of all."""
_PROBLEM_ROWS = 6
_AIR = 4


def export_codebook(window: Frame) -> None:
    """Ask where to, and write the codebook there."""
    kinds = {
        CodebookFormat.REFI: translate("codebook", "REFI-QDA codebook (*.qdc)"),
        CodebookFormat.CSV: translate("codebook", "Table (*.csv)"),
    }
    name, chosen = QFileDialog.getSaveFileName(
        window,
        translate("codebook", "Export codebook"),
        str(_folder(window) / f"{window.library.path.stem}.qdc"),
        ";;".join(kinds.values()),
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.casefold().removeprefix(".") not in [*CodebookFormat]:
        path = path.with_name(f"{path.name}.{next(form for form, kind in kinds.items() if kind == chosen)}")
    window.settings.set(EXPORT_FOLDER, str(path.parent))
    try:
        count = window.library.codebook_files.export(path)
    except UserError as error:
        window.show_error(error)
    else:
        window.status.say(tr("%Ln tag(s) exported", "", count))


def import_codebook(window: Frame) -> QDialog | None:
    """Ask for a file, and give the dialog that shows what merging it would do; None where there is none to show."""
    name, _ = QFileDialog.getOpenFileName(
        window,
        translate("codebook", "Import codebook"),
        str(_folder(window)),
        translate("codebook", "Codebooks (*.qdc *.csv)"),
    )
    return preview(window, Path(name)) if name else None


def preview(window: Frame, path: Path) -> QDialog | None:
    """The dialog that shows what merging a file would do; None, with the reason said, where it is no codebook."""
    try:
        plan = window.library.codebook_files.preview(path)
    except UserError as error:
        window.show_error(error)
        return None
    dialog = CodebookPreview(plan, path, window)
    dialog.wanted.connect(lambda: _merge(window, path, dialog))
    return dialog


def _merge(window: Frame, path: Path, dialog: "CodebookPreview") -> None:
    try:
        plan, changes = window.library.codebook_files.merge(path)
    except UserError as error:
        window.show_error(error)
        dialog.reject()
        return
    window.bus.announce(changes, dialog)
    window.status.say(plan_words(plan), window.actions_["undo"])
    dialog.show_done(plan)


def _folder(window: Frame) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(window.settings.get(EXPORT_FOLDER) or documents)


class CodebookPreview(QDialog):
    """What merging a file does: counts, the tags that are made or changed, and what could not be taken as it stands.

    Signals:
        wanted: the merge is to be done.
    """

    wanted = Signal()

    def __init__(self, plan: MergePlan, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        form = format_of(path).value
        self.setWindowTitle(self.tr("Import codebook from “{name}” (.{form})").format(name=path.name, form=form))
        self.resize(*_SIZE)
        self.counts = QLabel(plan_words(plan), self)
        self.table = QTableWidget(0, 3, self)
        self.problems = QListWidget(self)
        self._listed = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(bool(plan.new or plan.changed))
        self.take.setDefault(True)
        self._lay_out()
        self._fill(plan)
        self.buttons.accepted.connect(self.wanted)
        self.buttons.rejected.connect(self.reject)

    def show_done(self, plan: MergePlan) -> None:
        """Say that it was done; the dialog goes unless there are things to read in it."""
        if not plan.problems:
            self.accept()
            return
        self.counts.setText(self.tr("Done: {counts}").format(counts=plan_words(plan)))
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
        self.problems.setProperty("field", True)  # noqa: FBT003 # Qt's signature
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName(self.tr("Not taken as it stands"))
        self._listed.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        for part in (self.counts, table, self._listed, self.problems, self.buttons):
            layout.addWidget(part)

    def _fill(self, plan: MergePlan) -> None:
        rows = (*plan.new, *plan.changed)[:_LISTED]
        self.table.setRowCount(len(rows))
        for row, tag in enumerate(rows):
            definition = " ".join(tag.after.definition.split("\n"))
            for column, text in enumerate((tag.after.name, self._what(tag), definition)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.problems.addItems(
            [file_words.code_problem_text(problem, QCoreApplication.translate) for problem in plan.problems]
        )
        self.problems.setVisible(bool(plan.problems))
        lines = min(max(len(plan.problems), 1), _PROBLEM_ROWS)
        self.problems.setMaximumHeight(lines * self.problems.sizeHintForRow(0) + 2 * self.problems.frameWidth() + _AIR)
        self._listed.setVisible(bool(plan.problems))
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
