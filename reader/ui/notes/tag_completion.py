"""The list of tags that completes what is typed: each with its colour, and quietly below it what it means."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.codebook import Tag
from reader.ui.theme.tokens import LIGHT, Tokens

Explain = Callable[[str], Tag | None]
"""Gives the tag of a name, with what it means; None where there is none."""

_SMALL = 0.88
_PAD = 8
_AIR = 3
_CHIP = 4.5
_CHIP_ROOM = 18
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_Index = QModelIndex | QPersistentModelIndex


def unexplained(_name: str) -> Tag | None:
    """Where nothing is known of what tags mean."""
    return None


def gist(tag: Tag | None) -> str:
    """What a tag means, on one line: its definition, or else when to use it; empty where neither is written."""
    return " ".join((tag.definition or tag.use_when).split()) if tag else ""


class TagCompleter(QCompleter):
    """Offers the tags that have what is typed in their names, as a search compares it, or read so."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._offered = QStringListModel(self)
        self.setModel(self._offered)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def set_names(self, names: Iterable[str]) -> None:
        """Offer of these tags, and of those what was typed last."""
        self._names = list(names)
        self.splitPath(self.completionPrefix())

    def splitPath(self, path: str) -> list[str]:
        """As Qt asks when something else is typed, before it looks at the list."""
        self._offered.setStringList([name for name in self._names if is_offered(name, path)])
        return [path]


def is_offered(name: str, typed: str) -> bool:
    """Whether a tag is meant by what is typed so far; any is where nothing is."""
    if not typed:
        return True
    from reader.domain.fold import fold  # a start compares nothing
    from reader.domain.pinyin import reads

    wanted = fold(typed)
    return wanted in fold(name) or reads(name, wanted)


class CompletionDelegate(QStyledItemDelegate):
    """Paints a tag of the list in two lines. Every row is as high, so that the list can be measured."""

    tokens: Tokens = LIGHT
    explain: Explain = staticmethod(unexplained)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Room for the name, and for the meaning where it has one."""
        lines = 2 if gist(self.explain(index.data())) else 1
        height = option.fontMetrics.height() + (lines - 1) * QFontMetricsF(_small(option.font)).height() + 2 * _AIR
        return QSize(option.fontMetrics.horizontalAdvance(index.data()) + _CHIP_ROOM + 2 * _PAD, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint colour, name and meaning."""
        name = index.data()
        tag = self.explain(name)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(self.tokens.selected if chosen else self.tokens.paper))
        box = QRectF(option.rect).adjusted(_PAD, _AIR, -_PAD, -_AIR)
        line = QRectF(box.left(), box.top(), box.width(), option.fontMetrics.height())
        if tag is not None and tag.color is not None:
            colours = self.tokens.marks[tag.color]
            painter.setPen(QPen(QColor(colours.stripe), 1.5))
            painter.setBrush(QColor(colours.fill))
            painter.drawEllipse(QPointF(line.left() + _CHIP, line.center().y()), _CHIP, _CHIP)
        line.adjust(_CHIP_ROOM, 0, 0, 0)
        ink = QColor(self.tokens.selected_ink if chosen else self.tokens.ink)
        _draw(painter, line, name, option.font, ink)
        meaning = gist(tag)
        if meaning:
            below = QRectF(line.left(), line.bottom(), line.width(), box.bottom() - line.bottom())
            _draw(painter, below, meaning, _small(option.font), ink if chosen else QColor(self.tokens.quiet))
        painter.restore()


def _draw(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(
        box, int(_ONE_LINE), QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    )


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
