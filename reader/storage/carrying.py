"""What a library has, named as other libraries can know it; see ``domain/parcel.py``."""

from collections.abc import Iterator, Sequence

from reader.domain.memo import MemoTarget
from reader.domain.model import PageMeta
from reader.domain.parcel import CarriedLink, CarriedMemo, PageKey
from reader.storage.connection import Database

_PAGE = "page.sha256, page.newspaper, page.issue_date, page.page_no, page.page_name, page.source_name"
_AT_ONCE = 500


class CarryingStore:
    """Reads keys of pages, memos and links, and finds what a key names."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sha256(self, page_id: int) -> str:
        """The SHA-256 of a page's text. Raises KeyError where there is no page."""
        row = self._database.conn.execute("SELECT sha256 FROM page WHERE id = ?", [page_id]).fetchone()
        if row is None:
            raise KeyError(page_id)
        return str(row[0])

    def text(self, sha256: str) -> str:
        """The text of a page. Raises KeyError where there is none."""
        row = self._database.conn.execute(
            "SELECT text FROM page JOIN page_text USING (id) WHERE sha256 = ?", [sha256]
        ).fetchone()
        if row is None:
            raise KeyError(sha256)
        return str(row[0])

    def page_ids(self, key: PageKey) -> list[int]:
        """The pages that a key can mean: the one with the text, else those printed there, narrowed by the file's name.

        A page that was replaced by a newer text stands for that.
        """
        if key.sha256:
            row = self._database.conn.execute("SELECT id FROM page WHERE sha256 = ?", [key.sha256]).fetchone()
            if row is not None:
                return [self._newest(row[0])]
        meta = key.meta
        asked = [
            (f"{column} = ?", value)
            for column, value in (
                ("newspaper", meta.newspaper),
                ("issue_date", meta.issue_date),
                ("page_no", meta.page_no),
            )
            if value is not None
        ]
        named = ("source_name = ?", key.source_name)
        enough = meta.newspaper is not None and meta.issue_date is not None
        for conditions in ([*asked, named] if key.source_name else [], asked if enough else []):
            if conditions:
                found = self._where(conditions)
                if found:
                    return found
        return []

    def links(self) -> Sequence[CarriedLink]:
        """Every link by age."""
        rows = self._database.conn.execute(
            "SELECT link.uid, origin.uid, target.uid, label, link.created_at FROM link"
            " JOIN annotation AS origin ON origin.id = from_id JOIN annotation AS target ON target.id = to_id"
            " ORDER BY link.id"
        )
        return [CarriedLink(*row) for row in rows]

    def links_by_origin(self) -> dict[int, tuple[str, ...]]:
        """For each annotation that links to others their uids, each with the link's name behind a space."""
        found: dict[int, tuple[str, ...]] = {}
        for origin, uid, label in self._database.conn.execute(
            "SELECT from_id, annotation.uid, label FROM link JOIN annotation ON annotation.id = to_id ORDER BY link.id"
        ):
            found[origin] = (*found.get(origin, ()), f"{uid} {label}".rstrip())
        return found

    def memos(self) -> Sequence[CarriedMemo]:
        """Every memo by age."""
        rows = self._database.conn.execute(
            f"SELECT memo.uid, target, anchor, tag.name, {_PAGE}, memo.text, coder, memo.created_at, modified_at"
            " FROM memo LEFT JOIN page ON page.id = memo.page_id LEFT JOIN tag ON tag.id = memo.tag_id"
            " ORDER BY memo.id"
        )
        found = []
        for uid, target, anchor, tag, sha256, *rest in rows:
            *meta, source_name, text, coder, created_at, modified_at = rest
            page = None if sha256 is None else PageKey(sha256, PageMeta(*meta), source_name)
            found.append(CarriedMemo(uid, MemoTarget(target), text, coder, created_at, modified_at, page, anchor, tag))
        return found

    def annotation_ids(self, uids: Sequence[str]) -> dict[str, int]:
        """The annotations of some uids, as far as they are there."""
        return dict(self._ids("annotation", uids))

    def _ids(self, table: str, uids: Sequence[str]) -> Iterator[tuple[str, int]]:
        for at in range(0, len(uids), _AT_ONCE):
            some = uids[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._database.conn.execute(f"SELECT uid, id FROM {table} WHERE uid IN ({marks})", some)

    def _where(self, conditions: Sequence[tuple[str, str]]) -> list[int]:
        condition = " AND ".join(each for each, _ in conditions)
        rows = self._database.conn.execute(
            f"SELECT id FROM page WHERE replaced_by IS NULL AND {condition} ORDER BY id",
            [value for _, value in conditions],
        )
        return [row[0] for row in rows]

    def _newest(self, page_id: int) -> int:
        while True:
            row = self._database.conn.execute("SELECT replaced_by FROM page WHERE id = ?", [page_id]).fetchone()
            if row is None or row[0] is None:
                return page_id
            page_id = row[0]
