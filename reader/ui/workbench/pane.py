"""The pane of the workbench: which page, the page itself, and why its lines are what they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.domain.model import Changes, Range
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.theme.typography import Typography

if TYPE_CHECKING:
    from reader.ui.workbench.details import Details
    from reader.ui.workbench.page_lines import PageLines
    from reader.ui.workbench.page_view import PageView

LEAST_WIDTH = 280


class WorkbenchPane(QWidget):
    """Shows the raw page of the open article; reads it from the library while it is in sight.

    What it consists of is made when it is first shown, since most windows begin without it.

    Signals:
        view_made: the ``PageView``, for shortcuts that act only there.
        caret_moved: the user put the caret on another place, or selected lines.
        scrolled_by_user: the first line in sight is another one, by its number.
        activated: the user goes on in the text.
        menu_requested: a menu is asked for at this ``QPoint`` of the screen.
        dropped: a paragraph was dragged: the number of its line, and the ``Landing`` where it was let go.
        shown: the pane came into sight, with the page of the open article.
        shown_changed: the pane came into sight or went.
    """

    view_made = Signal(object)
    scrolled_by_user = Signal(object)
    activated = Signal()
    menu_requested = Signal(object)
    dropped = Signal(object, object)
    caret_moved = Signal()
    shown = Signal()
    shown_changed = Signal()

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._typography, self._tokens = Typography(), LIGHT
        self._article: Article | None = None
        self._stale = False
        self._parts: tuple[PageView, Details] | None = None
        self.setMinimumWidth(LEAST_WIDTH)
        bus.changed.connect(self._on_changed)

    @property
    def view(self) -> "PageView":
        """The page."""
        return self._made()[0]

    @property
    def details(self) -> "Details":
        """Why the line of the caret is what it is."""
        return self._made()[1]

    def _made(self) -> "tuple[PageView, Details]":
        from reader.ui.workbench.details import Details
        from reader.ui.workbench.page_view import PageView

        if self._parts is None:
            view, details = PageView(self._typography, self._tokens), Details(self._tokens)
            self._parts = view, details
            self._lay_out(view, details)
            view.caret_moved.connect(self._on_caret_moved)
            view.scrolled_by_user.connect(self.scrolled_by_user)
            view.activated.connect(self.activated)
            view.menu_requested.connect(self.menu_requested)
            view.dropped.connect(self.dropped)
            details.place_wanted.connect(self._on_place_wanted)
            self.view_made.emit(view)
        return self._parts

    def _lay_out(self, view: QWidget, details: QWidget) -> None:
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
        for part in (view, rule, details):
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
        self.setFocusProxy(view)

    # What is shown

    @property
    def page(self) -> "PageLines":
        """The page that is shown."""
        return self.view.page

    def show_article(self, article: Article | None) -> None:
        """Show the page of an article, which is emphasised there."""
        self._article = article
        if self._parts is None or article is None or article.page.id != self.page.page_id:
            self._stale = True
        self._refresh()

    def set_typography(self, typography: Typography) -> None:
        """Set the page anew."""
        self._typography = typography
        if self._parts is not None:
            self.view.set_look(typography, self._tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        if self._parts is not None:
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

    def _load(self) -> "PageLines":
        from reader.ui.workbench.page_lines import NO_PAGE, PageLines

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
        if self._parts is None:
            return
        page_id = self.page.page_id
        items = {stored.id for stored in self.page.items}
        if page_id in changes.pages or not items.isdisjoint(changes.items):
            self._stale = True
            self._refresh()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 # Qt's signature
        """Make what there is to show before it is shown."""
        if visible:
            self._made()
        super().setVisible(visible)

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
