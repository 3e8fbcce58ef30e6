"""The small signs of the tree, drawn as painter paths so that they are crisp at every scale and take any colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from reader.domain.model import Kind

_LINE = 1.3
_DOT = 7.0


def draw_state(painter: QPainter, box: QRectF, colour: QColor, *, unread: bool) -> None:
    """A full dot for unread, a ring for read, in the middle of a box."""
    size = _DOT if unread else _DOT - _LINE
    dot = QRectF(0, 0, size, size)
    dot.moveCenter(box.center())
    painter.setPen(Qt.PenStyle.NoPen if unread else QPen(colour, _LINE))
    painter.setBrush(colour if unread else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(dot)


def draw_kind(painter: QPainter, box: QRectF, colour: QColor, kind: Kind) -> None:
    """A framed landscape for a photo, a few short lines for a brief; nothing for an article."""
    painter.setPen(QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is Kind.PHOTO:
        _draw_photo(painter, box, colour)
    elif kind is Kind.BRIEF:
        _draw_brief(painter, box)


def draw_chevron(painter: QPainter, box: QRectF, colour: QColor, *, is_open: bool) -> None:
    """An arrow head: down where the rows below are shown, right where they are not."""
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, reach = box.center().x(), box.center().y(), 3.0
    points = [(-reach, -reach / 2), (0, reach / 2 + 0.5), (reach, -reach / 2)]
    painter.drawPolyline(QPolygonF([QPointF(x + a, y + b) if is_open else QPointF(x + b, y + a) for a, b in points]))


def draw_pill(painter: QPainter, box: QRectF, text: str, colours: tuple[QColor, QColor], font: QFont) -> None:
    """A short text on a rounded ground; ``colours`` are those of ground and text."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours[0])
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(colours[1])
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_doubt(painter: QPainter, box: QRectF, colour: QColor, font: QFont) -> None:
    """A question mark in a ring."""
    painter.setPen(QPen(colour, _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _draw_photo(painter: QPainter, box: QRectF, colour: QColor) -> None:
    frame = QRectF(0, 0, 13, 10)
    frame.moveCenter(box.center())
    painter.drawRoundedRect(frame, 1.5, 1.5)
    hill = QPainterPath(QPointF(frame.left() + 1.5, frame.bottom() - 1.5))
    for across, up in ((4.5, 5), (6.5, 3), (8, 4.5), (11.5, 1.5)):
        hill.lineTo(frame.left() + across, frame.bottom() - up)
    painter.drawPath(hill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(frame.right() - 3.2, frame.top() + 3), 1.1, 1.1)


def _draw_brief(painter: QPainter, box: QRectF) -> None:
    left, middle = box.center().x() - 5.5, box.center().y()
    for number, length in enumerate((11.0, 11.0, 6.0)):
        y = middle + (number - 1) * 3.5
        painter.drawLine(QPointF(left, y), QPointF(left + length, y))
