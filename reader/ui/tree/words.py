"""The words of a row: what it shows, what its tooltip says, and what a screen reader says of it."""

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Kind
from reader.domain.scope import ItemRow, Level, Node
from reader.ui.tree.rows import RowData
from reader.ui.words import tr

translate = QCoreApplication.translate


def label(data: RowData) -> str:
    """What the row shows."""
    if isinstance(data, ItemRow):
        return data.label or translate("tree", "(no headline)")
    if data.level is Level.PAGE:
        return _page_label(data)
    return data.value or _unknown(data.level)


def tooltip(data: RowData) -> str:
    """The whole headline of an item; what the numbers of a group mean."""
    if isinstance(data, ItemRow):
        return "\n".join(
            [label(data), *([translate("tree", "Doubtful: see where it begins and ends")] if data.doubtful else [])]
        )
    return "\n".join([label(data), counts(data)])


def counts(node: Node) -> str:
    """How many articles a group holds, in words."""
    if node.unread:
        return translate("tree", "{unread} unread of {count}").format(unread=node.unread, count=node.count)
    return translate("tree", "{count}, all read").format(count=node.count)


def spoken(data: RowData) -> str:
    """The row for a screen reader: “article, headline, unread, 3 marks”."""
    if isinstance(data, Node):
        return ", ".join([_level(data.level), label(data), counts(data)])
    parts = [_kind(data.kind), label(data), translate("tree", "unread") if data.unread else translate("tree", "read")]
    if data.marks:
        parts.append(tr("%n mark(s)", "", data.marks))
    if data.doubtful:
        parts.append(translate("tree", "doubtful"))
    return ", ".join(parts)


def _page_label(node: Node) -> str:
    if not node.value:
        return node.name or _unknown(Level.PAGE)
    number = translate("tree", "Page {number}").format(number=node.value.lstrip("0") or node.value)
    return f"{number} · {node.name}" if node.name else number


def _unknown(level: Level) -> str:
    return {
        Level.SECTION: translate("tree", "(no section)"),
        Level.TAG: translate("tree", "(no tag)"),
        Level.NEWSPAPER: translate("tree", "(no newspaper)"),
        Level.DATE: translate("tree", "(no date)"),
    }.get(level, translate("tree", "(no page number)"))


def _level(level: Level) -> str:
    return {
        Level.SECTION: translate("tree", "section"),
        Level.TAG: translate("tree", "tag"),
        Level.NEWSPAPER: translate("tree", "newspaper"),
        Level.YEAR: translate("tree", "year"),
        Level.MONTH: translate("tree", "month"),
        Level.DATE: translate("tree", "date"),
    }.get(level, translate("tree", "page"))


def _kind(kind: Kind) -> str:
    return {Kind.PHOTO: translate("tree", "photo"), Kind.BRIEF: translate("tree", "brief")}.get(
        kind, translate("tree", "article")
    )
