"""The memo on the library, in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.domain.memo import MemoTarget
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.memo_field import MemoField
from reader.ui.theme.tokens import Tokens

_SIZE = (520, 360)


class MemoDialog(QDialog):
    """Shows the memo on the library, open for writing where it is empty. What is typed is saved by itself.

    Signals:
        refused: a ``UserError`` that kept it from being saved.
    """

    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Memo on the library"))
        self.field = MemoField(library, bus, MemoTarget.LIBRARY, self, fills=True)
        self.field.set_tokens(tokens)
        self.field.refused.connect(self.refused)
        self.field.leave_requested.connect(self.reject)
        self.field.show_target(None)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.field)
        # A scroll area fills its viewport; the memo is to stand on whatever the dialog stands on.
        area.viewport().setAutoFillBackground(False)
        self.field.setAutoFillBackground(False)
        layout.addWidget(area)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        if not library.memos.text(MemoTarget.LIBRARY):
            self.field.edit()

    def done(self, result: int) -> None:
        """Save what was typed before it closes."""
        self.field.save_pending()
        super().done(result)
