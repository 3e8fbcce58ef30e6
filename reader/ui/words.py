"""Puts what the lower rooms say in codes into the words of the user's language."""

from PySide6.QtCore import QCoreApplication

from reader.domain.history import Step
from reader.domain.model import PageMeta
from reader.errors import UserError
from reader.messages import ERRORS, STEPS


def error_text(error: UserError) -> str:
    """What happened, to which file, and what can be done."""
    text = QCoreApplication.translate("errors", ERRORS[error.code])
    return text.format(path=printable(error.path), detail=printable(error.detail))


def step_text(step: Step) -> str:
    """A step of the history by name, for the menu and the status bar."""
    text = QCoreApplication.translate("steps", STEPS[step.name])
    return text.format(detail=printable(step.detail))


def page_words(meta: PageMeta, section: str | None = None) -> str:
    """Where an article stands: section, newspaper, date and page, as far as they are known."""
    parts = [section, meta.newspaper, meta.issue_date, page_number(meta.page_no), meta.page_name]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def page_number(number: str | None) -> str:
    """A page number as it is called."""
    if not number:
        return ""
    return QCoreApplication.translate("words", "page {number}").format(number=number.lstrip("0") or number)


def printable(text: str) -> str:
    """A text with what cannot be shown (bytes of a file name, line ends) written as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
