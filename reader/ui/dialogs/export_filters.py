"""Which annotations to export, as a form: newspaper, dates, tags, colours."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from reader.domain.dates import first_day, last_day
from reader.domain.mark_filter import MarkFilter
from reader.domain.scope import UNKNOWN
from reader.errors import UserError
from reader.services.marks import tag_name
from reader.ui.dialogs.color_checks import ColorChecks
from reader.ui.notes.tag_field import TagField
from reader.ui.theme.tokens import Tokens

_DATE_WIDTH = 10
"""Characters of a whole date."""


class FilterForm(QWidget):
    """Asks which annotations are meant. A field that is left empty asks nothing.

    Signals:
        changed: what is meant, or the problem with it, may be another now.
        leave_requested: Esc was pressed in the field for tags.
    """

    changed = Signal()
    leave_requested = Signal()

    def __init__(
        self, newspapers: Sequence[str], tags: Iterable[str], tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known_tags = tuple(tags)
        self._tags: tuple[str, ...] = ()
        self._refused_tag = ""
        self.newspaper = QComboBox(self)
        self.newspaper.addItem(self.tr("All newspapers"), None)
        for name in newspapers:
            self.newspaper.addItem(self.tr("Newspaper unknown") if name == UNKNOWN else name, name)
        self.date_from = self._date_field(self.tr("Printed from, a day, month or year"))
        self.date_to = self._date_field(self.tr("Printed up to, a day, month or year"))
        self.tags = TagField(self)
        self.tags.set_tokens(tokens)
        self.tags.set_known(self._known_tags)
        self.tags.input.setAccessibleName(self.tr("Tags, any of them"))
        self.tags.input.setPlaceholderText(self.tr("Any tag"))
        self.untagged = QCheckBox(self.tr("Those with&out a tag"), self)
        self.colors = ColorChecks(tokens, self)
        self._lay_out()
        self.newspaper.activated.connect(self.changed)
        self.date_from.textChanged.connect(self.changed)
        self.date_to.textChanged.connect(self.changed)
        self.tags.added.connect(self._on_tag_added)
        self.tags.removed.connect(self._on_tag_removed)
        self.tags.input.textEdited.connect(self._on_tag_edited)
        self.tags.leave_requested.connect(self.leave_requested)
        self.untagged.toggled.connect(self.changed)
        self.colors.changed.connect(self.changed)

    def wanted(self) -> MarkFilter:
        """What is meant, as far as there is no problem with it."""
        return MarkFilter(
            newspaper=self.newspaper.currentData(),
            date_from=_date(self.date_from, first_day),
            date_to=_date(self.date_to, last_day),
            tags=self._tags,
            untagged=self.untagged.isChecked(),
            colors=self.colors.colors(),
        )

    def problem(self) -> str:
        """What cannot be meant, in words; empty if there is nothing."""
        for field in (self.date_from, self.date_to):
            try:
                _date(field, last_day)
            except ValueError:
                return self.tr("“{text}” is no date. Write it as 2024-05-12, 2024-05 or 2024.").format(
                    text=field.text().strip()
                )
        wanted = self.wanted()
        if wanted.date_from and wanted.date_to and wanted.date_from > wanted.date_to:
            return self.tr("The first date is after the last one.")
        if self._refused_tag:
            return self.tr("There is no tag “{name}”.").format(name=self._refused_tag)
        return ""

    def _date_field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("2024-05-12"))
        field.setMaxLength(_DATE_WIDTH)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0" * (_DATE_WIDTH + 4)))
        return field

    def _lay_out(self) -> None:
        until = QLabel(self.tr("&up to"), self)
        until.setBuddy(self.date_to)
        dates = QHBoxLayout()
        dates.addWidget(self.date_from)
        dates.addWidget(until)
        dates.addWidget(self.date_to)
        dates.addStretch()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Newspaper"), self.newspaper)
        form.addRow(self.tr("&Printed from"), dates)
        form.addRow(self.tr("&Tags"), self.tags)
        form.addRow("", self.untagged)
        form.addRow(self.tr("Co&lours"), self.colors)
        # A label gives the focus to its buddy only if that takes it itself, whatever proxy it has.
        first = ((dates, self.date_from), (self.tags, self.tags.input), (self.colors, self.colors))
        for field, buddy in first:
            label = form.labelForField(field)
            assert isinstance(label, QLabel)
            label.setBuddy(buddy)

    @Slot(str)
    def _on_tag_added(self, typed: str) -> None:
        try:
            name = tag_name(typed)
        except UserError as error:
            self.tags.refuse(typed, error)
            return
        if name not in self._known_tags:
            self._refused_tag = name
            self.tags.input.setText(typed)
        elif name not in self._tags:
            self._show_tags((*self._tags, name))
        self.changed.emit()

    @Slot(str)
    def _on_tag_removed(self, name: str) -> None:
        self._show_tags(tuple(tag for tag in self._tags if tag != name))
        self.changed.emit()

    @Slot()
    def _on_tag_edited(self) -> None:
        if self._refused_tag:
            self._refused_tag = ""
            self.changed.emit()

    def _show_tags(self, names: tuple[str, ...]) -> None:
        self._tags = names
        self._refused_tag = ""
        self.tags.show_tags(names)


def _date(field: QLineEdit, reading: Callable[[str], str]) -> str | None:
    """A date field as the filter wants it; None if it is empty. Raises ValueError if it holds no date."""
    text = field.text().strip()
    return reading(text) if text else None
