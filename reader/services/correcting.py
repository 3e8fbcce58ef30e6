"""Characters of a page that the reader puts right, each correction one step of the journal."""

from collections.abc import Sequence

from reader.domain.anchor import quote_stands
from reader.domain.correction import corrected, reading
from reader.domain.history import StepName, shortened
from reader.domain.join import block_text
from reader.domain.model import Changes, Correction, Page, Range, StoredItem
from reader.domain.repair import place_of
from reader.domain.resplit import Owners
from reader.errors import ErrorCode, UserError
from reader.services.refiling import Refiler
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal, Writer
from reader.storage.pages import PageStore


class Corrector:
    """Enters corrections, and brings up to date what is derived from how a page reads."""

    def __init__(self, pages: PageStore, annotations: AnnotationStore, refiler: Refiler, journal: Journal) -> None:
        self._pages = pages
        self._annotations = annotations
        self._journal = journal
        self._refiler = refiler

    def correct(self, page_id: int, span: Range, replacement: str) -> Changes:
        """Let a range of one line of a page read as something else, as ``RepairService.correct`` says."""
        page = self._pages.page(page_id)
        stored = self._pages.items(page_id)
        at = place_of([one.item for one in stored], span)
        line = stored[at.item].item.blocks[at.block].ranges[at.part]
        if span.intersection(line) != span:
            raise UserError(ErrorCode.CORRECTION_LINES)
        words = " ".join(replacement.splitlines())
        corrections = corrected(page.text, line, page.corrections, span, words)
        if corrections == page.corrections:
            return Changes(history=False)
        if not reading(page.text, line, corrections).strip():
            raise UserError(ErrorCode.CORRECTION_EMPTY, detail=shortened(page.text[line.start : line.end]))
        with self._journal.step(StepName.CORRECT, shortened(words or page.text[span.start : span.end])) as writer:
            return self._write(writer, page, stored, corrections)

    def _write(
        self, writer: Writer, page: Page, stored: Sequence[StoredItem], corrections: tuple[Correction, ...]
    ) -> Changes:
        self._pages.put_corrections(writer, page.id, corrections)
        reads = self._pages.page(page.id)
        changes = self._refiler.refile(writer, reads, stored, [one.item for one in stored])
        owners = Owners([one.item for one in stored])
        changed = set(page.corrections) ^ set(corrections)
        shown = {owners.at(span.start) for span, _ in changed}
        quoted = self._quote_anew(writer, page, reads)
        return changes | Changes(
            items=frozenset(stored[at].id for at in shown if at is not None),
            annotations=frozenset(quoted),
            annotated_pages=frozenset([page.id] if quoted else []),
        )

    def _quote_anew(self, writer: Writer, before: Page, page: Page) -> set[int]:
        """Take the quotes anew that say what the page says no more, as after a correction was taken back."""
        fallen = [
            annotation
            for annotation in self._annotations.of_page(page.id)
            if quote_stands(page.text, annotation, before.corrections)
            and not quote_stands(page.text, annotation, page.corrections)
        ]
        for annotation in fallen:
            quote = block_text(page.text, annotation.ranges, page.corrections)
            self._annotations.requote(writer, annotation.id, quote)
        return {annotation.id for annotation in fallen}
