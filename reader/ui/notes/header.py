"""The head of the sidebar: its name, and which of how many marks is current."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


class NotesHeader(QWidget):
    """Says “3 of 12” beside the name of the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: tuple[int | None, int] = (None, 0)
        self._name = QLabel(self)
        self._name.setProperty("heading", True)  # noqa: FBT003 # Qt's signature
        self._count = QLabel(self)
        self._count.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._count.setContentsMargins(0, 8, 20, 4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._name)
        layout.addStretch()
        layout.addWidget(self._count)
        self.retranslate()

    def show_place(self, number: int | None, count: int) -> None:
        """Show which mark is current (from 1; None is none) of how many."""
        self._place = number, count
        if number is not None:
            self._count.setText(self.tr("{number} of {count}").format(number=number, count=count))
        else:
            self._count.setText(str(count) if count else "")
        self._count.setAccessibleName(self.tr("%n mark(s)", "", count))

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self._name.setText(self.tr("Notes"))
        self.show_place(*self._place)
