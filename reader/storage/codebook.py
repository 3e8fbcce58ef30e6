"""The tags of a library as a codebook."""

from reader.domain.codebook import Codebook, Tag
from reader.domain.model import Color
from reader.storage.connection import Database

_COLUMNS = "id, uid, name, parent_id, position, color, definition, use_when, not_when, example, created_at"


class CodebookStore:
    """Reads and writes tags; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Codebook:
        """The whole codebook."""
        rows = self._database.conn.execute(f"SELECT {_COLUMNS} FROM tag")
        return Codebook(
            Tag(tag_id, uid, name, parent_id, position, Color(color) if color else None, *texts)
            for tag_id, uid, name, parent_id, position, color, *texts in rows
        )
