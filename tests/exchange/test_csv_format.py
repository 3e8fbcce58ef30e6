import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.export import CsvEncoding, Shape
from reader.exchange.csv_format import CsvWriter, guard, unguard
from reader.exchange.rows import rows_of_page
from reader.exchange.table import Table, split_tags
from tests.support.printed import BRIDGE, marked

(ROW,) = rows_of_page(BRIDGE, [marked("集市")])

WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
TAGS = st.lists(WRITABLE.filter(bool), max_size=3).map(tuple)


def written(rows, shape=Shape.ANNOTATION, encoding=CsvEncoding.UTF_8_BOM):
    stream = io.BytesIO()
    writer = CsvWriter(stream, shape, encoding)
    for row in rows:
        writer.add(row)
    writer.finish()
    return stream.getvalue()


def read_back(data, encoding=CsvEncoding.UTF_8_BOM):
    lines = csv.reader(io.StringIO(data.decode(encoding), newline=""))
    names = next(lines)
    return [dict(zip(names, map(unguard, line), strict=True)) for line in lines]


def test_every_field_is_quoted_and_rows_end_in_crlf():
    data = written([ROW._replace(note='他说"好",\n走了')]).decode("utf-8")
    first, second = data[1:].split("\r\n", 1)
    assert data[0] == "\ufeff"
    assert first == ",".join(f'"{name}"' for name in Table(Shape.ANNOTATION).header())
    assert '"他说""好"",\n走了"' in second
    assert second.endswith("\r\n")
    assert second.count("\r\n") == 1


def test_nothing_to_export_leaves_the_header():
    assert read_back(written([])) == []
    assert written([]).count(b"\r\n") == 1


def test_a_byte_order_mark_is_written_once_and_only_where_asked_for():
    assert written([ROW, ROW]).count(b"\xef\xbb\xbf") == 1
    assert written([ROW], encoding=CsvEncoding.UTF_8).startswith(b'"format"')
    assert written([ROW], encoding=CsvEncoding.GB18030).startswith(b'"format"')


@pytest.mark.parametrize("first", [*"=+-@\t\r＝＋－＠", "\n=", " +", "\u3000－"])
def test_a_cell_that_a_spreadsheet_could_compute_is_guarded(first):
    assert guard(f"{first}1+1") == f"'{first}1+1"
    assert unguard(f"'{first}1+1") == f"{first}1+1"


@pytest.mark.parametrize("cell", ["", "'", "''", "'引号", "1-1", "甲=乙", "\n甲", " 甲", "——"])
def test_other_cells_stay_as_they_are(cell):
    assert guard(cell) == cell
    assert unguard(cell) == cell


def test_an_apostrophe_that_was_there_is_told_from_a_guard():
    assert guard("'=1") == "''=1"
    assert unguard(guard("'=1")) == "'=1"


def test_what_no_spreadsheet_can_hold_becomes_a_replacement_character():
    (line,) = read_back(written([ROW._replace(note="甲\0乙\ud800丙")]))
    assert line["note"] == "甲\ufffd乙\ufffd丙"


@given(st.text(st.sampled_from("'=+-@\t\r\n ＝甲")))
def test_a_guard_can_always_be_taken_away(cell):
    assert unguard(guard(cell)) == cell


@given(note=WRITABLE, quote=WRITABLE, tags=TAGS, encoding=st.sampled_from(CsvEncoding))
def test_whatever_was_written_is_read_back(note, quote, tags, encoding):
    (line,) = read_back(written([ROW._replace(note=note, quote=quote, tags=tags)], encoding=encoding), encoding)
    assert (line["note"], line["quote"], split_tags(line["tags"])) == (note, quote, tags)


@given(tags=TAGS)
def test_each_tag_is_read_back_from_a_row_of_its_own(tags):
    lines = read_back(written([ROW._replace(tags=tags)], Shape.TAG))
    assert tuple(line["tag"] for line in lines) == (tags or ("",))
