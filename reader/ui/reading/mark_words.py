"""What a mark is called where only a few words fit."""

from collections.abc import Sequence
from html import escape

from reader.domain.article import ArticleView
from reader.ui.notes.wording import color_name, shortened, translate
from reader.ui.reading.runs import Mark

_STAR = "★"
_LONGEST = 240
"""Code points of a definition that a tool tip has room for."""


def mark_words(mark: Mark) -> str:
    """A mark by its stars and tags, or by its colour where it has no tags."""
    return f"{_STAR * mark.importance} {mark.label or color_name(mark.color)}".strip()


def meaning_tip(mark: Mark, meanings: Sequence[tuple[str, str]]) -> str:
    """A mark by its stars, and its tags by name with their definitions, as a tool tip; as ``mark_words`` without any.

    Long definitions are cut short: the codebook has all of them.
    """
    if not any(definition for _, definition in meanings):
        return mark_words(mark)
    said = [
        f"<b>#{escape(name)}</b>" + (f"<br>{_as_html(definition)}" if definition else "")
        for name, definition in meanings
    ]
    stars = [_STAR * mark.importance] if mark.importance else []
    return "".join(f"<p>{part}</p>" for part in [*stars, *said])


def _as_html(definition: str) -> str:
    text = definition.strip()
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return escape(cut).replace("\n", "<br>")


def mark_line(mark: Mark, view: ArticleView) -> str:
    """A mark by its words in the article, its stars and tags."""
    quote = translate("notes", "“{quote}”").format(quote=shortened(view.text[mark.start : mark.end]))
    return f"{quote} {_STAR * mark.importance} {mark.label}".strip().replace("  ", " ")
