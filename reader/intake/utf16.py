"""Tells UTF-16 without a byte order mark from other bytes, and its two byte orders apart.

chardet misses it in a third of short Chinese texts, which have no NUL byte to go by. Any bytes read as UTF-16 give many
Chinese characters, but of the 21,000 in the block, only a third are common ones. Read rightly, nearly all of a page is
common characters, full-width punctuation and ASCII.
"""

import codecs

from reader.intake.hanzi import share_expected

_ENOUGH = 0.7
"""Of 3,000 passages of 25 characters from real pages, all reached 0.84 in the right order, none 0.56 in another way."""


def guess_utf16(sample: bytes) -> str | None:
    """``"utf-16-le"`` or ``"utf-16-be"`` where the bytes are probably that, None otherwise.

    The sample may end within a character.
    """
    shares = {encoding: _share_expected(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _ENOUGH else None


def _share_expected(sample: bytes, encoding: str) -> float:
    try:
        return share_expected(codecs.getincrementaldecoder(encoding)().decode(sample, final=False))
    except UnicodeDecodeError:
        return 0.0
