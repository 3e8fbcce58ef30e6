"""A field that stands for the same value of many things."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QStyle


class MetaField(QObject):
    """Shows in an edit the value that all pages have in common, or that there are several; knows what was touched.

    Where there are several, an empty edit leaves them alone, and a button in it empties them all.

    Signals:
        changed: ``value`` may be another one.

    Attributes:
        edit: the widget.
        empty_all: the action behind the button; invisible where all pages have one value.
    """

    changed = Signal()

    def __init__(self, edit: QLineEdit, values: Iterable[str | None]) -> None:
        super().__init__(edit)
        found = {value or "" for value in values}
        self._is_mixed = len(found) > 1
        self._common = "" if self._is_mixed else "".join(found)
        self.edit = edit
        self.empty_all = QAction(edit.style().standardIcon(QStyle.StandardPixmap.SP_LineEditClearButton), "", self)
        self.empty_all.setText(self.tr("Empty it on all pages"))
        self.empty_all.setCheckable(True)
        self.empty_all.setVisible(self._is_mixed)
        edit.addAction(self.empty_all, QLineEdit.ActionPosition.TrailingPosition)
        edit.setClearButtonEnabled(not self._is_mixed)
        edit.setText(self._common)
        self._show_placeholder()
        edit.textChanged.connect(self._on_text)
        self.empty_all.toggled.connect(self._on_empty_all)

    def value(self) -> str | None:
        """What all pages are to have, "" for nothing, or None to leave them as they are."""
        text = self.edit.text().strip()
        if not self._is_mixed:
            return None if text == self._common else text
        return text if text or self.empty_all.isChecked() else None

    @Slot()
    def _on_text(self) -> None:
        if self.edit.text():
            self.empty_all.setChecked(False)  # Qt's signature
        self.changed.emit()

    @Slot()
    def _on_empty_all(self) -> None:
        if self.empty_all.isChecked():
            self.edit.clear()
        self._show_placeholder()
        self.changed.emit()

    def _show_placeholder(self) -> None:
        several = self._is_mixed and not self.empty_all.isChecked()
        self.edit.setPlaceholderText(self.tr("(several values)") if several else self.tr("(none)"))
