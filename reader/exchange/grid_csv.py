"""The answer to an analysis as CSV: a row a tag, a column a value, in UTF-8 with a byte order mark for spreadsheets."""

import codecs
import csv
from typing import BinaryIO

from reader.domain.analysis import Grid
from reader.domain.picture import Words
from reader.exchange.csv_format import guard


def write_grid(grid: Grid, words: Words, stream: BinaryIO) -> None:
    """Write a grid with the names of its rows and columns; empty cells are 0. The stream stays open."""
    table = csv.writer(codecs.getwriter("utf-8-sig")(stream), lineterminator="\r\n")
    table.writerow(["", *map(guard, words.columns)])
    for row, name in enumerate(words.rows):
        table.writerow([guard(name), *(grid.values.get((row, column), 0) for column in range(len(words.columns)))])
