"""How a page file would be split, without a library."""

from pathlib import Path

from reader.exchange.segment_json import page_record
from reader.intake.files import portable_name, read_page_file
from reader.segment import segment


def page_record_of_file(path: Path, encoding: str | None = None) -> dict[str, object]:
    """The record of a page file, as ``exchange/segment_json.py`` describes it.

    Raises:
        UserError: the file cannot be read; it names the file.
    """
    text = read_page_file(path, encoding).text
    name = portable_name(path.name)
    return page_record(name, text, segment(text, name))
