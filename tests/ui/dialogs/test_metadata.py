import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt

from reader.domain.model import Item, Kind, PageMeta, Role
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.dialogs.metadata import MetadataDialog
from tests.support.printed import block, file_page

METAS = (
    PageMeta("晨报", "2024-05-01", "1", "要闻"),
    PageMeta("晨报", "2024-05-02", "1", "要闻"),
    PageMeta("晨报", "2024-05-02", "2", None),
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao") as opened:
        yield opened


@pytest.fixture
def pages(library):
    found = []
    for number, meta in enumerate(METAS):
        text = f"第{number}条"
        (item_id,) = file_page(library, text, [Item(Kind.ARTICLE, (block(text, Role.TITLE, text),))], meta)
        found.append(library.pages.article(item_id).page.id)
    return found


@pytest.fixture
def bus(qapp):
    return ChangeBus()


@pytest.fixture
def heard(bus):
    found = []
    bus.changed.connect(lambda changes, initiator: found.append((changes.pages, initiator)))
    return found


@pytest.fixture
def dialog(library, bus, pages, qtbot):
    made = MetadataDialog(library, bus, pages)
    qtbot.addWidget(made)
    made.open()
    return made


def metas(library, pages):
    return tuple(library.pages.metas(pages).values())


def save_button(dialog):
    role = dialog.buttons.ButtonRole.AcceptRole
    return next(button for button in dialog.buttons.buttons() if dialog.buttons.buttonRole(button) == role)


def test_common_values_are_shown_and_others_are_said_to_be_several(dialog):
    assert dialog.newspaper.text() == "晨报"
    for field in (dialog.date, dialog.page_no, dialog.page_name):
        assert not field.text()
        assert field.placeholderText() == "(several values)"
    assert not save_button(dialog).isEnabled()


def test_only_what_was_touched_is_changed_in_one_step(dialog, library, pages, heard):
    dialog.date.setText("２０２４年5月3日")
    dialog.page_name.setText(" 综合 ")
    save_button(dialog).click()
    expected = tuple(PageMeta("晨报", "2024-05-03", meta.page_no, "综合") for meta in METAS)
    assert metas(library, pages) == expected
    assert heard == [(frozenset(pages), dialog)]
    library.history.undo()
    assert metas(library, pages) == METAS


def test_a_common_value_can_be_emptied(dialog, library, pages):
    dialog.newspaper.clear()
    save_button(dialog).click()
    assert {meta.newspaper for meta in metas(library, pages)} == {None}


def test_several_values_are_emptied_only_on_purpose(dialog, library, pages):
    dialog.page_no.setText("7")
    dialog.page_no.clear()
    assert not save_button(dialog).isEnabled()
    (empty_all,) = [action for action in dialog.page_no.actions() if action.isCheckable()]
    empty_all.trigger()
    save_button(dialog).click()
    assert [meta.page_no for meta in metas(library, pages)] == [None] * 3


def test_the_preview_shows_what_will_be(dialog):
    dialog.date.setText("2024-05-02")
    model = dialog.preview.model()
    assert [model.index(row, 1).data() for row in range(3)] == ["2024-05-02"] * 3
    bold = [model.index(row, 1).data(Qt.ItemDataRole.FontRole) is not None for row in range(3)]
    assert bold == [True, False, False]


@pytest.mark.parametrize("text", ["五月", "2024-02-30", "2024-13", "24-05-01"])
def test_what_is_no_date_cannot_be_saved(dialog, text):
    dialog.date.setText(text)
    assert not save_button(dialog).isEnabled()
    dialog.date.setText("2024")
    assert save_button(dialog).isEnabled()


def test_known_newspapers_are_offered(dialog):
    completer = dialog.newspaper.completer()
    completer.setCompletionPrefix("报")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "晨报"


def test_a_library_that_is_locked_keeps_the_dialog_open(dialog, library, pages, heard):
    library._database.conn.execute("PRAGMA busy_timeout = 0")
    dialog.page_no.setText("9")
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        save_button(dialog).click()
        assert dialog.isVisible()
        other.execute("ROLLBACK")
    assert not heard
    save_button(dialog).click()
    assert not dialog.isVisible()
    assert {meta.page_no for meta in metas(library, pages)} == {"9"}
