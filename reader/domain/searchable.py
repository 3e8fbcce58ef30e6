"""An article as search sees it: its view in stretches, each of one field, within which a word can be found.

A stretch is a run of paragraphs of one role. What is searched for may run on from one paragraph into the next, since a
paragraph that ends without a stop may have been cut by a column; it never runs from a headline into a byline.
"""

from collections.abc import Iterator
from itertools import groupby

from reader.domain.article import ArticleView
from reader.domain.model import Range, Role
from reader.domain.query import Field

_FIELDS = {
    Role.KICKER: Field.TITLE,
    Role.TITLE: Field.TITLE,
    Role.SUBTITLE: Field.TITLE,
    Role.BYLINE: Field.BYLINE,
    Role.CREDIT: Field.BYLINE,
}

TEXT_FIELDS = (Field.TEXT, Field.TITLE, Field.BYLINE)
"""The fields that an article's own text has, in the order of the index's columns."""


def stretches(view: ArticleView) -> Iterator[tuple[Field, Range]]:
    """The stretches of a view in order, as spans of it."""
    for role, group in groupby(view.paragraphs, key=lambda paragraph: paragraph.role):
        run = list(group)
        yield _FIELDS.get(role, Field.TEXT), Range(run[0].span.start, run[-1].span.end)
