"""Articles that stand in several papers or on several days."""

from collections.abc import Iterable, Sequence

from reader.domain.mark_filter import MarkFilter
from reader.domain.repeats import CopiedMark
from reader.storage.connection import Database
from reader.storage.mark_filters import FROM_MARKS, mark_condition

_CANDIDATES = 24
"""Articles that are compared with a new one: what has more candidates is a form (weather, prices), and its copies are
among the first."""
_AS_PRINTED = "page.issue_date IS NULL, page.issue_date, page.sort_key, item.seq"


class CopyStore:
    """Reads and writes which articles are copies of each other.

    All of it can be found anew from the texts, so nothing here is in the journal.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def stale(self) -> int:
        """How many articles are still to be compared with the others."""
        return int(self._database.conn.execute("SELECT count(*) FROM copy_stale").fetchone()[0])

    def next_stale(self, limit: int) -> list[int]:
        """Some of them, page by page."""
        rows = self._database.conn.execute("SELECT id FROM copy_stale ORDER BY id LIMIT ?", [limit])
        return [item_id for (item_id,) in rows]

    def candidates(self, keys: Sequence[int], item_id: int) -> list[int]:
        """Other articles that have a key in common with one, those with the most first."""
        if not keys:
            return []
        marks = ", ".join("?" * len(keys))
        rows = self._database.conn.execute(
            f"SELECT item_id FROM copy_band JOIN item ON item.id = copy_band.item_id AND item.readable"
            f" WHERE key IN ({marks}) AND item_id != ? GROUP BY item_id ORDER BY count(*) DESC, item_id LIMIT ?",
            [*keys, item_id, _CANDIDATES],
        )
        return [other for (other,) in rows]

    def settle(self, item_id: int, keys: Sequence[int], copies: Iterable[int]) -> None:
        """Keep the keys of an article and put it into one group with its copies; part of an open transaction."""
        connection = self._database.conn
        connection.executemany("INSERT OR IGNORE INTO copy_band VALUES (?, ?)", [(key, item_id) for key in keys])
        alike = {item_id, *copies}
        if len(alike) > 1:
            marks = ", ".join("?" * len(alike))
            groups = connection.execute(f"SELECT group_id FROM copy WHERE item_id IN ({marks})", [*alike]).fetchall()
            merged = [group for (group,) in groups]
            group_id = min([*merged, *alike])
            for other in merged:
                connection.execute("UPDATE copy SET group_id = ? WHERE group_id = ?", [group_id, other])
            connection.executemany("INSERT OR REPLACE INTO copy VALUES (?, ?)", [(one, group_id) for one in alike])
        connection.execute("DELETE FROM copy_stale WHERE id = ?", [item_id])

    def forget(self, item_id: int) -> None:
        """Compare an article no more: it is gone."""
        self._database.conn.execute("DELETE FROM copy_stale WHERE id = ?", [item_id])

    def count(self) -> int:
        """How many groups of two and more there are."""
        row = self._database.conn.execute(
            "SELECT count(*) FROM (SELECT 1 FROM copy GROUP BY group_id HAVING count(*) > 1)"
        ).fetchone()
        return int(row[0])

    def groups(self, limit: int, offset: int) -> list[list[int]]:
        """Groups of articles that are copies of each other, the largest first, each in the order of its printing."""
        rows = self._database.conn.execute(
            "SELECT group_id FROM copy GROUP BY group_id HAVING count(*) > 1"
            " ORDER BY count(*) DESC, group_id LIMIT ? OFFSET ?",
            [limit, offset],
        ).fetchall()
        return [self.group(group_id) for (group_id,) in rows]

    def group(self, group_id: int) -> list[int]:
        """The articles of a group by date, newspaper and page."""
        rows = self._database.conn.execute(
            "SELECT item.id FROM copy JOIN item ON item.id = copy.item_id JOIN page ON page.id = item.page_id"
            f" WHERE group_id = ? ORDER BY {_AS_PRINTED}",
            [group_id],
        )
        return [item_id for (item_id,) in rows]

    def group_of(self, item_id: int) -> list[int]:
        """An article and its copies; empty where it has none."""
        row = self._database.conn.execute("SELECT group_id FROM copy WHERE item_id = ?", [item_id]).fetchone()
        found = self.group(row[0]) if row else []
        return found if len(found) > 1 else []

    def marked(self, wanted: MarkFilter) -> list[CopiedMark]:
        """The annotations of a filter that begin in articles with copies: by group, as printed, and as they are read.

        What is asked of their text needs ``MarkTexts.catch_up`` before.
        """
        condition, parameters = mark_condition(wanted)
        rows = self._database.conn.execute(
            "SELECT annotation.id, annotation.uid, annotation.item_id, copy.group_id, grown.number, annotation.quote"
            f" {FROM_MARKS}"
            " JOIN copy ON copy.item_id = annotation.item_id"
            " JOIN (SELECT group_id, count(*) AS number FROM copy GROUP BY group_id HAVING number > 1) AS grown"
            f" ON grown.group_id = copy.group_id WHERE {condition}"
            f" ORDER BY copy.group_id, {_AS_PRINTED}, annotation.start, annotation.id",
            parameters,
        )
        return [CopiedMark(*row) for row in rows]

    def later(self) -> int:
        """How many articles are copies of one that was printed before them."""
        articles, groups = self._database.conn.execute(
            "SELECT coalesce(sum(number), 0), count(*) FROM"
            " (SELECT count(*) AS number FROM copy GROUP BY group_id HAVING number > 1)"
        ).fetchone()
        return int(articles - groups)
