"""Step 9 of the tables: a mark that comes or goes is counted without counting the others of its article.

The triggers of step 3 counted all marks of the article twice for each one, so that filling an article took time in the
square of its marks. All that can change is the number of marks, and whether the article has any: the index of marks by
article answers the latter by at most two of its rows.
"""

from reader.storage.tally_schema import AMOUNTS, UNKNOWN_KEY

_UNREAD = "item_state.read_at IS NULL"


def _counted(sign: str, row: str) -> str:
    """SQL that adds the mark of a trigger's row ("+") or takes it away ("-")."""
    others = f"SELECT 1 FROM annotation WHERE annotation.item_id = {row}.item_id AND annotation.id != {row}.id"
    amounts = {
        "annotated": "alone",
        "annotated_unread": f"(alone AND {_UNREAD})",
        "annotated_doubtful": "(alone AND item.doubtful)",
        "marks": "1",
    }
    return (
        "INSERT INTO tally_change SELECT coalesce(item.section, ''),"
        f" coalesce(page.newspaper, '{UNKNOWN_KEY}'), coalesce(page.issue_date, '{UNKNOWN_KEY}'),"
        f" {', '.join(f'{sign}{amounts[name]}' if name in amounts else '0' for name in AMOUNTS)}"
        f" FROM item JOIN page ON page.id = item.page_id LEFT JOIN item_state ON item_state.id = item.id"
        f" JOIN (SELECT NOT EXISTS ({others}) AS alone)"
        f" WHERE item.id = {row}.item_id AND item.readable"
    )


STATEMENTS = (
    "DROP TRIGGER tally_marked",
    "DROP TRIGGER tally_unmarked",
    "DROP TRIGGER tally_mark_moved",
    f"""CREATE TRIGGER tally_marked AFTER INSERT ON annotation WHEN new.item_id IS NOT NULL
        BEGIN {_counted("+", "new")}; END""",
    f"""CREATE TRIGGER tally_unmarked AFTER DELETE ON annotation WHEN old.item_id IS NOT NULL
        BEGIN {_counted("-", "old")}; END""",
    f"""CREATE TRIGGER tally_mark_moved AFTER UPDATE OF item_id ON annotation WHEN old.item_id IS NOT new.item_id
        BEGIN {_counted("-", "old")}; {_counted("+", "new")}; END""",
)
