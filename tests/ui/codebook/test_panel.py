"""The panel of the codebook, by keyboard, in a window over a library with one article."""

from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.domain.codebook_places import Place
from reader.domain.history import StepName
from reader.domain.memo import MemoTarget
from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.services.codebook import Meaning
from reader.services.library import Library
from reader.ui.codebook.asking import AskDeletion, AskName, AskTag
from reader.ui.codebook.defining import DefineDialog
from reader.ui.codebook.model import MIME, TAG_ROLE
from reader.ui.codebook.preview import CodebookPreview
from reader.ui.codebook.splitting import SplitDialog
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.palette import CommandPalette
from tests.support.printed import block, file_page
from tests.ui.notes.conftest import compose

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # popups, where nothing is shown
    "Keyboard event not accepted",  # the release of a key whose press began a write
    extend=True,
)


class Bench:
    """A window with an open article, three tags, marks, and the panel with the keyboard in it."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.library = window, qtbot, window.library
        window.desk.go(forward=True)
        self.article = window.desk.article
        book = self.library.codebook
        self.life, _ = book.create("民生")
        self.home, _ = book.create("住房", self.life)
        self.city, _ = book.create("城建")
        book.define(self.home, Meaning("房子", "租房、买房"))
        book.set_color([self.home], Color.GREEN)
        self.marks = [
            self.library.marks.add(self.article, Range(60 + at * 20, 72 + at * 20), Color.YELLOW, tags=tags)[0]
            for at, tags in enumerate((["住房"], ["住房", "民生"], ["城建"]))
        ]
        window.desk._show(0)
        self.panel = window.docks.show("codebook")
        self.view = self.panel.view
        qtbot.waitUntil(self.view.hasFocus)
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy() and self.panel.is_settled())

    def press(self, *keys):
        for key in keys:
            if QApplication.activeWindow() is None:  # no window manager gives it back after a dialog
                self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            combination = QKeySequence(key)[0]
            QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())

    def stand_on(self, tag_id):
        self.view.go_to(tag_id)
        self.view.setFocus()

    def answer(self, kind):
        """The dialog that is open, which must be of a kind."""
        (dialog,) = [found for found in self.window.findChildren(QDialog) if found.isVisible()]
        assert isinstance(dialog, kind)
        self.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.window))
        return dialog

    def look_at(self, path):
        """The dialog that shows what merging a file would do, when it has looked."""
        dialog = CodebookPreview(self.window, path)
        dialog.open()
        self.qtbot.waitUntil(lambda: not dialog.is_busy())
        return dialog

    def shown(self):
        """The rows of the tree as they are shown: names, indented."""
        rows, index = [], self.panel.model.index(0, 0)
        while index.isValid():
            depth, above = 0, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            rows.append("  " * depth + index.data())
            index = self.view.indexBelow(index)
        return rows

    def named(self, name):
        return self.library.codebook.named(name)

    def tags(self, number):
        return self.library.marks.get(self.marks[number]).tags


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "codebook.jianbao"
    with Library(path) as library:
        body = "".join(f"第{number}座廊桥昨日重新开放，老人们又摆起了茶摊。" for number in range(12))
        text = f"廊桥开放\n{body}"
        blocks = (block(text, Role.TITLE, "廊桥开放"), block(text, Role.BODY, body))
        file_page(
            library, text, [Item(Kind.ARTICLE, blocks, title="廊桥开放")], PageMeta("青陵日报", "2024-05-12", "1")
        )
    return open_window(path)


@pytest.fixture
def bench(window, qtbot):
    return Bench(window, qtbot)


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


def test_the_menu_names_the_keys_of_every_verb(bench):
    bench.view.menu_requested.emit(QPoint(0, 0))
    shown = {action.shortcut().toString() for action in bench.panel.verbs.menu.actions()}
    assert {"T", "N", "I", "R", "E", "M", "S", "Shift+T", "Del", "F"} <= shown
    bench.panel.verbs.menu.hide()


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


def test_a_codebook_is_shown_before_it_is_taken(bench, tmp_path, qtbot):
    table = tmp_path / "theirs.csv"
    table.write_text("name,parent,color,definition\n医疗,民生,,看病\n城建,,red,\n住房,,,新的\n", encoding="utf-8")
    dialog = bench.look_at(table)
    assert dialog.counts.text() == "1 new tag · 1 changed · 1 as it is"
    rows = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(dialog.table.rowCount())]
    assert rows == [["医疗", "new", "看病"], ["住房", "meaning", "新的"]]
    assert dialog.problems.count() == 1
    assert bench.named("医疗") is None, "nothing is done before it is wanted"
    dialog.take.click()
    assert bench.window.writes.is_busy
    bench.qtbot.waitUntil(lambda: not dialog.is_busy())
    assert bench.shown() == ["民生", "  住房", "  医疗", "城建"]
    assert dialog.counts.text().startswith("Done")
    assert bench.answer(CodebookPreview) is dialog
    bench.press("Return")
    assert not dialog.isVisible()
    bench.window.actions_["undo"].trigger()
    assert bench.shown() == ["民生", "  住房", "城建"]


def test_a_damaged_codebook_is_refused_in_words(bench, tmp_path):
    (tmp_path / "x.qdc").write_bytes(b"<CodeBook>")
    dialog = bench.look_at(tmp_path / "x.qdc")
    assert "x.qdc" in dialog.counts.text()
    assert not dialog.table.isVisible()
    bench.press("Return")
    assert not dialog.isVisible()


def many_tags(path, count):
    path.write_text("name\n" + "".join(f"标签{number}\n" for number in range(count)), encoding="utf-8")
    return path


def test_a_merge_that_is_stopped_leaves_nothing_and_can_be_done_again(bench, tmp_path):
    dialog = bench.look_at(many_tags(tmp_path / "many.csv", 3000))
    steps, heard = len(bench.library.history.steps()), []
    dialog.take.click()
    job = dialog._job
    job.progressed.connect(lambda progress: heard.append(progress) or dialog.reject())
    bench.qtbot.waitUntil(lambda: not dialog.is_busy())
    assert 0 < len(heard) < 30, "there was more to come"
    assert heard[0].total == 6000
    assert dialog.isVisible()
    assert dialog.counts.text().startswith("The import was cancelled")
    assert len(bench.library.history.steps()) == steps
    assert bench.shown() == ["民生", "  住房", "城建"]
    assert not bench.window.writes.is_busy
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(bench.library.codebook.load()) == 3003


def test_a_look_that_is_closed_is_not_heard_of_again(bench, tmp_path):
    dialog = CodebookPreview(bench.window, many_tags(tmp_path / "many.csv", 100))
    dialog.open()
    assert dialog.is_busy()
    assert not dialog.take.isEnabled()
    dialog.reject()
    bench.settle()
    assert dialog.table.rowCount() == 0


def test_a_merge_waits_for_other_writes(bench, tmp_path):
    dialog = bench.look_at(many_tags(tmp_path / "many.csv", 3))
    hold = Event()

    def other(_library):
        yield from ()
        hold.wait()

    bench.window.writes.start(other)
    dialog.take.click()
    assert dialog.counts.text().startswith("Something else")
    hold.set()
    bench.qtbot.waitUntil(lambda: not bench.window.writes.is_busy)
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(bench.library.codebook.load()) == 6


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


def test_a_memo_on_a_tag_is_one_line_until_it_is_written_and_is_undone_as_one_step(bench):
    memo, memos = bench.panel.memo, bench.library.memos
    bench.stand_on(bench.city)
    line = memo.height()
    assert line < 3 * bench.view.fontMetrics().height()
    bench.press("Tab")
    assert memo.isAncestorOf(QApplication.focusWidget())
    bench.press("Return")
    assert memo.is_writing()
    compose(memo._note, commit="与住房如何分界？\n再问编码员。")
    bench.press("Escape")
    assert bench.view.hasFocus()
    assert memos.text(MemoTarget.TAG, bench.city) == "与住房如何分界？\n再问编码员。"
    assert memo.height() > line
    bench.stand_on(bench.life)
    bench.qtbot.waitUntil(lambda: memo.height() == line)  # the memo on another tag is empty
    bench.window.actions_["undo"].trigger()
    assert memos.text(MemoTarget.TAG, bench.city) == ""
    bench.window.actions_["redo"].trigger()
    bench.stand_on(bench.city)
    bench.qtbot.waitUntil(lambda: memo.height() > line)


def test_a_memo_under_way_is_saved_before_anything_else_is_done(bench):
    memo = bench.panel.memo
    bench.stand_on(bench.city)
    memo.edit()
    compose(memo._note, commit="写到一半")
    bench.window.actions_["undo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "", "it was a step, and the last one"
    bench.window.actions_["redo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "写到一半"
    assert memo.is_writing(), "the tag is still the one that is shown"
    compose(memo._note, commit="又写")
    bench.stand_on(bench.life)
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "又写写到一半"
    assert bench.library.memos.text(MemoTarget.TAG, bench.life) == ""


def test_a_memo_under_way_is_saved_when_the_window_closes(bench):
    bench.stand_on(bench.city)
    bench.panel.memo.edit()
    compose(bench.panel.memo._note, commit="关窗之前")
    path = bench.library.path
    bench.window.close()
    with Library(path) as again:
        assert again.memos.text(MemoTarget.TAG, bench.city) == "关窗之前"


def test_the_memo_goes_with_its_tag(bench):
    bench.library.memos.set(MemoTarget.TAG, bench.city, "旧说")
    bench.panel._load()
    bench.stand_on(bench.city)
    bench.press("Delete")
    bench.answer(AskDeletion).lose.setChecked(True)
    bench.press("Return")
    bench.settle()
    assert bench.named("城建") is None
    assert bench.library.memos.all() == []
    bench.window.actions_["undo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "旧说"


@pytest.mark.parametrize(
    ("key", "there"),
    [
        ("?", lambda window: bool(window.findChildren(KeysDialog))),
        ("Ctrl+K", lambda window: bool(window.findChildren(CommandPalette))),
        ("/", lambda window: window.searching.field.hasFocus()),
        ("W", lambda window: window.desk.workbench.isVisible()),
    ],
)
def test_the_keys_of_every_pane_act_in_the_tree_of_tags(bench, key, there):
    assert not there(bench.window)
    bench.press(key)
    bench.qtbot.waitUntil(lambda: there(bench.window))


def test_the_verbs_are_in_the_overview_and_can_be_given_other_keys(bench):
    dialog = KeysDialog(bench.window.actions_, bench.window.settings, bench.window)
    bench.qtbot.addWidget(dialog)
    (row,) = dialog.table.findItems("Rename tag", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert [row.text(1), row.text(2)] == ["R", "codebook"]
    dialog.table.setCurrentItem(row)
    for keys, given in (("E", "R"), ("J", "J")):  # one is that of another verb, one that of the tree of articles
        dialog.editor.setKeySequence(QKeySequence(keys))
        dialog.editor.editingFinished.emit()
        assert row.text(1) == given
    dialog.close()
    bench.stand_on(bench.city)
    bench.press("R")
    assert not bench.window.findChildren(AskName)
    bench.press("J")
    assert bench.answer(AskName).name.text() == "城建"


def test_what_names_keys_follows_them(bench):
    bench.stand_on(bench.city)
    assert bench.panel.meaning.text().endswith("E writes what it means.")
    bench.window.settings.set_shortcuts("codebook_define", ("D",))
    bench.window.settings.set_shortcuts("codebook_new", ())
    bench.window.actions_.reload_shortcuts()
    assert bench.panel.meaning.text().endswith("D writes what it means.")
    assert bench.panel._new.toolTip() == "New tag"


def test_verbs_are_in_the_menu_bar_and_ask_for_a_tag_that_was_not_seen(bench):
    bench.window.docks.toggle("codebook")
    assert not bench.panel.isVisible()
    bench.window.actions_["codebook_rename"].trigger()
    assert bench.panel.isVisible()
    assert bench.window.status._message.text() == "Choose a tag first"
    bench.window.actions_["codebook_rename"].trigger()
    assert bench.answer(AskName).name.text() == "民生"


def test_the_memo_is_scrolled_to_where_it_is_written(bench):
    bench.library.codebook.define(bench.home, Meaning("很长的定义。" * 200))
    bench.panel._load()
    bench.stand_on(bench.home)
    viewport, memo = bench.panel._scroll.viewport(), bench.panel.memo

    def is_seen():
        caret = memo._note.cursorRect().bottomLeft()
        return viewport.rect().contains(
            memo._note.viewport().mapTo(bench.panel, caret) - viewport.mapTo(bench.panel, QPoint())
        )

    bench.qtbot.waitUntil(lambda: memo.mapTo(bench.panel._scroll, QPoint()).y() > viewport.height())
    bench.press("Shift+E")
    bench.qtbot.waitUntil(is_seen)
    compose(memo._note, commit="一行\n" * 30)
    bench.qtbot.waitUntil(is_seen)


def test_a_key_writes_the_memo(bench):
    bench.stand_on(bench.city)
    bench.press("Shift+E")
    assert bench.panel.memo.is_writing()
    assert bench.panel.memo.isAncestorOf(QApplication.focusWidget())


def test_the_margin_tells_what_the_tags_of_a_mark_mean(bench):
    gutter = bench.window.desk.reading.text.gutter
    assert gutter._meanings(bench.marks[1]) == [("住房", "房子"), ("民生", "")]
    bench.library.marks.delete([bench.marks[1]])
    assert gutter._meanings(bench.marks[1]) == []
