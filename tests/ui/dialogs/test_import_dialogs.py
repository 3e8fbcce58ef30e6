from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.errors import ErrorCode
from reader.services.importing import Failed, ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.ui.dialogs.encoding_chooser import EncodingChooser, ReencodeDialog
from reader.ui.dialogs.import_options import ImportOptionsDialog
from reader.ui.dialogs.import_report import ImportReportDialog

TEXT = "砚川日报 第二版\n大桥通车\n"
TRADITIONAL = "小橋昨日通車\n□本報記者 林聽雨\n本報訊 昨日上午，小橋正式通車，兩岸群眾前來觀看。\n"


@pytest.fixture
def gb_page(tmp_path):
    path = tmp_path / "老页.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


@pytest.fixture
def options(tmp_path, qtbot):
    with Library(tmp_path / "test.jianbao") as library:
        dialog = ImportOptionsDialog(library)
        qtbot.addWidget(dialog)
        dialog.open()
        yield dialog


@pytest.fixture
def failures(gb_page, tmp_path):
    return (
        Failed(str(tmp_path / "空白.txt"), ErrorCode.FILE_EMPTY, ""),
        Failed(str(gb_page), ErrorCode.FILE_ENCODING, "utf-8"),
        Failed(str(tmp_path / "a\nb.txt"), ErrorCode.FILE_VANISHED, ""),
    )


@pytest.fixture
def report(failures, qtbot):
    dialog = ImportReportDialog(failures)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def import_button(dialog):
    role = dialog.buttons.ButtonRole.AcceptRole
    return next(button for button in dialog.buttons.buttons() if dialog.buttons.buttonRole(button) == role)


# What to import


def test_a_request_is_put_together(options, gb_page, tmp_path, qtbot):
    assert not import_button(options).isEnabled()
    options.add_paths([gb_page, tmp_path, gb_page])
    options.chooser.box.setCurrentIndex(options.chooser.box.findData("gb18030"))
    options.newspaper.setText(" 晨报 ")
    options.date.setText("2024年5月1日")
    with qtbot.waitSignal(options.requested) as requested:
        import_button(options).click()
    meta = MetaEdit(newspaper="晨报", issue_date="2024-05-01")
    assert requested.args == [ImportRequest((gb_page, tmp_path), "gb18030", meta)]
    assert not options.isVisible()


def test_empty_fields_leave_alone_what_the_pages_say(options, gb_page):
    options.add_paths([gb_page])
    assert options.request() == ImportRequest((gb_page,), None, MetaEdit())


def test_files_are_chosen_in_a_dialog(options, gb_page, qtbot):
    options.files.click()
    (chooser,) = options.findChildren(QFileDialog)
    chooser.setDirectory(str(gb_page.parent))
    chooser.selectFile(gb_page.name)
    chooser.accept()
    qtbot.waitUntil(lambda: options.request().paths == (gb_page,))


def test_what_was_chosen_can_be_taken_away(options, gb_page, tmp_path):
    options.add_paths([gb_page, tmp_path])
    options.paths.item(0).setSelected(True)
    options.remove.click()
    assert options.request().paths == (tmp_path,)


def test_a_wrong_date_holds_the_import_back(options, gb_page):
    options.add_paths([gb_page])
    options.date.setText("2024-05-32")
    assert not import_button(options).isEnabled()


# Encodings


def test_a_preview_shows_the_file_in_the_encoding(gb_page, qtbot):
    chooser = EncodingChooser(detects=True)
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.show_file(gb_page)
    assert chooser.encoding() is None
    assert not chooser.sample.isVisible()
    chooser.box.setCurrentIndex(chooser.box.findData("gb18030"))
    assert chooser.sample.toPlainText() == TEXT.strip()
    chooser.box.setCurrentIndex(chooser.box.findData("utf-8"))
    assert "\ufffd" in chooser.sample.toPlainText()
    assert "does not fit" in chooser.verdict.text()


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path, qtbot):
    chooser = EncodingChooser(detects=False)
    qtbot.addWidget(chooser)
    chooser.show_file(tmp_path / "gone.txt")
    assert not chooser.sample.toPlainText()
    assert "gone.txt" in chooser.verdict.text()


@pytest.mark.parametrize(
    ("text", "encoding"), [(TEXT, "utf-8"), (TEXT, "gb18030"), (TEXT, "utf-16"), (TRADITIONAL, "big5")]
)
def test_the_encoding_that_a_file_looks_like_is_offered(tmp_path, qtbot, text, encoding):
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    dialog = ReencodeDialog(path)
    qtbot.addWidget(dialog)
    assert dialog.chooser.encoding() == encoding


# What failed


def test_every_failure_has_its_reason(report, tmp_path):
    model = report.table.model()
    rows = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    assert rows[0][0] == "空白.txt"
    assert "has no text" in rows[0][1]
    assert rows[2][0] == "a\\nb.txt"
    assert str(tmp_path) not in rows[1][1]


def test_all_files_are_tried_again_unless_some_are_selected(report, failures, qtbot):
    report.table.selectRow(1)
    with qtbot.waitSignal(report.retry_requested) as asked:
        report.retry.click()
    assert asked.args == [(Path(failures[1].path),), None]
    report.open()
    report.table.clearSelection()
    with qtbot.waitSignal(report.retry_requested) as asked:
        report.retry.click()
    assert asked.args == [tuple(Path(failure.path) for failure in failures), None]


def test_files_are_tried_again_in_another_encoding(report, gb_page, qtbot):
    report.table.selectRow(1)
    report.retry_encoding.click()
    (chooser,) = report.findChildren(ReencodeDialog)
    assert chooser.chooser.sample.toPlainText() == TEXT.strip()
    with qtbot.waitSignal(report.retry_requested) as asked:
        chooser.accept()
    assert asked.args == [(gb_page,), "gb18030"]


def test_the_report_can_be_copied(report, failures):
    report.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == [failure.path.replace("\n", "\\n") for failure in failures]


def test_what_is_dropped_on_the_list_is_chosen(options, tmp_path):
    page = tmp_path / "第1版 页.txt"
    page.write_text("页", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page))])
    inside = QPointF(options.paths.rect().center())
    entering = QDragEnterEvent(
        inside.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    options.paths.dragEnterEvent(entering)
    assert entering.isAccepted()
    options.paths.dropEvent(
        QDropEvent(inside, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert options.request().paths == (page,)
