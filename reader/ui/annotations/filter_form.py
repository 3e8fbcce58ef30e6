"""What the annotation list is filtered by beside its text: tags, colours, place and day of print, coder, note."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QHBoxLayout, QLabel, QWidget

from reader.domain.dates import last_day
from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkGrouping
from reader.domain.model import MOST_IMPORTANT, AnchorState, Color
from reader.domain.scope import UNKNOWN, Scope
from reader.ui.annotations.tags_field import TagsField, known_tags
from reader.ui.annotations.words import STARS, state_name, unknown_name
from reader.ui.dialogs.date_field import DateField
from reader.ui.notes.wording import color_name
from reader.ui.swatch import swatch
from reader.ui.theme.tokens import Tokens

_DATE_WIDTH = 12
_COLORS_ABREAST = 3


class FilterForm(QWidget):
    """Asks what annotations are meant; every change counts at once.

    Signals:
        changed: what is meant may be something else now.
        leave_requested: Esc was pressed in a field for tags.
    """

    changed = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes: tuple[Scope, ...] = ()
        self._quiet = False
        self.any_tags = TagsField(self.tr("Has any of these tags"), self)
        self.all_tags = TagsField(self.tr("Has all of these tags"), self)
        self.not_tags = TagsField(self.tr("Has none of these tags"), self)
        self.subtags = QCheckBox(self.tr("Tags &below them too"), self)
        self.untagged = QCheckBox(self.tr("Those witho&ut a tag"), self)
        self.colors = {color: QCheckBox(self) for color in Color}
        self.newspaper = _choice(self.tr("Any newspaper"), self)
        self.section = _choice(self.tr("Any section"), self)
        self.coder = _choice(self.tr("Anybody"), self)
        self.date_from, self.date_to = DateField(self), DateField(self)
        self.state = _choice(self.tr("Anywhere"), self)
        self.note = _choice(self.tr("With or without"), self)
        self.importance = _choice(self.tr("Any"), self)
        self._fill()
        self._lay_out()
        self._connect()

    def wanted(self) -> MarkFilter:
        """What is meant; a date that is none asks nothing."""
        coder, state = self.coder.currentData(), self.state.currentData()
        return MarkFilter(
            scopes=self._scopes,
            newspaper=self.newspaper.currentData(),
            section=self.section.currentData(),
            date_from=_date(self.date_from),
            date_to=last_day(found) if (found := _date(self.date_to)) else None,
            tags=self.any_tags.names(),
            untagged=self.untagged.isChecked(),
            all_tags=self.all_tags.names(),
            not_tags=self.not_tags.names(),
            subtags=self.subtags.isChecked(),
            colors=tuple(color for color, box in self.colors.items() if box.isChecked()),
            coders=() if coder is None else (coder,),
            states=() if state is None else tuple(map(AnchorState, state.split())),
            has_note=self.note.currentData(),
            importance=self.importance.currentData() or 0,
        )

    def show_wanted(self, wanted: MarkFilter) -> None:
        """Show a filter, without a word to others; the text is not for this form."""
        self._quiet = True
        try:
            self._scopes = wanted.scopes
            for field, names in (
                (self.any_tags, wanted.tags),
                (self.all_tags, wanted.all_tags),
                (self.not_tags, wanted.not_tags),
            ):
                field.show_names(names)
            self.subtags.setChecked(wanted.subtags)
            self.untagged.setChecked(wanted.untagged)
            for color, box in self.colors.items():
                box.setChecked(color in wanted.colors)
            _choose(self.newspaper, wanted.newspaper, wanted.newspaper or unknown_name(MarkGrouping.NEWSPAPER))
            _choose(self.section, wanted.section, wanted.section or self.tr("No section"))
            coder = wanted.coders[0] if wanted.coders else None
            _choose(self.coder, coder, coder or unknown_name(MarkGrouping.CODER))
            self.date_from.setText(wanted.date_from or "")
            self.date_to.setText(wanted.date_to or "")
            _choose(self.state, " ".join(wanted.states) or None, " · ".join(map(state_name, wanted.states)))
            _choose(self.note, wanted.has_note, "")
            _choose(self.importance, wanted.importance or None, "")
        finally:
            self._quiet = False

    def offer(
        self, tags: Sequence[str], newspapers: Sequence[str], sections: Sequence[str], coders: Sequence[str]
    ) -> None:
        """Offer what there is in the library; what is chosen stays chosen."""
        wanted = self.wanted()
        known = known_tags(wanted, tags)
        for field in (self.any_tags, self.all_tags, self.not_tags):
            field.set_known(known)
        for box, names, unknown in (
            (self.newspaper, newspapers, unknown_name(MarkGrouping.NEWSPAPER)),
            (self.section, sections, self.tr("No section")),
            (self.coder, coders, unknown_name(MarkGrouping.CODER)),
        ):
            with QSignalBlocker(box):
                while box.count() > 1:
                    box.removeItem(1)
                for name in names:
                    box.addItem(unknown if name == UNKNOWN else name, name)
        self.show_wanted(wanted)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        for field in (self.any_tags, self.all_tags, self.not_tags):
            field.set_tokens(tokens)
        for color, box in self.colors.items():
            box.setIcon(swatch(tokens.marks[color]))

    def _fill(self) -> None:
        exact, moved, orphan = AnchorState
        self.state.addItem(state_name(exact), exact.value)
        self.state.addItem(state_name(moved), moved.value)
        self.state.addItem(state_name(orphan), orphan.value)
        self.state.addItem(self.tr("moved or not found"), f"{moved} {orphan}")
        self.note.addItem(self.tr("With a note"), True)  # noqa: FBT003 # the value of the choice
        self.note.addItem(self.tr("Without a note"), False)  # noqa: FBT003 # the value of the choice
        for importance in range(1, MOST_IMPORTANT + 1):
            words = self.tr("{stars} or more") if importance < MOST_IMPORTANT else "{stars}"
            self.importance.addItem(words.format(stars=STARS * importance), importance)
        for color, box in self.colors.items():
            box.setAccessibleName(self.tr("Colour: {name}").format(name=color_name(color)))
            box.setToolTip(color_name(color))
        for date, name in ((self.date_from, self.tr("Printed from")), (self.date_to, self.tr("Printed up to"))):
            date.setAccessibleName(name)
            date.setPlaceholderText(self.tr("2024-05-12"))
            date.setMinimumWidth(date.fontMetrics().horizontalAdvance("0" * _DATE_WIDTH))

    def _lay_out(self) -> None:
        dates = QHBoxLayout()
        dates.setSpacing(4)
        for part in (self.date_from, QLabel("–", self), self.date_to):
            dates.addWidget(part)
        dates.addStretch()
        colors = QGridLayout()
        colors.setHorizontalSpacing(8)
        colors.setVerticalSpacing(0)
        for place, box in enumerate(self.colors.values()):
            colors.addWidget(box, *divmod(place, _COLORS_ABREAST))
        colors.setColumnStretch(_COLORS_ABREAST, 1)
        form = QFormLayout(self)
        form.setContentsMargins(12, 4, 12, 12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("An&y tag of"), self.any_tags)
        form.addRow(self.tr("&All tags of"), self.all_tags)
        form.addRow(self.tr("&No tag of"), self.not_tags)
        form.addRow("", self.subtags)
        form.addRow("", self.untagged)
        form.addRow(self.tr("Colour"), colors)
        form.addRow(self.tr("New&spaper"), self.newspaper)
        form.addRow(self.tr("Sect&ion"), self.section)
        form.addRow(self.tr("P&rinted"), dates)
        form.addRow(self.tr("C&oder"), self.coder)
        form.addRow(self.tr("Note"), self.note)
        form.addRow(self.tr("Importance"), self.importance)
        form.addRow(self.tr("Place"), self.state)
        for field, buddy in (
            (self.any_tags, self.any_tags.field.input),
            (self.all_tags, self.all_tags.field.input),
            (self.not_tags, self.not_tags.field.input),
            (dates, self.date_from),
        ):
            label = form.labelForField(field)
            assert isinstance(label, QLabel)
            label.setBuddy(buddy)

    def _connect(self) -> None:
        for field in (self.any_tags, self.all_tags, self.not_tags):
            field.changed.connect(self._tell)
            field.leave_requested.connect(self.leave_requested)
        for box in (self.subtags, self.untagged, *self.colors.values()):
            box.toggled.connect(self._tell)
        for choice in (self.newspaper, self.section, self.coder, self.state, self.note, self.importance):
            choice.currentIndexChanged.connect(self._tell)
        for date in (self.date_from, self.date_to):
            date.textChanged.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()


def _choice(everything: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.addItem(everything, None)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _choose(box: QComboBox, value: object, words: str) -> None:
    """Choose a value, which is added where it is not offered."""
    places = [place for place in range(box.count()) if box.itemData(place) == value]
    if not places:
        box.addItem(words, value)
    box.setCurrentIndex(places[0] if places else box.count() - 1)


def _date(field: DateField) -> str | None:
    return (field.date() or None) if field.is_valid() else None
