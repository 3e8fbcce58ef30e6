"""Which articles a filter of headlines leaves: found once, and kept in a temporary table while the tree is walked.

A tree asks many questions about one filter. At 831,000 articles, a scan of all of them took 0.9 to 5 s for each; the
index of headlines is scanned in a third of a second, once, and then each question is about what was found.
"""

from reader.domain.scope import Scope
from reader.storage.connection import Database
from reader.storage.scopes import where


class HeadlineFilter:
    """Puts scopes into SQL as ``scopes.where`` does, its filter of headlines by a table of this connection alone."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._found: tuple[str, int] | None = None

    def where(self, scope: Scope) -> tuple[str, list[object]]:
        """The condition of a scope and its parameters, for a query that is run at once."""
        if not scope.headline:
            return where(scope)
        self._find(scope.headline)
        condition, parameters = where(scope.within(headline=""))
        return f"item.id IN temp.headline_found AND {condition}", parameters

    def _find(self, headline: str) -> None:
        conn = self._database.conn
        wanted = headline, conn.execute("SELECT number FROM headline_version").fetchone()[0]
        if wanted == self._found:
            return
        conn.execute("CREATE TEMP TABLE IF NOT EXISTS headline_found (id INTEGER PRIMARY KEY)")
        conn.execute("DELETE FROM temp.headline_found")
        conn.execute(
            "INSERT INTO temp.headline_found SELECT id FROM item WHERE readable = 1 AND instr(lower(label), lower(?))",
            [headline],
        )
        self._found = wanted
