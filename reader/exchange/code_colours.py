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
_RGB = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def nearest_color(text: str) -> Color | None:
    """The colour of ours whose hue is nearest; None for a grey. Raises ValueError for what is no colour."""
    if not _RGB.fullmatch(text):
        raise ValueError(text)
    hue, saturation = _hue(text)
    if saturation < _GREY:
        return None
    return min(HEX, key=lambda color: _apart(hue, _hue(HEX[color])[0]))


def _hue(text: str) -> tuple[float, float]:
    digits = text[1:] if len(text) > len("#RGB") else "".join(digit * 2 for digit in text[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    return hue, saturation


def _apart(hue: float, other: float) -> float:
    return min(abs(hue - other), 1 - abs(hue - other))
