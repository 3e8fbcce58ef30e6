"""Renders the icons that the launcher installs: ``python -m tests.tools.render_icons``, after an SVG was changed.

The sizes of panels, menus and lists come from drawings that are fitted to their pixel grid.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
DRAWINGS = {16: "-16", 24: "-24", 32: "", 48: "-24", 64: "", 128: "", 256: ""}
"""Size in pixels → the suffix of the drawing that it is made from."""

CONTEXTS = {"jianbao": "apps", "application-x-jianbao-library": "mimetypes"}


def render(name: str, size: int) -> QImage:
    """Draw the icon called name at size × size pixels, transparent where it draws nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(ICONS / f"{name}{DRAWINGS[size]}.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png_path(name: str, size: int) -> Path:
    """Return where the rendering of the icon called name at size lies."""
    return ICONS / "hicolor" / f"{size}x{size}" / CONTEXTS[name] / f"{name}.png"


def main() -> int:
    """Write every icon at every size; return the exit status."""
    for name in CONTEXTS:
        for size in DRAWINGS:
            path = png_path(name, size)
            path.parent.mkdir(parents=True, exist_ok=True)
            if not render(name, size).save(str(path)):
                sys.stderr.write(f"cannot write {path}\n")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
