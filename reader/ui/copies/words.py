"""What is said of copies."""

from html import escape

from reader.domain.model import Color
from reader.domain.rewording import Change, Part
from reader.services.pages import Article
from reader.ui.theme.tokens import Tokens
from reader.ui.words import page_words

_GONE, _CAME = Color.PINK, Color.GREEN
_TAGS = {Change.SAME: "{}", Change.GONE: "<s class='gone'>{}</s>", Change.CAME: "<u class='came'>{}</u>"}


def headline(article: Article) -> str:
    """The headline of an article, or how its text begins."""
    return article.stored.item.title or article.view.text[:40].partition("\n")[0]


def place(article: Article) -> str:
    """Where an article was printed."""
    return page_words(article.page.meta)


def difference_html(parts: list[Part], tokens: Tokens) -> str:
    """A text with what is gone struck out and what came underlined, each on a ground of its own."""
    gone, came = tokens.marks[_GONE].fill, tokens.marks[_CAME].fill
    style = f"<style>.gone {{ background: {gone}; }} .came {{ background: {came}; }}</style>"
    body = "".join(_TAGS[part.change].format(escape(part.text)) for part in parts)
    return style + "".join(f"<p style='line-height: 160%; margin: 0 0 4px 0'>{line}</p>" for line in body.split("\n"))
