"""The annotation list as a table: it holds ids, and reads the rows that are looked at, a window at a time."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from reader.domain.mark_list import MarkColumn, MarkGroup, MarkGrouping, MarkListing, MarkRow
from reader.domain.model import AnchorState, Color
from reader.services.mark_list import MarkListService
from reader.ui.annotations.rows import changed_part, group_at, lines_of
from reader.ui.annotations.words import STARS, column_name, group_name, state_name
from reader.ui.notes.wording import color_name, full_time
from reader.ui.swatch import swatch
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import page_number

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ID_ROLE = int(Qt.ItemDataRole.UserRole)
"""The id of the annotation of a row; None of a row that names a group."""
GROUP_ROLE = ID_ROLE + 1
"""What the name of a group says, with its count; None of an annotation."""

COLUMNS = tuple(MarkColumn)
WINDOW = 100
"""Rows read at once: some 2 ms."""
_KEPT = 4000
_LONGEST_TOOLTIP = 2000


class MarkTableModel(QAbstractTableModel):
    """Shows a ``MarkListing``. Rows that it does not hold are read when a view asks for them."""

    def __init__(self, service: MarkListService) -> None:
        super().__init__()
        self._service = service
        self._listing = MarkListing(MarkGrouping.NONE, ())
        self._folded: set[str] = set()
        self._lines = array("q")
        self._read: OrderedDict[int, MarkRow] = OrderedDict()
        self._tokens = LIGHT

    @property
    def listing(self) -> MarkListing:
        """What is shown."""
        return self._listing

    def show_listing(self, listing: MarkListing) -> None:
        """Show other annotations, or the same in another order; rows above and below what differs stay as they are."""
        if listing.grouping is not self._listing.grouping:
            self._folded.clear()
        self._listing = listing
        self._show_lines()

    def forget(self, ids: Iterable[int] | None = None) -> None:
        """Read annotations anew when they are looked at: those of some ids, or all."""
        if ids is None:
            self._read.clear()
        else:
            for row_id in ids:
                self._read.pop(row_id, None)
        self._tell_all()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._tell_all()

    def group_of(self, row: int) -> MarkGroup | None:
        """The group that a row names; None of an annotation."""
        return group_at(self._listing, self._lines[row])

    def is_folded(self, group: MarkGroup) -> bool:
        """Whether only the name of a group is shown."""
        return group.value in self._folded

    def fold(self, group: MarkGroup, *, folded: bool) -> None:
        """Show the name of a group alone, or its annotations too."""
        if folded:
            self._folded.add(group.value)
        else:
            self._folded.discard(group.value)
        self._show_lines()

    def row_of(self, annotation_id: int) -> int | None:
        """The first row of an annotation; None where it is not listed, or in a group that is folded up."""
        try:
            return self._lines.index(annotation_id)
        except ValueError:
            return None

    def row_of_group(self, group: MarkGroup) -> int:
        """The row that names a group."""
        values = [other.value for other in self._listing.groups]
        return self._lines.index(-1 - values.index(group.value))

    def group_above(self, row: int) -> MarkGroup | None:
        """The group that a row stands in; None where nothing is grouped."""
        return next((group for at in range(row, -1, -1) if (group := self.group_of(at)) is not None), None)

    def ids_in(self, first: int, last: int) -> list[int]:
        """The annotations of the rows from ``first`` to ``last``, names of groups left out."""
        return [line for line in self._lines[first : last + 1] if line > 0]

    def groups_in(self, first: int, last: int) -> list[MarkGroup]:
        """The groups whose names are among the rows from ``first`` to ``last``."""
        if self._listing.grouping is MarkGrouping.NONE:
            return []
        return [self._listing.groups[-1 - line] for line in self._lines[first : last + 1] if line < 0]

    def mark_at(self, row: int) -> MarkRow | None:
        """The annotation of a row; None of a group's name, and of one that was removed since."""
        line = self._lines[row]
        if line < 0:
            return None
        if line not in self._read:
            self._read_window(row)
        return self._read.get(line)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """A row for each annotation and for the name of each group."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _TOP) -> int:
        """As many as there are ``MarkColumn``."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_name(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, its colour, and the whole quote as a tool tip."""
        group = self.group_of(index.row())
        if group is not None:
            return self._data_of_group(group, role)
        mark = self.mark_at(index.row())
        return None if mark is None else self._data_of_mark(mark, COLUMNS[index.column()], role)

    def _data_of_mark(self, mark: MarkRow, column: MarkColumn, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](mark)
        if role == Qt.ItemDataRole.DecorationRole and column is MarkColumn.COLOR:
            return self._swatch(mark.color)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(mark) if column in {MarkColumn.QUOTE, MarkColumn.NOTE} else _TEXTS[column](mark)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_name(column)}: {_TEXTS[column](mark)}"
        return mark.id if role == ID_ROLE else None

    def _data_of_group(self, group: MarkGroup, role: int) -> str | None:
        if role in (GROUP_ROLE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{group_name(self._listing.grouping, group)}  ({len(group.ids):,})"
        return None

    def _swatch(self, color: Color) -> QIcon:
        return swatch(self._tokens.marks[color])

    def _show_lines(self) -> None:
        lines = lines_of(self._listing, self._folded)
        top, old_end, new_end = changed_part(self._lines, lines)
        if top < old_end:
            self.beginRemoveRows(QModelIndex(), top, old_end - 1)
            del self._lines[top:old_end]
            self.endRemoveRows()
        if top < new_end:
            self.beginInsertRows(QModelIndex(), top, new_end - 1)
            self._lines[top:top] = lines[top:new_end]
            self.endInsertRows()
        self._tell_all()

    def _tell_all(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(COLUMNS) - 1))

    def _read_window(self, row: int) -> None:
        """Read the rows around one, those that are not there yet."""
        first = row // WINDOW * WINDOW
        wanted = [line for line in self._lines[first : first + WINDOW] if line > 0 and line not in self._read]
        self._read.update(self._service.rows(wanted))
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)


