"""The strip below the page that says why the line at the caret is what it is."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.theme.tokens import Tokens
from reader.ui.workbench.page_lines import PageLines
from reader.ui.workbench.why import Finding, findings

_HEIGHT = 148
"""Pixels, the same for every line, so that the page above does not move while it is walked."""


class Details(QScrollArea):
    """Shows the findings about one line as short paragraphs."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setContentsMargins(12, 8, 12, 8)
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
        self._label.setText("".join(self._paragraph(one) for one in found))
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """What is said, as rich text."""
        return self._label.text()

    def _paragraph(self, finding: Finding) -> str:
        tokens = self._tokens
        sign = f'<span style="color:{tokens.accent}">?</span> ' if finding.doubtful else ""
        reasons = [escape(reason) for reason in finding.reasons]
        if finding.rival:
            reasons.append(f'<span style="color:{tokens.ink}">{escape(finding.rival)}</span>')
        listed = self.tr("; ").join(reasons)
        line = f'<br><span style="color:{tokens.quiet}">{listed}</span>' if reasons else ""
        return f'<p style="margin:0 0 6px 0">{sign}<b>{escape(finding.decision)}</b>{line}</p>'
