"""Reads how many articles stand where: out of the table of counts where that knows it, else by counting them.

Both ways answer the same questions, by depth: 0 of a newspaper as a whole, 1 of its years, 2 months, 3 dates.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from reader.domain.periods import is_month, is_year, month_of, year_of
from reader.domain.scope import UNKNOWN, ReadState, Scope
from reader.storage.annotated_schema import COUNTED
from reader.storage.connection import Database
from reader.storage.headlines import HeadlineFilter
from reader.storage.scopes import FROM_ITEMS, IS_HIDDEN_COPY, period_end
from reader.storage.tally_schema import UNKNOWN_KEY, period


class Depth(IntEnum):
    """How far down the counts go."""

    NEWSPAPER = 0
    YEAR = 1
    MONTH = 2
    DATE = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """What stands in one group: its newspaper, section, year, month or date, and how many articles.

    ``value`` is UNKNOWN where the pages do not say.
    """

    value: str
    count: int
    unread: int
    doubtful: int


class Place(NamedTuple):
    """A newspaper and a date as the table of counts names them."""

    newspaper: str
    date: str


_COLUMNS = {
    ReadState.ALL: ("items", "unread", "doubtful"),
    ReadState.UNREAD: ("unread", "unread", "doubtful_unread"),
    ReadState.ANNOTATED: ("annotated", "annotated_unread", "annotated_doubtful"),
    ReadState.DOUBTFUL: ("doubtful", "doubtful_unread", "doubtful"),
}
_KEYS = 5  # columns of the table that say what a row is about
_COUNTED = "count(*), coalesce(sum(item_state.read_at IS NULL), 0), coalesce(sum(item.doubtful), 0)"


def is_tallied(scope: Scope) -> bool:
    """Whether the table of counts knows the articles of a scope."""
    if scope.state not in _COLUMNS or scope.once:
        return False
    return (scope.tag, scope.page_id, scope.item_id, scope.headline, scope.date_from, scope.date_to) == (
        None,
        None,
        None,
        "",
        None,
        None,
    )


class Tallies:
    """Counts of articles by newspaper, section and date."""

    def __init__(self, database: Database, headlines: HeadlineFilter | None = None) -> None:
        self._database = database
        self._headlines = headlines or HeadlineFilter(database)

    def total(self, scope: Scope) -> Tally:
        """How many articles a scope holds; its ``value`` says nothing."""
        if scope.once:
            everything, hidden = self.total(scope.within(once=False)), self._hidden("''", scope)
            return _without([everything], hidden, is_total=True)[0]
        if is_tallied(scope):
            sums = ", ".join(f"coalesce(sum({column}), 0)" for column in _COLUMNS[scope.state])
            condition, parameters = _in_table(scope, _depth_of(scope))
            sql = f"SELECT {sums} FROM tally WHERE {condition}"
        else:
            condition, parameters = self._headlines.where(scope)
            sql = f"SELECT {_COUNTED} FROM {FROM_ITEMS} WHERE {condition}"
        return Tally("", *self._database.conn.execute(sql, parameters).fetchone())

    def groups(self, scope: Scope, depth: Depth, limit: int = -1) -> list[Tally]:
        """The newspapers, years, months or dates of a scope in the order of the tree, at most ``limit`` of them."""
        if scope.once:
            hidden = self._hidden(_group_key(depth), scope)
            most = limit if limit < 0 else limit + len(hidden)
            found = _without(self.groups(scope.within(once=False), depth, most), hidden)
            return found if limit < 0 else found[:limit]
        if not is_tallied(scope):
            return self._counted(scope, depth, limit)
        value = "newspaper" if depth is Depth.NEWSPAPER else "period"
        items, unread, doubtful = _COLUMNS[scope.state]
        condition, parameters = _in_table(scope, depth)
        return self._tallies(
            f"SELECT {value}, {items}, {unread}, {doubtful} FROM tally WHERE {condition} AND {items} > 0"
            f" ORDER BY {value} LIMIT {limit:d}",
            parameters,
        )

    def sections(self, scope: Scope) -> list[Tally]:
        """The sections of a scope by name, what has none last."""
        if scope.once:
            return _without(self.sections(scope.within(once=False)), self._hidden("coalesce(item.section, '')", scope))
        if is_tallied(scope):
            items, unread, doubtful = _COLUMNS[scope.state]
            condition, parameters = _in_table(scope, _depth_of(scope), by_section=True)
            sql = (
                f"SELECT section, sum({items}) AS here, sum({unread}), sum({doubtful}) FROM tally"
                f" WHERE {condition} GROUP BY section HAVING here > 0 ORDER BY section = '', section"
            )
        else:
            condition, parameters = self._headlines.where(scope)
            sql = (
                f"SELECT coalesce(item.section, ''), {_COUNTED} FROM {FROM_ITEMS} WHERE {condition}"
                " GROUP BY item.section ORDER BY item.section IS NULL, item.section"
            )
        return self._tallies(sql, parameters)

    def before(self, scope: Scope, place: Place) -> int:
        """How many articles of a tallied scope of no single newspaper stand before a newspaper's date."""
        items = _COLUMNS[scope.state][0]
        by_section, section = _section(scope)
        year, month = year_of(place.date), month_of(place.date)
        parts = [
            (Depth.NEWSPAPER, "newspaper < ?", [place.newspaper]),
            (Depth.YEAR, "newspaper = ? AND period < ?", [place.newspaper, year]),
            (Depth.MONTH, "newspaper = ? AND period >= ? AND period < ?", [place.newspaper, year, month]),
            (Depth.DATE, "newspaper = ? AND period >= ? AND period < ?", [place.newspaper, month, place.date]),
        ]
        return sum(
            self._database.conn.execute(
                f"SELECT coalesce(sum({items}), 0) FROM tally"
                f" WHERE by_section = ? AND depth = ? AND section = ? AND {condition}",
                [by_section, depth, section, *parameters],
            ).fetchone()[0]
            for depth, condition, parameters in parts
        )

    def next_place(self, scope: Scope, place: Place | None, *, forward: bool) -> Place | None:
        """The next or previous newspaper and date with articles of a tallied scope; from an end where there is none."""
        items = _COLUMNS[scope.state][0]
        condition, parameters = _in_table(scope, Depth.DATE)
        operator, order = (">", "ASC") if forward else ("<", "DESC")
        if place is not None:
            condition += f" AND (newspaper, period) {operator} (?, ?)"
            parameters += place
        row = self._database.conn.execute(
            f"SELECT newspaper, period FROM tally WHERE {condition} AND {items} > 0"
            f" ORDER BY newspaper {order}, period {order} LIMIT 1",
            parameters,
        ).fetchone()
        return Place(*row) if row else None

    def wrong(self) -> int:
        """How many rows of the table are not what counting the articles gives; takes as long as reading them all."""
        conn = self._database.conn
        kept = {tuple(row) for row in conn.execute("SELECT * FROM tally")}
        counted = {tuple(row) for row in conn.execute(COUNTED)}
        return len({row[:_KEYS] for row in kept ^ counted})

    def recount(self) -> None:
        """Count everything anew, within the transaction that is open."""
        self._database.conn.execute("DELETE FROM tally")
        self._database.conn.execute(f"INSERT INTO tally {COUNTED}")

    def _counted(self, scope: Scope, depth: Depth, limit: int) -> list[Tally]:
        condition, parameters = self._headlines.where(scope)
        return self._tallies(
            f"SELECT {_group_key(depth)} AS value, {_COUNTED} FROM {FROM_ITEMS} WHERE {condition}"
            f" GROUP BY value ORDER BY value LIMIT {limit:d}",
            parameters,
        )

    def _hidden(self, key: str, scope: Scope) -> dict[str, Tally]:
        """How many articles of each group a scope leaves out for being copies: few, beside those that stay."""
        condition, parameters = self._headlines.where(scope.within(once=False))
        found = self._tallies(
            f"SELECT {key} AS value, {_COUNTED} FROM {FROM_ITEMS} WHERE {IS_HIDDEN_COPY} AND {condition}"
            " GROUP BY value",
            parameters,
        )
        return {one.value: one for one in found}

    def _tallies(self, sql: str, parameters: Iterable[object]) -> list[Tally]:
        rows = self._database.conn.execute(sql, list(parameters))
        return [Tally(UNKNOWN if value == UNKNOWN_KEY else value, *numbers) for value, *numbers in rows]


