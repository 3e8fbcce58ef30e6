"""Questions about the annotations of a real library."""

import csv

import pytest

from reader.domain.analysis import Question
from reader.domain.model import Color, Range
from reader.domain.picture import Words, ink_on_white
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library

PAGE = """砚川日报
2024年5月13日 第1版
新桥通车
本报讯（记者 林听雨）昨日上午，新桥正式通车。大桥全长一千二百米，总投资三亿元。
通车当天，沿线集市迎来大批客人。摊主说，生意好了一倍。
"""


@pytest.fixture
def library(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    with Library(tmp_path / "a.jianbao") as opened:
        for _event in opened.importer.import_pages(ImportRequest((page,))):
            pass
        yield opened


def mark(library, words, *tags):
    [item] = [row.id for row in library.tree.items(Scope()) if "新桥" in row.label]
    article = library.pages.article(item)
    start = article.view.text.index(words)
    return library.marks.add(article, Range(start, start + len(words)), Color.BLUE, tags=tags)[0]


def answer(library, question, *scopes, subtags=False):
    work = library.analysis.ask(question, scopes, subtags=subtags)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def together(grid, one, other):
    names = [row.value for row in grid.rows]
    return grid.values.get((names.index(one), names.index(other)), 0)


def test_together_in_article_paragraph_and_sentence(library):
    mark(library, "新桥正式通车", "交通")
    mark(library, "总投资三亿元", "资金")
    mark(library, "生意好了一倍", "民生")
    expected = {Question.IN_ARTICLE: (1, 1), Question.IN_PARAGRAPH: (1, 0), Question.IN_SENTENCE: (0, 0)}
    for question, (funds, people) in expected.items():
        grid = answer(library, question)
        assert (together(grid, "交通", "资金"), together(grid, "交通", "民生")) == (funds, people)
        assert together(grid, "交通", "交通") == 1


def test_a_mark_over_two_sentences_touches_both(library):
    mark(library, "正式通车。大桥全长", "交通")
    mark(library, "总投资三亿元", "资金")
    grid = answer(library, Question.IN_SENTENCE)
    assert together(grid, "交通", "资金") == 1
    assert together(grid, "交通", "交通") == 2


def test_only_what_a_scope_takes_in_is_counted(library):
    mark(library, "新桥正式通车", "交通")
    assert answer(library, Question.TAGS, Scope(newspaper="砚川日报")).rows
    assert not answer(library, Question.TAGS, Scope(newspaper="别的报")).rows
    assert not answer(library, Question.IN_SENTENCE, Scope(newspaper="别的报")).rows


def test_quotes_behind_a_cell_say_where_they_stand(library):
    first, second = mark(library, "新桥正式通车", "交通"), mark(library, "总投资三亿元")
    library.marks.delete([second])
    [quote] = library.analysis.quotes([first, second])
    assert (quote.annotation_id, quote.quote, quote.headline) == (first, "新桥正式通车", "新桥通车")
    assert (quote.meta.newspaper, quote.meta.issue_date) == ("砚川日报", "2024-05-13")


def test_a_table_reads_back_with_formulas_guarded(library, tmp_path):
    mark(library, "新桥正式通车", "=1+1")
    grid = answer(library, Question.NEWSPAPERS)
    path = tmp_path / "table.csv"
    library.analysis.save_table(grid, Words(("=1+1",), ("砚川日报",)), path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert [*csv.reader(stream)] == [["", "砚川日报"], ["'=1+1", "1"]]


def test_a_picture_that_cannot_be_written_is_said(library, tmp_path):
    mark(library, "新桥正式通车", "交通")
    grid = answer(library, Question.TAGS)
    words = Words(("交通",), ("一", "二", "三"))
    with pytest.raises(UserError) as caught:
        library.analysis.save_picture(grid, words, ink_on_white(1), 6, tmp_path / "missing" / "a.svg")
    assert caught.value.code is ErrorCode.EXPORT_UNWRITABLE
