"""The facade of one open library: what the window and the command line talk to."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.services.history import HistoryService
from reader.services.marks import MarkService
from reader.services.pages import PageService
from reader.storage.annotations import AnnotationStore
from reader.storage.connection import open_database
from reader.storage.journal import Journal
from reader.storage.links import LinkStore
from reader.storage.pages import PageStore
from reader.storage.reading import ReadingStore
from reader.storage.tree import TreeStore

if TYPE_CHECKING:
    from reader.services.analysis import AnalysisService
    from reader.services.anchoring import AnchoringService
    from reader.services.article_bulk import ArticleBulkService
    from reader.services.bulk import BulkService
    from reader.services.codebook import CodebookService
    from reader.services.codebook_files import CodebookFiles
    from reader.services.copies import CopyService
    from reader.services.exporting import ExportService
    from reader.services.importing import ImportService
    from reader.services.links import LinkService
    from reader.services.maintenance import MaintenanceService
    from reader.services.mark_list import MarkListService
    from reader.services.memos import MemoService
    from reader.services.merging import MergeService
    from reader.services.refiling import Refiler
    from reader.services.removing import RemovalService
    from reader.services.repairs import RepairService
    from reader.services.saved import SavedService
    from reader.services.searching import SearchService
    from reader.services.unfinished import UnfinishedImports
    from reader.storage.carrying import CarryingStore
    from reader.storage.connection import Database
    from reader.storage.memos import MemoStore
    from reader.storage.revisions import RevisionStore
    from reader.storage.search_index import SearchIndex


class Library:
    """One library file, opened by one thread and used in that thread alone. Close it, or use it in a ``with``.

    What the start of a window has no use for is loaded by its first use. One opened ``read_only`` is there already and
    stays as it is: it is not brought up to date, and what writes is refused.

    Attributes:
        path: its file.
        pages: pages and articles, and their metadata.
        marks: annotations and tags.
        codebook: the tree of tags and what they mean.
        codebook_files: the codebook as a file, and those of others merged into it.
        memos: what was written about the library, its pages, articles and tags.
        links: from one annotation to another.
        analysis: counts of what was marked.
        copies: articles that stand in several papers or on several days.
        mark_list: annotations filtered, sorted and grouped.
        bulk: changing many annotations at once.
        article_bulk: changing many articles at once.
        saved: searches and filters by name.
        search: articles by what stands in them.
        tree: the article tree and the order of articles.
        reading: what was read, how far, and what the window remembers.
        repairs: putting the split of pages and their characters right.
        history: undo and redo.
        exports: annotations as files.
        merging: annotations from files.
        importer: page files into the library.
        unfinished: imports of many files that were stopped or killed.
        revisions: annotations that a newer text of their page has no place for, or another one.
        maintenance: checks and backups.

    Raises:
        UserError: when opened, or by any use of it, for what the user can do something about: the file is no library,
            is newer than this program, is damaged, locked or cannot be written, or the disk is full; where it is
            ``read_only``, also that it is gone or older than this program.
    """

    def __init__(self, path: Path, *, coder: str = "", read_only: bool = False) -> None:
        self.path = path
        self._database = _opened_read_only(path) if read_only else open_database(path)
        journal = Journal(self._database)
        self._pages = PageStore(self._database)
        self._annotations = AnnotationStore(self._database)
        self._journal = journal
        self.tree = TreeStore(self._database)
        self.reading = ReadingStore(self._database)
        self.pages = PageService(self._pages, journal)
        self.marks = MarkService(self._annotations, LinkStore(self._database), journal, coder)
        self.history = HistoryService(journal, self._annotations)

    @cached_property
    def repairs(self) -> "RepairService":
        """Putting the split of pages and their characters right."""
        from reader.services.correcting import Corrector
        from reader.services.repairs import RepairService
        from reader.storage.hints import HintStore

        corrector = Corrector(self._pages, self._annotations, self._refiler, self._journal)
        return RepairService(self._pages, self._refiler, corrector, HintStore(self._database), self._journal)

    @cached_property
    def importer(self) -> "ImportService":
        """Page files into the library."""
        from reader.services.importing import ImportService
        from reader.services.revising import Reviser
        from reader.storage.hints import HintStore

        hints = HintStore(self._database)
        reviser = Reviser(self._revisions, self._pages, self._annotations, self._memos, self._refiler)
        return ImportService(self.path, self._pages, self._journal, hints, self._index, reviser, self.unfinished)

    @cached_property
    def unfinished(self) -> "UnfinishedImports":
        """Imports that were stopped or killed."""
        from reader.services.unfinished import UnfinishedImports
        from reader.storage.unfinished import UnfinishedStore

        return UnfinishedImports(UnfinishedStore(self._database))

    @cached_property
    def _refiler(self) -> "Refiler":
        from reader.services.refiling import Refiler

        return Refiler(self._pages, self._annotations, self._memos)

    @cached_property
    def _memos(self) -> "MemoStore":
        from reader.storage.memos import MemoStore

        return MemoStore(self._database)

    @cached_property
    def _revisions(self) -> "RevisionStore":
        from reader.storage.revisions import RevisionStore

        return RevisionStore(self._database)

    @cached_property
    def _index(self) -> "SearchIndex":
        from reader.storage.search_index import SearchIndex

        return SearchIndex(self._database, self._pages)

    @cached_property
    def removal(self) -> "RemovalService":
        """Deleting pages."""
        from reader.services.removing import RemovalService
        from reader.storage.page_removal import PageRemovalStore

        return RemovalService(PageRemovalStore(self._database), self._journal)

    @cached_property
    def search(self) -> "SearchService":
        """Articles by what stands in them."""
        from reader.services.searching import SearchService
        from reader.storage.search import SearchStore
        from reader.storage.search_pinyin import PinyinSearch

        store = SearchStore(self._database, PinyinSearch(self._database, self._pages))
        return SearchService(store, self._index, self.pages, self._annotations, self._memos)

    @cached_property
    def revisions(self) -> "AnchoringService":
        """What to do with annotations after their page got a newer text."""
        from reader.services.anchoring import AnchoringService

        return AnchoringService(self._revisions, self._pages, self._annotations, self._journal)

    @cached_property
    def codebook(self) -> "CodebookService":
        """The tree of tags."""
        from reader.services.codebook import CodebookService
        from reader.storage.codebook import CodebookStore

        tags = CodebookStore(self._database)
        return CodebookService(tags, self._annotations, self._memos, self._journal)

    @cached_property
    def codebook_files(self) -> "CodebookFiles":
        """The codebook as a file, and those of others merged into it."""
        from reader.services.codebook_files import CodebookFiles
        from reader.storage.codebook import CodebookStore

        return CodebookFiles(CodebookStore(self._database), self._annotations, self._journal)

    @cached_property
    def analysis(self) -> "AnalysisService":
        """Counts of what was marked."""
        from reader.services.analysis import AnalysisService
        from reader.storage.analysis import AnalysisStore
        from reader.storage.codebook import CodebookStore

        tags = CodebookStore(self._database)
        return AnalysisService(AnalysisStore(self._database), tags, self.pages, self.copies)

    @cached_property
    def memos(self) -> "MemoService":
        """What was written about the library, its pages, articles and tags."""
        from reader.services.memos import MemoService
        from reader.storage.codebook import CodebookStore

        tags = CodebookStore(self._database)
        return MemoService(self._memos, self._pages, tags, self._journal, lambda: self.marks.coder)

    @cached_property
    def links(self) -> "LinkService":
        """From one annotation to another."""
        from reader.services.links import LinkService

        return LinkService(LinkStore(self._database), self._annotations, self._journal)

    @cached_property
    def mark_list(self) -> "MarkListService":
        """Annotations filtered, sorted and grouped."""
        from reader.services.mark_list import MarkListService
        from reader.storage.mark_list import MarkListStore

        return MarkListService(MarkListStore(self._database))

    @cached_property
    def bulk(self) -> "BulkService":
        """Changing many annotations at once."""
        from reader.services.bulk import BulkService
        from reader.storage.mark_bulk import MarkBulkStore

        return BulkService(MarkBulkStore(self._database), self._journal)

    @cached_property
    def article_bulk(self) -> "ArticleBulkService":
        """Changing many articles at once."""
        from reader.services.article_bulk import ArticleBulkService

        return ArticleBulkService(
            self.tree, self.pages, self.marks, self._annotations, self._pages, self._refiler, self._journal
        )

    @cached_property
    def saved(self) -> "SavedService":
        """Searches and filters by name."""
        from reader.services.saved import SavedService
        from reader.storage.codebook import CodebookStore
        from reader.storage.saved import SavedStore

        return SavedService(SavedStore(self._database), CodebookStore(self._database), self._journal)

    @cached_property
    def copies(self) -> "CopyService":
        """Articles that stand in several papers or on several days."""
        from reader.services.copies import CopyService
        from reader.storage.copies import CopyStore

        return CopyService(self._database, CopyStore(self._database), self.pages)

    @cached_property
    def exports(self) -> "ExportService":
        """Annotations as files."""
        from reader.services.exporting import ExportService

        return ExportService(self._annotations, self._pages, self._carrying, self.codebook, self.copies, self.path.stem)

    @cached_property
    def merging(self) -> "MergeService":
        """Annotations from files."""
        from reader.services.merging import MergeService
        from reader.storage.codebook import CodebookStore

        return MergeService(
            self._annotations,
            self._pages,
            CodebookStore(self._database),
            self._memos,
            LinkStore(self._database),
            self._carrying,
            self._journal,
        )

    @cached_property
    def _carrying(self) -> "CarryingStore":
        from reader.storage.carrying import CarryingStore

        return CarryingStore(self._database)

    @cached_property
    def maintenance(self) -> "MaintenanceService":
        """Checks and backups."""
        from reader.services.maintenance import MaintenanceService
        from reader.storage.maintenance import MaintenanceStore

        return MaintenanceService(MaintenanceStore(self._database), self._pages, self._annotations)

    def close(self) -> None:
        """Close the file; the library is of no use afterwards."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _opened_read_only(path: Path) -> "Database":
    from reader.storage.read_only import open_read_only

    return open_read_only(path)
