"""The article tree and the order in which articles are walked: counts and neighbours, never texts."""

from collections.abc import Iterator

from reader.domain.model import Kind
from reader.domain.scope import UNKNOWN, Grouping, ItemRow, Level, Node, ReadState, Scope
from reader.storage.connection import Database
from reader.storage.scopes import FROM_ITEMS, where

_FROM_IN_ORDER = (  # CROSS keeps SQLite to this order of tables, in which indexes give that of the tree
    "page CROSS JOIN item ON item.page_id = page.id LEFT JOIN item_state ON item_state.id = item.id"
)
_COUNTS = "count(*), sum(item_state.read_at IS NULL), sum(item.doubtful)"
_GROUP_COLUMNS = {
    Level.SECTION: ("item.section", "min(item.section)"),
    Level.NEWSPAPER: ("page.newspaper", "min(page.sort_key)"),
    Level.DATE: ("page.issue_date", "min(page.sort_key)"),
}


class TreeStore:
    """Reads the rows of the tree below a scope, a level at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roots(self, grouping: Grouping, scope: Scope) -> list[Node]:
        """The top level of the tree of a scope."""
        if grouping is Grouping.SECTION:
            return list(self._groups(Level.SECTION, scope))
        if grouping is Grouping.TAG:
            return list(self._tags(scope))
        return list(self._groups(Level.NEWSPAPER, scope))

    def children(self, node: Node) -> list[Node]:
        """The rows below a section, tag, newspaper or date; those below a page come from ``items``."""
        if node.level is Level.DATE:
            return list(self._pages(node.scope))
        if node.level is Level.NEWSPAPER:
            return list(self._groups(Level.DATE, node.scope))
        return list(self._groups(Level.NEWSPAPER, node.scope))

    def items(self, scope: Scope) -> list[ItemRow]:
        """The items of a scope in the order of the tree."""
        condition, parameters = where(scope)
        rows = self._database.conn.execute(
            "SELECT item.id, item.page_id, item.kind, item.label, item_state.read_at IS NULL, item.doubtful,"
            " (SELECT count(*) FROM annotation WHERE annotation.item_id = item.id)"
            f" FROM {FROM_ITEMS} WHERE {condition} ORDER BY page.sort_key, page.id, item.seq",
            parameters,
        )
        return [
            ItemRow(item_id, page_id, Kind(kind), label, bool(unread), marks, bool(doubtful))
            for item_id, page_id, kind, label, unread, doubtful, marks in rows
        ]

    def counts(self, scope: Scope) -> tuple[int, int]:
        """How many items a scope holds, and how many of them are unread."""
        condition, parameters = where(scope)
        count, unread, _doubtful = self._database.conn.execute(
            f"SELECT {_COUNTS} FROM {FROM_ITEMS} WHERE {condition}", parameters
        ).fetchone()
        return count, unread or 0

    def neighbour(self, item_id: int | None, scope: Scope, *, forward: bool, unread: bool = False) -> int | None:
        """The next or previous item of a scope in the order of the tree, from an item, or from the ends if None."""
        condition, parameters = where(scope.within(state=ReadState.UNREAD) if unread else scope)
        operator, order = (">", "ASC") if forward else ("<", "DESC")
        if item_id is not None:
            condition += (
                f" AND (page.sort_key, page.id, item.seq) {operator} (SELECT page.sort_key, page.id, item.seq"
                " FROM item JOIN page ON page.id = item.page_id WHERE item.id = ?)"
            )
            parameters.append(item_id)
        row = self._database.conn.execute(
            f"SELECT item.id FROM {_FROM_IN_ORDER} WHERE {condition}"
            f" ORDER BY page.sort_key {order}, page.id {order}, item.seq {order} LIMIT 1",
            parameters,
        ).fetchone()
        return row[0] if row else None

    def place(self, item_id: int, scope: Scope) -> tuple[int, int]:
        """Which item of a scope it is, from 1, and of how many; 0 where the scope does not hold it."""
        condition, parameters = where(scope)
        before, held = self._database.conn.execute(
            "SELECT coalesce(sum((page.sort_key, page.id, item.seq) <= (SELECT page.sort_key, page.id, item.seq"
            " FROM item JOIN page ON page.id = item.page_id WHERE item.id = ?)), 0), coalesce(max(item.id = ?), 0)"
            f" FROM {FROM_ITEMS} WHERE {condition}",
            [item_id, item_id, *parameters],
        ).fetchone()
        return (before if held else 0), self.counts(scope)[0]

    def _groups(self, level: Level, scope: Scope) -> Iterator[Node]:
        column, order = _GROUP_COLUMNS[level]
        condition, parameters = where(scope)
        rows = self._database.conn.execute(
            f"SELECT {column}, {_COUNTS} FROM {FROM_ITEMS} WHERE {condition}"
            f" GROUP BY {column} ORDER BY {column} IS NULL, {order}",
            parameters,
        )
        field = {Level.SECTION: "section", Level.NEWSPAPER: "newspaper", Level.DATE: "issue_date"}[level]
        for value, count, unread, doubtful in rows:
            known = UNKNOWN if value is None else value
            yield Node(level, known, scope.within(**{field: known}), count, unread, doubtful)

    def _pages(self, scope: Scope) -> Iterator[Node]:
        condition, parameters = where(scope)
        rows = self._database.conn.execute(
            f"SELECT page.id, page.page_no, page.page_name, page.source_name, {_COUNTS} FROM {FROM_ITEMS}"
            f" WHERE {condition} GROUP BY page.id ORDER BY page.sort_key, page.id",
            parameters,
        )
        for page_id, number, name, source_name, count, unread, doubtful in rows:
            shown = name or ("" if number else source_name)
            yield Node(Level.PAGE, number or UNKNOWN, scope.within(page_id=page_id), count, unread, doubtful, shown)

    def _tags(self, scope: Scope) -> Iterator[Node]:
        names = [row[0] for row in self._database.conn.execute("SELECT name FROM tag ORDER BY name")]
        for name in [*names, UNKNOWN]:
            tagged = scope.within(tag=name)
            count, unread = self.counts(tagged)
            if count:
                yield Node(Level.TAG, name, tagged, count, unread)
