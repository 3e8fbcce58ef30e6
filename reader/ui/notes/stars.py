"""The stars that say how important a mark is."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reader.domain.model import MOST_IMPORTANT
from reader.ui.theme.tokens import Tokens

_OUTER, _INNER = 6.0, 2.5
_PITCH = 15
STARS_WIDTH = MOST_IMPORTANT * _PITCH
"""Pixels of the row of stars."""


def draw_stars(painter: QPainter, box: QRectF, importance: int, tokens: Tokens, *, offered: bool) -> None:
    """Draw as many stars as a mark weighs; where they are ``offered`` to the pointer, the rest as outlines."""
    for number in range(MOST_IMPORTANT):
        given = number < importance
        if not given and not offered:
            continue
        centre = QPointF(box.left() + (number + 0.5) * _PITCH, box.center().y())
        painter.setPen(QPen(QColor(tokens.accent if given else tokens.quiet), 1.0))
        painter.setBrush(QColor(tokens.accent) if given else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star(centre))


def _star(centre: QPointF) -> QPolygonF:
    points = []
    for corner in range(10):
        radius, angle = (_INNER if corner % 2 else _OUTER), corner * pi / 5
        points.append(centre + QPointF(radius * sin(angle), -radius * cos(angle)))
    return QPolygonF(points)
