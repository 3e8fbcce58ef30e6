"""The page engine's reasons in the user's language."""

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Reason
from reader.engine_words import reason_text


def reason_words(reason: Reason) -> str:
    """A reason as a sentence; "" for one that this version has no words for."""
    return reason_text(reason, QCoreApplication.translate)
