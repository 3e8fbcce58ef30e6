"""The codebook: the tree of tags and what each means."""

from reader.domain.codebook import Codebook
from reader.storage.codebook import CodebookStore


class CodebookService:
    """Reads and arranges the tags of a library."""

    def __init__(self, tags: CodebookStore) -> None:
        self._tags = tags

    def load(self) -> Codebook:
        """The codebook as it is now."""
        return self._tags.load()
