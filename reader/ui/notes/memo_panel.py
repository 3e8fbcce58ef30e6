"""The memos above the cards: on the article that is open, and on its page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from reader.domain.memo import MemoTarget
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.memo_field import MemoField
from reader.ui.theme.tokens import Tokens


class MemoPanel(QWidget):
    """Two memo fields, hidden while no article is open.

    Signals:
        leave_requested: Esc was pressed in one of them.
        refused: a ``UserError`` that kept one from being saved.
    """

    leave_requested = Signal()
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {target: MemoField(library, bus, target, self) for target in (MemoTarget.ITEM, MemoTarget.PAGE)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 8)
        layout.setSpacing(0)
        for field in self.fields.values():
            layout.addWidget(field)
            field.leave_requested.connect(self.leave_requested)
            field.refused.connect(self.refused)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._open = self._low = False
        self.hide()

    def show_article(self, article: Article | None) -> None:
        """Show the memos on an article and its page, or nothing."""
        self._open = article is not None
        self.setVisible(self._open and not self._low)
        if article is None:
            for field in self.fields.values():
                field.clear()
        else:
            self.fields[MemoTarget.ITEM].show_target(article.stored.id)
            self.fields[MemoTarget.PAGE].show_target(article.page.id)

    def set_low(self, *, low: bool) -> None:
        """Make room in a low pane, where the marks matter more; what is being written stays in sight."""
        if low != self._low:
            self._low = low
            writing = any(field.is_writing() for field in self.fields.values())
            self.setVisible(self._open and (writing or not low))

    def edit(self, target: MemoTarget) -> None:
        """Put the keyboard into one of them."""
        self.setVisible(self._open)
        self.fields[target].edit()

    def save_pending(self) -> None:
        """Save what was typed and not saved yet."""
        for field in self.fields.values():
            field.save_pending()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        for field in self.fields.values():
            field.set_tokens(tokens)
