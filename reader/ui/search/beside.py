"""The row that names the libraries searched beside the open one, and says why one of them is not."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.messages import printable
from reader.ui.notes.flow_layout import FlowLayout
from reader.ui.search.narrowing import dress, menu_button
from reader.ui.words import error_text

_GAP = 4
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class BesideRow(QWidget):
    """A button for each other library, with how many articles of it match; hidden where there is none.

    Signals (each with the ``Path`` of the library):
        opening: it is to be opened by itself.
        finding: the reader will say where it is now.
        detaching: it is to be searched no longer.
    """

    opening = Signal(object)
    finding = Signal(object)
    detaching = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[Path, str] = {}
        self._counts: Mapping[Path, int] = {}
        self._troubles: Mapping[Path, UserError] = {}
        self._buttons: dict[Path, QToolButton] = {}
        self._shelf = QWidget(self)
        self._flow = FlowLayout(self._shelf, _GAP)
        self._reasons = QLabel(self)
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.PlainText)
        self._reasons.setContentsMargins(_GAP * 2, 0, 0, _GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._shelf)
        layout.addWidget(self._reasons)
        self._show()

    @property
    def reasons(self) -> str:
        """What is said of libraries that cannot be searched."""
        return self._reasons.text()

    def button(self, path: Path) -> QToolButton:
        """The button of a library."""
        return self._buttons[path]

    def show_libraries(self, names: Mapping[Path, str]) -> None:
        """Show buttons for other libraries; nothing is known of them before they are searched."""
        self._names, self._counts, self._troubles = names, {}, {}
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()  # it may be its menu that asked for this
        self._buttons = {path: self._button(path) for path in names}
        for button in self._buttons.values():
            self._flow.addWidget(button)
        self._show()

    def show_counts(self, counts: Mapping[Path, int]) -> None:
        """Show how many articles of each match."""
        self._counts = counts
        self._show()

    def show_troubles(self, troubles: Mapping[Path, UserError]) -> None:
        """Say why some are not searched, or not completely."""
        self._troubles = troubles
        self._show()

    @property
    def troubles(self) -> Mapping[Path, UserError]:
        """Why some are not searched, as it was told."""
        return self._troubles

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete on a button lets its library go; what a button has no use for comes here."""
        path = next((path for path, button in self._buttons.items() if button.hasFocus()), None)
        if path is not None and event.key() in _REMOVING:
            self.detaching.emit(path)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _button(self, path: Path) -> QToolButton:
        button = menu_button(self._shelf)
        button.menu().aboutToShow.connect(partial(self._fill, path))
        button.show()
        return button

    def _fill(self, path: Path) -> None:
        menu = self._buttons[path].menu()
        menu.clear()
        shown = QAction(printable(str(path)).replace("&", "&&"), menu)
        shown.setEnabled(False)
        menu.addAction(shown)
        menu.addSeparator()
        for text, signal in (
            (self.tr("Open this library"), self.opening),
            (self.tr("Find it…"), self.finding),
            (self.tr("Do not search it"), self.detaching),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked, chosen=signal: chosen.emit(path))
            menu.addAction(action)
            if signal is self.detaching:
                action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _show(self) -> None:
        self.setVisible(bool(self._names))
        for path, button in self._buttons.items():
            name, count = self._names[path], self._counts.get(path)
            if path in self._troubles and count is None:
                text, said = f"⚠ {name}", self.tr("Not searched: {name}").format(name=name)
            elif self._counts and count is None:
                text, said = f"– {name}", self.tr("Not searched for a part of this library: {name}").format(name=name)
            else:
                text, said = f"+ {name}", self.tr("Searched too: {name}").format(name=name)
            dress(button, text if count is None else f"{text}  {self.locale().toString(count)}")
            button.setAccessibleName(said)
            button.setToolTip(f"{said}\n{printable(str(path))}")
        reasons = [error_text(error) for path, error in self._troubles.items() if path in self._names]
        self._reasons.setText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
