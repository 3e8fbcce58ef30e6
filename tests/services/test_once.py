"""Articles that count once: what is marked on copies, in statistics and in exports."""

import csv
import io

import pytest

from reader.domain.analysis import Count, Question
from reader.domain.export import CsvEncoding, ExportOptions, FileFormat, Shape
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from tests.support.wire import PAPERS, STORY, print_wire


@pytest.fixture
def library(tmp_path):
    """One story in three papers, and one of its own; nothing is compared yet."""
    print_wire(tmp_path / "pages")
    with Library(tmp_path / "l.jianbao") as opened:
        for _event in opened.importer.import_pages(ImportRequest((tmp_path / "pages",))):
            pass
        yield opened


def mark(library, paper, words, *tags, note=""):
    """Mark words of the story in one of the papers; returns the annotation."""
    (row,) = library.tree.items(Scope(newspaper=paper))
    article = library.pages.article(row.id)
    start = article.view.text.index(words)
    annotation, _ = library.marks.add(article, Range(start, start + len(words)), Color.GREEN, tags=tags, note=note)
    return library.marks.get(annotation)


def ask(library, question, *scopes, once):
    work = library.analysis.ask(question, scopes, once=once)
    while True:
        try:
            next(work)
        except StopIteration as end:
            grid = end.value
            return {
                (grid.rows[row].value, grid.columns[column].value): value
                for (row, column), value in grid.values.items()
            }


def exported(library, wanted=MarkFilter(), *, once=False, shape=Shape.ANNOTATION):  # noqa: B008 # frozen
    stream = io.BytesIO()
    options = ExportOptions(FileFormat.CSV, shape, CsvEncoding.UTF_8, once=once)
    *_, last = library.exports.write(wanted, options, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8"), newline="")))
    assert (last.done, last.total) == (len(rows), len(rows)) or shape is Shape.TAG
    return rows, last


def test_a_passage_marked_in_two_papers_counts_once(library):
    for paper in PAPERS[:2]:
        mark(library, paper, STORY[40:60], "水利")
    assert ask(library, Question.TAGS, once=False)["水利", Count.OWN] == 2
    assert ask(library, Question.TAGS, once=False)["水利", Count.ARTICLES] == 2
    once = ask(library, Question.TAGS, once=True)
    assert (once["水利", Count.OWN], once["水利", Count.ARTICLES]) == (1, 1)
    assert ask(library, Question.NEWSPAPERS, once=True) == {("水利", PAPERS[0]): 1}


def test_a_mark_on_the_second_copy_alone_counts_too(library):
    mark(library, PAPERS[0], STORY[10:30], "水利")
    mark(library, PAPERS[1], STORY[80:99], "移民")
    once = ask(library, Question.TAGS, once=True)
    assert (once["水利", Count.OWN], once["移民", Count.OWN]) == (1, 1)
    # The story is one article, so both tags stand together in it.
    assert ask(library, Question.IN_ARTICLE, once=True)["水利", "移民"] == 1
    assert ("水利", "移民") not in ask(library, Question.IN_ARTICLE, once=False)


def test_what_repeats_lends_its_tags(library):
    mark(library, PAPERS[0], STORY[40:60], "水利")
    mark(library, PAPERS[1], STORY[40:60], "移民")
    assert ask(library, Question.IN_SENTENCE, once=True)["水利", "移民"] == 1
    assert ask(library, Question.TAGS, once=True)["移民", Count.OWN] == 1


def test_within_one_paper_its_own_copy_counts(library):
    for paper in PAPERS[:2]:
        mark(library, paper, STORY[40:60], "水利")
    only = Scope(newspaper=PAPERS[1])
    assert ask(library, Question.NEWSPAPERS, only, once=True) == {("水利", PAPERS[1]): 1}


def test_every_row_says_what_it_repeats_and_none_is_lost(library):
    [*library.copies.catch_up()]
    marks = [mark(library, paper, STORY[40:60], "水利") for paper in PAPERS]
    alone = mark(library, PAPERS[2], STORY[80:99])
    lone = mark(library, "丁报", "另一件事")
    rows, last = exported(library)
    assert last.left_out == 0
    said = {row["annotation_id"]: (row["copies"], row["repeat_of"]) for row in rows}
    assert said == {
        marks[0].uid: ("3", ""),
        marks[1].uid: ("3", marks[0].uid),
        marks[2].uid: ("3", marks[0].uid),
        alone.uid: ("3", ""),
        lone.uid: ("", ""),
    }
    assert len({row["copy_group"] for row in rows}) == 2


def test_an_export_leaves_out_only_what_says_nothing_of_its_own(library):
    first = mark(library, PAPERS[0], STORY[40:60], "水利", note="要点")
    mark(library, PAPERS[1], STORY[40:60], "水利")
    noted = mark(library, PAPERS[2], STORY[40:60], "水利", note="删了一句")
    second_only = mark(library, PAPERS[1], STORY[80:99], "移民")
    rows, last = exported(library, once=True)
    assert {row["annotation_id"] for row in rows} == {first.uid, noted.uid, second_only.uid}
    assert last.left_out == 1
    preview = library.exports.preview(MarkFilter(), ExportOptions(once=True))
    assert (preview.total, preview.left_out, len(preview.rows)) == (3, 1, 3)
    rows, last = exported(library, MarkFilter(newspaper=PAPERS[1]), once=True)
    assert (len(rows), last.left_out) == (2, 0)


def test_a_repeat_that_is_linked_is_exported(library):
    first = mark(library, PAPERS[0], STORY[40:60])
    second = mark(library, PAPERS[1], STORY[40:60])
    other = mark(library, "丁报", "另一件事")
    library.links.add(other.id, second.id)
    rows, last = exported(library, once=True)
    assert {first.uid, second.uid} <= {row["annotation_id"] for row in rows}
    assert last.left_out == 0


def test_documents_leave_out_repeats_as_well(library):
    for paper in PAPERS:
        mark(library, paper, STORY[40:60])
    for once, number in ((False, 3), (True, 1)):
        stream = io.BytesIO()
        list(library.exports.write(MarkFilter(), ExportOptions(FileFormat.MARKDOWN, once=once), stream))
        assert stream.getvalue().decode("utf-8").count(STORY[40:60]) == number
