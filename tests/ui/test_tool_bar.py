"""The tool bar speaks: each button has an icon in the colours of the theme, a name, and its key as a tool tip."""

import re

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton

from reader.domain.model import Color
from reader.paths import resources
from reader.ui import i18n
from reader.ui.icons import SIZE, action_icon
from reader.ui.theme.colour import contrast
from reader.ui.theme.tokens import TOKENS, Theme

DRAWN = sorted(path.stem for path in (resources() / "icons" / "actions").glob("*.svg"))


def is_button(widget):
    return isinstance(widget, QToolButton)


def buttons(window):
    return [button for button in map(window.tool_bar.widgetForAction, window.tool_bar.actions()) if is_button(button)]


def darkest(icon, mode):
    """The colour of the most opaque pixel."""
    image = icon.pixmap(SIZE, SIZE, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=QColor.alpha)


@pytest.mark.parametrize("theme", TOKENS)
@pytest.mark.parametrize("name", DRAWN)
def test_an_icon_stands_out_and_a_faded_one_less(qapp, theme, name):
    tokens = TOKENS[theme]
    icon = action_icon(name, tokens)
    inked, faded = darkest(icon, QIcon.Mode.Normal), darkest(icon, QIcon.Mode.Disabled)
    assert inked.alpha() > 200
    assert contrast(inked.name(), tokens.canvas) > 4.5
    assert contrast(faded.name(), tokens.canvas) < contrast(inked.name(), tokens.canvas)


def test_every_drawing_is_shown_and_every_button_has_one_or_is_a_word(window):
    (word,) = [button for button in buttons(window) if button.icon().isNull()]
    assert word.defaultAction().objectName() == "search_pinyin"
    assert sorted(button.defaultAction().objectName() for button in buttons(window) if button is not word) == DRAWN


def test_buttons_say_what_they_do_and_by_which_key(window):
    tips = {button.defaultAction().objectName(): button.toolTip() for button in buttons(window)}
    assert tips["import"] == "Import (Ctrl+I)"
    assert tips["keys"] == "Keys (?)"
    assert all("&" not in tip and "…" not in tip for tip in tips.values())


def test_undo_names_its_step_in_the_tip_too(window, hands):
    hands.press("Ctrl+2")
    window.marking.highlight(Color.GREEN)
    (tip,) = [button.toolTip() for button in buttons(window) if button.defaultAction().objectName() == "undo"]
    assert tip.startswith("Undo Mark “")
    assert tip.endswith("(Ctrl+Z)")


def test_a_change_of_theme_changes_the_icons(window):
    window.appearance.set_theme(Theme.DARK)
    icon = window.actions_["find"].icon()
    assert contrast(darkest(icon, QIcon.Mode.Normal).name(), TOKENS[Theme.DARK].canvas) > 4.5
    window.appearance.set_theme(Theme.LIGHT)
    icon = window.actions_["find"].icon()
    assert contrast(darkest(icon, QIcon.Mode.Normal).name(), TOKENS[Theme.LIGHT].canvas) > 4.5


def test_no_mnemonic_is_shown_in_chinese(qapp, seeded, open_window):
    i18n.install(qapp, "zh_CN", resources() / "i18n")
    try:
        window = open_window(seeded)
        shown = [button.text() for button in window.findChildren(QToolButton)] + [
            button.toolTip() for button in buttons(window)
        ]
        assert "导入 (Ctrl+I)" in shown
        assert [text for text in shown if re.search(r"\(&?\w\)", text)] == []
    finally:
        i18n.install(qapp, "en", resources() / "i18n")
