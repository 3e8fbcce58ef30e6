"""What a mark is called where only a few words fit."""

from reader.domain.article import ArticleView
from reader.ui.notes.wording import color_name, shortened, translate
from reader.ui.reading.runs import Mark

_STAR = "★"


def mark_words(mark: Mark) -> str:
    """A mark by its stars and tags, or by its colour where it has no tags."""
    return f"{_STAR * mark.importance} {mark.label or color_name(mark.color)}".strip()


def mark_line(mark: Mark, view: ArticleView) -> str:
    """A mark by its words in the article, its stars and tags."""
    quote = translate("notes", "“{quote}”").format(quote=shortened(view.text[mark.start : mark.end]))
    return f"{quote} {_STAR * mark.importance} {mark.label}".strip().replace("  ", " ")