def _tooltip(mark: MarkRow) -> str:
    """Quote and note as rich text, so that Qt breaks the lines."""
    texts = [
        text if len(text) <= _LONGEST_TOOLTIP else f"{text[:_LONGEST_TOOLTIP]}…" for text in (mark.quote, mark.note)
    ]
    return "".join(f"<p>{escape(text).replace(chr(10), '<br>')}</p>" for text in texts if text)


def _line(text: str) -> str:
    return " ".join(text.split("\n"))


_TEXTS: Mapping[MarkColumn, Callable[[MarkRow], str]] = {
    MarkColumn.QUOTE: lambda mark: _line(mark.quote),
    MarkColumn.NOTE: lambda mark: _line(mark.note),
    MarkColumn.TAGS: lambda mark: "  ".join(f"#{name}" for name in mark.tags),
    MarkColumn.COLOR: lambda mark: color_name(mark.color),
    MarkColumn.IMPORTANCE: lambda mark: STARS * mark.importance,
    MarkColumn.NEWSPAPER: lambda mark: mark.meta.newspaper or "",
    MarkColumn.DATE: lambda mark: mark.meta.issue_date or "",
    MarkColumn.PAGE: lambda mark: " ".join(filter(None, (page_number(mark.meta.page_no), mark.meta.page_name))),
    MarkColumn.SECTION: lambda mark: mark.section or "",
    MarkColumn.HEADLINE: lambda mark: _line(mark.headline),
    MarkColumn.CODER: lambda mark: mark.coder,
    MarkColumn.CREATED: lambda mark: full_time(mark.created_at),
    MarkColumn.MODIFIED: lambda mark: full_time(mark.modified_at),
    MarkColumn.STATE: lambda mark: "" if mark.state is AnchorState.EXACT else state_name(mark.state),
}
