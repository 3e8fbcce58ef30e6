"""Cards as they were drawn, so that those that only move, or are uncovered, need not be set and drawn again."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST = 48
"""Pictures that are kept: a few screens full. One of 320 x 130 pixels takes 160 kB, four times that where dense."""


class CardPictures:
    """Keeps the pictures that were used last, each while it is asked for by an equal key."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[object, QPixmap]] = {}

    def forget(self) -> None:
        """Cards look otherwise now."""
        self._kept.clear()

    def of(
        self, card: int, key: tuple[int, int, float, object], ground: QColor, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        """The picture of a card.

        ``key`` begins with its width and height and the device pixels for one of them, and has all that it looks by;
        ``draw`` is asked to draw it at the origin, on ``ground``, unless there is a picture for the key.
        """
        known = self._kept.pop(card, None)
        if known is None or known[0] != key:
            known = key, _picture(*key[:3], ground, draw)
        self._kept[card] = known
        if len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]
        return known[1]


def _picture(width: int, height: int, density: float, ground: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(round(width * density), round(height * density))
    picture.setDevicePixelRatio(density)
    picture.fill(ground)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture
