"""How a page file would be split, without a library."""

from dataclasses import dataclass
from pathlib import Path

from reader.domain.model import Segmentation
from reader.exchange.segment_json import page_record
from reader.intake.files import portable_name, read_page_file
from reader.segment import segment


@dataclass(frozen=True, slots=True)
class SplitFile:
    """A page file by name, its text, and what the page engine made of it."""

    name: str
    text: str
    made: Segmentation

    def record(self) -> dict[str, object]:
        """The page as ``exchange/segment_json.py`` describes it."""
        return page_record(self.name, self.text, self.made)


def split_file(path: Path, encoding: str | None = None) -> SplitFile:
    """Read a page file and split it.

    Raises:
        UserError: the file cannot be read; it names the file.
    """
    text = read_page_file(path, encoding).text
    name = portable_name(path.name)
    return SplitFile(name, text, segment(text, name))
