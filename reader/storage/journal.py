"""The journal: every write is a named step that can be undone and redone, also after a restart.

A step keeps, for each row it touched, the row as it is in the step's *other* state: before the step while it is done,
after it while it is undone. Undoing and redoing are then the same exchange of rows for images, and no operation needs
an inverse of its own. Steps are undone strictly last first, so images always fit.
"""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from reader.domain.history import MANY_ROWS, Step, StepName, StepState
from reader.errors import ErrorCode, UserError
from reader.storage.connection import Database, write
from reader.storage.processes import is_alive
from reader.storage.row_images import AT_ONCE, Touched, exchange_images, image_sql, put, read_images

__all__ = ["Journal", "Touched", "Writer", "read_row"]

KEPT_STEPS = 1000
MERGE_WITHIN = timedelta(minutes=5)
SILENT_WITHIN = timedelta(hours=1)
_TIME = "modified_at"
"""The column that says when a row was changed last."""


class Writer:
    """Writes rows inside one step and keeps the image of each as it was before its first change."""

    def __init__(self, database: Database, journal_id: int) -> None:
        self._database = database
        self._journal_id = journal_id

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Add a row and return its id."""
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        cursor = self._database.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [*row.values()])
        row_id = cursor.lastrowid
        assert row_id is not None
        self._keep(table, row_id, None)
        return row_id

    def update(self, table: str, row_id: int, changes: Mapping[str, object]) -> None:
        """Change some columns of a row that exists."""
        self._keep(table, row_id, read_row(self._database, table, row_id))
        columns = ", ".join(f"{column} = ?" for column in changes)
        self._database.conn.execute(f"UPDATE {table} SET {columns} WHERE id = ?", [*changes.values(), row_id])

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row that exists."""
        self._keep(table, row_id, read_row(self._database, table, row_id))
        self._database.conn.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])

    def insert_all(self, table: str, rows: Sequence[Mapping[str, object]]) -> list[int]:
        """Add rows that have the same columns, and return their ids; the table numbers its rows (AUTOINCREMENT)."""
        if not rows:
            return []
        columns = ["id", *rows[0]]
        last = self._database.conn.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        first = (last[0] if last else 0) + 1
        ids = list(range(first, first + len(rows)))
        self._database.conn.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            [[row_id, *row.values()] for row_id, row in zip(ids, rows, strict=True)],
        )
        self._database.conn.executemany(
            "INSERT OR IGNORE INTO journal_image (journal_id, name, row_id, image) VALUES (?, ?, ?, NULL)",
            [(self._journal_id, table, row_id) for row_id in ids],
        )
        return ids

    def update_all(self, table: str, ids: Sequence[int], changes: Mapping[str, object]) -> None:
        """Give some columns of many rows the same values."""
        columns = ", ".join(f"{column} = ?" for column in changes)
        for some, marks in self._kept(table, ids):
            self._database.conn.execute(
                f"UPDATE {table} SET {columns} WHERE id IN ({marks})", [*changes.values(), *some]
            )

    def delete_all(self, table: str, ids: Sequence[int]) -> None:
        """Remove many rows."""
        for some, marks in self._kept(table, ids):
            self._database.conn.execute(f"DELETE FROM {table} WHERE id IN ({marks})", some)

    def describe(self, detail: str) -> None:
        """Say of an open step what there is to say so far, since its process may be killed before it closes it."""
        self._database.conn.execute(
            "UPDATE journal SET detail = ?, at = ? WHERE id = ?", [detail, _now(), self._journal_id]
        )

    def _kept(self, table: str, ids: Sequence[int]) -> Iterator[tuple[Sequence[int], str]]:
        """Keep the images of rows, some at a time; yields those and as many marks for parameters."""
        image = image_sql(self._database, table)
        for at in range(0, len(ids), AT_ONCE):
            some = ids[at : at + AT_ONCE]
            marks = ", ".join("?" * len(some))
            self._database.conn.execute(
                "INSERT OR IGNORE INTO journal_image (journal_id, name, row_id, image)"
                f" SELECT ?, '{table}', id, {image} FROM {table} WHERE id IN ({marks})",
                [self._journal_id, *some],
            )
            yield some, marks

    def _keep(self, table: str, row_id: int, row: Mapping[str, object] | None) -> None:
        self._database.conn.execute(
            "INSERT OR IGNORE INTO journal_image (journal_id, name, row_id, image) VALUES (?, ?, ?, ?)",
            [self._journal_id, table, row_id, _to_image(row)],
        )


