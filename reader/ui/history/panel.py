"""The panel of the history: the steps by name, and going to any of them."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QStackedWidget, QTableView, QVBoxLayout, QWidget

from reader.domain.model import Changes
from reader.ui.dock_panel import DockPanel
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.history.model import HERE, ROWS, STEP_ROLE, WHAT, WHEN, HistoryModel
from reader.ui.notes.wording import longest_ages
from reader.ui.row_delegate import RowDelegate
from reader.ui.theme.tokens import Tokens

_SHOWN = 1000
_PAD = 10
_SIDES = 28  # around the words of a cell
_HERE_WIDTH = 24
_SIZE = QSize(360, 400)
_LEAST_WIDTH = 280


class HistoryTable(QTableView):
    """The steps; Enter and a double click activate one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the step; letters are left to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.doubleClicked.emit(self.currentIndex())
        elif event.text().isprintable() and event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class HistoryPanel(DockPanel):
    """Lists what was done, newest first, and walks to what is chosen."""

    def __init__(self, window: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.model = HistoryModel()
        self.table = HistoryTable(self)
        self._hint = QLabel(self.tr("Enter undoes or redoes until the library stands at that step."), self)
        self._empty = EmptyState(self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.setMinimumWidth(_LEAST_WIDTH)
        self.table.doubleClicked.connect(self._on_chosen)
        window.bus.changed.connect(self._on_changed)
        window.history.offer_changed.connect(self.refresh)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.model.set_tokens(tokens)

    def sizeHint(self) -> QSize:
        """Room for the names of steps."""
        return _SIZE

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was done while nobody looked."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the steps anew; the current row stays at its step."""
        if not self.isVisible():
            return
        index = self.table.currentIndex()
        current = index.data(STEP_ROLE) if index.isValid() else None
        self.model.show_steps(self._window.library.history.steps(_SHOWN))
        filled = self.model.rowCount() > 0
        self._pages.setCurrentWidget(self.table if filled else self._empty)
        self._hint.setVisible(filled)
        row = self.model.row_of(current) if current is not None else None
        if filled and (row is None or not self.table.hasFocus()):
            row = self.model.here()
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, WHAT))

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        table = self.table
        self.model.set_font(table.font())
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table))
        table.setAccessibleName(self.tr("Steps"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _PAD)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_HERE_WIDTH)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        for column, widest in ((ROWS, "1,000+"), (WHEN, max(longest_ages(), key=len))):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, table.fontMetrics().horizontalAdvance(widest) + _SIDES)
        header.setSectionResizeMode(HERE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(HERE, _HERE_WIDTH)
        self._hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 4, 12, 8)
        self._empty.say(self.tr("Nothing done yet"), self.tr("Every mark, note and repair is listed here by name."))
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._hint)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._window.save_pending()
        self._window.history.walk_to(index.data(STEP_ROLE))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.history:
            self.refresh()
