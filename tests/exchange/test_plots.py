"""Pictures of analyses."""

import struct
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from reader.domain.analysis import Coded, Question, count
from reader.domain.codebook import Codebook, Tag
from reader.domain.picture import MOST_ROWS, PictureFormat, Words, ink_on_white
from reader.exchange.plots import draw, save

TAGS = Codebook([Tag(1, "a", "经济"), Tag(2, "b", "就业", parent_id=1)])
MARKS = [
    Coded(
        number, (1 + number % 2,), "砚川日报", f"2024-0{1 + number % 5}-03", "要闻", (number // (2 + 4 * (number % 2)),)
    )
    for number in range(20)
]


def pictured(question, marks=MARKS, tags=TAGS):
    grid = count(question, marks, tags, subtags=False)
    words = Words(tuple(row.value for row in grid.rows), tuple(column.value for column in grid.columns))
    return grid, words, ink_on_white(len(grid.rows))


@pytest.mark.parametrize("question", Question)
def test_every_cell_lies_within_the_picture(question):
    grid, words, ink = pictured(question)
    picture = draw(grid, words, ink, 6, 80)
    assert len(picture.pixels) == 4 * picture.width * picture.height
    assert picture.width == 480
    assert picture.cells
    for cell in picture.cells:
        assert (cell.row, cell.column) in grid.values
        assert -1 <= cell.left < cell.right <= picture.width + 1
        assert -1 <= cell.top < cell.bottom <= picture.height + 1


def test_a_cell_is_dark_where_it_counts_most():
    grid, words, ink = pictured(Question.IN_ARTICLE)
    picture = draw(grid, words, ink, 6, 80)
    most, least = (pick(picture.cells, key=lambda cell: grid.values[cell.row, cell.column]) for pick in (max, min))

    def light(cell):
        x, y = int(cell.left + 4), int(cell.top + 4)
        return sum(picture.pixels[4 * (y * picture.width + x) :][:3])

    assert light(most) < light(least)


def test_of_many_tags_those_with_the_most_annotations_are_shown():
    tags = Codebook([Tag(number, str(number), f"标签{number}", position=number) for number in range(1, 61)])
    marks = [Coded(at, (tag,)) for at, tag in enumerate([tag for tag in range(1, 61) for _ in range(tag)])]
    grid, words, ink = pictured(Question.TAGS, marks, tags)
    shown = {cell.row for cell in draw(grid, words, ink, 6, 40).cells}
    assert shown == set(range(60 - MOST_ROWS, 60))


def test_png_and_svg_are_what_they_are_called():
    grid, words, ink = pictured(Question.MONTHS)
    png, svg, again = BytesIO(), BytesIO(), BytesIO()
    save(grid, words, ink, 8, PictureFormat.PNG, png)
    save(grid, words, ink, 8, PictureFormat.SVG, svg)
    save(grid, words, ink, 8, PictureFormat.SVG, again)
    assert struct.unpack(">I", png.getvalue()[16:20]) == (1600,)
    assert ET.fromstring(svg.getvalue()).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"dc:date" not in svg.getvalue()
