"""What was marked, as it stood: where it was, the words in their context, the note and the tags."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.domain.model import AnchorState, Range
from reader.services.anchoring import Unsettled
from reader.ui.orphans.passage import Passage
from reader.ui.orphans.words import on_one_line, tag_words, where_words
from reader.ui.theme.tokens import Tokens

_MARGIN = 12
_FRAME = 16  # pixels around the passage
_ROOM_FOR_TAGS = 108
_NOTE = 60
"""Code points of a note that are shown; the tool tip has it all."""
_AROUND = 120
"""Code points of the older text that are shown on each side of an orphan."""


class MarkView(QWidget):
    """Shows one mark that is to be settled.

    Attributes:
        where, note, tags: labels; the last two are hidden where there is nothing to say.
        passage: the quote in its context.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = self._label(quiet=True)
        self.passage = Passage(self)
        self.passage.setAccessibleName(self.tr("What was marked"))
        self.passage.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.passage.setMinimumHeight(2 * self.passage.fontMetrics().lineSpacing() + _FRAME)
        self.note = self._label()
        self.tags = self._label(quiet=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        layout.setSpacing(4)
        layout.addWidget(self.where)
        layout.addWidget(self.passage, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.tags)

    def show_mark(self, unsettled: Unsettled | None) -> None:
        """Show another mark, or none."""
        if unsettled is None:
            self.where.clear()
            self.passage.clear()
            self._say(self.note, "")
            self._say(self.tags, "")
            return
        annotation = unsettled.annotation
        self.where.setText(where_words(unsettled))
        self.passage.show_text(*_in_context(unsettled), annotation.color)
        note = on_one_line(annotation.note)
        self._say(self.note, note if len(note) <= _NOTE else f"{note[:_NOTE]}…")
        self.note.setToolTip(annotation.note)
        self.tags.setText(tag_words(annotation))
        self._show_tags()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low view the tags give way to the words."""
        super().resizeEvent(event)
        self._show_tags()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.passage.set_tokens(tokens)

    def _show_tags(self) -> None:
        self.tags.setVisible(bool(self.tags.text()) and self.height() >= _ROOM_FOR_TAGS)

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _label(self, *, quiet: bool = False) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("quiet", quiet)
        return label


def _in_context(unsettled: Unsettled) -> tuple[str, list[Range]]:
    """What is shown of a mark, and where its words are in it: of an orphan, its ranges in the older text."""
    annotation, text = unsettled.annotation, unsettled.page.text
    if annotation.state is not AnchorState.ORPHAN:
        quote = Range(len(annotation.prefix), len(annotation.prefix) + len(annotation.quote))
        return annotation.prefix + annotation.quote + annotation.suffix, [quote]
    start = max(min(span.start for span in annotation.ranges) - _AROUND, 0)
    end = max(span.end for span in annotation.ranges) + _AROUND
    return text[start:end], [Range(span.start - start, span.end - start) for span in annotation.ranges]
