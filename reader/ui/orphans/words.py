"""Marks to be settled in words: where they were, and what is offered for them."""

from PySide6.QtCore import QCoreApplication, QLocale

from reader.domain.model import Annotation
from reader.services.anchoring import Place, Unsettled
from reader.ui.words import page_words

translate = QCoreApplication.translate


def where_words(unsettled: Unsettled) -> str:
    """The page that a mark was made on, by what it says of itself or by its file."""
    return page_words(unsettled.page.meta) or unsettled.page.source_name


def score_words(score: float) -> str:
    """How well a place fits, as a percentage."""
    return QLocale().toString(round(score * 100)) + QLocale().percent()


def place_words(place: Place) -> str:
    """“72 % · Headline”: how well a place fits and the article that it is in."""
    return " · ".join(part for part in (score_words(place.score), place.headline) if part)


def spoken_place(place: Place) -> str:
    """A place as a screen reader tells it."""
    return translate("orphans", "fits {score}, {headline}: {quote}").format(
        score=score_words(place.score), headline=place.headline, quote=place.quote
    )


def tag_words(annotation: Annotation) -> str:
    """The tags of a mark."""
    return "  ".join(f"#{tag}" for tag in annotation.tags)


def on_one_line(text: str) -> str:
    """Words of a page without its line feeds."""
    return " ".join(text.split())
