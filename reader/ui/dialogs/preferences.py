"""Preferences: language, type, and the name that marks are signed with. Every change shows at once."""

import getpass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.domain.export import CitationStyle
from reader.ui.appearance import Appearance
from reader.ui.dialogs.export_words import citation_name
from reader.ui.i18n import LANGUAGES
from reader.ui.settings import CITATION, CODER, FONT_FAMILY, FONT_SIZE, LANGUAGE, Settings
from reader.ui.theme.typography import LARGEST, SMALLEST, Typography

_INSET = 7
"""Pixels before the number, as the other fields have them."""


class PreferencesDialog(QDialog):
    """The settings of the user.

    Signals:
        language_chosen: another language was chosen; the window has to be made anew.
        coder_chosen: the name that new marks are signed with.
    """

    language_chosen = Signal()
    coder_chosen = Signal(str)

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._appearance = appearance
        self.setWindowTitle(self.tr("Preferences"))
        self.language = QComboBox(self)
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(settings.get(LANGUAGE)), 0))
        self.own_font = QCheckBox(self.tr("&Font for reading"), self)
        self.family = QFontComboBox(self)
        self.family.setAccessibleName(self.tr("Font for reading"))
        self.text_size = QSpinBox(self)
        self.text_size.setRange(SMALLEST, LARGEST)
        self.text_size.setSuffix(self.tr(" pt"))
        self.text_size.setValue(settings.get(FONT_SIZE))
        self.text_size.lineEdit().setTextMargins(_INSET, 0, 0, 0)  # a style sheet does not reach it
        self.coder = QLineEdit(settings.get(CODER), self)
        self.coder.setPlaceholderText(getpass.getuser())
        self.citation = QComboBox(self)
        for style in CitationStyle:
            self.citation.addItem(citation_name(style), style)
        self.citation.setCurrentIndex(max(self.citation.findData(settings.get(CITATION)), 0))
        self._show_family(settings.get(FONT_FAMILY))
        self._lay_out()
        self.language.activated.connect(self._on_language)
        self.own_font.toggled.connect(self._on_type)
        self.family.currentFontChanged.connect(self._on_type)
        self.text_size.valueChanged.connect(self._on_type)
        self.coder.editingFinished.connect(self._on_coder)
        self.citation.activated.connect(self._on_citation)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.own_font, self.family)
        form.addRow(self.tr("Text &size"), self.text_size)
        form.addRow(self.tr("&Name on new marks"), self.coder)
        form.addRow(self.tr("&Citations"), self.citation)
        hint = QLabel(self.tr("Theme and panes are in the View menu, keys under Help."), self)
        hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(buttons)

    def _show_family(self, family: str) -> None:
        self.own_font.setChecked(bool(family))
        self.family.setEnabled(bool(family))
        self.family.setCurrentFont(QFont(family or QFontInfo(Typography().body_font()).family()))

    @Slot()
    def _on_language(self) -> None:
        chosen = self.language.currentData()
        if chosen != self._settings.get(LANGUAGE):
            self._settings.set(LANGUAGE, chosen)
            self.language_chosen.emit()

    @Slot()
    def _on_type(self) -> None:
        self.family.setEnabled(self.own_font.isChecked())
        family = self.family.currentFont().family() if self.own_font.isChecked() else ""
        self._appearance.set_type(family, self.text_size.value())

    @Slot()
    def _on_citation(self) -> None:
        self._settings.set(CITATION, CitationStyle(self.citation.currentData()))

    @Slot()
    def _on_coder(self) -> None:
        name = self.coder.text().strip()
        if name != self._settings.get(CODER):
            self._settings.set(CODER, name)
            self.coder_chosen.emit(name or getpass.getuser())
