"""A Qt palette out of tokens, and tokens out of a high-contrast system palette."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from reader.ui.theme.colour import contrast, mix
from reader.ui.theme.tokens import DARK, LIGHT, Tokens

_Role = QPalette.ColorRole
_ROLES: Mapping[QPalette.ColorRole, str] = MappingProxyType(
    {
        _Role.Window: "canvas",
        _Role.WindowText: "ink",
        _Role.Base: "paper",
        _Role.AlternateBase: "canvas",
        _Role.Text: "ink",
        _Role.Button: "canvas",
        _Role.ButtonText: "ink",
        _Role.BrightText: "accent",
        _Role.ToolTipBase: "paper",
        _Role.ToolTipText: "ink",
        _Role.PlaceholderText: "quiet",
        _Role.Highlight: "selected",
        _Role.HighlightedText: "selected_ink",
        _Role.Link: "accent",
        _Role.LinkVisited: "quiet",
        _Role.Accent: "focus",
        _Role.Light: "paper",
        _Role.Midlight: "rule",
        _Role.Mid: "edge",
        _Role.Dark: "quiet",
        _Role.Shadow: "rule",
    }
)
_FADED_WHERE_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText)
_FADED = 0.6


def build_palette(tokens: Tokens) -> QPalette:
    """The palette of a theme, the same for windows with and without focus."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in _FADED_WHERE_DISABLED:
        faded = QColor(mix(tokens.canvas, tokens.ink, 1 - _FADED))
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def tokens_of_palette(palette: QPalette) -> Tokens:
    """Tokens that keep to a system's high-contrast palette; marks look as in the built-in theme nearest to it."""
    paper, ink = _name(palette, _Role.Base), _name(palette, _Role.Text)
    dark = contrast(paper, "#000000") < contrast(paper, "#FFFFFF")
    return replace(
        DARK if dark else LIGHT,
        canvas=_name(palette, _Role.Window),
        paper=paper,
        ink=ink,
        quiet=ink,
        rule=ink,
        accent=_name(palette, _Role.Link),
        focus=_name(palette, _Role.Highlight),
        selection=1.0,
        selected_ink=_name(palette, _Role.HighlightedText),
    )


def _name(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(role).name(QColor.NameFormat.HexRgb).upper()
