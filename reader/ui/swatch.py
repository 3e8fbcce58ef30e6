"""The colour of a mark as a small round icon."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap

from reader.ui.theme.tokens import MarkColours

SMALL = 14
"""Points across in menus and tables."""
_MARGIN = 1.5


@cache
def swatch(colours: MarkColours, size: int = SMALL) -> QIcon:
    """A circle as the mark looks in the text, so many points wide, drawn for the screen with the most pixels to one."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.stripe), 1.5))
    painter.setBrush(QColor(colours.fill))
    painter.drawEllipse(QRectF(0, 0, size, size).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
    painter.end()
    return QIcon(pixmap)
