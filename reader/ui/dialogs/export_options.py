"""How much of the library to export and how to write it, as a form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.domain.export import CsvEncoding, ExportOptions, FileFormat, Shape
from reader.ui.dialogs.export_words import annotations, encoding_name, heading, shape_name
from reader.ui.settings import EXPORT_ENCODING, EXPORT_SHAPE, Settings


class OptionsForm(QWidget):
    """Asks for the extent (the whole library, or what is selected in the tree), the shape and the encoding.

    Signals:
        changed: another extent or shape was chosen.
    """

    changed = Signal()

    def __init__(self, settings: Settings, *, selection: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._selection = selection
        self.whole = QRadioButton(self.tr("&Whole library"), self)
        self.selected = QRadioButton(self.tr("What is &selected in the tree"), self)
        self.selected.setEnabled(selection)
        self.whole.setChecked(True)
        self._extent = QButtonGroup(self)
        self._extent.addButton(self.whole)
        self._extent.addButton(self.selected)
        self.shapes = {shape: QRadioButton(shape_name(shape), self) for shape in Shape}
        self._shape = QButtonGroup(self)
        for shape, button in self.shapes.items():
            button.setChecked(shape == settings.get(EXPORT_SHAPE))
            self._shape.addButton(button)
        if self._shape.checkedButton() is None:
            self.shapes[Shape.ANNOTATION].setChecked(True)
        self.encoding = QComboBox(self)
        for encoding in CsvEncoding:
            self.encoding.addItem(encoding_name(encoding), encoding)
        self.encoding.setCurrentIndex(max(self.encoding.findData(settings.get(EXPORT_ENCODING)), 0))
        self._lay_out()
        self._extent.buttonClicked.connect(self.changed)
        self._shape.buttonClicked.connect(self.changed)

    def options(self) -> ExportOptions:
        """How the annotations are to be written."""
        shape = next(shape for shape, button in self.shapes.items() if button.isChecked())
        return ExportOptions(FileFormat.CSV, shape, CsvEncoding(self.encoding.currentData()))

    def remember(self) -> None:
        """Offer the same shape and encoding next time."""
        options = self.options()
        self._settings.set(EXPORT_SHAPE, options.shape.value)
        self._settings.set(EXPORT_ENCODING, options.encoding.value)

    def show_counts(self, whole: int, selected: int) -> None:
        """Say how many annotations each extent would give."""
        self.whole.setText(self.tr("&Whole library: {annotations}").format(annotations=annotations(whole)))
        if self._selection:
            words = self.tr("What is &selected in the tree: {annotations}")
            self.selected.setText(words.format(annotations=annotations(selected)))

    def _lay_out(self) -> None:
        encoding = QLabel(self.tr("Encod&ing"), self)
        encoding.setBuddy(self.encoding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading(self.tr("What"), self))
        layout.addWidget(self.whole)
        layout.addWidget(self.selected)
        layout.addSpacing(8)
        layout.addWidget(heading(self.tr("How"), self))
        for button in self.shapes.values():
            layout.addWidget(button)
        layout.addSpacing(4)
        layout.addWidget(encoding)
        layout.addWidget(self.encoding)
        layout.addStretch()
