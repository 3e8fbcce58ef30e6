"""The panel of the codebook, by keyboard, in a window over a library with one article."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from reader.domain.codebook_places import Place
from reader.domain.history import StepName
from reader.domain.model import Color
from reader.services.library import Library
from reader.ui.codebook.asking import AskDeletion, AskName, AskTag
from reader.ui.codebook.defining import DefineDialog
from reader.ui.codebook.model import MIME, TAG_ROLE
from reader.ui.codebook.splitting import SplitDialog

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # popups, where nothing is shown
    "Keyboard event not accepted",  # the release of a key whose press began a write
    extend=True,
)


def test_the_tree_shows_tags_with_counts_and_the_meaning_of_the_current_one(bench):
    assert bench.shown() == ["民生", "  住房", "城建"]
    counts = bench.panel.model._counts
    assert {bench.library.codebook.load()[one].name: tuple(count) for one, count in counts.items()} == {
        "民生": (1, 2),
        "住房": (2, 2),
        "城建": (1, 1),
    }
    bench.press("Home", "Down")
    assert "房子" in bench.panel.meaning.text()
    assert "租房、买房" in bench.panel.meaning.text()
    assert "房子" in bench.panel.model.index_of(bench.home).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("letters", ["zf", "zhufang", "zhuf"])
def test_letters_filter_by_initials_and_pinyin(bench, letters):
    bench.press("F")
    bench.panel.filter.setText(letters)
    assert bench.shown() == ["民生", "  住房"]
    assert bench.view.current_id() == bench.home


def test_typing_filters_and_enter_gives_the_tag(bench):
    bench.window.desk.focus_mark(bench.marks[2])
    bench.press("F")
    assert bench.panel.filter.hasFocus()
    bench.panel.filter.setText("房子")
    assert bench.shown() == ["民生", "  住房"]
    assert bench.view.current_id() == bench.home
    bench.press("Return")
    assert bench.tags(2) == ("城建", "住房")
    bench.press("Escape")
    assert bench.panel.filter.text() == ""
    assert len(bench.shown()) == 3
    bench.press("Down")
    assert bench.view.hasFocus()


def test_keys_give_and_take_a_tag_of_the_mark_in_focus(bench):
    bench.window.desk.focus_mark(bench.marks[2])
    bench.stand_on(bench.life)
    bench.press("T")
    assert bench.tags(2) == ("城建", "民生")
    bench.press("Return")
    assert bench.tags(2) == ("城建",)
    bench.settle()


def test_a_mark_that_is_made_by_a_tag_takes_its_colour_in_one_step(bench):
    bench.window.desk.focus_mark(None)
    before = len(bench.library.history.steps())
    bench.stand_on(bench.home)
    bench.press("Return")
    made = bench.window.desk.focused_mark()
    assert made not in bench.marks
    assert bench.library.marks.get(made).color is Color.GREEN
    assert bench.library.marks.get(made).tags == ("住房",)
    assert len(bench.library.history.steps()) == before + 1
    assert bench.window.marking.color is Color.YELLOW


def test_new_tags_are_named_beside_and_below(bench):
    bench.stand_on(bench.life)
    bench.press("N")
    bench.answer(AskName).name.setText("医疗")
    bench.press("Return")
    assert bench.shown() == ["民生", "  住房", "医疗", "城建"]
    assert bench.view.current_id() == bench.named("医疗").id
    bench.press("I")
    bench.answer(AskName).name.setText("医保")
    bench.press("Return")
    assert bench.shown() == ["民生", "  住房", "医疗", "  医保", "城建"]


def test_a_name_in_use_is_refused_where_it_was_typed(bench):
    bench.stand_on(bench.city)
    bench.press("R")
    dialog = bench.answer(AskName)
    dialog.name.setText("民生")
    bench.press("Return")
    assert dialog.isVisible()
    assert "民生" in dialog.refusal.text()
    dialog.name.setText("城市建设")
    bench.press("Return")
    assert bench.tags(2) == ("城市建设",)
    assert bench.window.actions_.tags[0].data() == "城市建设"  # the digits follow


def test_the_meaning_is_written_in_a_dialog(bench):
    bench.stand_on(bench.city)
    bench.press("E")
    dialog = bench.answer(DefineDialog)
    dialog.definition.setPlainText("造路修桥")
    dialog.not_when.setPlainText("装修")
    QTest.keyClick(dialog.not_when, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    tag = bench.named("城建")
    assert (tag.definition, tag.not_when) == ("造路修桥", "装修")
    assert "造路修桥" in bench.panel.meaning.text()


def test_keys_move_tags_and_undo_moves_them_back(bench):
    bench.stand_on(bench.city)
    bench.press("Alt+Up")
    assert bench.shown() == ["城建", "民生", "  住房"]
    bench.press("Alt+Down", "Alt+Shift+Right")
    assert bench.shown() == ["民生", "  住房", "  城建"]
    assert bench.view.current_id() == bench.city
    bench.press("Alt+Shift+Left")
    assert bench.shown() == ["民生", "  住房", "城建"]
    bench.window.actions_["undo"].trigger()
    assert bench.shown() == ["民生", "  住房", "  城建"]


def test_a_drop_between_others_and_onto_one_moves(bench):
    model = bench.panel.model
    data = model.mimeData([model.index_of(bench.city)])
    assert data.hasFormat(MIME)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of(bench.life))
    assert bench.shown() == ["民生", "  城建", "  住房"]
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(bench.home))
    assert bench.shown() == ["民生", "  住房", "    城建"]
    above = model.mimeData([model.index_of(bench.life)])
    model.dropMimeData(above, Qt.DropAction.MoveAction, -1, -1, model.index_of(bench.city))  # onto what stands below it
    assert bench.shown() == ["民生", "  住房", "    城建"]
    assert not model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, model.index_of(bench.life))


def test_two_tags_become_one(bench):
    bench.stand_on(bench.life)
    bench.press("M")
    dialog = bench.answer(AskTag)
    dialog.line.setText("城建")
    bench.press("Return")
    bench.settle()
    assert bench.shown() == ["城建", "  住房"]
    assert bench.tags(1) == ("住房", "城建")
    assert bench.window.history.offer()[0].name is StepName.MERGE_TAGS


def test_a_tag_is_split_by_what_its_quotes_say(bench):
    bench.stand_on(bench.home)
    bench.press("S")
    dialog = bench.answer(SplitDialog)
    assert dialog.model.rowCount() == 2
    dialog.text.setText(bench.library.marks.get(bench.marks[1]).quote[:6])
    assert dialog.model.rowCount() == 1
    dialog.target.setText("租房")
    dialog.target.setFocus()
    bench.press("Return")
    assert dialog.isVisible()
    bench.press("Ctrl+Return")
    bench.settle()
    assert bench.tags(0) == ("住房",)
    assert set(bench.tags(1)) == {"租房", "民生"}
    assert bench.shown() == ["民生", "  住房", "  租房", "城建"]


def test_all_marks_of_a_tag_get_another(bench):
    bench.stand_on(bench.home)
    bench.press("Shift+T")
    dialog = bench.answer(AskTag)
    dialog.line.setText("民生 › 住房")
    assert not dialog.can_answer(), "the tag itself is no other"
    dialog.line.setText("城建")
    dialog.option.setChecked(True)
    bench.press("Return")
    bench.settle()
    assert bench.tags(0) == ("住房", "城建")


@pytest.mark.parametrize(
    ("choice", "left", "tags"),
    [
        ("lose", ["住房", "城建"], ("住房",)),
        ("give", ["住房", "城建"], ("住房", "城建")),
        ("spare", ["民生", "  住房", "城建"], ("住房", "民生")),
    ],
)
def test_deleting_asks_what_becomes_of_the_marks(bench, choice, left, tags):
    bench.stand_on(bench.life)
    bench.press("Delete")
    dialog = bench.answer(AskDeletion)
    getattr(dialog, choice).setChecked(True)
    dialog.line.setText("城建")
    bench.press("Return")
    bench.settle()
    assert bench.shown() == left
    assert bench.tags(1) == tags


def test_a_tag_that_nothing_has_goes_without_a_question(bench):
    made, _ = bench.library.codebook.create("空")
    bench.panel._load()
    bench.stand_on(made)
    bench.press("Delete")
    bench.settle()
    assert bench.shown() == ["民生", "  住房", "城建"]


def test_a_colour_is_chosen_by_a_digit(bench):
    bench.stand_on(bench.city)
    bench.press("C")
    menu = bench.panel.verbs.menu.colors
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_3)
    assert bench.named("城建").color is Color.BLUE


def test_what_is_closed_stays_closed_when_the_codebook_changes(bench):
    bench.stand_on(bench.life)
    bench.press("Left")
    assert bench.shown() == ["民生", "城建"]
    bench.library.codebook.create("别处")
    bench.panel._load()
    assert bench.shown() == ["民生", "城建", "别处"]
    assert bench.view.current_id() == bench.life


def test_marks_that_are_tagged_elsewhere_are_counted(bench):
    changes = bench.library.marks.add_tag(bench.marks[2], "民生")
    bench.window.bus.announce(changes)
    bench.qtbot.waitUntil(lambda: bench.panel.model._counts[bench.life] == (2, 3))


def test_thousands_of_tags_are_shown_and_filtered(bench, tmp_path):
    table = tmp_path / "many.csv"
    rows = "".join(f"标签{n},{f'标签{n // 10}' if n > 10 else ''}\n" for n in range(1, 5000))
    table.write_text(f"name,parent\n{rows}", encoding="utf-8")
    _, changes = bench.library.codebook_files.merge(table)
    bench.window.bus.announce(changes)
    bench.settle()
    bench.panel.filter.setText("标签4321")
    assert [row.strip() for row in bench.shown()] == ["标签4", "标签43", "标签432", "标签4321"]


def test_an_empty_codebook_says_what_to_do(window, qtbot):
    panel = window.docks.show("codebook")
    assert panel._pages.currentWidget() is panel._empty
    assert [button.text() for button in panel._empty.buttons()] == ["New tag", "Import codebook"]
    window.library.codebook.create("民生")
    panel._load()
    assert panel.view.isVisible()


def test_places_of_a_filtered_tree_are_places_among_all(bench):
    for name in ("丙", "丁"):
        bench.library.codebook.create(name)
    bench.panel._load()
    bench.panel.filter.setText("丁")
    heard = []
    bench.panel.model.dropped.disconnect()
    bench.panel.model.dropped.connect(lambda ids, place: heard.append((ids, place)))
    model = bench.panel.model
    model.dropMimeData(
        model.mimeData([model.index(0, 0)]), Qt.DropAction.MoveAction, 0, 0, model.parent(model.index(0, 0))
    )
    assert heard == [([bench.named("丁").id], Place(None, 3))]
    assert model.index(0, 0).data(TAG_ROLE).name == "丁"


def test_another_library_of_the_same_file_sees_what_was_done(bench):
    bench.stand_on(bench.city)
    bench.press("Alt+Up")
    with Library(bench.library.path) as other:
        assert [tag.name for tag in other.codebook.load()] == ["城建", "民生", "住房"]


def test_the_margin_tells_what_the_tags_of_a_mark_mean(bench):
    gutter = bench.window.desk.reading.text.gutter
    assert gutter._meanings(bench.marks[1]) == [("住房", "房子"), ("民生", "")]
    bench.library.marks.delete([bench.marks[1]])
    assert gutter._meanings(bench.marks[1]) == []
