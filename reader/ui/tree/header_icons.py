"""The icons above the tree, drawn in a colour of the palette."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_SIZE = 16
_STROKE = 1.5


def glass_icon(colour: QColor, ratio: float) -> QIcon:
    """A magnifying glass."""
    pixmap = _pixmap(ratio)
    with _painter(pixmap, colour) as painter:
        painter.drawEllipse(QPointF(7, 7), 4.25, 4.25)
        painter.drawLine(QPointF(10.4, 10.4), QPointF(13.2, 13.2))
    return QIcon(pixmap)


def dots_icon(colour: QColor, ratio: float) -> QIcon:
    """Three dots: something is under way."""
    pixmap = _pixmap(ratio)
    with _painter(pixmap, colour) as painter:
        painter.setBrush(colour)
        for x in (3.5, 8.0, 12.5):
            painter.drawEllipse(QPointF(x, 8), 0.75, 0.75)
    return QIcon(pixmap)


def copies_icon(colour: QColor, ratio: float) -> QIcon:
    """A sheet before another one, of which only the corner is to be seen."""
    pixmap = _pixmap(ratio)
    with _painter(pixmap, colour) as painter:
        painter.drawRect(QRectF(2.25, 5.25, 8, 8.5))
        painter.drawPolyline([QPointF(5.75, 2.25), QPointF(13.75, 2.25), QPointF(13.75, 10.75)])
    return QIcon(pixmap)


def _pixmap(ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


@contextmanager
def _painter(pixmap: QPixmap, colour: QColor) -> Iterator[QPainter]:
    painter = QPainter(pixmap)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        yield painter
    finally:
        painter.end()
