"""What is said of an article that was found."""

from PySide6.QtCore import QCoreApplication

from reader.domain.found import Facet, SearchHit, Snippet
from reader.ui.words import page_words, tr

translate = QCoreApplication.translate


def place_words(hit: SearchHit, library: str = "") -> str:
    """Newspaper, date and page, as far as they are known, behind the name of another library."""
    place = page_words(hit.meta)
    return translate("search", "{library} › {place}").format(library=library, place=place) if library else place


def hits_words(hit: SearchHit) -> str:
    """How many hits an article has (nothing where only tags or dates were asked for), and how many copies it hides."""
    hits = tr("%Ln hit(s)", "", hit.hits) if hit.hits else ""
    copies = tr("+%Ln copy(s)", "", hit.copies) if hit.copies else ""
    return " · ".join(part for part in (hits, copies) if part)


def snippet_prefix(snippet: Snippet) -> str:
    """What stands before words of a note or the name of a tag, which are not the article's own."""
    if snippet.of_tag:
        return translate("search", "Tag: ")
    if snippet.of_memo:
        return translate("search", "Memo: ")
    return translate("search", "Note: ") if snippet.annotation_id is not None else ""


def spoken(hit: SearchHit, place: str) -> str:
    """A row for a screen reader, with where its article stands."""
    words = [snippet_prefix(snippet) + snippet.text for snippet in hit.snippets[:1]]
    return ", ".join(part for part in (hit.label, place, hits_words(hit), *words) if part)


def facet_words(facet: Facet) -> str:
    """What articles are narrowed by."""
    return {
        Facet.NEWSPAPER: translate("search", "Newspaper"),
        Facet.YEAR: translate("search", "Year"),
        Facet.SECTION: translate("search", "Section"),
        Facet.TAG: translate("search", "Tag"),
    }[facet]


def unknown_words(facet: Facet) -> str:
    """What stands for articles without a value."""
    return {
        Facet.NEWSPAPER: translate("search", "(no newspaper)"),
        Facet.YEAR: translate("search", "(no date)"),
        Facet.SECTION: translate("search", "(no section)"),
        Facet.TAG: translate("search", "(no tag)"),
    }[facet]
