import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from reader.domain.model import Changes
from reader.domain.scope import Grouping, ReadState, Scope
from reader.services.pages import MetaEdit
from reader.ui.tree.model import ROW_ROLE
from tests.support.printed import mark


def outline(model, index=None):
    """The fetched rows as (label, count and unread of groups, rows below), without fetching any."""
    index = QModelIndex() if index is None else index
    found = []
    for place in range(model.rowCount(index)):
        child = model.index(place, 0, index)
        data = child.data(ROW_ROLE)
        numbers = (data.count, data.unread) if hasattr(data, "count") else data.unread
        below = outline(model, child) if model.rowCount(child) else []
        found.append((child.data(), numbers, below) if below or not isinstance(numbers, bool) else child.data())
    return found


def fetch_all(model, index=None):
    index = QModelIndex() if index is None else index
    if model.canFetchMore(index):
        model.fetchMore(index)
    for place in range(model.rowCount(index)):
        fetch_all(model, model.index(place, 0, index))


def at(model, *places):
    index = QModelIndex()
    for place in places:
        if model.canFetchMore(index):
            model.fetchMore(index)
        index = model.index(place, 0, index)
    return index


def fresh(model):
    """What a new model shows when everything in it is fetched."""
    other = type(model)(model._library)
    other.show(model.grouping, model.scope)
    fetch_all(other)
    found = outline(other)
    other.deleteLater()
    return found


@pytest.fixture
def statements(library):
    """The SQL that the library runs from here on."""
    seen = []
    library._database.conn.set_trace_callback(seen.append)
    yield seen
    library._database.conn.set_trace_callback(None)


@pytest.fixture
def resets(model):
    seen = []
    model.modelReset.connect(lambda: seen.append(1))
    return seen


def test_levels_are_newspaper_date_page_and_item(model):
    fetch_all(model)
    assert outline(model) == [
        (
            "晚报",
            (3, 3),
            [("2024-05-01", (3, 3), [("Page 1", (3, 3), ["五标题", "六标题", "七标题"])])],
        ),
        (
            "晨报",
            (4, 4),
            [
                (
                    "2024-05-01",
                    (3, 3),
                    [("Page 1", (2, 2), ["一标题", "二标题"]), ("Page 2", (1, 1), ["三标题"])],
                ),
                ("2024-05-02", (1, 1), [("Page 1", (1, 1), ["四标题"])]),
            ],
        ),
    ]


def test_a_level_is_fetched_when_it_is_opened_and_data_never_asks_the_library(model, statements):
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.index(0, 0).data(role)
    assert model.hasChildren(model.index(0, 0))
    assert model.rowCount(model.index(0, 0)) == 0
    assert not statements
    at(model, 0, 0, 0, 0)
    assert len(statements) == 3
    at(model, 0, 0, 0, 2)
    assert len(statements) == 3


def test_sections_and_tags_stand_above_newspapers(model, library):
    item_id = at(model, 0, 0, 0, 0).data(ROW_ROLE).id
    mark(library, item_id, "五", tags=["交通"])
    model.show(Grouping.SECTION, Scope())
    assert [label for label, *_ in outline(model)] == ["民生", "要闻"]
    model.show(Grouping.TAG, Scope())
    fetch_all(model)
    assert outline(model) == fresh(model)
    assert at(model, 0, 0, 0, 0, 0).data() == "五标题"


