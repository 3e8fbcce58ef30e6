"""The article tree and the order in which articles are walked: counts and neighbours, never texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.domain.model import Kind
from reader.domain.periods import is_month, is_year
from reader.domain.scope import UNKNOWN, Grouping, ItemRow, Level, Node, ReadState, Scope
from reader.storage.connection import Database
from reader.storage.headlines import HeadlineFilter
from reader.storage.scopes import FROM_ITEMS, IS_HIDDEN_COPY, asks_of_pages_alone, where_pages
from reader.storage.tallies import Depth, Place, Tallies, Tally, is_tallied, key
from reader.storage.tally_schema import UNKNOWN_KEY

_FROM_IN_ORDER = (  # CROSS keeps SQLite to this order of tables, in which indexes give that of the tree
    "page CROSS JOIN item ON item.page_id = page.id LEFT JOIN item_state ON item_state.id = item.id"
)
_ORDER = "page.sort_key, page.id, item.seq"
_COUNTS = "count(*), sum(item_state.read_at IS NULL), sum(item.doubtful)"

_AT_ONCE = 500
_MOST_COPIES_RANKED = 10_000
"""Copies up to which the place of an article is told while they are hidden: some 40 ms."""

MOST_DATES = 31
"""Dates up to which a newspaper, or a year of it, lists them at once: a month of a daily paper."""


class TreeStore:
    """Reads the rows of the tree below a scope, a level at a time.

    Years and months stand only where there are too many dates to be taken in: a newspaper of at most ``MOST_DATES``
    dates lists these, another one its years (or, within a single one, its months), and so does a year.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.headlines = self._headlines = HeadlineFilter(database)
        self.tallies = Tallies(database, self._headlines)

    def roots(self, grouping: Grouping, scope: Scope) -> list[Node]:
        """The top level of the tree of a scope."""
        if grouping is Grouping.SECTION:
            return [
                _node(Level.SECTION, scope.within(section=found.value), found) for found in self.tallies.sections(scope)
            ]
        if grouping is Grouping.TAG:
            return list(self._tags(scope))
        return self._newspapers(scope)

    def children(self, node: Node) -> list[Node]:
        """The rows below a section, tag, newspaper, year, month or date; those below a page come from ``items``."""
        match node.level:
            case Level.DATE:
                return list(self._pages(node.scope))
            case Level.NEWSPAPER:
                return self._dates_or(Depth.YEAR, node.scope)
            case Level.YEAR:
                return self._dates_or(Depth.MONTH, node.scope)
            case Level.MONTH:
                return self._periods(Depth.DATE, node.scope)
            case _:
                return self._newspapers(node.scope)

    def items(self, scope: Scope) -> list[ItemRow]:
        """The items of a scope in the order of the tree."""
        condition, parameters = self._headlines.where(scope)
        rows = self._database.conn.execute(
            "SELECT item.id, item.page_id, item.kind, item.label, item_state.read_at IS NULL, item.doubtful,"
            " (SELECT count(*) FROM annotation WHERE annotation.item_id = item.id)"
            f" FROM {FROM_ITEMS} WHERE {condition} ORDER BY {_ORDER}",
            parameters,
        )
        return [
            ItemRow(item_id, page_id, Kind(kind), label, bool(unread), marks, bool(doubtful))
            for item_id, page_id, kind, label, unread, doubtful, marks in rows
        ]

    def counts(self, scope: Scope) -> tuple[int, int]:
        """How many items a scope holds, and how many of them are unread."""
        found = self.tallies.total(scope)
        return found.count, found.unread

    def page_ids(self, scope: Scope) -> list[int]:
        """The pages of the items of a scope in the order of the tree."""
        if asks_of_pages_alone(scope):
            condition, parameters = where_pages(scope)
            readable = "EXISTS (SELECT 1 FROM item WHERE item.page_id = page.id AND item.readable = 1)"
            sql = f"SELECT page.id FROM page WHERE {condition} AND {readable} ORDER BY page.sort_key, page.id"
            return [row[0] for row in self._database.conn.execute(sql, parameters)]
        condition, parameters = self._headlines.where(scope)
        sql = f"SELECT DISTINCT page.id FROM {FROM_ITEMS} WHERE {condition} ORDER BY page.sort_key, page.id"
        return [row[0] for row in self._database.conn.execute(sql, parameters)]

    def pages_in(self, scopes: Iterable[Scope]) -> list[int]:
        """The pages of the items of some scopes, each once."""
        return list(dict.fromkeys(page_id for scope in scopes for page_id in self.page_ids(scope)))

    def pages_of(self, item_ids: Sequence[int]) -> set[int]:
        """The pages that items stand on; those that are gone are passed over."""
        found: set[int] = set()
        for at in range(0, len(item_ids), _AT_ONCE):
            some = item_ids[at : at + _AT_ONCE]
            sql = f"SELECT DISTINCT page_id FROM item WHERE id IN ({', '.join('?' * len(some))})"
            found.update(row[0] for row in self._database.conn.execute(sql, list(some)))
        return found

    def by_page(self, item_ids: Sequence[int]) -> Iterator[list[int]]:
        """Items that follow each other on one page, page by page; those that are gone are passed over."""
        of_page: list[int] = []
        last = None
        for at in range(0, len(item_ids), _AT_ONCE):
            some = list(item_ids[at : at + _AT_ONCE])
            sql = f"SELECT id, page_id FROM item WHERE id IN ({', '.join('?' * len(some))})"
            pages = dict(self._database.conn.execute(sql, some).fetchall())
            for item_id in some:
                if item_id not in pages:
                    continue
                if of_page and pages[item_id] != last:
                    yield of_page
                    of_page = []
                last = pages[item_id]
                of_page.append(item_id)
        if of_page:
            yield of_page

    def item_ids(self, scope: Scope) -> list[int]:
        """The items of a scope in the order of the tree."""
        condition, parameters = self._headlines.where(scope)
        sql = f"SELECT item.id FROM {FROM_ITEMS} WHERE {condition} ORDER BY {_ORDER}"
        return [row[0] for row in self._database.conn.execute(sql, parameters)]

    def neighbour(self, item_id: int | None, scope: Scope, *, forward: bool, unread: bool = False) -> int | None:
        """The next or previous item of a scope in the order of the tree, from an item, or from the ends if None."""
        wanted = scope.within(state=ReadState.UNREAD) if unread else scope
        tallied = wanted.within(once=False)
        if not is_tallied(tallied):
            return self._walk(item_id, wanted, forward=forward)
        place = None if item_id is None else self._place_of(item_id)
        if item_id is not None and place is not None:
            within = wanted.within(newspaper=_known(place.newspaper), issue_date=_known(place.date))
            found = self._walk(item_id, within, forward=forward)
            if found is not None:
                return found
        while (place := self.tallies.next_place(tallied, place, forward=forward)) is not None:
            within = wanted.within(newspaper=_known(place.newspaper), issue_date=_known(place.date))
            found = self._walk(None, within, forward=forward)
            if found is not None:  # copies that are hidden may be all there
                return found
        return None

    def place(self, item_id: int, scope: Scope) -> tuple[int, int]:
        """Which item of a scope it is, from 1, and of how many; 0 where the scope does not hold it.

        0 of 0 where copies are hidden and are so many that counting them would be felt.
        """
        if scope.once and self._copies() > _MOST_COPIES_RANKED:
            return 0, 0
        count = self.tallies.total(scope).count
        if scope.once:
            whole = scope.within(once=False)
            hidden, is_hidden = self._before(item_id, whole, f"{IS_HIDDEN_COPY} AND ")
            rank = self.place(item_id, whole)[0]
            return (rank - hidden if rank and not is_hidden else 0), count
        place = self._place_of(item_id)
        if place is None or not is_tallied(scope) or scope.newspaper is not None or scope.period or scope.issue_date:
            return self._rank(item_id, scope), count
        rank = self._rank(item_id, scope.within(newspaper=_known(place.newspaper), issue_date=_known(place.date)))
        return (self.tallies.before(scope, place) + rank if rank else 0), count

    def _copies(self) -> int:
        return int(self._database.conn.execute("SELECT count(*) FROM copy").fetchone()[0])

    def _rank(self, item_id: int, scope: Scope) -> int:
        """Which item of a scope it is, from 1, by counting those before it; 0 where the scope does not hold it."""
        before, is_held = self._before(item_id, scope)
        return before if is_held else 0

    def _before(self, item_id: int, scope: Scope, condition: str = "") -> tuple[int, bool]:
        """How many items of a scope stand before one or are it, and whether that is one of them."""
        in_scope, parameters = self._headlines.where(scope)
        before, held = self._database.conn.execute(
            "SELECT coalesce(sum((page.sort_key, page.id, item.seq) <= (SELECT page.sort_key, page.id, item.seq"
            " FROM item JOIN page ON page.id = item.page_id WHERE item.id = ?)), 0), coalesce(max(item.id = ?), 0)"
            f" FROM {FROM_ITEMS} WHERE {condition}{in_scope}",
            [item_id, item_id, *parameters],
        ).fetchone()
        return int(before), bool(held)

    def _walk(self, item_id: int | None, scope: Scope, *, forward: bool) -> int | None:
        """The neighbour of an item in a scope, found by walking from it."""
        condition, parameters = self._headlines.where(scope)
        operator, order = (">", "ASC") if forward else ("<", "DESC")
        if item_id is not None:
            here = "FROM item JOIN page ON page.id = item.page_id WHERE item.id = ?"
            condition += (  # the first of the two says where in the index to begin
                f" AND page.sort_key {operator}= (SELECT page.sort_key {here})"
                f" AND (page.sort_key, page.id, item.seq) {operator} (SELECT page.sort_key, page.id, item.seq {here})"
            )
            parameters += [item_id, item_id]
        row = self._database.conn.execute(
            f"SELECT item.id FROM {_FROM_IN_ORDER} WHERE {condition}"
            f" ORDER BY page.sort_key {order}, page.id {order}, item.seq {order} LIMIT 1",
            parameters,
        ).fetchone()
        return row[0] if row else None

    def _place_of(self, item_id: int) -> Place | None:
        row = self._database.conn.execute(
            "SELECT newspaper, issue_date FROM item JOIN page ON page.id = item.page_id WHERE item.id = ?", [item_id]
        ).fetchone()
        return Place(key(row[0]), key(row[1])) if row else None

    def _newspapers(self, scope: Scope) -> list[Node]:
        return [
            _node(Level.NEWSPAPER, scope.within(newspaper=found.value), found)
            for found in self.tallies.groups(scope, Depth.NEWSPAPER)
        ]

    def _dates_or(self, depth: Depth, scope: Scope) -> list[Node]:
        """The dates of a scope if there are few, else its years or months; those of a single one in its place."""
        dates = self.tallies.groups(scope, Depth.DATE, MOST_DATES + 1)
        if len(dates) <= MOST_DATES:
            return [_period_node(scope, found) for found in dates]
        nodes = self._periods(depth, scope)
        return self.children(nodes[0]) if len(nodes) == 1 else nodes

    def _periods(self, depth: Depth, scope: Scope) -> list[Node]:
        levels = {Depth.YEAR: Level.YEAR, Depth.MONTH: Level.MONTH}
        return [
            _period_node(scope, found, levels.get(depth, Level.DATE)) for found in self.tallies.groups(scope, depth)
        ]

    def _pages(self, scope: Scope) -> Iterator[Node]:
        condition, parameters = self._headlines.where(scope)
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
            found = self.tallies.total(tagged)
            if found.count:
                yield _node(Level.TAG, tagged, replace(found, value=name))


def _node(level: Level, scope: Scope, found: Tally) -> Node:
    return Node(level, found.value, scope, found.count, found.unread, found.doubtful)


def _period_node(scope: Scope, found: Tally, level: Level = Level.DATE) -> Node:
    """A year, month or date; what says no year, or no month, is a date of its own among them."""
    is_one = {Level.YEAR: is_year, Level.MONTH: is_month}.get(level)
    if is_one is not None and is_one(found.value):
        return _node(level, scope.within(period=found.value), found)
    return _node(Level.DATE, scope.within(period=None, issue_date=found.value), found)


def _known(value: str) -> str:
    return UNKNOWN if value == UNKNOWN_KEY else value
