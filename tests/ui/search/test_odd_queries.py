"""Whatever is typed into the search, the window answers as a plain look at every article does."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from reader.cli import main
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library

RARE = {
    "extension B": "𠮷",
    "extension C": "𪜀",
    "extension E": "𫠠",
    "extension G": "\U00030000",
    "extension H": "\U00031350",
    "private use": "\ue000",
    "private use, more": "\uf8ff",
    "private use, plane 15": "\U000f0000",
    "emoji": "😀",
    "emoji, joined": "👨‍👩‍👧",
    "compatibility": "\uf900",
}
PLAIN = {
    "one character": ("桥", 3),
    "ten thousand characters": ("桥" * 10_000, 0),
    "ten thousand of the text": ("很长的话" * 2500, 1),
    "punctuation": ("，。！？", 0),
    "one sign": ("，", 3 + len(RARE)),
    "brackets": ("（）", 0),
    "unbalanced quote": ('"桥', 0),
    "quotes alone": ('"""', 0),
    "unbalanced bracket": ("(桥", 0),
    "brackets the wrong way": (")桥(", 0),
    "FTS5: near": ("NEAR(桥 水)", 0),
    "FTS5: column": ("title : 桥", 0),
    "FTS5: prefix": ("桥*", 0),
    "FTS5: caret": ("^桥", 0),
    "FTS5: braces": ("{title body} : 桥", 0),
    "operators alone": ("AND OR NOT", 0),
    "minus": ("-", 0),
    "SQL": ("'; DROP TABLE page; --", 0),
    "percent": ("%", 0),
    "backslash": ("\\", 0),
    "full width": ("ａｂｃ１２３", 1),
    "signs that are not seen": ("\u200f桥\u200b\u00ad", 3),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A library with three articles on a bridge, one with a long passage, and one for each rare character."""
    folder = tmp_path_factory.mktemp("odd")
    body = "大桥建成通车，两岸群众前来观看。"
    for number in range(1, 4):
        more = {1: "很长的话" * 2600, 2: "编号ABC123。"}.get(number, "")
        page = f"大桥通车第{number}天\n\n　　{body}{more}\n"
        (folder / f"桥报_2024-05-0{number}_第01版.txt").write_text(page, encoding="utf-8")
    for number, char in enumerate(RARE.values(), 10):
        page = f"生僻字第{number}例\n\n　　今天说到{char}字，读者来信询问它的来历和写法。\n"
        (folder / f"字报_2024-06-{number}_第01版.txt").write_text(page, encoding="utf-8")
    made = folder.with_name("odd.jianbao")
    with Library(made) as library:
        for event in library.importer.import_pages(ImportRequest((folder,))):
            assert not hasattr(event, "code"), event
    return made


def asked(window, qtbot, query):
    """Types a query and waits for its number."""
    window.searching.begin()
    window.searching.field.setText(query)
    QTest.keyClick(window.searching.field, Qt.Key.Key_Return)
    results = window.searching.results
    number = window.library.search.count(query)
    qtbot.waitUntil(lambda: results.count_text == f"{QLocale().toString(number)} found", timeout=20_000)
    assert results.model.rowCount() == number
    return number


def test_no_query_troubles_the_window(open_window, path, qtbot):
    window = open_window(path)
    found = {name: asked(window, qtbot, query) for name, (query, _number) in PLAIN.items()}
    assert found == {name: number for name, (_query, number) in PLAIN.items()}
    for name, char in RARE.items():
        for query in (char, f"{char}字", f"说到{char}"):
            assert asked(window, qtbot, query) == 1, name
    assert asked(window, qtbot, "桥") == 3


@pytest.mark.parametrize("query", ["a\0b", "\0", "桥\0"])
def test_a_nul_is_no_end(open_window, path, qtbot, query):
    window = open_window(path)
    window.searching.begin()
    window.searching.field.setText(query)
    QTest.keyClick(window.searching.field, Qt.Key.Key_Return)
    typed = window.searching.field.text().strip()
    if typed:
        number = window.library.search.count(typed)
        qtbot.waitUntil(lambda: window.searching.results.count_text == f"{number} found")
    assert window.library.search.count("桥") == 3


@pytest.mark.parametrize(("query", "number"), PLAIN.values(), ids=list(PLAIN))
def test_the_terminal_counts_the_same(capsys, path, query, number):
    assert main(["search", "--library", str(path), "--count", "--", query]) == 0
    assert capsys.readouterr().out == f"{number}\n"
    assert main(["search", "--library", str(path), "--json", "--", query]) == 0
    assert len(capsys.readouterr().out.splitlines()) == number


@pytest.mark.parametrize("char", RARE.values(), ids=list(RARE))
def test_the_terminal_finds_rare_characters(capsys, path, char):
    assert main(["search", "--library", str(path), "--json", f"{char}字"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert char in line
    with Library(path) as library:
        ids = library.tree.item_ids(Scope())
        assert sum(char in article.view.text for article in library.pages.articles(ids)) == 1
