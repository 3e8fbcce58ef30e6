"""Notes that were typed and are not in the library yet, so that no refusal of the disk loses a word."""

from collections.abc import Iterator

from reader.domain.model import Changes
from reader.services.marks import MarkService


class Drafts:
    """Typed notes by mark, kept until they are saved."""

    def __init__(self, marks: MarkService) -> None:
        self._marks = marks
        self._texts: dict[int, str] = {}

    def keep(self, annotation_id: int, text: str) -> None:
        """Keep the text of a mark; it replaces what was kept for it."""
        self._texts[annotation_id] = text

    def of(self, annotation_id: int | None) -> str | None:
        """What is kept for a mark, or None."""
        return None if annotation_id is None else self._texts.get(annotation_id)

    def save(self) -> Iterator[tuple[int, str, Changes]]:
        """Save what is kept; yields id, text and changes of each that is in the library now.

        The text for a mark that was removed meanwhile is kept: when an undo brings the mark back, it is saved.

        Raises:
            UserError: the library cannot be written; what is not saved is kept.
        """
        for annotation_id, text in list(self._texts.items()):
            try:
                changes = self._marks.set_note(annotation_id, text)
            except KeyError:
                continue
            self._texts.pop(annotation_id, None)
            yield annotation_id, text, changes
