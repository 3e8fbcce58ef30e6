"""What LibreOffice makes of an exported file: each cell the text that the library holds, none of them computed."""

import csv
import io
import shutil
import subprocess

import pytest

from reader.domain.export import CsvEncoding, Shape
from reader.exchange.csv_format import CsvWriter, guard
from reader.exchange.rows import rows_of_page
from reader.exchange.table import Table
from tests.support.printed import BRIDGE, marked

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

# Separator, quote, character set (76 UTF-8, 85 GB18030), first line: LibreOffice's tokens of a text import.
IMPORT = {CsvEncoding.UTF_8_BOM: "44,34,76,1", CsvEncoding.UTF_8: "44,34,76,1", CsvEncoding.GB18030: "44,34,85,1"}
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true"
WITH_FORMULAS = "fods:OpenDocument Spreadsheet Flat XML"
NOTES = [
    "=1+1",
    '=HYPERLINK("http://example.org","点此")',
    "+1",
    "-1",
    "@SUM(1)",
    "＝1+1",
    "\t=1",
    " =1",
    "第一行\n=第二行",
    '他说:"好",走了',
    "'引号",
    "𠮷林𨱏，；|,",
    "甲" * 5000,
    "e\u0301 \u200b \u2028 \ufeff末",
]
(ROW,) = rows_of_page(BRIDGE, [marked("集市")])
ROWS = [ROW._replace(annotation_id=f"uid-{number}", note=note) for number, note in enumerate(NOTES)]


def export(path, encoding=CsvEncoding.UTF_8_BOM):
    with path.open("wb") as stream:
        writer = CsvWriter(stream, Shape.ANNOTATION, encoding)
        for row in ROWS:
            writer.add(row)
        writer.finish()


def convert(source, kind, encoding=CsvEncoding.UTF_8_BOM):
    """What LibreOffice saves after it has opened a CSV file, with a profile of its own beside that."""
    out = source.parent / "out"
    command = [SOFFICE, f"-env:UserInstallation={(source.parent / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter=Text - txt - csv (StarCalc):{IMPORT[encoding]}", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=120)
    return (out / f"{source.stem}.{kind[: kind.index(':')]}").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("encoding", CsvEncoding)
def test_a_spreadsheet_shows_every_cell_as_it_was_meant(tmp_path, encoding):
    source = tmp_path / "export.csv"
    export(source, encoding)
    lines = list(csv.reader(io.StringIO(convert(source, AS_SHOWN, encoding), newline="")))
    assert lines[0] == list(Table(Shape.ANNOTATION).header())
    shown = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert [line["note"] for line in shown] == [guard(note) for note in NOTES]
    assert {line["headline"] for line in shown} == {"𠮷林大桥建成通车"}
    assert {line["quote"] for line in shown} == {"集市"}
    assert [line["annotation_id"] for line in shown] == [row.annotation_id for row in ROWS]


def test_a_spreadsheet_computes_nothing_of_it(tmp_path):
    source, unguarded = tmp_path / "export.csv", tmp_path / "unguarded.csv"
    export(source)
    unguarded.write_text('"=1+1"\r\n', encoding="utf-8")
    assert "table:formula" not in convert(source, WITH_FORMULAS)
    assert "table:formula" in convert(unguarded, WITH_FORMULAS)
