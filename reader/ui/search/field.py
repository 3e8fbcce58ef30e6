"""The field that a search of the whole library is typed into."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.tree.header import FilterField

_NARROWEST, _WIDEST = 160, 380


class SearchField(FilterField):
    """A field with a magnifying glass in the tool bar.

    Signals:
        cancelled: Esc was pressed; the field is as it was.
        menu_wanted: the glass was clicked, or Down was pressed in the empty field.
        pinyin_changed: whether letters are to find by pinyin too was chosen otherwise.
    """

    cancelled = Signal()
    menu_wanted = Signal()
    pinyin_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.glass.triggered.connect(self.menu_wanted)
        self._pinyin = False
        self._retranslate()

    @property
    def pinyin(self) -> bool:
        """Whether letters find by pinyin too."""
        return self._pinyin

    @Slot(bool)
    def set_pinyin(self, wanted: bool) -> None:  # noqa: FBT001 # a slot
        """Let letters find by pinyin too, or not."""
        if wanted != self._pinyin:
            self._pinyin = wanted
            self.pinyin_changed.emit(wanted)

    def query(self) -> str:
        """What is searched for: what was typed, marked where it is to be taken by pinyin too."""
        typed = self.text().strip()
        if not self._pinyin:
            return typed
        from reader.domain.query import by_pinyin  # a start asks nothing

        return by_pinyin(typed)

    def show_query(self, query: str) -> None:
        """Stand as if a query had been typed, with its mark as what is chosen."""
        from reader.domain.query import parted

        text, pinyin = parted(query)
        self.set_pinyin(pinyin)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search; Down and Enter leave the field; Down in the empty field shows the last searches."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Down and not self.text():
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language and wear the colours of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.update_icon()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search everything"))
        self.setAccessibleName(self.tr("Search everything"))
        self.glass.setToolTip(self.tr("Last and saved searches"))
        self.setToolTip(self.tr("“exact words”  ·  this OR that  ·  -without  ·  title:  tag:  note:  date:2024-05"))
