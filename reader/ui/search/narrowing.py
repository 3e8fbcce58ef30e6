"""Narrows a search: buttons for newspaper, year, section and tag, each with how many articles it would leave."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from reader.domain.dates import last_day
from reader.domain.found import Facet
from reader.domain.scope import UNKNOWN, Scope
from reader.ui.notes.flow_layout import FlowLayout
from reader.ui.search.words import facet_words, unknown_words

_MOST = 40
"""Values in one menu: what is rarer is found by a word in the query."""
_WIDEST = 140
_SIDE = 9
"""Padding and border of a tool button; Qt would keep room for an arrow of its own as well."""
_GAP = 4


class Narrowing(QWidget):
    """What the articles found are narrowed to.

    Signals:
        changed: they are to be narrowed otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._within = self._offered = Scope()
        self._within_name = ""
        self._chosen: dict[Facet, str] = {}
        self._found: dict[Facet, Sequence[tuple[str, int]]] = {}
        layout = FlowLayout(self, _GAP)
        self._place = _checkable(self)
        layout.addWidget(self._place)
        self._buttons = {facet: _checkable(self) for facet in Facet}
        for button in self._buttons.values():
            layout.addWidget(button)
        self._show_choice()

    @property
    def scope(self) -> Scope:
        """What is searched."""
        chosen = self._chosen
        year = chosen.get(Facet.YEAR)
        narrower = {
            "newspaper": chosen.get(Facet.NEWSPAPER),
            "section": chosen.get(Facet.SECTION),
            "tag": chosen.get(Facet.TAG),
            "date_from": year,
            "date_to": last_day(year) if year else None,
        }
        return self._within.within(**{field: value for field, value in narrower.items() if value is not None})

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.scope != Scope()

    def set_within(self, scope: Scope, name: str) -> None:
        """Offer a part of the tree, by its name, to be searched in place of the library; "" offers none.

        What was chosen before stays chosen until the search ends.
        """
        if self._within == Scope():
            self._offered, self._within_name = scope, name
            self._show_choice()

    def button(self, facet: Facet) -> QToolButton:
        """The button of a facet."""
        return self._buttons[facet]

    def show_facets(self, found: Mapping[Facet, Sequence[tuple[str, int]]]) -> None:
        """Offer the values of the articles that were found."""
        self._found = dict(found)
        self._show_choice()

    def choose(self, facet: Facet, value: str | None) -> None:
        """Narrow to a value, or to none of a facet."""
        if value is None:
            self._chosen.pop(facet, None)
        else:
            self._chosen[facet] = value
        self._show_choice()
        self.changed.emit()

    def search_within(self, *, part: bool) -> None:
        """Search the part of the tree that is on offer, or the whole library."""
        self._within = self._offered if part else Scope()
        self._show_choice()
        self.changed.emit()

    def clear(self) -> None:
        """Narrow to nothing, without a word: the search has ended."""
        self._within, self._within_name = Scope(), ""
        self._chosen.clear()
        self._found.clear()
        self._show_choice()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_choice()
        super().changeEvent(event)

    def _show_choice(self) -> None:
        self._show_place()
        for facet, button in self._buttons.items():
            chosen, values = self._chosen.get(facet), self._found.get(facet, ())
            # One value for all is no choice, but what was chosen must be open to be taken back.
            button.setVisible(
                chosen is not None or len([value for value in values if _can_be_asked(facet, *value)]) > 1
            )
            name = facet_words(facet)
            button.setAccessibleName(name)
            dress(button, name if chosen is None else chosen or unknown_words(facet), checked=chosen is not None)
            menu = button.menu()
            menu.clear()
            _add(menu, self.tr("All"), "", partial(self.choose, facet, None), checked=chosen is None)
            menu.addSeparator()
            for value, count in values[:_MOST]:
                if _can_be_asked(facet, value, count):
                    text = value or unknown_words(facet)
                    _add(menu, text, str(count), partial(self.choose, facet, value), checked=value == chosen)

    def _show_place(self) -> None:
        part = self._within != Scope()
        self._place.setVisible(bool(self._within_name))
        self._place.setAccessibleName(self.tr("Where to search"))
        dress(self._place, self._within_name if part else self.tr("Whole library"), checked=part)
        menu = self._place.menu()
        menu.clear()
        _add(menu, self.tr("Whole library"), "", partial(self.search_within, part=False), checked=not part)
        _add(menu, self._within_name, "", partial(self.search_within, part=True), checked=part)


def _can_be_asked(facet: Facet, value: str, _count: int) -> bool:
    """Whether a scope can name a value: "no year" and "no tag" it cannot."""
    return value != UNKNOWN or facet in {Facet.NEWSPAPER, Facet.SECTION}


def menu_button(parent: QWidget) -> QToolButton:
    """A button that opens a menu."""
    button = QToolButton(parent)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button


def dress(button: QToolButton, text: str, *, checked: bool = False) -> None:
    """Give a button of a menu its text, shortened where it is long."""
    metrics = QFontMetrics(button.font())
    arrow = " ▾"
    room = _WIDEST - 2 * _SIDE - metrics.horizontalAdvance(arrow)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + arrow
    button.setFixedWidth(metrics.horizontalAdvance(shown) + 2 * _SIDE)
    button.setText(shown.replace("&", "&&"))
    button.setToolTip(text)
    button.setChecked(checked)


def _checkable(parent: QWidget) -> QToolButton:
    button = menu_button(parent)
    button.setCheckable(True)
    return button


def _add(menu: QMenu, text: str, number: str, chosen: Callable[[], None], *, checked: bool) -> None:
    action = QAction(text.replace("&", "&&") + (f"\t{number}" if number else ""), menu)
    action.setCheckable(True)
    action.setActionGroup(menu.findChild(QActionGroup) or QActionGroup(menu))  # one of them, and shown as such
    action.setChecked(checked)
    action.triggered.connect(lambda _checked: chosen())
    menu.addAction(action)
