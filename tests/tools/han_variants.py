"""Makes ``reader/domain/han_variants.py`` from OpenCC: ``python -m tests.tools.han_variants``.

The table goes from character to character, so that any part of a text keeps being a part of it. Where a traditional
character has several simplified ones by context, which only whole words decide, they all become one.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from textwrap import wrap

from opencc import OpenCC

TARGET = Path(__file__).resolve().parents[2] / "reader" / "domain" / "han_variants.py"
_BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x323B0))
_BY_CONTEXT = {"瞭": "了", "藉": "借", "覆": "复"}
_WIDTH = 50

_HEAD = '''"""Which Han characters are compared as one: traditional and variant forms, each with its simplified form.

Made by ``tests/tools/han_variants.py`` from the character tables of OpenCC (https://github.com/BYVoid/OpenCC, Apache
License 2.0); not to be edited by hand. Every form stands in ``VARIANTS`` where its simplified form stands in ``PLAIN``.
"""

VARIANTS = (
{variants}
)
PLAIN = (
{plain}
)
'''


def main() -> int:
    """Write the table."""
    TARGET.write_text(source(table()), encoding="utf-8")
    return 0


def table() -> dict[str, str]:
    """Every character that has another form to be compared as, and that form, which is compared as itself."""
    to_plain = [OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    found: dict[str, str] = {}
    for char in map(chr, chain.from_iterable(_BLOCKS)):
        plain = _BY_CONTEXT.get(char) or next(
            (other for convert in to_plain if (other := convert.convert(char)) != char and len(other) == 1), char
        )
        if plain != char:
            found[char] = plain
    return {char: _end(found, char) for char in found if _end(found, char) != char}


def source(found: dict[str, str]) -> str:
    """The module that holds a table."""
    return _HEAD.format(variants=_lines(found), plain=_lines(found.values()))


def _end(found: dict[str, str], char: str) -> str:
    """The form at the end of a chain; a chain that comes back to itself ends where it began."""
    seen = [char]
    while found.get(seen[-1], seen[-1]) not in seen:
        seen.append(found[seen[-1]])
    return seen[-1]


def _lines(chars: Iterable[str]) -> str:
    return "\n".join(_literals("".join(chars)))


def _literals(text: str) -> Iterator[str]:
    for line in wrap(text, _WIDTH):
        yield f'    "{line}"'


if __name__ == "__main__":
    sys.exit(main())
