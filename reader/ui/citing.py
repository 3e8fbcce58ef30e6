"""Copying a quote with its source: the selection, the mark in focus, or else where the article stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.domain.export import CitationStyle
from reader.services.pages import Article
from reader.ui.desk import Desk
from reader.ui.settings import CITATION, Settings

if TYPE_CHECKING:
    from reader.domain.citation import Source


class Citing(QObject):
    """Puts quotes of the open article on the clipboard.

    Signals:
        said: a sentence for the status bar about what was copied.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings

    def copy(self, style: CitationStyle | None = None) -> None:
        """Copy in a style, or in the one that the user prefers; nothing happens where no article is open."""
        from reader.domain.citation import cite  # not needed before

        article = self._desk.article
        if article is None:
            return
        quote, uid = self._quote(article)
        text = cite(_source(article, uid), style or self._settings.get(CITATION), quote)
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Copied with its source") if quote else self.tr("Copied the source of the article"))

    def _quote(self, article: Article) -> tuple[str, str]:
        """What is to be quoted and the uid of the mark that it is; empty where nothing is chosen."""
        selected = self._desk.reading.selection()
        if selected is not None:
            return article.view.quote(selected), ""
        focused = self._desk.focused_mark()
        if focused is None:
            return "", ""
        mark = self._desk.marks[focused]
        return mark.quote, mark.uid


def _source(article: Article, uid: str) -> "Source":
    from reader.domain.citation import Source, authors_of

    item = article.stored.item
    authors = authors_of([name.text for name in item.meta.reporters], item.byline)
    title = " ".join(item.title.split("\n")) if item.title else None
    return Source(article.page.meta, title, authors, article.page.source_name, uid or f"jianbao-{article.stored.id}")
