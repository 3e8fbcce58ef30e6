"""The colour of a tag as other programs write it, ``#RRGGBB`` or ``#RGB``, and theirs as one of ours."""

import colorsys
import re
from collections.abc import Mapping
from types import MappingProxyType

from reader.domain.model import Color

HEX: Mapping[Color, str] = MappingProxyType(
    {
        Color.YELLOW: "#F2C230",
        Color.GREEN: "#5FB848",
        Color.BLUE: "#3F8FD8",
        Color.PINK: "#E8609A",
        Color.ORANGE: "#F08A2C",
        Color.VIOLET: "#8F63D2",
    }
)
"""What each colour is written as; read back it is the same."""

_GREY = 0.15
"""The saturation below which a colour has no hue to speak of."""
_HUES = (
    (15, Color.PINK),
    (40, Color.ORANGE),
    (70, Color.YELLOW),
    (170, Color.GREEN),
    (250, Color.BLUE),
    (300, Color.VIOLET),
    (361, Color.PINK),
)
"""The degrees of the colour circle up to which each colour goes."""
_RGB = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def nearest_color(text: str) -> Color | None:
    """The colour of ours that a hue is called by, red as pink; None for a grey. Raises ValueError for no colour."""
    if not _RGB.fullmatch(text):
        raise ValueError(text)
    hue, saturation = _hue(text)
    if saturation < _GREY:
        return None
    return next(color for end, color in _HUES if hue * 360 < end)


def _hue(text: str) -> tuple[float, float]:
    digits = text[1:] if len(text) > len("#RGB") else "".join(digit * 2 for digit in text[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    return hue, saturation
