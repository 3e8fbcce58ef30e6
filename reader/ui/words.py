"""Puts what the lower rooms say in codes into the words of the user's language."""

import re

from PySide6.QtCore import QCoreApplication

from reader import messages
from reader.domain.history import Step
from reader.domain.model import Genre, Item, PageMeta
from reader.errors import UserError
from reader.ui.workbench.meta_words import genre_words


def tr(text: str, comment: str, number: int) -> str:
    """A text with a number as ``%n`` (``%Ln``: with the locale's separators), for code that is in no QObject.

    ``lupdate`` sees a plural where the last argument is any expression only in a function of this name, and files what
    it finds outside of a class under the context "".
    """
    return QCoreApplication.translate("", text, comment, number)


def plain(text: str) -> str:
    """The text of an action without its mnemonic, also one that follows Chinese in brackets, and without dots."""
    text = re.sub(r"\(&\w\)", "", text)
    return re.sub("&(.)", r"\1", text).rstrip("…")


def error_text(error: UserError) -> str:
    """What happened, to which file, and what can be done."""
    return messages.error_text(error, QCoreApplication.translate)


def step_text(step: Step) -> str:
    """A step of the history by name, for the menu and the status bar."""
    return messages.step_text(step, QCoreApplication.translate)


_PLAIN_GENRES = (Genre.NEWS, Genre.PHOTO, Genre.BRIEF)
"""What an article is anyhow, or what it is seen to be."""


def item_words(meta: PageMeta, item: Item) -> str:
    """Where an article stands, and its genre where it is something else than news."""
    genre = item.meta.genre
    said = genre_words(genre.text) if genre is not None and genre.text not in _PLAIN_GENRES else ""
    return " · ".join(part for part in (page_words(meta, item.section), said) if part)


def page_words(meta: PageMeta, section: str | None = None) -> str:
    """Where an article stands: section, newspaper, date and page, as far as they are known."""
    parts = [section, meta.newspaper, meta.issue_date, page_number(meta.page_no), meta.page_name]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def page_number(number: str | None) -> str:
    """A page number as it is called."""
    if not number:
        return ""
    return QCoreApplication.translate("words", "page {number}").format(number=number.lstrip("0") or number)
