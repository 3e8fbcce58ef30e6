"""Images of rows as JSON, made by SQLite itself, many at a time; and rows made of images again."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.storage.connection import Database

AT_ONCE = 500
"""Ids in one statement; SQLite takes 32,766 parameters, and older ones 999."""
_PARAMETERS = 999

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


@dataclass(frozen=True, slots=True)
class Images:
    """What a step touched: the rows, and for each of them the id of its image and the image of it as it is now."""

    rows: list[Touched]
    current: list[tuple[str | None, int]]


def read_images(database: Database, journal_id: int, *, backwards: bool) -> Images:
    """What a step touched: each row as it is now (before) and as its image has it (after).

    Rows of one table stand together, and otherwise in the order in which the step first touched them, or backwards;
    that of tables does not matter, since references between them are checked when all is done.
    """
    connection = database.conn
    first = "min" if not backwards else "-max"
    tables = connection.execute(
        f"SELECT name FROM journal_image WHERE journal_id = ? GROUP BY name ORDER BY {first}(id)", [journal_id]
    ).fetchall()
    images = Images([], [])
    for (table,) in tables:
        # The unary plus keeps SQLite to the images of the step, each of which then finds its row.
        found = connection.execute(
            f"SELECT images.id, images.row_id, images.image,"
            f" iif({table}.id IS NULL, NULL, {image_sql(database, table)})"
            f" FROM journal_image AS images LEFT JOIN {table} ON {table}.id = images.row_id"
            f" WHERE images.journal_id = ? AND +images.name = ? ORDER BY images.id {'DESC' if backwards else 'ASC'}",
            [journal_id, table],
        ).fetchall()
        before, after = _loaded([row[3] for row in found]), _loaded([row[2] for row in found])
        images.rows.extend(
            Touched(table, row[1], was, will) for row, was, will in zip(found, before, after, strict=True)
        )
        images.current.extend((row[3], row[0]) for row in found)
    return images


def exchange_images(database: Database, images: Images) -> None:
    """Keep the rows as they were read in their images."""
    database.conn.executemany("UPDATE journal_image SET image = ? WHERE id = ?", images.current)


def put(database: Database, rows: Iterable[Touched]) -> None:
    """Make rows what ``after`` says, in order: neighbours that need the same statement with one."""
    for (table, columns, is_new, is_gone), alike in groupby(rows, _statement):
        values = [_values(row, columns) for row in alike]
        if is_new:
            _insert(database, table, columns, values)
            continue
        if is_gone:
            sql = f"DELETE FROM {table} WHERE id = ?"
        elif columns:
            sql = f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"
        else:
            continue
        database.conn.executemany(sql, values)


def _insert(database: Database, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Add rows, many with a statement: where triggers act, SQLite prepares each to be taken back by itself."""
    at_once = _PARAMETERS // len(columns)
    row = f"({', '.join('?' * len(columns))})"
    for at in range(0, len(rows), at_once):
        some = rows[at : at + at_once]
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * len(some))}"
        database.conn.execute(sql, [value for values in some for value in values])


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


def _loaded(images: Sequence[str | None]) -> list[Image | None]:
    """Images as rows: one call for all, since there may be many small ones."""
    found: list[Image | None] = json.loads(f"[{','.join(image or 'null' for image in images)}]")
    return found