class Journal:
    """Begins, undoes and redoes steps. Every method is one transaction, or part of the one that is open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def step(self, name: StepName, detail: str = "", *, merge_key: str = "") -> Iterator[Writer]:
        """One transaction and one step. Steps that were undone are forgotten: there is no redo after a change.

        A ``merge_key`` equal to that of the last step, if that is less than five minutes old, joins the two. Where the
        two together change nothing, as when what was typed is taken back, no step is left.
        """
        with write(self._database):
            self._forget_undone()
            journal_id = self._mergeable(merge_key) if merge_key else None
            if journal_id is None:
                yield Writer(self._database, self._begin(name, detail, merge_key, StepState.DONE))
                return
            self._database.conn.execute("UPDATE journal SET at = ? WHERE id = ?", [_now(), journal_id])
            yield Writer(self._database, journal_id)
            self._drop_if_void(journal_id)

    def open_step(self, name: StepName, detail: str = "") -> int:
        """Begin a step that several transactions of this process will add to; returns its id."""
        with write(self._database):
            self._forget_undone()
            return self._begin(name, detail, "", StepState.OPEN)

    @contextmanager
    def add_to(self, journal_id: int) -> Iterator[Writer]:
        """One transaction that adds to a step begun by ``open_step``."""
        with write(self._database):
            yield Writer(self._database, journal_id)

    def close_step(self, journal_id: int, detail: str | None = None) -> None:
        """End an open step with what there is to say of it, or was said last; one that touched nothing is forgotten."""
        with write(self._database):
            if self._has_images(journal_id):
                self._database.conn.execute(
                    "UPDATE journal SET state = 'done', detail = coalesce(?, detail), owner = NULL"
                    " WHERE id = ? AND state = 'open'",
                    [detail, journal_id],
                )
            else:
                self._database.conn.execute("DELETE FROM journal WHERE id = ?", [journal_id])

    def next_undo(self) -> Step | None:
        """The step that undo would take back: the last one in force."""
        return self._first("state != 'undone' ORDER BY id DESC")

    def next_redo(self) -> Step | None:
        """The step that redo would bring back: the one that was undone last."""
        return self._first("state = 'undone' ORDER BY id")

    def is_running(self, step: Step) -> bool:
        """Whether a live process is still adding to the step.

        One that has said nothing for an hour was killed, and its number may be that of another process by now.
        """
        if step.state is not StepState.OPEN or _age(step.at) > SILENT_WITHIN:
            return False
        owner = self._database.conn.execute("SELECT owner FROM journal WHERE id = ?", [step.id]).fetchone()[0]
        return owner is not None and is_alive(owner)

    def exchange(self, step: Step) -> list[Touched]:
        """Undo a step that is in force, or redo one that is undone, in one transaction; returns the rows touched.

        Raises:
            UserError: it is not the next to be undone or redone any more, since another process made or walked a step;
                or the rows that it would bring back do not fit what is there now. Nothing is changed then.
        """
        undoing = step.state is not StepState.UNDONE
        try:
            with write(self._database):
                following = self.next_undo() if undoing else self.next_redo()
                if following is None or following.id != step.id:
                    raise UserError(ErrorCode.HISTORY_CHANGED)
                # All are read before any is written, since an item that goes takes what is known of reading it along;
                # and backwards to undo: what was made last goes first.
                images = read_images(self._database, step.id, backwards=undoing)
                put(self._database, images.rows)
                exchange_images(self._database, images)
                self._database.conn.execute(
                    "UPDATE journal SET state = ?, merge_key = '' WHERE id = ?",
                    [StepState.UNDONE if undoing else StepState.DONE, step.id],
                )
        except sqlite3.IntegrityError as error:
            raise UserError(ErrorCode.ROWS_CHANGED, detail=str(error)) from error
        return images.rows

    def step_of(self, step_id: int) -> Step | None:
        """A step by id; None where it is no longer kept."""
        return self._first(f"id = {step_id:d}")

    def path_to(self, step_id: int) -> list[Step]:
        """The steps to undo or redo, in that order, until a step is the last in force; 0 is before all of them.

        Raises:
            UserError: the step is no longer kept.
        """
        wanted = self.step_of(step_id)
        if wanted is None and step_id:
            raise UserError(ErrorCode.STEP_GONE)
        if wanted is not None and wanted.state is StepState.UNDONE:
            return list(self._select(f"state = 'undone' AND id <= {step_id:d} ORDER BY id"))
        return list(self._select(f"state != 'undone' AND id > {step_id:d} ORDER BY id DESC"))

    def steps(self, limit: int) -> list[Step]:
        """The newest steps, newest first."""
        return list(self._select(f"1 ORDER BY id DESC LIMIT {limit:d}"))

    def _begin(self, name: StepName, detail: str, merge_key: str, state: StepState) -> int:
        connection = self._database.conn
        owner = os.getpid() if state is StepState.OPEN else None
        cursor = connection.execute(
            "INSERT INTO journal (name, detail, merge_key, state, owner, at) VALUES (?, ?, ?, ?, ?, ?)",
            [name, detail, merge_key, state, owner, _now()],
        )
        journal_id = cursor.lastrowid
        assert journal_id is not None
        connection.execute("DELETE FROM journal WHERE id <= ? AND state != 'open'", [journal_id - KEPT_STEPS])
        return journal_id

    def _forget_undone(self) -> None:
        self._database.conn.execute("DELETE FROM journal WHERE state = 'undone'")

    def _mergeable(self, merge_key: str) -> int | None:
        last = self._database.conn.execute(
            "SELECT id, merge_key, at FROM journal WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if last is None or last[1] != merge_key:
            return None
        return last[0] if _age(last[2]) < MERGE_WITHIN else None

    def _drop_if_void(self, journal_id: int) -> None:
        """Forget a step whose rows are as they were before it, but for the time of their change, which is put back."""
        rows = read_images(self._database, journal_id, backwards=True).rows
        if all(_differs_in_time_alone(row) for row in rows):
            put(self._database, rows)
            self._database.conn.execute("DELETE FROM journal WHERE id = ?", [journal_id])

    def _has_images(self, journal_id: int) -> bool:
        sql = "SELECT EXISTS (SELECT 1 FROM journal_image WHERE journal_id = ?)"
        return bool(self._database.conn.execute(sql, [journal_id]).fetchone()[0])

    def _first(self, condition: str) -> Step | None:
        return next(self._select(f"{condition} LIMIT 1"), None)

    def _select(self, condition: str) -> Iterator[Step]:
        sql = (
            "SELECT id, name, detail, state, at,"
            f" (SELECT count(*) FROM (SELECT 1 FROM journal_image WHERE journal_id = journal.id LIMIT {MANY_ROWS}))"
            f" FROM journal WHERE {condition}"
        )
        for journal_id, name, detail, state, at, rows in self._database.conn.execute(sql):
            yield Step(journal_id, StepName(name), detail, StepState(state), rows, at)


def read_row(database: Database, table: str, row_id: int) -> dict[str, object] | None:
    """A row as a dict of its columns, or None where there is none."""
    cursor = database.conn.execute(f"SELECT * FROM {table} WHERE id = ?", [row_id])
    values = cursor.fetchone()
    if values is None:
        return None
    return dict(zip([column[0] for column in cursor.description], values, strict=True))


def _differs_in_time_alone(row: Touched) -> bool:
    if row.before is None or row.after is None:
        return row.before == row.after
    return {**row.before, _TIME: None} == {**row.after, _TIME: None}


def _to_image(row: Mapping[str, object] | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _age(at: str) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(at)
