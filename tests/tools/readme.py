"""Keeps the keys in README.md in step with the table of actions: ``python -m tests.tools.readme`` writes them anew."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.ui.actions.spec import ActionSpec, Where
from reader.ui.actions.table import ACTIONS, MENUS

README = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- keys: written by python -m tests.tools.readme -->\n", "<!-- end of keys -->\n"

PLACES = {
    Where.WINDOW: "anywhere",
    Where.PANES: "tree, text, notes, workbench, codebook",
    Where.READING: "tree, text",
    Where.TREE: "tree",
    Where.CODEBOOK: "codebook",
    Where.WORKBENCH: "workbench",
    Where.TEXT: "text",
    Where.MARKS: "text, notes",
}
_NAMES = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "|": "\\|"}


def keys_table() -> str:
    """The keys of all actions as a Markdown table, a row for each menu and place where they act."""
    rows = ["| menu | where | keys |", "|---|---|---|"]
    for menu, words in MENUS.items():
        for where, place in PLACES.items():
            cells = [_cell(spec) for spec in ACTIONS if (spec.menu, spec.where) == (menu, where) and spec.keys]
            if cells:
                rows.append(f"| {words.replace('&', '')} | {place} | {' · '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _cell(spec: ActionSpec) -> str:
    # The keys of Chinese keyboards stand beside those that they are a form of.
    shown = [_shown(key) for key in spec.keys if key.isascii()]
    words = spec.text.replace("&", "").rstrip("…")
    return f"{' '.join(f'`{key}`' for key in shown)} {words[0].lower()}{words[1:]}"


def _shown(key: str) -> str:
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-2].split("+"), "+"]
    return "+".join([*held, _NAMES.get(last, last)])


def parts(text: str) -> tuple[str, str, str]:
    """README.md before, in and after the table of keys. Raises ValueError where the table's bounds are missing."""
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return text[:begin], text[begin:end], text[end:]


def main() -> int:
    """Write the table; return the exit status."""
    before, _, after = parts(README.read_text(encoding="utf-8"))
    README.write_text(before + keys_table() + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
