"""Seeing what was marked: counts of tags, how they spread, and which stand together, with the quotes behind each."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reader.domain.analysis import Coded, Grid, Question, Quote, count
from reader.domain.article import ArticleView
from reader.domain.boundary import sentence_at
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Range
from reader.domain.picture import Ink, Picture, PictureFormat, Words
from reader.domain.scope import Scope
from reader.exchange.grid_csv import write_grid
from reader.services.copies import CopyService
from reader.services.pages import PageService
from reader.services.replacing import replacing
from reader.storage.analysis import AnalysisStore
from reader.storage.codebook import CodebookStore

_ARTICLES_A_STEP = 50


class AnalysisService:
    """Answers questions about the annotations of a library."""

    def __init__(self, marks: AnalysisStore, tags: CodebookStore, pages: PageService, copies: CopyService) -> None:
        self._marks = marks
        self._tags = tags
        self._pages = pages
        self._copies = copies

    def ask(
        self, question: Question, scopes: Sequence[Scope] = (), *, subtags: bool = False, once: bool = False
    ) -> Generator[tuple[int, int], None, Grid]:
        """Answer a question about the annotations in some scopes (none: all).

        With ``once`` an article counts once, in however many papers it stands. No annotation is left out for being on
        a copy, which may be the only one that was marked: where several copies in the scopes have the same words
        marked, that counts as one annotation, with the tags of all, where it was printed first. Articles that were
        not compared yet are compared before.

        Yields how many articles were gone through, and of how many.
        """
        yield 0, 0
        if once:
            yield from self._copies.catch_up()
        coded = self._marks.coded(scopes)
        if once:
            coded = self._once(coded, scopes)
        if question in (Question.IN_PARAGRAPH, Question.IN_SENTENCE):
            coded = yield from self._in_units(coded, question, scopes)
        return count(question, coded, self._tags.load(), subtags=subtags)

    def quotes(self, annotation_ids: Sequence[int]) -> list[Quote]:
        """The annotations behind a cell, in the order of their ids; those that are gone are left out."""
        return self._marks.quotes(annotation_ids)

    @staticmethod
    def picture(grid: Grid, words: Words, ink: Ink, width: float, dpi: float) -> Picture:
        """A picture of an answer, so many inches wide; the first of a process may take seconds to find its fonts."""
        from reader.exchange.plots import draw  # Matplotlib takes as long to load as everything else together

        return draw(grid, words, ink, width, dpi)

    @staticmethod
    def save_picture(grid: Grid, words: Words, ink: Ink, width: float, path: Path) -> None:
        """Write a picture to a file, whose name ends in ``.svg`` or else is a PNG.

        Raises:
            UserError: the file cannot be written.
        """
        from reader.exchange.plots import save

        kind = PictureFormat.SVG if path.suffix.casefold() == ".svg" else PictureFormat.PNG
        with replacing(path) as part, part.open("xb") as stream:
            save(grid, words, ink, width, kind, stream)

    @staticmethod
    def save_table(grid: Grid, words: Words, path: Path) -> None:
        """Write an answer as CSV, which spreadsheets open in UTF-8. Raises UserError as ``save_picture``."""
        with replacing(path) as part, part.open("xb") as stream:
            write_grid(grid, words, stream)

    @staticmethod
    def write_table(grid: Grid, words: Words, stream: BinaryIO) -> None:
        """As ``save_table``, to a stream that stays open. Raises OSError as the stream does."""
        write_grid(grid, words, stream)

    def _once(self, coded: Sequence[Coded], scopes: Sequence[Scope]) -> list[Coded]:
        """Annotations as they count where an article counts once."""
        from reader.domain.repeats import counted_once, repeats

        marks = self._copies.marked(MarkFilter(scopes=tuple(scopes)))
        return counted_once(coded, repeats(marks), {mark.id: mark.group for mark in marks})

    def _in_units(
        self, coded: Sequence[Coded], question: Question, scopes: Sequence[Scope]
    ) -> Generator[tuple[int, int], None, list[Coded]]:
        """The annotations with the paragraphs or sentences that they touch as their units."""
        extents = self._marks.extents(scopes)
        numbers: dict[tuple[int, int], int] = {}
        units: dict[int, tuple[int, ...]] = {}
        items = list(extents)
        for done in range(0, len(items), _ARTICLES_A_STEP):
            yield done, len(items)
            for article in self._pages.articles(items[done : done + _ARTICLES_A_STEP]):
                for mark, ranges in extents[article.stored.id]:
                    starts = dict.fromkeys(_unit_starts(article.view, ranges, question))
                    units[mark] = tuple(numbers.setdefault((article.stored.id, at), len(numbers)) for at in starts)
        return [replace(one, units=units.get(one.id, ())) for one in coded]


def _unit_starts(view: ArticleView, ranges: Sequence[Range], question: Question) -> Iterator[int]:
    """Where the paragraphs or sentences begin that some ranges of the page touch, as offsets of the view."""
    for span in view.to_view(ranges):
        if question is Question.IN_PARAGRAPH:
            yield from range(view.paragraph_at(span.start), view.paragraph_at(span.end - 1) + 1)
            continue
        at = span.start
        while at < span.end:
            sentence = sentence_at(view.text, at)
            yield sentence.start
            at = max(sentence.end, at + 1)
