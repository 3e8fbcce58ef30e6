"""Newspaper pages written as a script: what each line is stands before it, so a test shows page and answer at once.

A script has one line for each line of the page::

    = article              an item begins: article, photo, brief, section or furniture
    = again                the last article goes on
    t 山路通了              a line of the page and its role
    b 近日，山路修到
    + 了村口。              a body line that continues the paragraph above
    .                      a blank line more than usual above the next line

Roles: s section, k kicker, t title, u subtitle, y byline, h subhead, b body, c caption, r credit, f furniture.
"""

from dataclasses import dataclass, field

from reader.domain.model import Kind, Role, Segmentation
from reader.segment import segment

ROLES = {
    "s": Role.SECTION,
    "k": Role.KICKER,
    "t": Role.TITLE,
    "u": Role.SUBTITLE,
    "y": Role.BYLINE,
    "h": Role.SUBHEAD,
    "b": Role.BODY,
    "c": Role.CAPTION,
    "r": Role.CREDIT,
    "f": Role.FURNITURE,
}


@dataclass
class ScriptedItem:
    """An item as the script has it: its kind, and for each line its role and number, by paragraphs."""

    kind: Kind
    blocks: list[tuple[Role, list[int]]] = field(default_factory=list)


@dataclass
class ScriptedPage:
    """A page's text and the items that it should be split into."""

    text: str
    items: list[ScriptedItem]


def read_script(script: str, blank: int = 1) -> ScriptedPage:
    """The page that a script describes, with ``blank`` blank lines between its lines."""
    lines: list[str] = []
    items: list[ScriptedItem] = []
    current = ScriptedItem(Kind.ARTICLE)
    for row in filter(None, (row.strip() for row in script.splitlines())):
        mark, _, text = row.partition(" ")
        if row == "= again":
            current = next(item for item in reversed(items) if item.kind is Kind.ARTICLE)
        elif mark == "=":
            current = ScriptedItem(Kind(text))
            items.append(current)
        elif mark == ".":
            lines += [""] * (blank + 1)
        else:
            lines.append(text)
            if mark == "+":
                current.blocks[-1][1].append(len(lines))
            else:
                current.blocks.append((ROLES[mark], [len(lines)]))
            lines += [""] * blank
    return ScriptedPage("\n".join(lines), items)


def shown(text: str, segmentation: Segmentation) -> list[str]:
    """A segmentation as rows that a failed assertion can show: kinds, and roles with line numbers."""
    rows = []
    for item in segmentation.items:
        rows.append(f"= {item.kind}")
        for block in item.blocks:
            numbers = [text.count("\n", 0, one.start) + 1 for one in block.ranges]
            rows.append(f"{block.role} {numbers}")
    return rows


def expected(page: ScriptedPage) -> list[str]:
    """The same rows for what the script says."""
    rows = []
    for item in page.items:
        rows.append(f"= {item.kind}")
        rows += [f"{role} {numbers}" for role, numbers in item.blocks]
    return rows


def check(script: str, blank: int = 1) -> Segmentation:
    """Assert that a scripted page is split as the script says; returns what the engine made of it."""
    page = read_script(script, blank)
    found = segment(page.text)
    assert shown(page.text, found) == expected(page)
    return found
