"""What analyses are called, and what their rows and columns say."""

from PySide6.QtCore import QCoreApplication

from reader.domain.analysis import OVER_TIME, TOGETHER, Count, Grid, Heading, Question, Quote
from reader.domain.picture import MOST_LINES, MOST_ROWS, Words
from reader.ui.words import page_words

translate = QCoreApplication.translate
_INDENT = "\u2003"  # an em space for each level of the codebook


def question_words(question: Question) -> str:
    """A question, as the reader chooses it."""
    return {
        Question.TAGS: translate("analysis", "How often each tag"),
        Question.NEWSPAPERS: translate("analysis", "Tags by newspaper"),
        Question.SECTIONS: translate("analysis", "Tags by section"),
        Question.YEARS: translate("analysis", "Tags by year"),
        Question.MONTHS: translate("analysis", "Tags by month"),
        Question.IN_ARTICLE: translate("analysis", "Tags in one article"),
        Question.IN_PARAGRAPH: translate("analysis", "Tags in one paragraph"),
        Question.IN_SENTENCE: translate("analysis", "Tags in one sentence"),
    }[question]


def row_words(heading: Heading) -> str:
    """The name of a row: a tag, or annotations without one."""
    return heading.value or translate("analysis", "(no tag)")


def column_words(question: Question, heading: Heading) -> str:
    """The name of a column."""
    if question is Question.TAGS:
        return {
            Count.OWN: translate("analysis", "Annotations"),
            Count.WITH_SUBTAGS: translate("analysis", "With subtags"),
            Count.ARTICLES: translate("analysis", "Articles"),
        }[Count(heading.value)]
    if question in TOGETHER:
        return row_words(heading)
    unknown = {
        Question.NEWSPAPERS: translate("analysis", "(no newspaper)"),
        Question.SECTIONS: translate("analysis", "(no section)"),
    }
    return heading.value or unknown.get(question, translate("analysis", "(no date)"))


def picture_words(grid: Grid) -> Words:
    """What a picture says of a grid, and what it leaves out."""
    remarks = []
    cut = MOST_LINES if grid.question in OVER_TIME else MOST_ROWS
    if len(grid.rows) > cut:
        remarks.append(translate("analysis", "The {number} tags with the most annotations").format(number=cut))
    if grid.question in OVER_TIME and any(not column.value for column in grid.columns):
        remarks.append(translate("analysis", "without annotations of undated pages"))
    return Words(
        tuple(_INDENT * row.level + row_words(row) for row in grid.rows),
        tuple(column_words(grid.question, column) for column in grid.columns),
        " · ".join(remarks),
    )


def cell_words(grid: Grid, row: int, column: int) -> str:
    """A cell in words: its row, its column, its number."""
    names = [row_words(grid.rows[row])]
    if grid.question is not Question.TAGS:
        names.append(column_words(grid.question, grid.columns[column]))
    return " × ".join(names)


def place_words(quote: Quote) -> str:
    """Where a quote stands: headline, newspaper, date and page, as far as they are known."""
    return " · ".join(part for part in (quote.headline, page_words(quote.meta)) if part)
