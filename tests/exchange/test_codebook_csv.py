"""A codebook as a table comes back equal, and tables that others made are read as far as they can be."""

import csv
import io
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.code import Code, CodeIssue, NoCodebookError, tidy_name, tidy_text
from reader.domain.codebook import Codebook, Tag
from reader.domain.model import Color
from reader.exchange.codebook_csv import COLUMNS, read_codebook, write_codebook

UID = "9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520"
TEXTS = st.one_of(st.sampled_from(['=1+1,"引号"\n第二行', "'=x", "@", "；", "\\"]), st.text(max_size=12)).map(tidy_text)
NAMES = st.one_of(st.sampled_from(["=A1", "-5", "'+x", '","', "民生"]), st.text(min_size=1, max_size=6))


@st.composite
def codebooks(draw):
    tags = []
    for name in draw(st.lists(NAMES.map(tidy_name).filter(bool), max_size=8, unique=True)):
        parent = draw(st.sampled_from([None, *(tag.id for tag in tags)]))
        texts = [draw(TEXTS) for _ in range(4)]
        tags.append(
            Tag(
                len(tags) + 1, str(uuid.uuid4()), name, parent, len(tags), draw(st.sampled_from([None, *Color])), *texts
            )
        )
    return Codebook(tags)


@given(codebooks())
def test_a_codebook_comes_back_equal(codebook):
    content = write_codebook(codebook)
    read = read_codebook(content)
    order = [tag.id for tag in codebook]
    assert [(code.uid, code.name, code.parent, code.color) for code in read.codes] == [
        (tag.uid, tag.name, None if tag.parent_id is None else order.index(tag.parent_id), tag.color)
        for tag in codebook
    ]
    texts = ("definition", "use_when", "not_when", "example")
    for code, tag in zip(read.codes, codebook, strict=True):
        assert [getattr(code, text) for text in texts] == [getattr(tag, text) for text in texts]
    assert not read.problems
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_the_table_begins_with_a_byte_order_mark_and_its_columns():
    lines = write_codebook(Codebook([])).decode("utf-8").split("\r\n")
    assert lines == ["\ufeff" + ",".join(f'"{column}"' for column in COLUMNS), ""]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_other_programs_are_read(delimiter):
    rows = [["tag", "description", "number of highlights"], ["#民生 ", "百姓的日子", "3"], ["", "", ""], ["交通"]]
    read = read_codebook("\n".join(delimiter.join(row) for row in rows).encode())
    assert read.codes == (Code("民生", definition="百姓的日子"), Code("交通"))
    assert not read.is_tree


def test_what_cannot_be_taken_is_listed():
    rows = (f"{UID},甲,乙,red", f"{UID},乙,甲,#00f", "7,丙,没有,", ",,甲,yellow", ",其他,甲,Green", ",其他,丙,#999")
    table = "\n".join(("uid,name,parent,color", *rows))
    read = read_codebook(table.encode())
    assert [code.parent_name for code in read.codes] == ["", "", "没有", "", ""]
    assert [(code.name, code.uid, code.parent, code.color) for code in read.codes] == [
        ("甲", UID, None, None),
        ("乙", "", 0, Color.BLUE),
        ("丙", "", None, None),
        ("其他", "", 0, Color.GREEN),
        ("其他", "", 2, None),
    ]
    assert {(problem.issue, problem.name, problem.detail) for problem in read.problems} == {
        (CodeIssue.BAD_COLOR, "甲", "red"),
        (CodeIssue.BAD_UID, "丙", "7"),
        (CodeIssue.NO_NAME, "", ""),
        (CodeIssue.DUPLICATE_UID, "乙", UID),
        (CodeIssue.CYCLE, "甲", ""),
    }


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", "名称,定义\n".encode(), "name\n民生".encode("gb18030"), b'name\n"open', b"PK\x03\x04"],
)
def test_what_is_no_codebook_is_refused(content):
    with pytest.raises(NoCodebookError):
        read_codebook(content)
