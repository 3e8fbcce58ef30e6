"""Step 13 of the tables: a mark is counted only where it makes its article annotated, or no longer so.

Each mark changed the eight rows of ``tally`` that its article counts in, since these said how many marks there are:
half the time of undoing the removal of 10,000. The tree asks for articles alone, and statistics can count the marks
themselves. So ``tally.marks`` stays 0 from here on; only SQLite from 3.35 on could drop it.
"""

from reader.storage import tally_schema
from reader.storage.tally_schema import AMOUNTS, UNKNOWN_KEY

_KEPT = ", ".join("0" if name == "marks" else f"new.{name}" for name in AMOUNTS)
_UNREAD = "item_state.read_at IS NULL"

COUNTED = tally_schema.counted("marks")
"""What the table must hold, by counting all items."""


def _counted(sign: str, row: str) -> str:
    """SQL that adds the article of a trigger's row to those that are annotated ("+"), or takes it away ("-")."""
    amounts = {"annotated": "1", "annotated_unread": f"({_UNREAD})", "annotated_doubtful": "item.doubtful"}
    return (
        "INSERT INTO tally_change SELECT coalesce(item.section, ''),"
        f" coalesce(page.newspaper, '{UNKNOWN_KEY}'), coalesce(page.issue_date, '{UNKNOWN_KEY}'),"
        f" {', '.join(f'{sign}{amounts[name]}' if name in amounts else '0' for name in AMOUNTS)}"
        " FROM item JOIN page ON page.id = item.page_id LEFT JOIN item_state ON item_state.id = item.id"
        f" WHERE item.id = {row}.item_id AND item.readable"
    )


def _trigger(name: str, event: str, sign: str, row: str, condition: str = "true") -> str:
    others = f"SELECT 1 FROM annotation WHERE annotation.item_id = {row}.item_id AND annotation.id != {row}.id"
    return (
        f"CREATE TRIGGER tally_{name} AFTER {event} ON annotation"
        f" WHEN {row}.item_id IS NOT NULL AND {condition} AND NOT EXISTS ({others})"
        f" BEGIN {_counted(sign, row)}; END"
    )


_MOVE = "UPDATE OF item_id"
_MOVES = "old.item_id IS NOT new.item_id"

STATEMENTS = (
    *(f"DROP TRIGGER tally_{name}" for name in ("added_up", "marked", "unmarked", "mark_moved")),
    f"""CREATE TRIGGER tally_added_up INSTEAD OF INSERT ON tally_change
        BEGIN
            INSERT INTO tally SELECT column1, column2, iif(column1, new.section, ''), new.newspaper,
            {tally_schema.period("column2", "new.issue_date")}, {_KEPT}
            FROM (VALUES {tally_schema.DEPTHS}) WHERE true
            ON CONFLICT DO UPDATE SET {", ".join(f"{name} = {name} + excluded.{name}" for name in AMOUNTS)};
        END""",
    _trigger("marked", "INSERT", "+", "new"),
    _trigger("unmarked", "DELETE", "-", "old"),
    _trigger("mark_left", _MOVE, "-", "old", _MOVES),
    _trigger("mark_came", _MOVE, "+", "new", _MOVES),
    "UPDATE tally SET marks = 0",
)
