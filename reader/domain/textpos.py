"""Code points and UTF-16 code units, and the only place that converts between them.

Python counts code points; Qt counts UTF-16 code units, where a character beyond U+FFFF (``𠮷``) takes two.
"""

from bisect import bisect_left

_LAST_OF_BMP = "\uffff"


class Utf16Map:
    """Converts offsets into one text between code points and UTF-16 code units, in both directions.

    Costs nothing per call where the text has no character beyond U+FFFF, and a binary search where it has.
    """

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if text and max(text) > _LAST_OF_BMP:
            self._astral = [i for i, char in enumerate(text) if char > _LAST_OF_BMP]
        self._astral_units = [i + k for k, i in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def to_codepoint(self, offset: int) -> int:
        """The code point offset of a UTF-16 offset; one between the halves of a pair counts as before the pair."""
        return offset - bisect_left(self._astral_units, offset)
