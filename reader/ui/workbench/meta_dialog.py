"""What an article says of itself, to look at with the words it was read from, and to put right."""

from html import escape

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.domain.item_meta import NAME_FIELDS, ItemMetaEdit
from reader.domain.model import ItemMeta, Named, Range
from reader.ui.workbench.meta_words import GENRES, field_words, genre_words, names_from, names_in_one

_WIDTH = 480
_AROUND = 24
"""Code points of the page on either side of what was read."""


class ItemMetaDialog(QDialog):
    """Edits genre, place and names of one item; only fields that were touched are changed.

    Signals:
        entered: the ``ItemMetaEdit``, where anything was touched.
        ranges_shown: the ranges of the page that the field with the keyboard was read from.

    Attributes:
        fields: the widgets by the names of the fields of ``ItemMeta``.
        source: says where the field with the keyboard was read.
    """

    entered = Signal(object)
    ranges_shown = Signal(object)

    def __init__(self, title: str, meta: ItemMeta, page_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._meta = meta
        self._page_text = page_text
        self.setWindowTitle(title)
        self.genre = QComboBox()
        self.genre.addItem(self.tr("Not known"), "")
        for genre in GENRES:
            self.genre.addItem(genre_words(genre), str(genre))
        self.genre.setCurrentIndex(max(self.genre.findData(meta.genre.text if meta.genre else ""), 0))
        self.place = QLineEdit(meta.place.text if meta.place else "")
        self._names = {name: QLineEdit(names_in_one(getattr(meta, name))) for name in NAME_FIELDS}
        self.fields: dict[str, QWidget] = {"genre": self.genre, "place": self.place, **self._names}
        self.source = QLabel()
        self._lay_out()
        self.accepted.connect(self._on_accepted)

    def _lay_out(self) -> None:
        form = QFormLayout()
        for name, field in self.fields.items():
            label = QLabel(field_words(name))
            label.setBuddy(field)
            field.setAccessibleName(field_words(name))
            field.installEventFilter(self)
            form.addRow(label, field)
        for edit in self._names.values():
            edit.setPlaceholderText(self.tr("Names, parted by commas or spaces"))
        self.source.setWordWrap(True)
        self.source.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.source.setMinimumHeight(self.source.fontMetrics().lineSpacing() * 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.source)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def edit(self) -> ItemMetaEdit:
        """What the fields say."""
        return ItemMetaEdit(
            self.genre.currentData(),
            " ".join(self.place.text().split()),
            **{name: names_from(edit.text()) for name, edit in self._names.items()},
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say of the field that gets the keyboard where it was read."""
        if event.type() == QEvent.Type.FocusIn:
            self._show_source(next(name for name, field in self.fields.items() if field is watched))
        return super().eventFilter(watched, event)

    def _show_source(self, name: str) -> None:
        value = getattr(self._meta, name)
        named: list[Named] = [] if value is None else [value] if isinstance(value, Named) else list(value)
        ranges = [one.range for one in named if one.range is not None]
        if ranges:
            self.source.setText(self.tr("Read on the page: {words}").format(words=self._in_context(ranges)))
        elif name in self._meta.decided:
            self.source.setText(self.tr("You wrote this; it stays when the page is split anew."))
        elif named:
            self.source.setText(self.tr("Follows from what kind of item this is."))
        else:
            self.source.setText(self.tr("The page does not say."))
        self.ranges_shown.emit(tuple(ranges))

    def _in_context(self, ranges: list[Range]) -> str:
        """The words of the page around the first of some ranges, all of them in bold; as rich text."""
        at = min(ranges).start
        begins = max(self._page_text.rfind("\n", 0, at) + 1, at - _AROUND)
        ends = min(max(span.end for span in ranges if span.start < at + 2 * _AROUND) + _AROUND, len(self._page_text))
        line_end = self._page_text.find("\n", max(span.end for span in ranges if span.start < ends) - 1, ends)
        ends = line_end if line_end >= 0 else ends
        parts, done = [], begins
        for span in sorted(span for span in ranges if begins <= span.start < ends):
            parts.append(escape(self._page_text[done : span.start]))
            parts.append(f"<b>{escape(self._page_text[span.start : span.end])}</b>")
            done = span.end
        parts.append(escape(self._page_text[done:ends]))
        cut_before, cut_behind = (at > 0 and self._page_text[at - 1] != "\n" for at in (begins, ends + 1))
        return f"“{'…' if cut_before else ''}{''.join(parts)}{'…' if cut_behind else ''}”"

    @Slot()
    def _on_accepted(self) -> None:
        edit = self.edit()
        if edit.applied_to(self._meta) != self._meta:
            self.entered.emit(edit)
