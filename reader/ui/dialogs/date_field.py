"""A field for the date of a newspaper."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.domain.dates import normalized_date


class DateField(QLineEdit):
    """Takes ``2024-05-12``, ``2024年5月12日`` and the like, a month, a year, nothing; shows ISO once it is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._on_left)

    def is_valid(self) -> bool:
        """Whether there is a date, or nothing."""
        return self._normalized() is not None

    def date(self) -> str:
        """The date in ISO 8601, or "". Raises ValueError where it is none."""
        text = self.text().strip()
        return normalized_date(text) if text else ""

    @Slot()
    def _on_left(self) -> None:
        normalized = self._normalized()
        if normalized is not None and normalized != self.text():
            self.setText(normalized)

    def _normalized(self) -> str | None:
        try:
            return self.date()
        except ValueError:
            return None
