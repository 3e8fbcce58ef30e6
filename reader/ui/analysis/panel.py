"""The panel of analyses: a question, its answer as a table and as a picture, and the quotes behind a cell."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.analysis import Grid, Quote
from reader.domain.model import Changes
from reader.domain.picture import Picture
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.ui.analysis.asking import Asking
from reader.ui.analysis.choices import Choices
from reader.ui.analysis.grid_model import GridModel
from reader.ui.analysis.ink import ink_of
from reader.ui.analysis.picture_view import PictureView
from reader.ui.analysis.quotes import QuoteList
from reader.ui.analysis.saving import save
from reader.ui.analysis.shade_delegate import ShadeDelegate
from reader.ui.analysis.words import cell_words, picture_words
from reader.ui.dock_panel import DockPanel
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import tr

_SETTLE_MS = 200
_LEAST_INCHES = 4.0
_WIDEST_ROW, _WIDEST_COLUMN = 240, 160  # pixels of a name; the tool tip has it all
_MOST_QUOTES = 5000
"""Quotes of a cell that are listed: more are found by the list of annotations and its filters."""


class AnalysisPanel(DockPanel):
    """Answers questions about the annotations of a library."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._tokens: Tokens = LIGHT
        self._grid: Grid | None = None
        self._drawn_of: Grid | None = None
        self._pictured: Grid | None = None
        self._stale = True
        self._asking = Asking(window.jobs, self)
        self.choices = Choices(self)
        self.table = QTableView(self)
        self.picture = PictureView(self)
        self.quotes = QuoteList(self)
        self._said = EmptyState(self)
        self._timer = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._drawing = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.choices)
        self.table.setAccessibleName(self.tr("Numbers"))
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(ShadeDelegate(self.table))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setMaximumSectionSize(_WIDEST_COLUMN)
        self.table.verticalHeader().setMaximumWidth(_WIDEST_ROW)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        scroll = QScrollArea(self)
        scroll.setWidget(self.picture)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setProperty("pane", True)  # noqa: FBT003 # Qt's signature
        scroll.viewport().setProperty("pane", True)  # noqa: FBT003 # Qt's signature
        self._scroll = scroll
        self.tabs = self.choices.tabs
        self._drawn_soon = EmptyState(self)
        self._drawn_soon.say("", self.tr("Drawing…"))
        self._views = QStackedWidget(self)
        for view in (self.table, scroll, self._drawn_soon):
            self._views.addWidget(view)
        self._views.installEventFilter(self)
        self._beside = QWidget(self)
        self._heading = QLabel(self._beside)
        self._heading.setProperty("heading", True)  # noqa: FBT003 # Qt's signature
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.quotes)
        self._beside.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._views)
        split.addWidget(self._beside)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(split)
        self._pages.addWidget(self._said)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the analysis"))
        self._progress.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.choices)
        layout.addWidget(self._progress)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask)
        self._drawing.timeout.connect(self._draw)
        self.choices.asked.connect(self._timer.start)
        self.choices.shown_otherwise.connect(self._show_table)
        self.choices.save_wanted.connect(self._save)
        self.tabs.currentChanged.connect(self._show_view)
        self.table.activated.connect(self._on_activated)
        self.table.clicked.connect(self._on_activated)
        self.picture.chosen.connect(self._on_chosen)
        self.quotes.accepted.connect(self._on_accepted)
        self._asking.answered.connect(self._on_answered)
        self._asking.drawn.connect(self._on_drawn)
        self._asking.progressed.connect(self._on_progressed)
        self._asking.refused.connect(self._on_refused)
        self._window.bus.changed.connect(self._on_changed)
        self._window.desk.tree.selection_changed.connect(self._on_selection_changed)

    @property
    def grid(self) -> Grid | None:
        """The answer that is shown, or None."""
        return self._grid

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self.quotes.set_tokens(tokens)
        model = self.table.model()
        if isinstance(model, GridModel):
            model.set_tokens(tokens)
        self._drawing.start()

    def close_down(self) -> None:
        """Ask nothing more."""
        self._timer.stop()
        self._drawing.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Count what was changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more until it is looked at."""
        super().hideEvent(event)
        self._stale = self._stale or self._timer.isActive()
        self.close_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the picture anew for another width."""
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._drawing.start()
        return super().eventFilter(watched, event)

    # Asking

    def _scopes(self) -> tuple[Scope, ...]:
        return self._window.desk.tree.selected_scopes() if self.choices.of_selection else ()

    @Slot()
    def _ask(self) -> None:
        self._stale = False
        scopes = self._scopes()
        if self.choices.of_selection and not scopes:
            hint = self.tr("Select newspapers, pages or articles in the tree: their annotations are counted.")
            self._say(self.tr("Nothing selected"), hint)
            return
        self._asking.ask(self.choices.question, scopes, subtags=self.choices.subtags, once=self.choices.once)

    @Slot(object)
    def _on_answered(self, grid: Grid) -> None:
        self._progress.hide()
        self._grid = grid
        self._beside.hide()
        self.choices.save.setEnabled(bool(grid.rows))
        if not grid.rows:
            self._say(self.tr("Nothing to count yet"), self.tr("Mark text and give the marks tags."))
            return
        self._pages.setCurrentIndex(0)
        self._show_table()
        self._pictured = None
        self._show_view()

    @Slot()
    def _show_table(self) -> None:
        if self._grid is None:
            return
        earlier = self.table.model()
        model = GridModel(self._grid, ratios=self.choices.closeness)
        model.setParent(self)
        model.set_tokens(self._tokens)
        self.table.setModel(model)
        if earlier is not None:
            earlier.deleteLater()
        self.table.selectionModel().setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    @Slot()
    def _show_view(self) -> None:
        """Show the table, or the picture; one of another answer is not shown."""
        if self.tabs.currentIndex() == 0:
            self._views.setCurrentWidget(self.table)
            return
        self._views.setCurrentWidget(self._drawn_soon if self._pictured is None else self._scroll)
        self._drawing.start()

    @Slot()
    def _draw(self) -> None:
        if self._grid is None or not self._grid.rows or not self.isVisible() or self.tabs.currentIndex() == 0:
            return
        dots = self.logicalDpiX() * self.devicePixelRatioF()
        width = max(self._room() / self.logicalDpiX(), _LEAST_INCHES)
        ink = ink_of(self._tokens, self._grid)
        self._drawn_of = self._grid
        self._asking.draw(self._grid, picture_words(self._grid), ink, width, dots)

    @Slot(object)
    def _on_drawn(self, picture: Picture) -> None:
        grid = self._drawn_of
        if grid is None or grid is not self._grid:  # there is another answer by now
            return
        self._pictured = grid
        names = {
            cell: f"{cell_words(grid, cell.row, cell.column)}: {grid.values[cell.row, cell.column]}"
            for cell in picture.cells
            if (cell.row, cell.column) in grid.values
        }
        self.picture.show_picture(picture, names, self.devicePixelRatioF())
        if self.tabs.currentIndex():
            self._views.setCurrentWidget(self._scroll)

    def _room(self) -> int:
        """How wide a picture may be: its height needs a scroll bar more often than not."""
        return self._views.width() - self._scroll.verticalScrollBar().sizeHint().width()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._progress.hide()
        self._window.show_error(error)

    def _say(self, title: str, hint: str) -> None:
        self._said.say(title, hint)
        self._pages.setCurrentIndex(1)

    # Reading what was counted

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        model = self.table.model()
        assert isinstance(model, GridModel)
        self._show_quotes(model.name(index), model.marks(index))

    @Slot(int, int)
    def _on_chosen(self, row: int, column: int) -> None:
        if self._pictured is not None:
            self._show_quotes(cell_words(self._pictured, row, column), self._pictured.marks.get((row, column), ()))

    def _show_quotes(self, name: str, marks: tuple[int, ...]) -> None:
        if not marks:
            return
        self.quotes.quotes.show_quotes(self._window.library.analysis.quotes(marks[:_MOST_QUOTES]))
        number = tr("%Ln annotation(s)", "", len(marks))
        self._heading.setText(f"{name} · {number}")
        self._beside.show()
        self.quotes.setCurrentIndex(self.quotes.quotes.index(0))
        self.quotes.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_accepted(self, quote: Quote) -> None:
        desk = self._window.desk
        if quote.item_id is not None and desk.open_article(quote.item_id):
            desk.focus_mark(quote.annotation_id)
            desk.focus_text()

    @Slot()
    def _save(self) -> None:
        if self._grid is not None and self._grid.rows:
            save(self._window, self._grid, self._tokens)

    # What happens elsewhere

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: QObject | None) -> None:
        if changes.annotations or changes.tags or changes.pages:
            self._stale = True
            if self.isVisible():
                self._timer.start()

    @Slot()
    def _on_selection_changed(self) -> None:
        if self.choices.of_selection:
            self._stale = True
            if self.isVisible():
                self._timer.start()