def key(value: str | None) -> str:
    """A newspaper or date, as a page or a scope has it, as the table of counts names it."""
    return value or UNKNOWN_KEY


def _group_key(depth: Depth) -> str:
    """SQL for the newspaper, year, month or date of an article."""
    if depth is Depth.NEWSPAPER:
        return f"coalesce(page.newspaper, '{UNKNOWN_KEY}')"
    return period(f"{depth:d}", f"coalesce(page.issue_date, '{UNKNOWN_KEY}')")


def _without(groups: Iterable[Tally], hidden: Mapping[str, Tally], *, is_total: bool = False) -> list[Tally]:
    """Groups without what is hidden of them; those of which nothing is left are left out, but never a total."""
    found = []
    for one in groups:
        less = hidden.get(one.value)
        if less is not None:
            one = Tally(  # noqa: PLW2901 # what is left of it
                one.value, one.count - less.count, one.unread - less.unread, one.doubtful - less.doubtful
            )
        if one.count or is_total:
            found.append(one)
    return found


def _section(scope: Scope) -> tuple[bool, str]:
    return scope.section is not None, scope.section or ""


def _depth_of(scope: Scope) -> Depth:
    """Where the table has one row for what a scope says of dates."""
    if scope.issue_date is not None:
        return Depth.DATE
    if scope.period is None:
        return Depth.NEWSPAPER
    if is_year(scope.period):
        return Depth.YEAR
    return Depth.MONTH if is_month(scope.period) else Depth.DATE


def _in_table(scope: Scope, depth: Depth, *, by_section: bool = False) -> tuple[str, list[object]]:
    """The rows of a depth that a tallied scope takes in: those of all sections, of its own, or of each."""
    conditions = ["by_section = ? AND depth = ?"]
    values: list[object] = [scope.section is not None or by_section, int(depth)]
    if scope.section is not None or not by_section:
        conditions.append("section = ?")
        values.append(scope.section or "")
    if scope.newspaper is not None:
        conditions.append("newspaper = ?")
        values.append(key(scope.newspaper))
    if scope.issue_date is not None:
        conditions.append("period = ?")
        values.append(key(scope.issue_date))
    elif scope.period is not None:
        conditions.append("period >= ? AND period < ?")
        values += [scope.period, period_end(scope.period)]
    return " AND ".join(conditions), values