def test_what_a_screen_reader_says(model, library):
    item_id = at(model, 0, 0, 0, 0).data(ROW_ROLE).id
    for word in "五标题":
        mark(library, item_id, word)
    model.apply(Changes(annotated_pages=frozenset([library.pages.article(item_id).page.id])))
    assert at(model, 0, 0, 0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "article, 五标题, unread, 3 marks"
    assert at(model, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "newspaper, 晚报, 3 unread of 3"


def test_pages_of_an_import_come_in_where_they_belong(model, press, resets):
    fetch_all(model)
    kept = QPersistentModelIndex(at(model, 1, 0, 1, 0))
    for changes in (
        press.page("晨报", "2024-04-30"),
        press.page("晨报", "2024-05-01", "3"),
        press.page("午报", "2024-05-01"),
        press.page(None, None, None),
    ):
        model.apply(changes)
        fetch_all(model)
        assert outline(model) == fresh(model)
    assert kept.data() == "三标题"
    assert [label for label, *_ in outline(model)] == ["午报", "晚报", "晨报", "(no newspaper)"]
    assert not resets


def test_levels_that_nobody_opened_are_not_fetched_by_an_import(model, press):
    model.apply(press.page("晨报", "2024-05-03"))
    assert outline(model) == [("晚报", (3, 3), []), ("晨报", (6, 6), [])]


def test_a_batch_asks_only_for_what_it_touched(model, press, statements):
    fetch_all(model)
    changes = press.page("晨报", "2024-05-02", "7")
    statements.clear()
    model.apply(changes)
    # The metadata of the page, the newspapers, the dates of the one, and the pages of the other.
    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 4


def test_undoing_and_redoing_an_import(model, press, library, resets):
    fetch_all(model)
    before = outline(model)
    model.apply(press.page("午报", "2024-05-01"))
    fetch_all(model)
    with_page = outline(model)
    model.apply(library.history.undo()[1])
    assert outline(model) == before
    model.apply(library.history.redo()[1])
    fetch_all(model)
    assert outline(model) == with_page
    assert not resets


@pytest.mark.parametrize(
    "edit",
    [
        MetaEdit(newspaper="晚报"),
        MetaEdit(issue_date="2024-06-01"),
        MetaEdit(page_no="9"),
        MetaEdit(page_name="综合"),
        MetaEdit(newspaper="", issue_date="", page_no=""),
    ],
)
@pytest.mark.parametrize("grouping", [Grouping.NEWSPAPER, Grouping.SECTION])
def test_pages_move_when_their_metadata_change(model, library, resets, edit, grouping):
    model.show(grouping, Scope())
    resets.clear()
    fetch_all(model)
    before = outline(model)
    page_ids = [library.tree.items(Scope(headline=word))[0].page_id for word in "一四"]
    model.apply(library.pages.edit_meta(page_ids, edit))
    fetch_all(model)
    assert outline(model) == fresh(model) != before
    model.apply(library.history.undo()[1])
    fetch_all(model)
    assert outline(model) == before
    assert not resets


def test_reading_changes_the_counts_above_without_counting_again(model, library, statements):
    fetch_all(model)
    item_id = at(model, 1, 0, 0, 0).data(ROW_ROLE).id
    library.reading.set_read([item_id], read=True)
    statements.clear()
    model.apply(Changes(items=frozenset([item_id]), history=False))
    assert len(statements) == 1
    assert outline(model) == fresh(model)
    assert at(model, 1).data(ROW_ROLE).unread == 3


def test_reading_what_is_not_fetched_changes_the_counts_that_are(model, library):
    item_id = library.tree.items(Scope(headline="三"))[0].id
    library.reading.set_read([item_id], read=True)
    model.apply(Changes(items=frozenset([item_id]), history=False))
    assert outline(model) == [("晚报", (3, 3), []), ("晨报", (4, 3), [])]


def test_an_article_that_is_read_stays_in_the_list_of_unread_ones(model, library):
    model.show(Grouping.NEWSPAPER, Scope(state=ReadState.UNREAD))
    fetch_all(model)
    row = at(model, 0, 0, 0, 0)
    library.reading.set_read([row.data(ROW_ROLE).id], read=True)
    model.apply(Changes(items=frozenset([row.data(ROW_ROLE).id]), history=False))
    assert row.data() == "五标题"
    assert not row.data(ROW_ROLE).unread
    model.show(Grouping.NEWSPAPER, Scope())
    model.show(Grouping.NEWSPAPER, Scope(state=ReadState.UNREAD))
    assert at(model, 0, 0, 0, 0).data() == "六标题"


def test_an_article_that_is_marked_comes_into_the_list_of_annotated_ones(model, library):
    item_id = library.tree.items(Scope(headline="三"))[0].id
    model.show(Grouping.NEWSPAPER, Scope(state=ReadState.ANNOTATED))
    assert not model.rowCount()
    annotation_id = mark(library, item_id, "三")
    changes = Changes(
        annotations=frozenset([annotation_id]), annotated_pages=frozenset([library.pages.article(item_id).page.id])
    )
    model.apply(changes)
    assert at(model, 0, 0, 0, 0).data(ROW_ROLE).marks == 1


def test_tags_come_and_go(model, library):
    model.show(Grouping.TAG, Scope())
    item_id = library.tree.items(Scope(headline="三"))[0].id
    annotation_id = mark(library, item_id, "三", tags=["交通"])
    page = frozenset([library.pages.article(item_id).page.id])
    model.apply(Changes(annotations=frozenset([annotation_id]), annotated_pages=page, tags=True))
    fetch_all(model)
    assert outline(model) == fresh(model)
    assert model.index(0, 0).data() == "交通"
    model.apply(library.marks.remove_tag(annotation_id, "交通"))
    assert model.index(0, 0).data() == "(no tag)"


def test_an_index_that_outlived_its_row_is_harmless(model, library, press):
    fetch_all(model)
    model.apply(press.page("午报", "2024-05-01"))
    stale = model.index(0, 0)
    model.apply(library.history.undo()[1])
    assert model.data(stale) is None
    assert not model.parent(stale).isValid()
