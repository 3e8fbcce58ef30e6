"""The window in each language, and the change from one to the other while it is open."""

import getpass
import re

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from reader.app import Program
from reader.paths import resources
from reader.ui import i18n
from reader.ui.actions.dock_table import DOCKS
from reader.ui.dialogs.export_preview import PreviewTable
from reader.ui.settings import LANGUAGE

NAMES = re.compile(
    r"<[^>]+>|&\w+;|/\S+|English|Jianbao|UTF-8|UTF-16|GB18030|GBK|GB2312|Big5|BOM|CSV|Excel|WPS|LibreOffice|CJK|Noto.*"
    r"|Word|Markdown|GB/T|CSL-JSON|JSON-LD|JSON|HTML|REFI-QDA|Web|PNG|SVG|Jaccard|zhongguo|zg"
    r"|Ctrl|Alt|Shift|Delete|Del|PgUp|PgDown|Home|End|Esc|Tab|Ins|F\d+"
    r"|\.?(txt|text|md|csv|xlsx|docx|html|json|jsonld|qdpx|jianbao)\b",
)
"""What is written in Latin letters in Chinese too."""
DIALOGS = ("import", "export", "edit_pages", "preferences", "keys", "palette", "hints")


@pytest.fixture
def program(qtbot, qapp, settings, seeded):
    settings.set(LANGUAGE, "en")
    made = Program(qapp, settings, seeded)
    assert made.open(seeded)
    yield made
    made.close()
    made.setParent(None)
    i18n.install(qapp, i18n.SOURCE_LANGUAGE, resources() / "i18n")


def change(qtbot, program, settings, language):
    before = program.window
    settings.set(LANGUAGE, language)
    before.rebuild_wanted.emit()
    qtbot.waitUntil(lambda: program.window is not before)
    window = program.window
    window.desk.go(forward=True)
    window.actions_["highlight"].trigger()
    window.actions_["toggle_workbench"].trigger()
    return window


def said(top):
    """What the program itself says in a window: not what users or newspapers wrote, nor a table of data."""
    for widget in [top, *top.findChildren(QWidget)]:
        if isinstance(widget, QMenu):
            yield widget.title()
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        if isinstance(widget, QGroupBox):
            yield widget.title()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox) and not widget.isEditable():
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QHeaderView) and not isinstance(widget.parent(), PreviewTable):  # columns of the CSV
            model = widget.model()
            yield from (str(model.headerData(n, widget.orientation()) or "") for n in range(widget.count()))
        if not isinstance(widget, QAbstractItemView):
            yield widget.toolTip()
        yield from (widget.accessibleName(), widget.accessibleDescription())
    for action in top.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def test_nothing_stays_english_in_chinese(qtbot, program, settings):
    window = change(qtbot, program, settings, "zh_CN")
    assert {text for text in said(window) if latin(text)} == set()


@pytest.mark.parametrize("row", DOCKS, ids=lambda row: row.id)
def test_no_panel_is_english_in_chinese(qtbot, program, settings, row):
    window = change(qtbot, program, settings, "zh_CN")
    window.docks.show(row.id)
    (dock,) = [dock for dock in window.docks.widgets() if dock.objectName() == row.action]
    qtbot.waitUntil(dock.isVisible)
    assert {text for text in [dock.windowTitle(), *said(dock)] if latin(text)} == set()


def latin(text):
    return text != getpass.getuser() and re.search("[A-Za-z]{2,}", NAMES.sub("", text))


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_is_english_in_chinese(qtbot, program, settings, name):
    window = change(qtbot, program, settings, "zh_CN")
    window.desk.tree.view.setCurrentIndex(window.desk.tree.view.model().index(0, 0))
    window.actions_[name].trigger()
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    try:
        assert {text for text in [dialog.windowTitle(), *said(dialog)] if latin(text)} == set()
    finally:
        dialog.reject()


def test_nothing_stays_chinese_in_english(qtbot, program, settings):
    change(qtbot, program, settings, "zh_CN")
    window = change(qtbot, program, settings, "en")
    actions = {action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert len(actions) > 50
    assert {text for text in actions if re.search("[一-鿿]", text)} <= {"简体中文", window.actions_["undo"].text()}
