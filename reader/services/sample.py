"""How a file may be encoded, and what its beginning looks like in an encoding, before it is imported with it."""

import codecs
from pathlib import Path

from reader.errors import UserError
from reader.intake.decode import decode
from reader.intake.files import read_beginning

DETECTION_BYTES = 65536
SAMPLE_BYTES = 4096
SAMPLE_LINES = 12


def sample_text(path: Path, encoding: str) -> str:
    """The first lines of a file as an encoding reads them; what does not fit is U+FFFD.

    Raises:
        UserError: the file is gone or cannot be read.
        LookupError: Python knows no such encoding.
    """
    # Incremental, since the bytes may end in the middle of a character.
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(read_beginning(path, SAMPLE_BYTES)).removeprefix("\ufeff")
    return "\n".join(text.splitlines()[:SAMPLE_LINES])


def likely_encoding(path: Path) -> str | None:
    """The encoding that the beginning of a file looks like, by Python's name; None where it looks like none.

    Raises:
        UserError: the file is gone or cannot be read.
    """
    data = read_beginning(path, DETECTION_BYTES)
    if len(data) == DETECTION_BYTES:
        data = data[: data.rfind(b"\n") + 1] or data  # so that no character is cut
    try:
        return decode(data).encoding
    except UserError:  # empty, binary or undecodable: that is the answer
        return None
