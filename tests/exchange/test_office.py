"""What LibreOffice makes of workbooks and documents: it opens them, computes nothing, and shows what was written."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.domain.export import Arrangement, ExportOptions, FileFormat
from reader.exchange.formats import FORMATS
from reader.exchange.holdings import Holdings
from reader.exchange.rows import rows_of_page
from tests.support.printed import BRIDGE, marked

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WRITER = SOFFICE and list(Path(SOFFICE).resolve().parent.glob("libsw*.so"))
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

NOTES = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =1", "第一行\n=第二行", "𠮷林𨱏，；|,", "_x0041_", "#N/A", "'引号"]
(ROW,) = rows_of_page(BRIDGE, [marked("集市")])
ROWS = [ROW._replace(annotation_id=f"uid-{number}", note=note) for number, note in enumerate(NOTES)]


def converted(folder, options, kind):
    """What LibreOffice saves after it has opened an export, with a profile of its own beside that."""
    source = folder / f"export.{options.file_format}"
    with source.open("wb") as stream:
        writer = FORMATS[options.file_format].writer(stream, options, Holdings("资料库"))
        for row in ROWS:
            writer.add(row)
        writer.finish()
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(source)], check=True, capture_output=True, timeout=120
    )
    return (folder / "out" / f"export.{kind.partition(':')[0]}").read_text(encoding="utf-8-sig")


def test_a_workbook_shows_every_cell_as_it_was_meant(tmp_path):
    as_shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true"
    lines = list(csv.reader(io.StringIO(converted(tmp_path, ExportOptions(FileFormat.XLSX), as_shown), newline="")))
    shown = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert [line["note"] for line in shown] == NOTES
    assert {line["quote"] for line in shown} == {"集市"}


def test_a_workbook_computes_nothing(tmp_path):
    content = converted(tmp_path, ExportOptions(FileFormat.XLSX), "fods:OpenDocument Spreadsheet Flat XML")
    assert "table:formula" not in content
    assert content.count("<table:table ") == 3


@pytest.mark.skipif(not WRITER, reason="LibreOffice Writer is not installed")
@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_document_opens_with_its_quotes_and_notes(tmp_path, arrangement):
    options = ExportOptions(FileFormat.DOCX, arrangement=arrangement)
    content = converted(tmp_path, options, "txt:Text (encoded):UTF8")
    assert content.count("集市") == len(NOTES) * (1 if arrangement is Arrangement.ARTICLE else len(ROW.tags))
    assert "𠮷林𨱏，；|," in content
