import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from reader.domain.model import Color
from reader.ui.theme.colour import contrast, mix, readable_on
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.palette import build_palette, tokens_of_palette
from reader.ui.theme.stylesheet import build_stylesheet
from reader.ui.theme.tokens import DARK, LIGHT, SEPIA, TOKENS, Theme
from reader.ui.theme.typography import LARGEST, SMALLEST, Typography

TEXT, GRAPHICS = 4.5, 3.0

themes = pytest.mark.parametrize("tokens", TOKENS.values(), ids=TOKENS)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FF0000", "#00FF00") == contrast("#00FF00", "#FF0000") == pytest.approx(2.91, abs=0.01)


def test_colours_mix_by_share():
    assert [mix("#000000", "#FF8040", share) for share in (0, 0.5, 1)] == ["#000000", "#804020", "#FF8040"]
    assert readable_on("#FFFFFF", "#EEEEEE", "#333333") == "#333333"


@themes
def test_text_is_readable_on_paper_and_canvas(tokens):
    for ground in (tokens.paper, tokens.canvas):
        assert contrast(tokens.ink, ground) >= TEXT
        assert contrast(tokens.accent, ground) >= TEXT
        assert contrast(tokens.quiet, ground) >= TEXT
    assert contrast(tokens.ink, tokens.hover) >= TEXT
    assert contrast(tokens.ink, tokens.pressed) >= TEXT
    assert contrast(readable_on(tokens.accent, tokens.paper, tokens.ink), tokens.accent) >= TEXT


@themes
def test_ink_is_readable_on_every_mark_and_every_stack_of_marks(tokens):
    for depth in range(1, 5):
        for colours in product(Color, repeat=depth):
            assert contrast(tokens.ink, tokens.fill_of(colours)) >= TEXT, colours


@themes
def test_selected_text_is_readable_on_paper_marks_and_stacks(tokens):
    assert contrast(tokens.selected_ink, tokens.selected) >= TEXT
    for depth in range(1, 4):
        for colours in product(Color, repeat=depth):
            ground = mix(tokens.fill_of(colours), tokens.focus, tokens.selection)
            assert contrast(tokens.selected_ink, ground) >= TEXT, colours


@themes
def test_stripes_and_focus_stand_out(tokens):
    for look in tokens.marks.values():
        assert contrast(look.stripe, tokens.paper) >= GRAPHICS
    assert contrast(tokens.focus, tokens.paper) >= GRAPHICS
    assert contrast(tokens.focus, tokens.canvas) >= GRAPHICS


@themes
def test_stacking_can_be_seen(tokens):
    for color in Color:
        assert tokens.fill_of([color]) == tokens.marks[color].fill
        assert tokens.fill_of([color, color]) not in {tokens.fill_of([color]), tokens.fill_of([color] * 3)}


@themes
def test_every_colour_has_a_look_of_its_own(tokens):
    assert set(tokens.marks) == set(Color)
    assert len({look.fill for look in tokens.marks.values()}) == len(Color)
    assert len({look.stripe for look in tokens.marks.values()}) == len(Color)


@themes
def test_the_style_sheet_is_whole(tokens):
    sheet = build_stylesheet(tokens)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    images = re.findall(r'url\("(.+?)"\)', sheet)
    assert images
    for image in images:
        assert not QImage(image).isNull(), image


def test_the_size_of_type_stays_within_its_bounds():
    assert Typography(size=3).size == SMALLEST
    assert Typography().resized(100).size == LARGEST
    assert Typography(size=13).resized(-1) == Typography(size=12)


def test_the_chosen_family_comes_first_and_has_fallbacks(qapp):
    families = Typography(family="KaiTi").body_font().families()
    assert families[0] == "KaiTi"
    assert "Noto Serif CJK SC" in families
    assert Typography(size=26).em() == pytest.approx(2 * Typography(size=13).em(), rel=0.05)


@pytest.fixture
def controller(qapp):
    """A controller; the application looks afterwards as it did before."""
    palette, sheet, font = qapp.palette(), qapp.styleSheet(), qapp.font()
    made = ThemeController(qapp)
    yield made
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
    made.setParent(None)


def test_a_theme_dresses_the_whole_application(qtbot, controller):
    with qtbot.waitSignal(controller.tokens_changed, check_params_cb=lambda it: it is SEPIA):
        controller.set_theme(Theme.SEPIA)
    assert (controller.theme, controller.tokens) == (Theme.SEPIA, SEPIA)
    assert QApplication.palette().color(QPalette.ColorRole.Base) == QColor(SEPIA.paper)
    assert SEPIA.accent in QApplication.instance().styleSheet()


@pytest.mark.parametrize(("scheme", "tokens"), [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)])
def test_the_system_theme_is_that_of_the_desktop(qapp, controller, monkeypatch, scheme, tokens):
    monkeypatch.setattr("reader.ui.theme.controller.desktop_scheme", lambda: scheme)
    controller.set_theme(Theme.SYSTEM)
    assert controller.tokens is tokens


def test_a_change_of_the_desktop_counts_only_for_the_system_theme(qapp, controller, monkeypatch):
    monkeypatch.setattr("reader.ui.theme.controller.desktop_scheme", lambda: Qt.ColorScheme.Dark)
    controller.set_theme(Theme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert controller.tokens is LIGHT
    controller.set_theme(Theme.SYSTEM)
    assert controller.tokens is DARK


def test_a_high_contrast_palette_is_respected(qapp):
    palette = build_palette(LIGHT)
    palette.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#FFFF00"))
    tokens = tokens_of_palette(palette)
    assert (tokens.paper, tokens.ink, tokens.quiet, tokens.rule) == ("#000000", "#FFFF00", "#FFFF00", "#FFFF00")
    assert tokens.dark
    assert tokens.marks == DARK.marks
