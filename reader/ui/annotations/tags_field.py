"""Some tags in a field of their own: of a filter, or to be given to many annotations."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain.mark_filter import MarkFilter
from reader.errors import UserError
from reader.services.marks import tag_name
from reader.ui.notes.tag_field import TagField
from reader.ui.theme.tokens import Tokens


class TagsField(QWidget):
    """A field with chips for some tags: those of the library, or with ``any_name`` whatever is typed.

    Signals:
        changed: other tags are named.
        leave_requested: Esc was pressed.
    """

    changed = Signal()
    leave_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, any_name: bool = False) -> None:
        super().__init__(parent)
        self._any_name = any_name
        self._names: tuple[str, ...] = ()
        self._known: frozenset[str] = frozenset()
        self.field = TagField(self)
        self.field.input.setAccessibleName(name)
        self.field.input.setPlaceholderText("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field.input)
        self.field.added.connect(self._on_added)
        self.field.removed.connect(self._on_removed)
        self.field.leave_requested.connect(self.leave_requested)

    def names(self) -> tuple[str, ...]:
        """The tags that are named."""
        return self._names

    def show_names(self, names: tuple[str, ...]) -> None:
        """Name these tags, without a word to others."""
        self._names = names
        self.field.show_tags(names)

    def set_known(self, names: Iterable[str]) -> None:
        """The tags of the library."""
        self._known = frozenset(names)
        self.field.set_known(sorted(self._known))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.field.set_tokens(tokens)

    @Slot(str)
    def _on_added(self, typed: str) -> None:
        try:
            name = tag_name(typed)
        except UserError as error:
            self.field.refuse(typed, error)
            return
        if name not in self._known and not self._any_name:
            self.field.input.setText(typed)
            self.field.input.selectAll()
        elif name not in self._names:
            self._take((*self._names, name))

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        self._take(tuple(other for other in self._names if other != name))

    def _take(self, names: tuple[str, ...]) -> None:
        self.show_names(names)
        self.changed.emit()


def known_tags(wanted: MarkFilter, names: Iterable[str]) -> set[str]:
    """The tags that fields offer: those of the library, and those that a filter names."""
    return {*names, *wanted.named_tags()}
