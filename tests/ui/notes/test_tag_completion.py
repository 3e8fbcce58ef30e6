"""While a tag is chosen, what the tags mean is in sight."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from reader.domain.model import Color
from reader.services.codebook import Meaning
from reader.ui.notes.tag_completion import gist

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, where nothing is shown


@pytest.fixture
def tagging(bench):
    """The tag field of the first mark; of the library's tags two are defined, one of them has a colour."""
    codebook = bench.library.codebook
    life, culture = codebook.named("民生"), codebook.named("文物")
    codebook.define(life.id, Meaning("百姓的\n日子", "柴米油盐"))
    codebook.define(culture.id, Meaning(use_when="老房子 <b>"))
    codebook.set_color([life.id], Color.GREEN)
    bench.pane.focus_mark(bench.marks[0])
    bench.pane.edit_tags()
    return bench


def test_the_gist_is_the_definition_or_else_when_to_use_it(tagging):
    codebook = tagging.library.codebook
    assert gist(codebook.named("民生")) == "百姓的 日子"
    assert gist(codebook.named("文物")) == "老房子 <b>"
    assert gist(codebook.named("交通")) == gist(codebook.named("没有")) == ""


def test_the_list_has_a_second_line_for_what_a_tag_means(tagging):
    field = tagging.tags.input
    field.setText("民")
    field._list_tags()
    popup = field.completer().popup()
    assert popup.isVisible()
    index = popup.model().index(0, 0)
    option = QStyleOptionViewItem()
    tall = field.completions.sizeHint(option, index).height()
    tagging.library.codebook.define(tagging.library.codebook.named("民生").id, Meaning())
    assert tall > field.completions.sizeHint(option, index).height()
    painted = popup.grab().toImage()
    tagging.library.codebook.set_color([tagging.library.codebook.named("民生").id], Color.PINK)
    assert popup.grab().toImage() != painted, "the colour shows"
    popup.hide()


def test_the_tip_of_a_chip_says_what_the_tag_means_now(tagging):
    chip = tagging.tags.chips._chips[0]
    assert chip.name == "文物"
    tagging.library.codebook.define(tagging.library.codebook.named("文物").id, Meaning("新的 <b>"))
    QApplication.sendEvent(chip, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2)))
    assert "新的 &lt;b&gt;" in chip.toolTip()
