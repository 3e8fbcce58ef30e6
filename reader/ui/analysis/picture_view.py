"""Shows a picture of an analysis; a click on one of its cells opens the quotes behind it."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.domain.picture import Cell, Picture


class PictureView(QWidget):
    """A picture in its own size; the table beside it answers to the keyboard.

    Signals:
        chosen: row and column of the cell that was clicked.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._image = QImage()
        self._names: dict[Cell, str] = {}
        self.setMouseTracking(True)

    def show_picture(self, picture: Picture | None, names: dict[Cell, str], ratio: float) -> None:
        """Show a picture whose cells have names, drawn for so many pixels a point of the screen; or nothing."""
        self._picture = picture
        self._names = names
        self._image = QImage()
        if picture is not None:
            self._image = QImage(
                picture.pixels, picture.width, picture.height, QImage.Format.Format_RGBA8888
            )  # which does not copy: the picture is kept
            self._image.setDevicePixelRatio(ratio)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the picture."""
        return self._image.deviceIndependentSize().toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        QPainter(self).drawImage(0, 0, self._image)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which places can be clicked."""
        over = self._cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell.row, cell.column)

    def event(self, event: QEvent) -> bool:
        """Say what a cell counts, under the pointer."""
        if isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._names[cell] if cell else "", self)
            return True
        return super().event(event)

    def _cell_at(self, point: QPointF) -> Cell | None:
        if self._picture is None:
            return None
        x, y = (along * self._image.devicePixelRatio() for along in (point.x(), point.y()))
        # The last drawn lies on top.
        return next(
            (
                cell
                for cell in reversed(self._picture.cells)
                if cell.left <= x <= cell.right and cell.top <= y <= cell.bottom
            ),
            None,
        )
