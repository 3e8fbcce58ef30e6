"""The steps of the history as a list, newest first, with the beginning below them."""

from PySide6.QtCore import QAbstractTableModel, QDateTime, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from reader.domain.history import MANY_ROWS, Step, StepState
from reader.ui.notes.wording import full_time, time_ago
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import step_text, tr

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
STEP_ROLE = int(Qt.ItemDataRole.UserRole)
"""The id of the step of a row; 0 of the beginning."""
HERE, WHAT, ROWS, WHEN = range(4)
_COLUMNS = 4


class HistoryModel(QAbstractTableModel):
    """Shows steps: which one the library stands at, what was done, to how many rows, and when."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[Step] = []
        self._tokens = LIGHT
        self._bold = QFont()

    def show_steps(self, steps: list[Step]) -> None:
        """Show other steps. Rows of steps that were there already stay where they are."""
        known = {step.id for step in self._steps}
        new = sum(step.id not in known for step in steps)
        gone = len(self._steps) - (len(steps) - new)
        if steps[new:] != [] and [step.id for step in self._steps][: len(steps) - new] == [
            step.id for step in steps[new:]
        ]:
            if new:
                self.beginInsertRows(QModelIndex(), 0, new - 1)
                self._steps = [*steps[:new], *self._steps]
                self.endInsertRows()
            if gone:
                self.beginRemoveRows(QModelIndex(), len(steps), len(steps) + gone - 1)
                del self._steps[len(steps) :]
                self.endRemoveRows()
            self._steps = list(steps)
            self._tell_all()
        else:
            self.beginResetModel()
            self._steps = list(steps)
            self.endResetModel()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._tell_all()

    def set_font(self, font: QFont) -> None:
        """The font of the list, of which the step that the library stands at has the bold form."""
        self._bold = QFont(font)
        self._bold.setBold(True)

    def here(self) -> int:
        """The row that the library stands at: the last step in force, or the beginning."""
        return next(
            (row for row, step in enumerate(self._steps) if step.state is not StepState.UNDONE), len(self._steps)
        )

    def row_of(self, step_id: int) -> int | None:
        """The row of a step; None where it is not shown."""
        return next((row for row in range(self.rowCount()) if self.step_id(row) == step_id), None)

    def step_id(self, row: int) -> int:
        """The id of the step of a row; 0 of the beginning."""
        return self._steps[row].id if row < len(self._steps) else 0

    def rowCount(self, parent: _Index = _TOP) -> int:
        """A row a step, and one for what was before them; none where there is no step."""
        return 0 if parent.isValid() or not self._steps else len(self._steps) + 1

    def columnCount(self, parent: _Index = _TOP) -> int:
        """Where the library stands, what was done, to how many rows, and when."""
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", self.tr("Step"), self.tr("Rows"), self.tr("When"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; steps that are undone are quiet, the one that the library stands at is bold."""
        row = index.row()
        step = self._steps[row] if row < len(self._steps) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, index.column(), row)
        if role == Qt.ItemDataRole.ForegroundRole:
            undone = step is not None and step.state is StepState.UNDONE
            return QColor(self._tokens.quiet if undone or index.column() in (ROWS, WHEN) else self._tokens.ink)
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if row == self.here() else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == ROWS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._said(step, index, role)

    def _said(self, step: Step | None, index: _Index, role: int) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and step is not None:
            return full_time(step.at) if index.column() == WHEN else self._text(step, WHAT, index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._text(step, WHAT, index.row())}, {self._state(step, index.row())}"
        return self.step_id(index.row()) if role == STEP_ROLE else None

    def _text(self, step: Step | None, column: int, row: int) -> str:
        if column == HERE:
            return "▸" if row == self.here() else ""
        if step is None:
            return self.tr("Before all of this") if column == WHAT else ""
        if column == WHAT:
            return step_text(step)
        if column == ROWS:
            return f"{MANY_ROWS:,}+" if step.rows >= MANY_ROWS else f"{step.rows:,}"
        return time_ago(step.at, QDateTime.currentDateTime())

    def _state(self, step: Step | None, row: int) -> str:
        if row == self.here():
            return self.tr("the library stands here")
        if step is None:
            return ""
        if step.state is StepState.OPEN:
            return self.tr("still running")
        return self.tr("undone") if step.state is StepState.UNDONE else tr("%Ln row(s)", "", step.rows)

    def _tell_all(self) -> None:
        if self._steps:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._steps), _COLUMNS - 1))
