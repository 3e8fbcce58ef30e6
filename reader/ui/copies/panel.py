"""The panel of copies: groups of articles, the articles of one group, and how one differs from another."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QListView, QSplitter, QStackedWidget, QTextBrowser, QVBoxLayout

from reader.ui.copies.models import CopyModel, GroupModel
from reader.ui.copies.words import difference_html, headline, place
from reader.ui.count_delegate import CountDelegate
from reader.ui.dock_panel import DockPanel, headed
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.theme.tokens import LIGHT, Tokens

_MOST = 200
"""Groups that are listed: the largest ones."""
_SETTLE_MS = 60


class CopyPanel(DockPanel):
    """Shows which articles are copies of each other."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._tokens: Tokens = LIGHT
        self.groups = QListView(self)
        self.copies = QListView(self)
        self.text = QTextBrowser(self)
        self._groups = GroupModel(self)
        self._copies = CopyModel(self)
        self._said = EmptyState(self)
        self._heading = QLabel(self)
        self._settled = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._lay_out()
        self._connect()
        window.copy_watch.run()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.groups)
        for view, model, name in (
            (self.groups, self._groups, self.tr("Groups of copies")),
            (self.copies, self._copies, self.tr("Copies of this group")),
        ):
            view.setModel(model)
            view.setAccessibleName(name)
            view.setUniformItemSizes(True)
            view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(self.tr("How the copy differs"))
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._delegate = CountDelegate(self.groups)
        self.groups.setItemDelegate(self._delegate)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        for heading, widget, stretch in (
            (QLabel(self.tr("In several papers or on several days")), self.groups, 2),
            (QLabel(self.tr("Printed in")), self.copies, 2),
            (self._heading, self.text, 3),
        ):
            column = headed(heading, widget)
            split.addWidget(column)
            split.setStretchFactor(split.indexOf(column), stretch)
        split.setChildrenCollapsible(False)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(split)
        self._pages.addWidget(self._said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._say("", self.tr("Comparing articles…"))

    def _connect(self) -> None:
        self.groups.selectionModel().currentChanged.connect(self._on_group)
        self.copies.selectionModel().currentChanged.connect(self._on_copy)
        self._settled.timeout.connect(self._show_difference)
        self.copies.activated.connect(self._on_activated)
        for view, go in ((self.groups, self._enter_copies), (self.copies, self._open)):
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                shortcut = QShortcut(QKeySequence(key), view, context=Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(go)
        self._window.copy_watch.progressed.connect(self._on_progressed)
        self._window.copy_watch.done.connect(self._show_groups)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._delegate.tokens = tokens
        self._show_difference()

    def _say(self, title: str, hint: str) -> None:
        self._said.say(title, hint)
        self._pages.setCurrentIndex(1)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self._pages.currentIndex() == 1:
            said = self.tr("Comparing articles: {share} %").format(share=100 * done // max(total, 1))
            self._say("", said)

    @Slot()
    def _show_groups(self) -> None:
        row = self.groups.currentIndex().row()
        self._groups.show_groups(self._window.library.copies.groups(_MOST))
        if not self._groups.groups:
            hint = self.tr("No article stands in several papers or on several days.")
            self._say(self.tr("No copies"), hint)
            return
        self._pages.setCurrentIndex(0)
        if not self.groups.currentIndex().isValid():
            self.groups.setCurrentIndex(self._groups.index(min(max(row, 0), len(self._groups.groups) - 1)))

    @Slot(QModelIndex)
    def _on_group(self, index: QModelIndex) -> None:
        if index.isValid():
            articles = self._groups.groups[index.row()].articles
            self._copies.show_articles(articles)
            self.copies.setCurrentIndex(self._copies.index(min(1, len(articles) - 1)))

    @Slot(QModelIndex)
    def _on_copy(self, _index: QModelIndex) -> None:
        self._settled.start()  # a held arrow key passes many

    @Slot()
    def _show_difference(self) -> None:
        row = self.copies.currentIndex().row()
        if not 0 <= row < len(self._copies.articles):
            return
        shown, other = self._copies.articles[row], self._copies.articles[0 if row else 1]
        self._heading.setText(self.tr("Compared with {place}").format(place=place(other)))
        self._heading.setToolTip(headline(other))
        self.text.setHtml(difference_html(self._window.library.copies.difference(other, shown), self._tokens))

    @Slot()
    def _enter_copies(self) -> None:
        self.copies.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open(self) -> None:
        self._on_activated(self.copies.currentIndex())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid() and self._window.desk.open_article(self._copies.articles[index.row()].stored.id):
            self._window.desk.focus_text()
