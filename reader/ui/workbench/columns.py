"""How the width of the workbench is shared: brackets, role, link sign, text."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from reader.domain.model import Role
from reader.ui.workbench.words import role_words

_EDGE = 8
_LANE = 10
_MOST_LANES = 3
_SIGN = 18
_GAP = 6
_RIGHT = 12
_BADGE = 18


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths in pixels: of the bracket lanes, the roles, the link signs and the text."""

    lanes: int
    role: int
    role_width: int
    sign: int
    text: int
    text_width: int

    def lane(self, number: int) -> float:
        """The middle of a lane; those beyond the last one share it."""
        return _EDGE + (min(number, self.lanes - 1) + 0.5) * _LANE


def columns_for(width: int, lanes: int, small: QFont) -> Columns:
    """The columns for a width and a number of lanes, where roles are written in a font."""
    metrics = QFontMetricsF(small)
    shown = min(max(lanes, 1), _MOST_LANES)
    role = _EDGE + shown * _LANE + _BADGE
    role_width = round(max(metrics.horizontalAdvance(role_words(role)) for role in Role)) + 2
    sign = role + role_width
    text = sign + _SIGN + _GAP
    return Columns(shown, role, role_width, sign, text, max(width - text - _RIGHT, 60))
