"""How much of the library to export and how to write it, as a form."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.domain.export import DOCUMENTS, TABLES, Arrangement, CsvEncoding, ExportOptions, FileFormat, Shape
from reader.ui.dialogs.export_words import (
    annotations,
    arrangement_name,
    encoding_name,
    format_help,
    format_name,
    heading,
    shape_name,
)
from reader.ui.settings import CITATION, EXPORT_ARRANGEMENT, EXPORT_ENCODING, EXPORT_FORMAT, EXPORT_SHAPE, Settings

_Choice = TypeVar("_Choice", Shape, Arrangement)


class OptionsForm(QWidget):
    """Asks for the extent (the whole library, or what is selected in the tree), the format, and what that asks back.

    Signals:
        changed: another extent, format or shape was chosen, or repeats on copies are to be left out or not.

    Attributes:
        once: the choice to leave these out; it is not remembered, as no filter is.
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
        self.format = QComboBox(self)
        for file_format in FileFormat:
            self.format.addItem(f"{format_name(file_format)} (.{file_format})", file_format)
        self.format.setCurrentIndex(max(self.format.findData(settings.get(EXPORT_FORMAT)), 0))
        self.help = QLabel(self)
        self.help.setWordWrap(True)
        self.help.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.shapes = {shape: QRadioButton(shape_name(shape), self) for shape in Shape}
        self.arrangements = {each: QRadioButton(arrangement_name(each), self) for each in Arrangement}
        self.once = QCheckBox(self.tr("Lea&ve out repeats on copies"), self)
        self.once.setToolTip(
            self.tr(
                "Annotations on another copy of an article with the same words and no tag, note, importance or link of"
                " their own. All others are exported."
            )
        )
        self._shape = self._group(self.shapes, _shape_of(settings))
        self._arrangement = self._group(self.arrangements, settings.get(EXPORT_ARRANGEMENT))
        self.encoding = QComboBox(self)
        for encoding in CsvEncoding:
            self.encoding.addItem(encoding_name(encoding), encoding)
        self.encoding.setCurrentIndex(max(self.encoding.findData(settings.get(EXPORT_ENCODING)), 0))
        self._encoding_label = QLabel(self.tr("Encod&ing"), self)
        self._encoding_label.setBuddy(self.encoding)
        self._lay_out()
        self._extent.buttonClicked.connect(self.changed)
        self.once.toggled.connect(self.changed)
        self._shape.buttonClicked.connect(self.changed)
        self.format.currentIndexChanged.connect(self._on_format)
        self._show_format()

    def options(self) -> ExportOptions:
        """How the annotations are to be written."""
        shape = next(shape for shape, button in self.shapes.items() if button.isChecked())
        arrangement = next(each for each, button in self.arrangements.items() if button.isChecked())
        file_format = FileFormat(self.format.currentData())
        citation = self._settings.get(CITATION)
        encoding = CsvEncoding(self.encoding.currentData())
        return ExportOptions(file_format, shape, encoding, arrangement, citation, once=self.once.isChecked())

    def remember(self) -> None:
        """Offer the same format, shape, arrangement and encoding next time."""
        options = self.options()
        self._settings.set(EXPORT_FORMAT, options.file_format)
        self._settings.set(EXPORT_SHAPE, options.shape.value)
        self._settings.set(EXPORT_ARRANGEMENT, options.arrangement)
        self._settings.set(EXPORT_ENCODING, options.encoding.value)

    def hide_extent(self) -> None:
        """Ask nothing of the extent: what is exported is settled."""
        for widget in (self._what, self.whole, self.selected):
            widget.hide()

    def show_counts(self, whole: int, selected: int) -> None:
        """Say how many annotations each extent would give."""
        self.whole.setText(self.tr("&Whole library: {annotations}").format(annotations=annotations(whole)))
        if self._selection:
            words = self.tr("What is &selected in the tree: {annotations}")
            self.selected.setText(words.format(annotations=annotations(selected)))

    def _group(self, buttons: Mapping[_Choice, QRadioButton], chosen: _Choice) -> QButtonGroup:
        """Buttons of which one is checked."""
        group = QButtonGroup(self)
        for button in buttons.values():
            group.addButton(button)
        buttons[chosen].setChecked(True)
        return group

    @Slot()
    def _on_format(self) -> None:
        self._show_format()
        self.changed.emit()

    def _show_format(self) -> None:
        """Say what the format holds, and ask only what it can answer to."""
        file_format = FileFormat(self.format.currentData())
        self.help.setText(format_help(file_format))
        for button in self.shapes.values():
            button.setVisible(file_format in TABLES)
        for button in self.arrangements.values():
            button.setVisible(file_format in DOCUMENTS)
        for widget in (self._encoding_label, self.encoding):
            widget.setVisible(file_format is FileFormat.CSV)

    def _lay_out(self) -> None:
        as_label = QLabel(self.tr("For&mat"), self)
        as_label.setBuddy(self.format)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._what = heading(self.tr("What"), self)
        layout.addWidget(self._what)
        layout.addWidget(self.whole)
        layout.addWidget(self.selected)
        layout.addWidget(self.once)
        layout.addSpacing(8)
        layout.addWidget(heading(self.tr("How"), self))
        layout.addWidget(as_label)
        layout.addWidget(self.format)
        layout.addWidget(self.help)
        for button in (*self.shapes.values(), *self.arrangements.values()):
            layout.addWidget(button)
        layout.addSpacing(4)
        layout.addWidget(self._encoding_label)
        layout.addWidget(self.encoding)
        layout.addStretch()


def _shape_of(settings: Settings) -> Shape:
    """The shape that was chosen last; what a later version may have remembered is none of ours."""
    remembered = settings.get(EXPORT_SHAPE)
    return Shape(remembered) if remembered in set(Shape) else Shape.ANNOTATION
