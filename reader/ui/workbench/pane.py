"""The pane of the workbench: which page, the page itself, and why its lines are what they are."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.domain.model import Changes, Range
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.theme.typography import Typography
from reader.ui.workbench.details import Details
from reader.ui.workbench.page_lines import NO_PAGE, PageLines
from reader.ui.workbench.page_view import PageView

LEAST_WIDTH = 280


class WorkbenchPane(QWidget):
    """Shows the raw page of the open article; reads it from the library while it is in sight.

    Signals:
        caret_moved: the user put the caret on another place, or selected lines.
        shown: the pane came into sight, with the page of the open article.
        shown_changed: the pane came into sight or went.

    Attributes:
        view: the page, for shortcuts that act only there.
    """

    caret_moved = Signal()
    shown = Signal()
    shown_changed = Signal()

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._typography, self._tokens = Typography(), LIGHT
        self._article: Article | None = None
        self._stale = False
        self._build()
        self.view.caret_moved.connect(self._on_caret_moved)
        self.details.place_wanted.connect(self._on_place_wanted)
        bus.changed.connect(self._on_changed)

    def _build(self) -> None:
        self.setMinimumWidth(LEAST_WIDTH)
        self.view = PageView(self._typography, self._tokens)
        self.details = Details(self._tokens)
        self._nothing = QLabel(self.tr("Open an article to see its page here."))
        self._nothing.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._heading = QLabel(self.tr("PAGE"))
        self._heading.setProperty("heading", True)  # noqa: FBT003 # Qt's signature
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        page = QWidget()
        column = QVBoxLayout(page)
        for part in (self.view, rule, self.details):
            column.addWidget(part)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        for part in (self._heading, self._stack):
            outer.addWidget(part)
        for layout in (column, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.setFocusProxy(self.view)

    # What is shown

    @property
    def page(self) -> PageLines:
        """The page that is shown."""
        return self.view.page

    def show_article(self, article: Article | None) -> None:
        """Show the page of an article, which is emphasised there."""
        self._article = article
        if article is None or article.page.id != self.page.page_id:
            self._stale = True
        self._refresh()

    def set_typography(self, typography: Typography) -> None:
        """Set the page anew."""
        self._typography = typography
        self.view.set_look(typography, self._tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self.details.set_tokens(tokens)
        self.view.set_look(self._typography, tokens)
        self._explain()

    def place(self, offset: int) -> None:
        """Put the caret on an offset of the page; says nothing to others."""
        if self.isVisible() and self.page.page_id is not None:
            self.view.place(offset)
            self._explain()

    def step_doubtful(self, *, forward: bool, from_end: bool = False) -> bool:
        """Go to the next or previous doubtful place of the page, from the caret or from an end; False at the last."""
        page = self.page
        if forward:
            found = page.next_doubtful(-1 if from_end else self.view.line())
        else:
            found = page.previous_doubtful(len(page) if from_end else self.view.line())
        if found is None:
            return False
        self.view.go(self.page.lines[found].span.start)
        return True

    def _refresh(self) -> None:
        """Read the page again where it is another one or was changed, once it is in sight."""
        if not self.isVisible():
            return
        if self._stale:
            self._stale = False
            self.view.show_page(self._load())
            self._stack.setCurrentIndex(1 if self._article else 0)
        self.view.set_open_item(self._article.stored.id if self._article else None)
        self._explain()

    def _load(self) -> PageLines:
        if self._article is None:
            return NO_PAGE
        page = self._article.page
        items = self._library.pages.items(page.id)
        return PageLines(page.id, page.text, items, page.corrections, page.meta, page.meta_ranges)

    def _explain(self) -> None:
        self.details.show_line(self.page, self.view.line())

    # What happens

    @Slot()
    def _on_caret_moved(self) -> None:
        self._explain()
        self.caret_moved.emit()

    @Slot(object)
    def _on_place_wanted(self, span: Range) -> None:
        self.view.show_spans((span,))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        page_id = self.page.page_id
        items = {stored.id for stored in self.page.items}
        if page_id in changes.pages or not items.isdisjoint(changes.items):
            self._stale = True
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened out of sight."""
        super().showEvent(event)
        self._refresh()
        self.shown.emit()
        self.shown_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say so."""
        super().hideEvent(event)
        self.shown_changed.emit()
