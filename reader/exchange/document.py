"""Annotations under headings, for the formats that are read and printed: the order and the sources, not the looks.

By article, rows are passed on as they come: a heading for each issue, one for each article with its source below, then
its annotations. By tag they are gathered first: a heading for each tag that is used, in the order and at the depth of
the codebook, then its annotations, each with its source; what has no tag comes last, under a dash.

No words of the interface stand in a document: headings are names, numbers and dates.
"""

from abc import ABC, abstractmethod

from reader.domain.citation import Source, authors_of, cite, plain
from reader.domain.export import Arrangement, CitationStyle, ExportOptions
from reader.domain.model import PageMeta
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow

UNTAGGED = "—"
DEEPEST = 6
"""Levels of headings that HTML and Markdown have."""


class DocumentWriter(ABC):
    """Arranges rows; a format says how each part looks."""

    def __init__(self, options: ExportOptions, holdings: Holdings) -> None:
        self._options = options
        self._holdings = holdings
        self._issue: tuple[str | None, str | None] | None = None
        self._article: tuple[str | None, int | None] | None = None
        self._by_tag: dict[str, list[AnnotationRow]] = {}

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation, or keep it for its tags."""
        if self._options.arrangement is Arrangement.TAG:
            for tag in row.tags or (UNTAGGED,):
                self._by_tag.setdefault(tag, []).append(row)
            return
        issue, article = (row.newspaper, row.issue_date), (row.page_sha256, row.article_seq)
        if issue != self._issue:
            self._issue, self._article = issue, None
            self.heading(1, plain(Source(PageMeta(*issue))) or row.source_file)
        if article != self._article:
            self._article = article
            self.heading(2, row.headline or plain(_source(row)))
            self.source(self._cited(row))
        self.entry(row, "")

    def finish(self) -> None:
        """Write what was kept, and the end."""
        for tag in self._holdings.codebook:
            below = {each.name for each in self._holdings.codebook.below(tag.id)}
            rows = self._by_tag.get(tag.name, [])
            if rows or not below.isdisjoint(self._by_tag):
                depth = len(self._holdings.codebook.path(tag.id))
                self.heading(min(depth, DEEPEST - 1), f"{tag.name} ({len(rows)})", tag.definition)
                self._entries(rows)
        known = {tag.name for tag in self._holdings.codebook}
        for name, rows in sorted(self._by_tag.items(), key=lambda found: found[0] == UNTAGGED):
            if name not in known:
                self.heading(1, f"{name} ({len(rows)})")
                self._entries(rows)
        self.end()

    @abstractmethod
    def heading(self, level: int, text: str, below: str = "") -> None:
        """Write a heading of a level from 1, and what it means below it."""

    @abstractmethod
    def source(self, text: str) -> None:
        """Write where all that follows is from."""

    @abstractmethod
    def entry(self, row: AnnotationRow, source: str) -> None:
        """Write an annotation, and where it is from unless that stands above."""

    @abstractmethod
    def end(self) -> None:
        """Write what stands at the end."""

    def _entries(self, rows: list[AnnotationRow]) -> None:
        for row in rows:
            self.entry(row, self._cited(row))

    def _cited(self, row: AnnotationRow) -> str:
        # Other styles than these two are no line of a text.
        style = CitationStyle.GB_T_7714 if self._options.citation is CitationStyle.GB_T_7714 else CitationStyle.PLAIN
        return cite(_source(row), style)


def _source(row: AnnotationRow) -> Source:
    meta = PageMeta(row.newspaper, row.issue_date, row.page_no, row.page_name)
    return Source(meta, row.headline, authors_of(row.reporters, row.byline), row.source_file, row.annotation_id)
