"""Articles that stand in several papers, in a real library."""

from random import Random

import pytest

from reader.domain.model import Color, Range
from reader.domain.rewording import Change
from reader.domain.scope import ReadState, Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 800)]


def story(seed, length=400):
    rng = Random(seed)
    return "".join(rng.choice(HAN) for _ in range(length))


def catch_up(library):
    return [*library.copies.catch_up()]


@pytest.fixture
def library(tmp_path):
    """A wire story in two papers and, shortened, in a third; and two articles of their own."""
    wire = story(1)
    pages = {
        "甲报_2024-05-03_第01版.txt": ("水库通水", wire),
        "乙报_2024-05-04_第02版.txt": ("水库昨日通水", wire[:120] + "这里多了一句。" + wire[120:]),
        "丙报_2024-05-05_第03版.txt": ("水库", wire[:300]),
        "丁报_2024-05-05_第01版.txt": ("别的事", story(2)),
        "戊报_2024-05-05_第01版.txt": ("又一件事", story(3)),
    }
    for name, (headline, text) in pages.items():
        (tmp_path / name).write_text(f"{headline}\n\n本报记者 林听雨\n\n　　{text}。\n", encoding="utf-8")
    with Library(tmp_path / "l.jianbao") as opened:
        for _event in opened.importer.import_pages(ImportRequest((tmp_path,))):
            pass
        yield opened


def papers(articles):
    return [article.page.meta.newspaper for article in articles]


def test_copies_are_found_and_stand_in_the_order_of_their_printing(library):
    assert library.copies.is_stale()
    assert catch_up(library)[-1] == (5, 5)
    assert not library.copies.is_stale()
    [group] = library.copies.groups()
    assert papers(group.articles) == ["甲报", "乙报", "丙报"]
    assert library.copies.count() == 1
    for article in group.articles:
        assert papers(library.copies.of(article.stored.id)) == ["甲报", "乙报", "丙报"]
    other = next(row.id for row in library.tree.items(Scope(newspaper="丁报")))
    assert library.copies.of(other) == ()


def test_the_tree_can_be_narrowed_to_copies_and_each_counted_once(library):
    catch_up(library)
    assert {row.label for row in library.tree.items(Scope(state=ReadState.COPIED))} == {
        "水库通水",
        "水库昨日通水",
        "水库",
    }
    assert len(library.tree.items(Scope(once=True))) == 3
    assert len(library.tree.items(Scope())) == 5


def test_a_search_can_count_copies_once(library):
    catch_up(library)
    word = story(1)[:8]
    assert library.search.count(word) == 3
    assert library.search.count(word, Scope(once=True)) == 1


def test_the_difference_of_two_copies_gives_both(library):
    catch_up(library)
    [group] = library.copies.groups()
    one, other = group.articles[:2]
    parts = library.copies.difference(one, other)
    assert "".join(part.text for part in parts if part.change is not Change.CAME) == one.view.text
    assert "".join(part.text for part in parts if part.change is not Change.GONE) == other.view.text
    assert any("这里多了一句" in part.text for part in parts if part.change is Change.CAME)


def test_an_undone_import_leaves_no_copies_and_a_redone_one_finds_them_again(library):
    catch_up(library)
    library.history.undo()
    assert library.copies.groups() == []
    library.history.redo()
    catch_up(library)
    assert len(library.copies.groups()) == 1


def test_what_a_repair_changes_is_compared_anew(library):
    catch_up(library)
    [group] = library.copies.groups()
    changed = group.articles[2]
    library.repairs.split(changed.page.id, changed.stored.item.blocks[-1].ranges[0])
    assert library.copies.is_stale()
    catch_up(library)
    assert len(library.copies.groups()[0].articles) == 3


def test_metadata_and_marks_change_nothing(library):
    catch_up(library)
    [group] = library.copies.groups()
    library.pages.edit_meta([group.articles[0].page.id], MetaEdit(newspaper="己报"))
    library.marks.add(group.articles[0], Range(0, 4), Color.BLUE)
    assert not library.copies.is_stale()


def test_the_order_of_comparing_makes_no_difference(tmp_path, library):
    catch_up(library)
    before = [[article.stored.id for article in group.articles] for group in library.copies.groups()]
    connection = library._database.conn
    connection.execute("DELETE FROM copy")
    connection.execute("DELETE FROM copy_band")
    for (item_id,) in connection.execute("SELECT id FROM item WHERE readable ORDER BY id DESC").fetchall():
        connection.execute("INSERT INTO copy_stale VALUES (?)", [item_id])
        catch_up(library)
    assert [[article.stored.id for article in group.articles] for group in library.copies.groups()] == before
