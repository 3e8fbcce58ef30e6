"""Choosing how files are to be read, with the beginning of one of them as it would look."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.messages import printable
from reader.services.sample import likely_encoding, sample_text
from reader.ui.theme.typography import Typography
from reader.ui.words import error_text

_VARIANTS = {
    "utf-8": ("utf-8-sig",),
    "big5": ("cp950", "big5hkscs"),
    "utf-16": ("utf-16-le", "utf-16-be"),
}
_REPLACEMENT = "\ufffd"
_PREVIEW_HEIGHT = 180


class EncodingChooser(QWidget):
    """An encoding and a preview of one file in it.

    Signals:
        changed: another encoding was chosen.

    Attributes:
        box, sample: the choices, and the beginning of the file.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, detects: bool) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Encoding"))
        if detects:
            self.box.addItem(self.tr("Detect for each file"), None)
        for encoding, name in (
            ("utf-8", self.tr("UTF-8")),
            ("gb18030", self.tr("GB18030 (simplified Chinese, GBK, GB2312)")),
            ("big5", self.tr("Big5 (traditional Chinese)")),
            ("utf-16", self.tr("UTF-16")),
        ):
            self.box.addItem(name, encoding)
        self.sample = QPlainTextEdit(self)
        self.sample.setReadOnly(True)
        self.sample.setTabChangesFocus(True)
        self.sample.setFont(Typography().body_font(0.85))
        self.sample.setMinimumHeight(_PREVIEW_HEIGHT)
        self.sample.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.sample.setAccessibleName(self.tr("Preview"))
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.verdict.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.box, self.sample, self.verdict):
            layout.addWidget(widget)
        self.box.currentIndexChanged.connect(self._on_chosen)
        self._update()

    def encoding(self) -> str | None:
        """The encoding by Python's name; None lets it be found out for each file."""
        return self.box.currentData()

    def show_file(self, path: Path | None) -> None:
        """Preview this file, or none."""
        self._path = path
        self._update()

    def choose_likely(self) -> None:
        """Choose the encoding that the previewed file looks like; the first one where it looks like none of them."""
        try:
            found = likely_encoding(self._path) if self._path else None
        except UserError:  # the preview says so
            found = None
        likely = (number for number in range(self.box.count()) if found and _is_of(found, self.box.itemData(number)))
        self.box.setCurrentIndex(next(likely, 0))

    @Slot()
    def _on_chosen(self) -> None:
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        encoding = self.encoding()
        shown = self._path is not None and encoding is not None
        self.sample.setVisible(shown)
        self.verdict.setVisible(shown)
        if self._path is None or encoding is None:
            return
        try:
            text = sample_text(self._path, encoding)
        except UserError as error:
            self.sample.clear()
            self.verdict.setText(error_text(error))
            return
        self.sample.setPlainText(text)
        name = printable(self._path.name)
        if _REPLACEMENT in text:
            said = self.tr("“{name}” does not fit: see the signs {sign}").format(name=name, sign=_REPLACEMENT)
        else:
            said = self.tr("The beginning of “{name}”").format(name=name)
        self.verdict.setText(said)


def _is_of(found: str, offered: str | None) -> bool:
    """Whether an encoding that was found is one of those that an offered one stands for."""
    return offered is not None and found in {offered, *_VARIANTS.get(offered, ())}


class ReencodeDialog(QDialog):
    """Asks with which encoding files are to be tried again.

    Attributes:
        chooser: the choices.
    """

    def __init__(self, sample: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Retry with encoding"))
        self.chooser = EncodingChooser(self, detects=False)
        self.chooser.show_file(sample)
        self.chooser.choose_likely()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.tr("Retry"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.chooser)
        layout.addWidget(buttons)
        self.resize(520, 340)
