"""Fixtures of a whole window over a library, and hands that press keys at it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.paths import resources
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui import i18n
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.tokens import Theme

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application of pytest-qt, speaking English: without a catalogue it would say “1 mark(s)”."""
    i18n.install(qapp, i18n.SOURCE_LANGUAGE, resources() / "i18n")
    return qapp


@pytest.fixture(scope="session")
def theme_controller(qapp):
    controller = ThemeController(qapp)
    controller.set_theme(Theme.LIGHT)
    return controller


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def seeds():
    return SEEDS


@pytest.fixture
def seeded(tmp_path):
    """The path of a library that holds the pages of ``seeds``."""
    path = tmp_path / "seeded.jianbao"
    with Library(path) as library:
        for _event in library.importer.import_pages(ImportRequest((SEEDS,))):
            pass
    return path


@pytest.fixture
def open_window(qtbot, settings, theme_controller):
    """Opens a window over a library and waits until it is active; closes what is left open at the end."""
    opened = []

    def opener(path):
        window = MainWindow(Library(path, coder="tester"), settings, theme_controller)
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opener
    for window in opened:
        window.close()
        window.library.close()
        window.setParent(None)
        window.deleteLater()


@pytest.fixture
def window(open_window, seeded):
    return open_window(seeded)


class Hands:
    """Presses keys as a reader does: at whatever has the focus."""

    def __init__(self, qtbot, window):
        self.qtbot = qtbot
        self.window = window

    def press(self, *keys):
        for key in keys:
            modifiers = Qt.KeyboardModifier.NoModifier
            *held, last = key.split("+") if len(key) > 1 else [key]
            for name in held:
                modifiers |= {
                    "Ctrl": Qt.KeyboardModifier.ControlModifier,
                    "Shift": Qt.KeyboardModifier.ShiftModifier,
                    "Alt": Qt.KeyboardModifier.AltModifier,
                }[name]
            target = self.window.focusWidget() or self.window
            QTest.keyClick(target, _key(last), modifiers)

    def type(self, text):
        """Type letters; what is not ASCII comes from an input method, as it does for a reader."""
        if text.isascii():
            QTest.keyClicks(self.window.focusWidget(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.window.focusWidget(), event)


_PUNCTUATION = {"]": "BracketRight", "[": "BracketLeft", "?": "Question", "=": "Equal", "-": "Minus", "/": "Slash"}


def _key(name):
    return getattr(Qt.Key, f"Key_{_PUNCTUATION.get(name, name)}")


@pytest.fixture
def hands_of(qtbot):
    return lambda window: Hands(qtbot, window)


@pytest.fixture
def hands(hands_of, window):
    return hands_of(window)
