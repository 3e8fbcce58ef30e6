"""The menu of the tree of tags: the actions of the table, with the colours in place of the one that asks for them."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.model import Color
from reader.ui.actions.build import ActionSet
from reader.ui.actions.codebook_table import CODEBOOK_ACTIONS, MOVE_SUBMENU
from reader.ui.notes.wording import color_name
from reader.ui.swatch import swatch
from reader.ui.theme.tokens import Tokens

COLOR = "codebook_color"
FREE = frozenset({"codebook_new", "codebook_sort", "codebook_filter"})
"""The actions that are of use where no tag is current."""


class TagMenu(QMenu):
    """Opens at a point of the tree.

    Signals:
        color_chosen: a ``Color``, or None for no colour.
    """

    color_chosen = Signal(object)

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._of_tags = [actions[spec.id] for spec in CODEBOOK_ACTIONS if spec.id not in FREE]
        self._color = actions[COLOR]
        self.colors = QMenu(self)
        moves = QMenu(QCoreApplication.translate("menus", MOVE_SUBMENU), self)
        group = CODEBOOK_ACTIONS[0].group
        for spec in CODEBOOK_ACTIONS:
            if spec.group != group:
                self.addSeparator()
                group = spec.group
            if spec.id == COLOR:
                self.addMenu(self.colors)
            elif spec.submenu:
                self.addMenu(moves)  # once more changes nothing
                moves.addAction(actions[spec.id])
            else:
                self.addAction(actions[spec.id])
        for number, color in enumerate(Color, 1):
            self.colors.addAction(f"&{number}  {color_name(color)}").setData(color.value)
        self.colors.addSeparator()
        self.colors.addAction(self.tr("&0  None")).setData("")
        self.colors.triggered.connect(self._on_color)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        for action in self.colors.actions():
            if action.data():
                action.setIcon(swatch(tokens.marks[Color(action.data())]))

    def open_at(self, point: QPoint, *, there: bool) -> None:
        """Open at a global point; ``there`` says whether a tag is current, which most actions are about."""
        keys = self._color.shortcut().toString()
        self.colors.setTitle(self._color.text().removesuffix("…") + (f"\t{keys}" if keys else ""))
        self._enable(there)
        self.popup(point)
        self.aboutToHide.connect(self._on_closed, Qt.ConnectionType.SingleShotConnection)

    def _enable(self, enabled: bool) -> None:  # noqa: FBT001 # as Qt's
        for action in self._of_tags:
            action.setEnabled(enabled)
        self.colors.setEnabled(enabled)

    @Slot()
    def _on_closed(self) -> None:
        self._enable(True)  # noqa: FBT003 # their keys act without the menu

    @Slot(QAction)
    def _on_color(self, action: QAction) -> None:
        self.color_chosen.emit(Color(action.data()) if action.data() else None)
