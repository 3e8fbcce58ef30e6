"""The colour of a mark as a small round icon."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap

from reader.ui.theme.tokens import MarkColours

_SIZE = 14
_CIRCLE = QRectF(1.5, 1.5, 11, 11)


@cache
def swatch(colours: MarkColours) -> QIcon:
    """A circle as the mark looks in the text, drawn for the screen with the most pixels to a point."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pixmap = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.stripe), 1.5))
    painter.setBrush(QColor(colours.fill))
    painter.drawEllipse(_CIRCLE)
    painter.end()
    return QIcon(pixmap)
