"""A page file made ready for the library: decoded, split, its items as the rows that they will be, and their words."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from reader.domain.item_meta import ranges_still_true
from reader.domain.model import Page, Segmentation
from reader.errors import ErrorCode, UserError
from reader.intake.files import portable_name, read_page_file
from reader.services.hints import HintBook
from reader.services.pages import MetaEdit
from reader.storage.pages import PageStore
from reader.storage.search_documents import Document, document_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page that the library does not have yet, with all that filing it would otherwise have to work out.

    Attributes:
        path: of the file.
        page: the page; its id is none yet.
        rows: its items as ``PageStore.item_rows`` makes them.
        documents: what the search index gets of each item; None where it gets nothing.
    """

    path: str
    page: Page
    rows: Sequence[Mapping[str, object]]
    documents: Sequence[Document | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose text is a page of the library."""

    path: str
    page_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be a page, and why."""

    path: str
    code: ErrorCode
    detail: str


Preparation = Prepared | Known | Refused


class Preparer:
    """Prepares files for one library, which it only reads.

    Args:
        pages, hints: of the library.
        encoding: what the files are in; None detects it.
        meta: what the user says of the pages.
    """

    def __init__(self, pages: PageStore, hints: HintBook, encoding: str | None, meta: MetaEdit) -> None:
        self._pages = pages
        self._hints = hints
        self._encoding = encoding
        self._meta = meta

    def prepare(self, path: Path) -> Preparation:
        """Read, decode and split one file, unless its text is known."""
        try:
            decoded = read_page_file(path, self._encoding)
        except UserError as error:
            return Refused(error.path, error.code, error.detail)
        page_id = self._pages.id_of_text(decoded.text)
        if page_id is not None:
            return Known(str(path), page_id)
        name = portable_name(path.name)
        made = self._split(decoded.text, name)
        meta = self._meta.applied_to(made.meta)
        page = Page(
            id=0,
            source_name=name,
            source_path=portable_name(path.absolute()),
            encoding=decoded.encoding,
            meta=meta,
            text=decoded.text,
            meta_ranges=ranges_still_true(meta, made.meta, made.meta_ranges),
        )
        documents = [document_of(page, item) for item in made.items]
        return Prepared(str(path), page, self._pages.item_rows(page, made.items), documents)

    def _split(self, text: str, name: str) -> Segmentation:
        """The page split with what was learnt of its newspaper, which only a first look at it tells."""
        # Only now: a window never splits a page itself, and would take half as long again to start.
        from reader.segment import segment

        made = segment(text, name)
        hints = self._hints.of_newspaper(self._meta.applied_to(made.meta).newspaper)
        return segment(text, name, hints) if hints else made


class Alone(AbstractContextManager["Alone"]):
    """Prepares files in this process, one when its turn comes; has the methods of a ``SplittingPool``."""

    def __init__(self, preparer: Preparer) -> None:
        self._preparer = preparer
        self._path = ""

    def __exit__(self, *_exc: object) -> None:
        pass

    def ahead(self, paths: Iterable[str]) -> Iterable[str]:
        """Each file in turn, as the next that ``result`` tells of."""
        for path in paths:
            self._path = path
            yield path

    def result(self, _timeout_s: float | None = None) -> Preparation:
        """What becomes of the file whose turn it is."""
        return self._preparer.prepare(Path(self._path))
