"""Pages and libraries that the figures share, each made when it is first asked for."""

from __future__ import annotations

import random
import shutil
from functools import cached_property
from itertools import count
from pathlib import Path

from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import Article
from tests.bench import corpus
from tests.bench.direct import write_library

TAGS = ("民生", "水利", "教育", "交通", "农业", "文化", "法治", "环境", "数据", "口述", "矛盾", "经费")
MOST_BY_FILES = 20_000
"""Articles up to which libraries are imported from files, as a user would; larger ones are written directly."""
_MARK_LENGTH = (4, 60)


class Prepared:
    """The material of one run of the benchmark, in one folder.

    Attributes:
        articles: how many articles the large library has; the small one has a tenth.
        root: the folder.

    Args:
        kept: a folder in which the libraries that are written directly are looked for, and left for the next time.
    """

    def __init__(self, root: Path, articles: int, kept: Path | None = None) -> None:
        self.root = root
        self.articles = articles
        self._kept = kept or root
        self._numbers = count()

    @cached_property
    def pages(self) -> Path:
        """A folder with the pages of the large library."""
        return self._written("pages", self.articles)

    @cached_property
    def few_pages(self) -> Path:
        """A folder with the pages of the small library."""
        return self._written("few pages", max(self.articles // 10, corpus.ARTICLES_PER_PAGE))

    @cached_property
    def library(self) -> Path:
        """The large library, imported from files, or written directly if they are too many; nobody writes to it."""
        return self.imported(self.pages) if self.articles <= MOST_BY_FILES else self.written

    @cached_property
    def small_library(self) -> Path:
        """The small library, likewise."""
        return self.imported(self.few_pages) if self.articles <= MOST_BY_FILES else self.tenth_written

    @cached_property
    def written(self) -> Path:
        """A library of as many articles as the large one, written directly; nobody writes to it."""
        return self._written_directly(self.articles)

    @cached_property
    def tenth_written(self) -> Path:
        """One of a tenth as many, likewise."""
        return self._written_directly(max(self.articles // 10, corpus.ARTICLES_PER_PAGE))

    @cached_property
    def annotated(self) -> Path:
        """The large library with as many annotations as it has articles."""
        return self._annotated(self.library, self.articles)

    @cached_property
    def small_annotated(self) -> Path:
        """The small library, likewise."""
        return self._annotated(self.small_library, max(self.articles // 10, 1))

    def smaller(self, articles: int) -> Prepared:
        """The material of fewer articles, in a folder of its own."""
        root = self.root / f"{articles}"
        root.mkdir(exist_ok=True)
        return Prepared(root, articles)

    def fresh(self) -> Path:
        """A path for a library that is not there yet."""
        folder = self.root / f"{next(self._numbers)}"
        folder.mkdir()
        return folder / "library.jianbao"

    def copy(self, library: Path) -> Path:
        """A copy of a closed library, to be written to."""
        path = self.fresh()
        shutil.copyfile(library, path)
        return path

    def imported(self, folder: Path) -> Path:
        """A new library of the pages of a folder."""
        path = self.fresh()
        with Library(path) as library:
            for _event in library.importer.import_pages(ImportRequest((folder,)), processes=0):
                pass
        return path

    def marked_article(self, characters: int, marks: int) -> tuple[Path, int]:
        """A library of two pages, with a long article and so many marks on it; the article's id."""
        folder = self.fresh().parent
        for page in (corpus.long_page(characters), *corpus.pages(1)):
            corpus.write_page(folder, page)
        path = self.imported(folder)
        with Library(path) as library:
            item_ids = [row.id for row in library.tree.items(Scope())]
            item_id = max(item_ids, key=lambda number: len(library.pages.article(number).view.text))
            add_marks(library, [item_id], marks)
        return path, item_id

    def _written_directly(self, articles: int) -> Path:
        path = self._kept / f"written-{articles}.jianbao"
        if not path.exists():
            part = path.with_suffix(".part")
            part.unlink(missing_ok=True)  # of a run that did not end
            write_library(part, articles)
            part.rename(path)
        return path

    def _written(self, name: str, articles: int) -> Path:
        corpus.write_pages(self.root / name, articles)
        return self.root / name

    def _annotated(self, library: Path, marks: int) -> Path:
        path = self.copy(library)
        with Library(path) as opened:
            add_marks(opened, [row.id for row in opened.tree.items(Scope())], marks)
        return path


def add_marks(library: Library, item_ids: list[int], marks: int) -> None:
    """Spread marks over articles at random places: half of them with a note, two in three with one or two tags."""
    chance = random.Random(corpus.SEED)
    colors = list(Color)
    article: Article | None = None
    for number, item_id in enumerate(sorted(chance.choices(item_ids, k=marks))):
        if article is None or article.stored.id != item_id:
            article = library.pages.article(item_id)
        start = chance.randrange(len(article.view.text))
        while article.view.text[start].isspace():  # the end of a paragraph, of which nothing can be marked
            start -= 1
        span = Range(start, min(start + chance.randint(*_MARK_LENGTH), len(article.view.text)))
        note = f"第{number}条：与{chance.choice(TAGS)}有关，待核对。" if number % 2 else ""
        tags = chance.sample(TAGS, number % 3)
        library.marks.add(article, span, colors[number % len(colors)], note, tags)
