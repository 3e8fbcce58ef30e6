"""The reader's repairs of pages. Each is one step of the journal; annotations stay where they are.

A line is named by its range on the page (as the blocks of ``library.pages.items`` have it), an item by any of its
lines. What each repair does is said where it is made, in ``domain/repair.py``. A repair that has nothing to do is no
step. All raise KeyError for a page or line that is gone.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Sequence

from reader.domain import repair
from reader.domain.correction import reading
from reader.domain.hint import Hint, named
from reader.domain.history import StepName, shortened
from reader.domain.item_meta import ItemMetaEdit
from reader.domain.model import Changes, Kind, Page, Range, Role
from reader.domain.repair import Items
from reader.errors import ErrorCode, UserError
from reader.services.correcting import Corrector
from reader.services.hints import HintBook
from reader.services.pages import Article
from reader.services.refiling import Refiler
from reader.services.resegmenting import Resegmenter, SplitProgress, finished
from reader.storage.hints import HintStore
from reader.storage.journal import Journal, Writer
from reader.storage.pages import PageStore

_NOTHING = Changes(history=False)


class RepairService:
    """Repairs pages and learns from it."""

    def __init__(
        self, pages: PageStore, refiler: Refiler, corrector: Corrector, hints: HintStore, journal: Journal
    ) -> None:
        self._pages = pages
        self._journal = journal
        self._refiler = refiler
        self._corrector = corrector
        self._hints = HintBook(hints)
        self._resegmenter = Resegmenter(pages, self._hints, refiler, journal)

    def split(self, page_id: int, line: Range) -> Changes:
        """Let a new item begin at a line."""
        return self._repair(StepName.SPLIT, page_id, line, lambda items: repair.split(items, line))

    def split_at(self, page_id: int, line: Range, offset: int) -> Changes:
        """Let a new item begin within a line, at an offset of the page."""
        page = self._pages.page(page_id)
        return self._repair(
            StepName.SPLIT,
            page_id,
            Range(max(offset, line.start), line.end),
            lambda items: repair.split_at(items, line, offset, page.text, page.corrections),
        )

    def merge_with_previous(self, page_id: int, line: Range) -> Changes:
        """Put the item of a line together with the one above it."""
        return self._repair(StepName.MERGE, page_id, line, lambda items: repair.merge_with_previous(items, line))

    def merge(self, page_id: int, line: Range, into: Range) -> Changes:
        """Put the item of a line together with that of another one, whose place, kind and section count."""
        return self._repair(StepName.MERGE, page_id, line, lambda items: repair.merge(items, line, into))

    def move_block(self, page_id: int, line: Range, *, up: bool) -> Changes:
        """Let the block of a line change places with the one before or behind it."""
        return self._repair(StepName.MOVE_BLOCK, page_id, line, lambda items: repair.move_block(items, line, up=up))

    def place_block(self, page_id: int, line: Range, before: Range | None) -> Changes:
        """Let the block of a line stand before that of another line of its item, or last."""
        return self._repair(StepName.MOVE_BLOCK, page_id, line, lambda items: repair.place_block(items, line, before))

    def move_to_item(self, page_id: int, line: Range, to: Range) -> Changes:
        """Move the block of a line to the item of another one."""
        return self._repair(StepName.MOVE_BLOCK, page_id, line, lambda items: repair.move_to_item(items, line, to))

    def move_to_neighbour(self, page_id: int, line: Range, *, up: bool) -> Changes:
        """Move the block of a line to the nearest article, photo or brief above or below."""
        return self._repair(
            StepName.MOVE_BLOCK, page_id, line, lambda items: repair.move_to_neighbour(items, line, up=up)
        )

    def set_role(self, page_id: int, lines: Collection[Range], role: Role) -> Changes:
        """Give lines a role, and remember it for their newspaper where they look like no others."""
        return self._repair(
            StepName.SET_ROLE,
            page_id,
            next(iter(lines)),
            lambda items: repair.set_role(items, lines, role),
            learn=lambda writer, page: self._hints.learn(writer, page, lines, role),
        )

    def set_kind(self, page_id: int, line: Range, kind: Kind) -> Changes:
        """Say what the item of a line is."""
        return self._repair(StepName.SET_KIND, page_id, line, lambda items: repair.set_kind(items, line, kind))

    def make_briefs(self, page_id: int, lines: Collection[Range]) -> Changes:
        """Let a brief of its own begin at each of some lines."""
        return self._repair(
            StepName.SET_KIND, page_id, next(iter(lines)), lambda items: repair.make_briefs(items, lines)
        )

    def set_section(self, page_id: int, line: Range, name: str | None) -> Changes:
        """Give the item of a line a section, or none, that no banner changes."""
        return self._repair(StepName.SET_SECTION, page_id, line, lambda items: repair.set_section(items, line, name))

    def set_meta(self, page_id: int, line: Range, edit: ItemMetaEdit) -> Changes:
        """Say of the item of a line what its genre and place are, who wrote it, and who took its photos.

        No new run of the page engine and no other repair changes what the reader wrote.
        """
        return self._repair(StepName.EDIT_ITEM, page_id, line, lambda items: repair.set_meta(items, line, edit))

    def join(self, page_id: int, line: Range) -> Changes:
        """Let the paragraph that begins at a line carry on the one before it."""
        text = self._pages.page(page_id).text
        return self._repair(StepName.JOIN, page_id, line, lambda items: repair.join(items, line, text))

    def unjoin(self, page_id: int, line: Range) -> Changes:
        """Let a paragraph of its own begin at a line."""
        return self._repair(StepName.UNJOIN, page_id, line, lambda items: repair.unjoin(items, line))

    def accept(self, page_id: int, lines: Sequence[Range]) -> Changes:
        """Mark a doubtful place as looked at and right: the blocks of its lines, and that items begin there.

        The engine's confidence stays among the reasons. What else is doubtful about the items stays so.
        """
        return self._repair(StepName.ACCEPT, page_id, lines[0], lambda items: repair.accept(items, lines))

    def correct(self, page_id: int, span: Range, replacement: str) -> Changes:
        """Let characters of one line of a page read as something else; nothing leaves them out.

        What the page itself says, put in their place, takes a correction back. A correction that ``span`` touches is
        replaced as a whole, so that callers give its whole range; ``correct_in`` does so by itself.

        Raises:
            UserError: the characters are of more than one line, or nothing of their line would be left.
        """
        return self._corrector.correct(page_id, span, replacement)

    def correct_in(self, article: Article, span: Range, replacement: str) -> Changes:
        """As ``correct``, for a span of an article's view."""
        ranges = article.view.to_page(span)
        if not ranges:
            raise UserError(ErrorCode.MARK_EMPTY)
        if len(ranges) > 1:
            raise UserError(ErrorCode.CORRECTION_LINES)
        whole = article.view.to_view(ranges)[0]
        before = article.view.quote(Range(whole.start, max(span.start, whole.start)))
        behind = article.view.quote(Range(min(span.end, whole.end), whole.end))
        return self.correct(article.page.id, ranges[0], before + replacement + behind)

    def similar(self, page_id: int, line: Range, role: Role | None = None) -> tuple[Range, ...]:
        """The lines of a page that look like one of them, itself among them: for "the same everywhere on this page".

        Lines that look like any headline or paragraph are alike only in the same role; ``role`` is the one that the
        line had, where it has changed since. Takes about as long as splitting the page.
        """
        from reader.segment.likeness import likeness, line_looks, stands_out  # only now, as the engine slows the start

        items = tuple(stored.item for stored in self._pages.items(page_id))
        looks = dict(line_looks(self._pages.page(page_id).text))
        roles = {span: block.role for item in items for block in item.blocks for span in block.ranges}
        at = repair.place_of(items, line)
        block = items[at.item].blocks[at.block]
        span = block.ranges[at.part]
        if span not in looks:
            return (span,)
        own, wanted = looks[span], role or block.role
        return tuple(
            other
            for other, seen in looks.items()
            if likeness(seen) == likeness(own)
            and other in roles
            and (stands_out(own) or roles[other] is wanted or other == span)
        )

    def resegment(self, page_ids: Iterable[int]) -> Changes:
        """Run the page engine again. Items that the reader decided anything about stay exactly as they are."""
        return finished(self._resegmenter.run(list(page_ids)))

    def resegment_many(self, page_ids: Sequence[int]) -> Generator[SplitProgress, None, Changes]:
        """As ``resegment``, a page at each turn; closing the generator keeps what was done, as one step.

        Raises:
            UserError: the library cannot be written; what was done stays.
        """
        return self._resegmenter.run(page_ids)

    def hints(self) -> list[Hint]:
        """What was learnt from repairs, by newspaper."""
        return self._hints.all()

    def forget_hint(self, hint: Hint) -> Changes:
        """Remove a hint; pages that it helped with stay as they are."""
        with self._journal.step(StepName.FORGET_HINT, shortened(named(hint))) as writer:
            self._hints.forget(writer, hint.id)
        return Changes(hints=True)

    def _repair(
        self,
        name: StepName,
        page_id: int,
        line: Range,
        operate: Callable[[Items], Items],
        learn: Callable[[Writer, Page], bool] | None = None,
    ) -> Changes:
        page = self._pages.page(page_id)
        stored = self._pages.items(page_id)
        before = tuple(one.item for one in stored)
        after = operate(before)
        if after == before:
            return _NOTHING
        at = repair.place_of(before, line)
        whole = before[at.item].blocks[at.block].ranges[at.part]
        detail = reading(page.text, Range(line.start, whole.end), page.corrections).strip()
        with self._journal.step(name, shortened(detail)) as writer:
            changes = self._refiler.refile(writer, page, stored, after)
            learnt = learn is not None and learn(writer, page)
        return changes | Changes(hints=learnt)
