"""The line icons of actions, tinted with the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.paths import resources
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import Tokens

SIZE = 20
"""The side of the grid that the icons are drawn on, in pixels; shown at this size each line is sharp."""

_DRAWN_IN = b"#000"
_FADED = 0.4


def action_icon(name: str, tokens: Tokens) -> QIcon:
    """The icon ``resources/icons/actions/NAME.svg`` in ink, and faded where its action is disabled.

    It is rendered for the screen with the most pixels to a point.
    """
    drawing = (resources() / "icons" / "actions" / f"{name}.svg").read_bytes()
    icon = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, tokens.ink),
        (QIcon.Mode.Disabled, mix(tokens.canvas, tokens.ink, _FADED)),
    ):
        for ratio in sorted({1.0, _densest()}):
            icon.addPixmap(_rendered(drawing.replace(_DRAWN_IN, colour.encode()), ratio), mode)
    return icon


def _rendered(drawing: bytes, ratio: float) -> QPixmap:
    picture = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, SIZE, SIZE))
    painter.end()
    return picture


def _densest() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
