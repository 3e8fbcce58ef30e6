"""Images of rows as JSON, made by SQLite itself, many at a time; and rows made of images again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.storage.connection import Database

AT_ONCE = 500
"""Ids in one statement; SQLite takes 32,766 parameters, and older ones 999."""

Image = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Touched:
    """One row that a step touched, as it was and as it is now; None where it did not or does not exist."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None


def image_sql(database: Database, table: str) -> str:
    """SQL for the image of a row of a table, which the query has under its own name."""
    columns = [row[1] for row in database.conn.execute(f"PRAGMA table_info({table})")]
    pairs = (f"'{column}', {table}.{column}" for column in columns)
    return f"json_object({', '.join(pairs)})"


def read_images(database: Database, journal_id: int, *, backwards: bool) -> list[tuple[int, Touched]]:
    """What a step touched: for each row the id of its image, the row as it is now (before) and as the image has it.

    Rows of one table stand together, and otherwise in the order in which the step first touched them, or backwards;
    that of tables does not matter, since references between them are checked when all is done.
    """
    connection = database.conn
    tables = [
        name
        for (name,) in connection.execute("SELECT DISTINCT name FROM journal_image WHERE journal_id = ?", [journal_id])
    ]
    found: list[tuple[int, Touched]] = []
    for table in tables:
        # The unary plus keeps SQLite to the images of the step, each of which then finds its row.
        for image_id, row_id, before, after in connection.execute(
            f"SELECT images.id, images.row_id, iif({table}.id IS NULL, NULL, {image_sql(database, table)}), images.image"
            f" FROM journal_image AS images LEFT JOIN {table} ON {table}.id = images.row_id"
            " WHERE images.journal_id = ? AND +images.name = ?",
            [journal_id, table],
        ).fetchall():
            found.append((image_id, Touched(table, row_id, _loaded(before), _loaded(after))))
    found.sort(key=lambda pair: pair[0], reverse=backwards)
    ranks = {table: rank for rank, table in enumerate(dict.fromkeys(row.table for _, row in found))}
    return sorted(found, key=lambda pair: ranks[pair[1].table])


def exchange_images(database: Database, rows: Sequence[tuple[int, Touched]]) -> None:
    """Keep the rows as they are now in their images."""
    database.conn.executemany(
        "UPDATE journal_image SET image = ? WHERE id = ?", [(_dumped(row.before), image_id) for image_id, row in rows]
    )


def put(database: Database, rows: Iterable[Touched]) -> None:
    """Make rows what ``after`` says, in order: neighbours that need the same statement with one."""
    for (table, columns, is_new, is_gone), alike in groupby(rows, _statement):
        values = [_values(row, columns) for row in alike]
        if is_gone:
            sql = f"DELETE FROM {table} WHERE id = ?"
        elif is_new:
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        elif columns:
            sql = f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"
        else:
            continue
        database.conn.executemany(sql, values)


def _statement(row: Touched) -> tuple[str, tuple[str, ...], bool, bool]:
    """The table, the columns to write, and whether the row is new or goes; nothing to write where it is as it was."""
    before, after = row.before, row.after
    if after is None:
        return row.table, (), False, before is not None
    if before is None:
        return row.table, tuple(after), True, False
    return row.table, tuple(column for column in after if after[column] != before.get(column)), False, False


def _values(row: Touched, columns: Sequence[str]) -> list[object]:
    if row.after is None:
        return [row.row_id]
    values = [row.after[column] for column in columns]
    return values if row.before is None else [*values, row.row_id]


def _loaded(image: str | None) -> Image | None:
    return None if image is None else json.loads(image)


def _dumped(row: Image | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)
