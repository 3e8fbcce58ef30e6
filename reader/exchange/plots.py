"""An analysis as a picture, drawn by Matplotlib: bars, lines over time, or a table of shades.

Every picture knows where its cells lie, so that a window can open the quotes behind one. Nothing here is global to the
process (``pyplot`` is not used), so a picture can be drawn in a thread of its own.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import accumulate
from typing import BinaryIO

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Bbox

from reader.domain.analysis import OVER_TIME, Count, Grid, Question
from reader.domain.join import is_wide
from reader.domain.picture import MOST_LINES, MOST_ROWS, Cell, Ink, Picture, PictureFormat, Words

_FAMILIES = (
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "DejaVu Sans",
)
_POINTS = 9
_ROW_INCHES = 0.3
_LEAST_INCHES = 2.2
_MARKERS = "os^DvPX*"  # as many as MOST_LINES: colours come again after six
_LEAST_POINTS = 3  # of a line; what is shorter says more as a table of shades
_POINT_PIXELS = 12.0
_WIDEST_NAME = 40  # half widths of a tag's name beside its row; the table has it all
_STRONGEST = 0.45  # how much of the accent the fullest cell has: ink stays readable on it in every theme


def draw(grid: Grid, words: Words, ink: Ink, width: float, dpi: float) -> Picture:
    """A picture of some width in inches, as high as it needs to be."""
    figure, placed = _figure(grid, words, ink, width, dpi)
    pixels = BytesIO()
    figure.savefig(pixels, format="rgba")
    columns, rows = int(figure.bbox.width), int(figure.bbox.height)
    cells = tuple(_cell(row, column, data.transformed(axes.transData), rows) for row, column, axes, data in placed)
    return Picture(pixels.getvalue(), columns, rows, cells)


def _cell(row: int, column: int, box: Bbox, height: float) -> Cell:
    """A cell in pixels from the top; a point gets some room around it."""
    room = max(0.0, _POINT_PIXELS - box.width) / 2, max(0.0, _POINT_PIXELS - box.height) / 2
    left, right = box.xmin - room[0], box.xmax + room[0]
    return Cell(row, column, left, height - box.ymax - room[1], right, height - box.ymin + room[1])


def save(grid: Grid, words: Words, ink: Ink, width: float, picture_format: PictureFormat, stream: BinaryIO) -> None:
    """Write a picture to a stream: PNG at 200 dots per inch, or SVG whose letters are outlines."""
    figure, _ = _figure(grid, words, ink, width, dpi=200)
    dated = {"Date": None} if picture_format is PictureFormat.SVG else {}  # the same table makes the same file
    figure.savefig(stream, format=picture_format.value, metadata=dated)


_Placed = list[tuple[int, int, Axes, Bbox]]


def _figure(grid: Grid, words: Words, ink: Ink, width: float, dpi: float) -> tuple[Figure, _Placed]:
    pen = _Pen(grid, words, ink)
    height = max(_LEAST_INCHES, _ROW_INCHES * len(pen.rows) + 1.2)
    figure = Figure(figsize=(width, height), dpi=dpi, facecolor=ink.paper, layout="constrained")
    axes = figure.add_subplot(facecolor=ink.paper)
    pen.dress(axes)
    if grid.question is Question.TAGS:
        placed = pen.bars(axes)
    elif pen.draws_lines:
        placed = pen.lines(axes)
    else:
        placed = pen.shades(axes)
    if words.remark:
        figure.supxlabel(words.remark, fontproperties=pen.font, color=ink.quiet, x=0.01, ha="left")
    return figure, placed


class _Pen:
    """Draws one grid; ``rows`` and ``columns`` are the numbers of those that are shown."""

    def __init__(self, grid: Grid, words: Words, ink: Ink) -> None:
        self._grid = grid
        self._words = words
        self._ink = ink
        self.font = FontProperties(family=_families(), size=_POINTS)
        dated = [column for column, heading in enumerate(grid.columns) if heading.value]
        self.draws_lines = grid.question in OVER_TIME and len(dated) >= _LEAST_POINTS
        sizes = [len(grid.of_row(row)) for row in range(len(grid.rows))]
        self.rows = _most(sizes, MOST_LINES if self.draws_lines else MOST_ROWS)
        self.columns = (
            dated
            if self.draws_lines
            else _most(list(map(len, map(grid.of_column, range(len(grid.columns))))), MOST_ROWS)
        )

    def dress(self, axes: Axes) -> None:
        """Quiet axes: no frame, short ticks, type of the interface."""
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(colors=self._ink.quiet, length=0)

    def bars(self, axes: Axes) -> _Placed:
        """How many marks each tag has, with those under it."""
        column = list(Count).index(Count.WITH_SUBTAGS)
        values = [self._grid.values.get((row, column), 0) for row in self.rows]
        shades = self._shades()
        axes.barh(range(len(values)), values, color=shades, height=0.62)
        for at, value in enumerate(values):
            axes.annotate(
                f"{value}", (value, at), (4, 0), textcoords="offset points", va="center", color=self._ink.ink,
                fontproperties=self.font,
            )  # fmt: skip
        axes.set_ylim(len(values) - 0.5, -0.5)
        axes.set_xlim(0, max(values, default=1) * 1.08)
        axes.xaxis.set_visible(False)
        self._name_rows(axes)
        return [
            (row, column, axes, Bbox.from_extents(0, at + 0.5, max(values), at - 0.5))
            for at, row in enumerate(self.rows)
        ]

    def lines(self, axes: Axes) -> _Placed:
        """How many marks each tag has in each span of time; marks without a date are left out."""
        columns = self.columns
        placed: _Placed = []
        for row, shade, marker in zip(self.rows, self._shades(), _MARKERS, strict=False):
            values = [self._grid.values.get((row, column), 0) for column in columns]
            axes.plot(range(len(values)), values, color=shade, marker=marker, markersize=4.5, linewidth=1.6,
                      label=_cut(self._words.rows[row].strip()))  # fmt: skip
            placed += [
                (row, column, axes, Bbox.from_extents(at, value, at, value))
                for at, (column, value) in enumerate(zip(columns, values, strict=True))
                if value
            ]
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
        axes.set_ylim(bottom=0)
        axes.margins(y=0.1)
        axes.grid(axis="y", color=self._ink.rule, linewidth=0.6)
        axes.set_axisbelow(True)
        step = max(1, -(-len(columns) // 12))
        axes.set_xticks(range(0, len(columns), step), [self._words.columns[column] for column in columns[::step]])
        self._set_type(axes)
        legend = axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, prop=self.font)
        for text in legend.get_texts():
            text.set_color(self._ink.ink)
        return placed

    def shades(self, axes: Axes) -> _Placed:
        """A table whose cells are the darker the more they count."""
        ramp = LinearSegmentedColormap.from_list("ramp", [self._ink.paper, self._ink.accent])
        most = max(self._grid.values.values(), default=1)
        counts = [[self._grid.values.get((row, column), 0) for column in self.columns] for row in self.rows]
        axes.imshow(counts or [[0]], cmap=ramp, vmin=0, vmax=most / _STRONGEST, aspect="auto")
        for down, line in enumerate(counts):
            for across, value in enumerate(line):
                if value:
                    axes.text(
                        across, down, f"{value}", ha="center", va="center", color=self._ink.ink,
                        fontproperties=self.font,
                    )  # fmt: skip
        axes.xaxis.tick_top()
        names = [self._words.columns[column] for column in self.columns]
        slanted = sum(map(len, names)) > 40  # noqa: PLR2004 # characters that fit above a picture of usual width
        axes.set_xticks(range(len(names)), names, rotation=40 if slanted else 0, ha="left" if slanted else "center")
        self._name_rows(axes)
        return [
            (row, column, axes, Bbox.from_extents(across - 0.5, down + 0.5, across + 0.5, down - 0.5))
            for down, row in enumerate(self.rows)
            for across, column in enumerate(self.columns)
            if (row, column) in self._grid.values
        ]

    def _name_rows(self, axes: Axes) -> None:
        axes.set_yticks(range(len(self.rows)), [_cut(self._words.rows[row]) for row in self.rows])
        self._set_type(axes)

    def _set_type(self, axes: Axes) -> None:
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontproperties(self.font)
            label.set_color(self._ink.ink)

    def _shades(self) -> list[str]:
        return [self._ink.rows[row] for row in self.rows]


def _most(sizes: Sequence[int], limit: int) -> list[int]:
    """The numbers of the largest of some rows, in their own order."""
    return sorted(sorted(range(len(sizes)), key=lambda row: -sizes[row])[:limit])


def _cut(name: str) -> str:
    """A name that takes no more than its share of the width; a Chinese character takes two halves."""
    widths = list(accumulate(2 if is_wide(char) else 1 for char in name))
    if not widths or widths[-1] <= _WIDEST_NAME:
        return name
    return name[: sum(width < _WIDEST_NAME for width in widths)].rstrip() + "…"


def _families() -> list[str]:
    """The families of the list that this machine has: Matplotlib complains of each that is missing."""
    known = set(font_manager.fontManager.get_font_names())
    return [family for family in _FAMILIES if family in known]
