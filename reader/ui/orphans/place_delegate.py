"""How an offered place is painted: how well it fits, and its words with what came and what is gone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.rewording import Change
from reader.domain.textpos import Utf16Map
from reader.ui.orphans.words import on_one_line, place_words
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from reader.ui.orphans.places import Offer

OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Offer`` of a row."""
_PAD_X, _PAD_Y, _GAP = 12, 8, 4
_LINES = 3
_SMALL = 0.85
_AROUND = 16
"""Code points of the context that are shown on each side."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class PlaceDelegate(QStyledItemDelegate):
    """Paints every row in four lines of the same height: a small one, and three of text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        height = QFontMetricsF(_small(option.font)).height() + _LINES * QFontMetricsF(option.font).lineSpacing()
        return QSize(1, round(height) + 2 * _PAD_Y + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        offer: Offer = index.data(OFFER_ROLE)
        tokens, rect = self._tokens, QRectF(option.rect)
        active = bool(option.state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus())
        painter.save()
        if active:
            painter.fillRect(rect, QColor(tokens.selected))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mix(tokens.paper, tokens.ink, 0.12)))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.rule))
        box = rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        small = _small(option.font)
        quiet = QColor(tokens.selected_ink if active else tokens.quiet)
        head = QRectF(box.left(), box.top(), box.width(), QFontMetricsF(small).height())
        painter.setFont(small)
        painter.setPen(quiet)
        elided = QFontMetricsF(small).elidedText(place_words(offer.place), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(head, int(_LEFT), elided)
        box.setTop(head.bottom() + _GAP)
        self._paint_words(painter, box, option.font, offer, active=active)
        if option.state & QStyle.StateFlag.State_HasFocus and not active:
            painter.setPen(QPen(QColor(tokens.focus), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, font: QFont, offer: "Offer", *, active: bool) -> None:
        tokens = self._tokens
        ink = QColor(tokens.selected_ink if active else tokens.ink)
        quiet = QColor(tokens.selected_ink if active else tokens.quiet)
        looks = {
            Change.SAME: _look(ink),
            Change.GONE: _look(quiet, gone=True),
            Change.CAME: _look(ink if active else QColor(tokens.accent), came=True),
        }
        around = _look(quiet)
        before, behind = on_one_line(offer.place.before)[-_AROUND:], on_one_line(offer.place.behind)[:_AROUND]
        pieces = [(f"…{before}", around), *((part.text, looks[part.change]) for part in offer.parts)]
        pieces.append((f"{behind}…", around))
        text = "".join(piece for piece, _ in pieces)
        units = Utf16Map(text)
        formats, at = [], 0
        for piece, look in pieces:
            found = QTextLayout.FormatRange()
            found.start = units.to_utf16(at)
            at += len(piece)
            found.length = units.to_utf16(at) - found.start
            found.format = look
            formats.append(found)
        layout = QTextLayout(text, font)
        layout.setTextOption(QTextOption())
        layout.setFormats(formats)
        _lay_out(layout, box.width(), QFontMetricsF(font).lineSpacing())
        painter.save()
        painter.setClipRect(box)
        layout.draw(painter, QPointF(box.left(), box.top()))
        painter.restore()


def _lay_out(layout: QTextLayout, width: float, spacing: float) -> None:
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * spacing))
    layout.endLayout()


def _look(colour: QColor, *, gone: bool = False, came: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(colour)
    look.setFontStrikeOut(gone)
    look.setFontUnderline(came)
    if came:
        look.setFontWeight(QFont.Weight.Bold)
    return look


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
