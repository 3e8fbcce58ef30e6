"""Answers to the dialogs that stop everything else: given by a click, while the dialog waits in a loop of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox

_LOOK_EVERY_MS = 10

Answer = Callable[[Any], None]


@contextmanager
def answering(*answers: Answer) -> Iterator[list[str]]:
    """Give these answers to the modal dialogs that come up, one after another; fails when one was not asked for.

    Yields the list of what the message boxes said, which grows as they come.
    """
    said: list[str] = []
    left = list(answers)
    timer = QTimer()
    timer.setInterval(_LOOK_EVERY_MS)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible() or not left:
            return
        if isinstance(dialog, QMessageBox):
            said.append(dialog.text())
        left.pop(0)(dialog)

    timer.timeout.connect(look)
    timer.start()
    try:
        yield said
    finally:
        timer.stop()
    assert not left, f"{len(left)} dialogs did not come up"


def click(words: str) -> Answer:
    """Press the button of a message box that has these words, whatever its mnemonic."""

    def answer(box: QMessageBox) -> None:
        found = [button for button in box.buttons() if button.text().replace("&", "") == words]
        assert found, f"no button {words!r} among {[button.text() for button in box.buttons()]}"
        found[0].click()

    return answer


def choose(path: Path) -> Answer:
    """Type a path into a file dialog and take it."""

    def answer(chooser: QFileDialog) -> None:
        chooser.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        box = chooser.findChild(QDialogButtonBox)
        accept = next(b for b in box.buttons() if box.buttonRole(b) == QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setEnabled(True)
        accept.click()

    return answer
