"""How an offered place is painted: how well it fits, and its words with what came and what is gone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.domain.rewording import Change
from reader.domain.textpos import Utf16Map
from reader.ui.orphans.places_model import OFFER_ROLE, Offer
from reader.ui.orphans.words import on_one_line, place_words
from reader.ui.painted_row import PaintedRow, small

_PAD_X, _PAD_Y, _GAP = 12, 8, 4
_LINES = 3
_AROUND = 16
"""Code points of the context that are shown on each side."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class PlaceDelegate(PaintedRow):
    """Paints every row in four lines of the same height: a small one, and three of text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        height = QFontMetricsF(small(option.font)).height() + _LINES * QFontMetricsF(option.font).lineSpacing()
        return QSize(1, round(height) + 2 * _PAD_Y + _GAP)

    def content(self, index: QModelIndex | QPersistentModelIndex) -> object:
        """The offer of a row."""
        return index.data(OFFER_ROLE)

    def paint_content(self, painter: QPainter, box: QRectF, font: QFont, data: object, *, active: bool) -> None:
        """Paint how well a place fits, and its words."""
        assert isinstance(data, Offer)
        box = box.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        smaller = small(font)
        head = QRectF(box.left(), box.top(), box.width(), QFontMetricsF(smaller).height())
        painter.setFont(smaller)
        painter.setPen(self.quiet(active=active))
        elided = QFontMetricsF(smaller).elidedText(place_words(data.place), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(head, int(_LEFT), elided)
        box.setTop(head.bottom() + _GAP)
        self._paint_words(painter, box, font, data, active=active)

    def _paint_words(self, painter: QPainter, box: QRectF, font: QFont, offer: Offer, *, active: bool) -> None:
        ink, quiet = self.ink(active=active), self.quiet(active=active)
        looks = {
            Change.SAME: _look(ink),
            Change.GONE: _look(quiet, gone=True),
            Change.CAME: _look(ink if active else QColor(self.tokens.accent), came=True),
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
