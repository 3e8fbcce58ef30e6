"""Which characters are to be expected on a Chinese page."""

import re
from functools import cache

_PUNCTUATION = re.compile("[\t\n\r -~\u00a0-\u00ff\u2010-\u2044\u2460-\u27bf\u3000-\u303f\uff00-\uffef]")


def share_expected(text: str) -> float:
    """Which share of a text is common Chinese characters, full-width punctuation and ASCII; 0 of an empty one."""
    common = _common_hanzi()
    expected = sum(char in common for char in text) + len(_PUNCTUATION.findall(text))
    return expected / len(text) if text else 0.0


@cache
def _common_hanzi() -> frozenset[str]:
    """The characters of everyday use: level 1 of GB 2312 (simplified) and of Big5 (traditional)."""
    simplified = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(byte for row in range(0xA4, 0xC7) for cell in cells for byte in (row, cell))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))
