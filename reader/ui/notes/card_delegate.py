"""Draws a mark as a card: stripe, quote, note, links, tags, importance, and how long ago."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.domain.model import Annotation
from reader.services.links import LinkEnd
from reader.ui.notes.card_layout import CHIP_PAD, LEFT, RIGHT, STRIPE, CardLayout, CardType, Hit
from reader.ui.notes.card_model import CardModel
from reader.ui.notes.card_pictures import CardPictures
from reader.ui.notes.stars import draw_stars
from reader.ui.notes.wording import time_ago, translate
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_INSET = 10
"""Pixels that the stripe keeps from the upper and lower edge of its card."""
_RADIUS = 3
_RING = 2
_Index = QModelIndex | QPersistentModelIndex


class _Look(NamedTuple):
    """How a card stands out among the others."""

    current: bool
    focused: bool
    pointed_at: bool


_PLAIN = _Look(current=False, focused=False, pointed_at=False)


class CardDelegate(QStyledItemDelegate):
    """Sets cards to the width it is told, and keeps what it has set until a card changes.

    Whoever calls what changes the heights of cards asks for these again.
    """

    def __init__(self, cards: CardModel, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._type = CardType(font)
        self._tokens = LIGHT
        self._width = 0
        self._set: dict[int, tuple[Annotation, Sequence[LinkEnd], CardLayout]] = {}
        self._unfolded: set[int] = set()
        self._pictures = CardPictures()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._clear()

    def set_font(self, font: QFont) -> None:
        """Set cards in the sizes that belong to a font."""
        self._type = CardType(font)
        self._clear()

    def set_width(self, width: int) -> bool:
        """Set cards to a width in pixels; returns whether it is another."""
        if width == self._width:
            return False
        self._width = width
        self._clear()
        return True

    def forget(self) -> None:
        """Drop what was set; the cards are of another article now."""
        self._clear()
        self._unfolded.clear()

    def fold(self, index: _Index, *, folded: bool) -> bool:
        """Fold a long note or show it whole; returns whether that changes anything."""
        annotation = self._cards.at(index.row())
        layout = self._layout(index.row())
        is_folded = annotation.id not in self._unfolded
        if layout.fold_line is None or folded == is_folded:
            return False
        (self._unfolded.discard if folded else self._unfolded.add)(annotation.id)
        self._set.pop(annotation.id)
        return True

    def is_folded(self, index: _Index) -> bool:
        """Whether a long note is folded."""
        return self._cards.at(index.row()).id not in self._unfolded

    def hit(self, index: _Index, point: QPointF) -> Hit | None:
        """What can be clicked at a point of a card, counted from its upper left corner."""
        return self._layout(index.row()).hit(point)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The size of a card at the width that was set."""
        layout = self._layout(index.row())
        layout.set_note(self._tokens)
        return QSize(self._width, layout.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a card."""
        annotation = self._cards.at(index.row())
        layout = self._layout(index.row())
        view = option.widget
        current = isinstance(view, QAbstractItemView) and view.currentIndex() == index
        focused = current and bool(option.state & QStyle.StateFlag.State_HasFocus)
        pointed_at = bool(option.state & QStyle.StateFlag.State_MouseOver)
        look = _Look(current=current, focused=focused, pointed_at=pointed_at)
        if look == _PLAIN:
            ground = option.palette.color(QPalette.ColorRole.Base)
            picture = self._picture(index.row(), option.rect.size(), painter.device().devicePixelRatioF(), ground)
            painter.drawPixmap(option.rect.topLeft(), picture)
        else:
            self._draw(painter, option.rect, annotation, layout, _age(annotation), look)

    def draw_ahead(self, row: int, viewport: QWidget, height: int) -> None:
        """Draw a card of a height that may come into sight soon, so that it need only be copied then."""
        ground = viewport.palette().color(QPalette.ColorRole.Base)
        self._picture(row, QSize(viewport.width(), height), viewport.devicePixelRatioF(), ground)

    def _picture(self, row: int, size: QSize, density: float, ground: QColor) -> QPixmap:
        annotation, layout = self._cards.at(row), self._layout(row)
        age = _age(annotation)
        key = size.width(), size.height(), density, (layout, age)
        return self._pictures.of(
            annotation.id,
            key,
            ground,
            lambda onto: self._draw(onto, QRect(QPoint(), size), annotation, layout, age, _PLAIN),
        )

    def _draw(
        self, painter: QPainter, box: QRect, annotation: Annotation, layout: CardLayout, age: str, look: _Look
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, box, look)
        painter.translate(box.topLeft())
        self._draw_stripe(painter, annotation, layout.height, current=look.current)
        self._draw_texts(painter, annotation, layout, age, current=look.current)
        offered = look.current or look.pointed_at
        draw_stars(painter, layout.stars, annotation.importance, self._tokens, offered=offered)
        painter.restore()

    def _clear(self) -> None:
        self._set.clear()
        self._pictures.forget()

    def _layout(self, row: int) -> CardLayout:
        annotation, links = self._cards.at(row), self._cards.links_at(row)
        known = self._set.get(annotation.id)
        if known is not None and known[0] is annotation and known[1] == links:
            return known[2]
        layout = CardLayout(annotation, self._width, self._type, links, folded=annotation.id not in self._unfolded)
        self._set[annotation.id] = annotation, links, layout
        return layout

    def _draw_ground(self, painter: QPainter, box: QRect, look: _Look) -> None:
        tokens = self._tokens
        if look.current:
            painter.fillRect(box, QColor(mix(tokens.paper, tokens.focus if look.focused else tokens.ink, 0.08)))
        elif look.pointed_at:
            painter.fillRect(box, QColor(mix(tokens.paper, tokens.ink, 0.03)))
        if look.focused:
            painter.setPen(QPen(QColor(tokens.focus), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        else:
            painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), QColor(tokens.rule))

    def _draw_stripe(self, painter: QPainter, annotation: Annotation, height: int, *, current: bool) -> None:
        width = STRIPE + 2 if current else STRIPE  # not by colour alone
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.marks[annotation.color].stripe))
        painter.drawRoundedRect(QRectF(LEFT, _INSET, width, height - 2 * _INSET), 2, 2)

    def _draw_texts(
        self, painter: QPainter, annotation: Annotation, layout: CardLayout, age: str, *, current: bool
    ) -> None:
        tokens, type_ = self._tokens, self._type
        ink, quiet = QColor(tokens.ink), QColor(tokens.quiet)
        painter.setFont(type_.quote)
        painter.setPen(quiet if annotation.note else ink)
        y, x = layout.quote_top, layout.left - layout.hanging
        for line in layout.quote_lines:
            box = QRectF(x, y, layout.left + layout.width + RIGHT - x, type_.leading)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
            y, x = y + type_.leading, layout.left
        if layout.note is not None:
            layout.note.draw(painter, QPointF(layout.left, layout.note_top), layout.note_height, tokens)
        self._draw_links(painter, layout)
        painter.setFont(type_.small)
        ground = QColor(mix(tokens.paper, tokens.ink, 0.16 if current else 0.08))
        for chip in layout.chips:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(chip.box, _RADIUS, _RADIUS)
            painter.setPen(ink)
            box = chip.box.adjusted(CHIP_PAD, 0, CHIP_PAD, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, chip.text)
        painter.setPen(quiet)
        painter.drawText(layout.time_line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, age)

    def _draw_links(self, painter: QPainter, layout: CardLayout) -> None:
        """Draw the lines that can be clicked: the one that unfolds the note, and those that lead to other marks."""
        painter.setFont(self._type.note)
        painter.setPen(QColor(self._tokens.accent))
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        if layout.fold_line is not None:
            words = translate("notes", "Show all") if layout.is_folded else translate("notes", "Show less")
            painter.drawText(layout.fold_line, line, words)
        for end, box in layout.links:
            painter.drawText(box, line, layout.link_text(end))


def _age(annotation: Annotation) -> str:
    return time_ago(annotation.modified_at, QDateTime.currentDateTime())
