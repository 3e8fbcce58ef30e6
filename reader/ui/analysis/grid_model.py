"""The answer to a question as a table: a row a tag, a shade the darker the more a cell counts."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from reader.domain.analysis import TOGETHER, Grid, Question
from reader.ui.analysis.words import cell_words, column_words, row_words
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import tr

_Index = QModelIndex | QPersistentModelIndex
_STRONGEST = 0.45  # how much of the accent the fullest cell has: ink stays readable on it in every theme
_TOP = QModelIndex()
_DIGITS = 2
_OVER_NUMBERS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class GridModel(QAbstractTableModel):
    """Shows a ``Grid``; where columns are values, a last row and column count each annotation once."""

    def __init__(self, grid: Grid, *, ratios: bool = False) -> None:
        super().__init__()
        self.grid = grid
        self._ratios = ratios and grid.question in TOGETHER
        self._sums = grid.question is not Question.TAGS and grid.question not in TOGETHER
        self._tokens = LIGHT
        self._most = max(grid.values.values(), default=1)
        self._row_sums = [grid.of_row(row) for row in range(len(grid.rows))] if self._sums else []
        self._column_sums = [grid.of_column(at) for at in range(len(grid.columns))] if self._sums else []

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def marks(self, index: _Index) -> tuple[int, ...]:
        """The annotations behind a cell."""
        row, column = index.row(), index.column()
        if self._is_sum(row, column):
            if row < len(self.grid.rows):
                return self._row_sums[row]
            if column < len(self.grid.columns):
                return self._column_sums[column]
            return tuple(sorted({mark for marks in self._row_sums for mark in marks}))
        return self.grid.marks.get((row, column), ())

    def name(self, index: _Index) -> str:
        """A cell in words."""
        row, column = index.row(), index.column()
        if not self._is_sum(row, column):
            return cell_words(self.grid, row, column)
        if row < len(self.grid.rows):
            return row_words(self.grid.rows[row])
        if column < len(self.grid.columns):
            return column_words(self.grid.question, self.grid.columns[column])
        return self.tr("All")

    def rowCount(self, parent: _Index = _TOP) -> int:
        """The tags, and the sum of each column."""
        return 0 if parent.isValid() or not self.grid.rows else len(self.grid.rows) + self._sums

    def columnCount(self, parent: _Index = _TOP) -> int:
        """The values, and the sum of each row."""
        return 0 if parent.isValid() or not self.grid.rows else len(self.grid.columns) + self._sums

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of tags, one step further in for each level, and of values, which stand over their numbers."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole and across:
            return _OVER_NUMBERS
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        headings = self.grid.columns if across else self.grid.rows
        if section >= len(headings):
            return self.tr("All")
        if across:
            return column_words(self.grid.question, headings[section])
        indent = "\u2003" * headings[section].level if role == Qt.ItemDataRole.DisplayRole else ""
        return indent + row_words(headings[section])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of a cell and its shade."""
        at = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _OVER_NUMBERS
        if role == Qt.ItemDataRole.BackgroundRole and self._shade(at):
            return QColor(mix(self._tokens.paper, self._tokens.accent, self._shade(at)))
        if role == Qt.ItemDataRole.FontRole and self._is_sum(*at):
            font = QFont()
            font.setBold(True)
            return font
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            number = tr("%Ln annotation(s)", "", len(self.marks(index)))
            return f"{self.name(index)}: {number}"
        return None

    def _shown(self, index: _Index) -> str:
        at = index.row(), index.column()
        if self._is_sum(*at):
            return str(len(self.marks(index)))
        if self._ratios:
            return f"{self.grid.ratios[at]:.{_DIGITS}f}" if at in self.grid.ratios else ""
        return str(self.grid.values[at]) if at in self.grid.values else ""

    def _shade(self, at: tuple[int, int]) -> float:
        if self._is_sum(*at) or at not in self.grid.values:
            return 0
        share = self.grid.ratios[at] if self._ratios else self.grid.values[at] / self._most
        return _STRONGEST * share

    def _is_sum(self, row: int, column: int) -> bool:
        return row >= len(self.grid.rows) or column >= len(self.grid.columns)
