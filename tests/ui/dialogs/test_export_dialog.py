import csv
import io
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit

from reader.domain.export import DOCUMENTS, TABLES, Arrangement, CsvEncoding, FileFormat, Shape
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Color
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui.dialogs.export import ExportDialog
from reader.ui.settings import EXPORT_FOLDER
from reader.ui.theme.tokens import LIGHT
from reader.workers.jobs import JobRunner
from tests.support.printed import file_page, mark
from tests.support.wire import PAPERS, STORY, print_wire

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, where nothing is shown


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao", coder="甲") as opened:
        yield opened


@pytest.fixture
def marked_article(library):
    """The id of an article with two of the library's three marks; the third is in a photo."""
    _, article, photo, _ = file_page(library)
    mark(library, article, "正式通车", Color.YELLOW, "第一行\n第二行", ["交通", "工程"])
    mark(library, article, "集市", Color.GREEN, "", ["商业"])
    mark(library, photo, "夜景", Color.GREEN)
    return article


@pytest.fixture
def open_dialog(qtbot, library, settings):
    runner = JobRunner(library.path)
    opened = []

    def opener(*scopes):
        dialog = ExportDialog(library, scopes, runner, settings, LIGHT)
        opened.append(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle(qtbot, runner)
        return dialog

    opener.runner = runner
    yield opener
    for dialog in opened:
        dialog.done(0)
    settle(qtbot, runner)
    for dialog in opened:
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(qtbot, runner, dialog=None):
    """Wait until nothing is about to be looked at and every job has told its end."""
    qtbot.waitUntil(lambda: (dialog is None or not dialog._timer.isActive()) and not runner.is_busy())


def compose(dialog, text):
    """Let an input method write into the field that has the focus."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(dialog.focusWidget(), event)


def shown(dialog, column):
    model = dialog.preview.rows
    names = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    return [model.index(row, names.index(column)).data() for row in range(model.rowCount())]


def choose_file(qtbot, dialog, path):
    """Press the button for exporting, and answer the file dialog that it opens."""
    dialog.export.click()
    chooser = dialog.findChild(QFileDialog)
    qtbot.waitUntil(chooser.isVisible)
    chooser.findChild(QLineEdit).setText(str(path))
    chooser.accept()
    return chooser


def read(path, encoding="utf-8-sig"):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline="")))


def test_it_opens_with_counts_and_the_first_rows(open_dialog, marked_article):
    dialog = open_dialog(Scope(item_id=marked_article))
    assert dialog.options.whole.text() == "&Whole library: 3 annotations"
    assert dialog.options.selected.text() == "What is &selected in the tree: 2 annotations"
    assert shown(dialog, "quote") == ["正式通车", "集市", "夜景"]
    assert shown(dialog, "note") == ["第一行 第二行", "", ""]
    assert dialog.export.isEnabled()


def test_without_a_selection_only_the_library_can_be_meant(open_dialog, marked_article):
    dialog = open_dialog()
    assert not dialog.options.selected.isEnabled()
    assert dialog.wanted() == MarkFilter()


def test_keys_reach_every_choice(qtbot, open_dialog, marked_article):
    scope = Scope(item_id=marked_article)
    dialog = open_dialog(scope)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    compose(dialog, "工程")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(dialog.focusWidget(), "2024-05")
    QTest.keyClick(dialog, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(dialog.focusWidget(), "2024-05")
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    settle(qtbot, open_dialog.runner, dialog)
    assert dialog.wanted() == MarkFilter(
        scopes=(scope,),
        newspaper="砚川日报",
        date_from="2024-05",
        date_to="2024-05-31",
        tags=("工程",),
        colors=(Color.YELLOW,),
    )
    assert shown(dialog, "tag") == ["交通", "工程"]


def test_no_two_mnemonics_are_the_same(open_dialog, marked_article):
    dialog = open_dialog(Scope(item_id=marked_article))
    texts = [widget.text() for widget in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(type(dialog.said)) if label.buddy()]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(keys) == len(set(keys)) == 19


def test_everything_that_takes_the_focus_has_a_name(open_dialog, marked_article):
    dialog = open_dialog()
    labelled = {label.buddy() for label in dialog.findChildren(type(dialog.said))}
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in dialog.findChildren(kind):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            named = widget.accessibleName() or widget in labelled or getattr(widget, "text", str)()
            assert named, widget


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("date_from", "2024-13", "“2024-13” is no date"), ("date_to", "12. Mai", "“12. Mai” is no date")],
)
def test_what_is_no_date_is_said_and_stops_the_export(qtbot, open_dialog, marked_article, field, text, said):
    dialog = open_dialog()
    getattr(dialog.filters, field).setText(text)
    assert said in dialog.said.text()
    settle(qtbot, open_dialog.runner, dialog)
    assert not dialog.export.isEnabled()
    getattr(dialog.filters, field).clear()
    settle(qtbot, open_dialog.runner, dialog)
    assert dialog.said.text() == ""
    assert dialog.export.isEnabled()


def test_dates_the_wrong_way_round_are_said(open_dialog, marked_article):
    dialog = open_dialog()
    dialog.filters.date_from.setText("2024-06")
    dialog.filters.date_to.setText("2024-05")
    assert dialog.said.text() == "The first date is after the last one."


def test_a_tag_that_is_not_there_is_said_and_kept_for_correction(qtbot, open_dialog, marked_article):
    dialog = open_dialog()
    dialog.filters.tags.input.setFocus()
    compose(dialog, "交统")
    QTest.keyClick(dialog.filters.tags.input, Qt.Key.Key_Return)
    assert dialog.said.text() == "There is no tag “交统”."
    assert dialog.filters.tags.input.text() == "交统"
    dialog.filters.tags.input.clear()
    compose(dialog, "商业")
    QTest.keyClick(dialog.filters.tags.input, Qt.Key.Key_Return)
    assert dialog.said.text() == ""
    settle(qtbot, open_dialog.runner, dialog)
    assert shown(dialog, "quote") == ["集市"]
    dialog.filters.untagged.click()
    settle(qtbot, open_dialog.runner, dialog)
    assert shown(dialog, "quote") == ["集市", "夜景"]


def test_nothing_that_fits_is_said(qtbot, open_dialog, marked_article):
    dialog = open_dialog()
    dialog.filters.colors.box(Color.PINK).click()
    settle(qtbot, open_dialog.runner, dialog)
    assert dialog._above.text() == "No annotations match."
    assert not dialog.export.isEnabled()


def test_an_empty_library_says_so(open_dialog):
    dialog = open_dialog()
    assert dialog._above.text() == "There are no annotations in this library yet."
    assert not dialog.export.isEnabled()


def test_a_file_is_written_and_can_be_opened(qtbot, open_dialog, marked_article, tmp_path):
    target = tmp_path / "标注.csv"
    dialog = open_dialog()
    dialog.options.shapes[Shape.TAG].click()
    dialog.options.encoding.setCurrentIndex(dialog.options.encoding.findData(CsvEncoding.GB18030))
    settle(qtbot, open_dialog.runner, dialog)
    choose_file(qtbot, dialog, target)
    settle(qtbot, open_dialog.runner)
    assert dialog.said.text() == f"Exported 3 annotations to “{target}”."
    assert dialog.open_file.isVisible()
    assert dialog.focusWidget() is dialog.open_file
    assert [line["tag"] for line in read(target, "gb18030")] == ["交通", "工程", "商业", ""]
    dialog.filters.untagged.click()
    assert not dialog.open_file.isVisible()


def test_shape_encoding_and_folder_are_remembered_and_filters_are_not(
    qtbot, open_dialog, marked_article, tmp_path, settings
):
    folder = tmp_path / "tables"
    folder.mkdir()
    first = open_dialog()
    first.options.shapes[Shape.TAG].click()
    first.options.encoding.setCurrentIndex(2)
    first.filters.untagged.click()
    settle(qtbot, open_dialog.runner, first)
    choose_file(qtbot, first, folder / "out.csv")
    settle(qtbot, open_dialog.runner)
    first.done(0)
    second = open_dialog()
    assert (second.options.options().shape, second.options.options().encoding) == (Shape.TAG, CsvEncoding.GB18030)
    assert second.wanted() == MarkFilter()
    assert settings.get(EXPORT_FOLDER) == str(folder)


def test_a_file_that_cannot_be_written_is_named_and_another_can_be_chosen(qtbot, open_dialog, marked_article, tmp_path):
    (tmp_path / "gone").mkdir()
    dialog = open_dialog()
    dialog._on_file_chosen(str(tmp_path / "gone" / "deeper" / "out.csv"))
    settle(qtbot, open_dialog.runner)
    assert str(tmp_path / "gone" / "deeper" / "out.csv") in dialog.said.text()
    assert not dialog.open_file.isVisible()
    assert dialog.export.isEnabled()
    choose_file(qtbot, dialog, tmp_path / "gone" / "out.csv")
    settle(qtbot, open_dialog.runner)
    assert len(read(tmp_path / "gone" / "out.csv")) == 3


def test_esc_stops_an_export_and_then_closes(qtbot, open_dialog, library, marked_article, tmp_path):
    (existing, *_) = library._annotations.matching(MarkFilter())
    with library._journal.step("mark") as writer:
        for number in range(3000):
            library._annotations.add(writer, replace(existing.annotation, uid=f"uid-{number}"), marked_article)
    dialog = open_dialog()
    dialog._on_file_chosen(str(tmp_path / "out.csv"))
    assert dialog.cancel.isVisible()
    assert not dialog.filters.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, open_dialog.runner)
    assert dialog.said.text() == "The export was cancelled. No file was written."
    assert dialog.isVisible()
    assert not list(tmp_path.glob("*.csv"))
    assert not list(tmp_path.glob(".*.part"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_closing_while_it_looks_leaves_nothing_running(qtbot, open_dialog, marked_article):
    dialog = open_dialog()
    dialog.filters.untagged.click()
    dialog._look()
    dialog.filters.untagged.click()
    dialog.close()
    settle(qtbot, open_dialog.runner)
    assert not dialog._timer.isActive()


def step_format(dialog, file_format):
    """Go to a format by keys."""
    QTest.keyClick(dialog, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert dialog.options.format.hasFocus()
    QTest.keyClick(dialog.options.format, Qt.Key.Key_Home)
    for _ in range(list(FileFormat).index(file_format)):
        QTest.keyClick(dialog.options.format, Qt.Key.Key_Down)


@pytest.mark.parametrize("file_format", FileFormat)
def test_a_format_asks_only_what_it_can_answer_to_and_says_what_it_holds(open_dialog, marked_article, file_format):
    dialog = open_dialog()
    step_format(dialog, file_format)
    options = dialog.options
    assert options.options().file_format is file_format
    asked = {
        "shape": options.shapes[Shape.TAG].isVisible(),
        "arrangement": options.arrangements[Arrangement.TAG].isVisible(),
        "encoding": options.encoding.isVisible(),
    }
    assert asked == {
        "shape": file_format in TABLES,
        "arrangement": file_format in DOCUMENTS,
        "encoding": file_format is FileFormat.CSV,
    }
    assert options.help.text()


def test_a_document_by_tag_is_written_under_its_own_suffix(qtbot, open_dialog, marked_article, tmp_path, settings):
    dialog = open_dialog()
    step_format(dialog, FileFormat.MARKDOWN)
    QTest.keyClick(dialog, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, open_dialog.runner, dialog)
    chooser = choose_file(qtbot, dialog, tmp_path / "out.md")
    assert chooser.defaultSuffix() == "md"
    qtbot.waitUntil(dialog.open_file.isVisible)
    assert "\n## 商业 (1)\n" in (tmp_path / "out.md").read_text(encoding="utf-8")
    dialog.reject()
    again = open_dialog()
    assert again.options.options().file_format is FileFormat.MARKDOWN
    assert again.options.options().arrangement is Arrangement.TAG


def test_repeats_on_copies_can_be_left_out_and_that_is_said(qtbot, tmp_path, settings):
    print_wire(tmp_path / "pages")
    with Library(tmp_path / "wire.jianbao") as library:
        for _event in library.importer.import_pages(ImportRequest((tmp_path / "pages",))):
            pass
        for paper in PAPERS:
            (row,) = library.tree.items(Scope(newspaper=paper))
            mark(library, row.id, STORY[40:60], Color.GREEN)
        runner = JobRunner(library.path)
        dialog = ExportDialog(library, (), runner, settings, LIGHT)
        qtbot.addWidget(dialog)
        settle(qtbot, runner)
        assert dialog.preview.rows.rowCount() == len(PAPERS)
        dialog.options.once.click()
        qtbot.waitUntil(lambda: dialog.preview.rows.rowCount() == 1)
        assert "2 repeats on copies left out" in dialog._above.text()
        dialog._on_file_chosen(str(tmp_path / "out.csv"))
        settle(qtbot, runner)
        assert "1 annotation; 2 repeats on copies left out" in dialog.said.text()
        assert dialog.options.options().once
        dialog.done(0)
        runner.shutdown(1000)
