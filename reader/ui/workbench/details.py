"""The strip below the page that says why the line at the caret is what it is, and what is known of its article."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.domain.model import Range
from reader.ui.theme.tokens import Tokens
from reader.ui.workbench.about import About, about
from reader.ui.workbench.meta_words import field_words
from reader.ui.workbench.page_lines import PageLines
from reader.ui.workbench.why import Finding, findings

_HEIGHT = 148
"""Pixels, the same for every line, so that the page above does not move while it is walked."""


class Details(QScrollArea):
    """Shows the findings about one line as short paragraphs, and below them its item's metadata as links to the page.

    Signals:
        place_wanted: the ``Range`` of the page that says what was clicked.
    """

    place_wanted = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setContentsMargins(12, 8, 12, 8)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self._label.linkActivated.connect(self._on_link)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_HEIGHT)
        self.setObjectName("why")
        self.setAccessibleName(self.tr("Why"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme with the next line."""
        self._tokens = tokens

    def show_line(self, page: PageLines, line: int) -> None:
        """Say why a line is what it is; nothing of line -1."""
        found = list(findings(page, line)) if line >= 0 else []
        known = about(page, line) if line >= 0 else ()
        self._label.setText("".join(self._paragraph(one) for one in found) + self._known(known))
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """What is said, as rich text."""
        return self._label.text()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        start, end = link.split("-")
        self.place_wanted.emit(Range(int(start), int(end)))

    def _known(self, known: Sequence[About]) -> str:
        """Metadata on one line; what the page says is a link to where it says it."""
        tokens = self._tokens
        fields = []
        for one in known:
            values = self.tr(", ").join(self._value(words, span) for words, span in one.values)
            by_reader = self.tr("(by you)")
            written = f' <span style="color:{tokens.quiet}">{by_reader}</span>' if one.decided else ""
            name = escape(field_words(one.field))
            fields.append(f'<span style="color:{tokens.quiet}">{name}</span>&nbsp;{values}{written}')
        return f'<p style="margin:2px 0 6px 0">{" &nbsp; ".join(fields)}</p>' if fields else ""

    def _value(self, words: str, span: Range | None) -> str:
        if span is None:
            return escape(words)
        style = f"color:{self._tokens.accent}; text-decoration:none"
        return f'<a href="{span.start}-{span.end}" style="{style}">{escape(words)}</a>'

    def _paragraph(self, finding: Finding) -> str:
        tokens = self._tokens
        sign = f'<span style="color:{tokens.accent}">?</span> ' if finding.doubtful else ""
        reasons = [escape(reason) for reason in finding.reasons]
        if finding.rival:
            reasons.append(f'<span style="color:{tokens.ink}">{escape(finding.rival)}</span>')
        listed = self.tr("; ").join(reasons)
        line = f'<br><span style="color:{tokens.quiet}">{listed}</span>' if reasons else ""
        return f'<p style="margin:0 0 6px 0">{sign}<b>{escape(finding.decision)}</b>{line}</p>'
