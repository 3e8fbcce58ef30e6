"""A glance at an article of another library: to read and copy from, with what the search found in it outlined."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout

from reader.domain.found import SearchHit
from reader.errors import UserError
from reader.services.pages import Article
from reader.ui.frame import Found, Frame
from reader.ui.reading.pane import ArticleHeader, ReadingPane
from reader.ui.search.asking import glance_work
from reader.ui.words import error_text, item_words

_SIZE = (760, 640)
_MARGIN = 8


class Glance(QDialog):
    """Shows one article of what a window found in other libraries; these stay as they are.

    Attributes:
        reading: the pane that shows it.
        open_button: opens its library in place of this one, with the article open.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._hit: SearchHit | None = None
        self._query = window.searching.query
        self._about = QLabel(self)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        appearance = window.appearance
        self.reading = ReadingPane(self, typography=appearance.typography, tokens=appearance.tokens)
        self.open_button = QPushButton(self.tr("&Open its library"), self)
        self._lay_out()
        self._bind()
        self.open_button.setToolTip(self.tr("In place of the one that is open, with this article (Ctrl+Enter)"))
        self.open_button.clicked.connect(self._open)
        self.reading.set_empty_state("", self.tr("Opening the article…"))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the text
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN, 0, 0)
        layout.setSpacing(_MARGIN)
        self._about.setIndent(_MARGIN * 2)
        layout.addWidget(self._about)
        layout.addWidget(self.reading, 1)
        layout.addLayout(foot)
        self.resize(*_SIZE)

    def _bind(self) -> None:
        """Give keys that the window has for the same the same meaning here, as the user set them."""
        for action, does in (
            ("next_article", partial(self._step, 1)),
            ("previous_article", partial(self._step, -1)),
            ("next_hit", partial(self.reading.step_hit, 1)),
            ("previous_hit", partial(self.reading.step_hit, -1)),
            ("find", self.reading.open_find),
            ("find_next", self.reading.find_next),
            ("find_previous", self.reading.find_previous),
        ):
            for key in self._window.actions_[action].shortcuts():
                QShortcut(key, self).activated.connect(does)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._open)

    def show_hit(self, hit: SearchHit) -> None:
        """Fetch the article of a hit and show it; until it is there, what was shown before stays."""
        self._hit = hit
        job = self._window.jobs.start(glance_work(Path(hit.library), hit.item_id), supersedes="glance")
        job.finished.connect(self._on_article)
        job.refused.connect(self._on_refused)

    def _say(self, further: str = "") -> None:
        """Say what is shown and in which library that is, and something further."""
        assert self._hit is not None
        self.setWindowTitle(" ".join(self._hit.label.split("\n")))
        name = self._window.searching.attaching.names.get(Path(self._hit.library), self._hit.library)
        about = self.tr("In the library “{name}”, to read only").format(name=name)
        self._about.setText("   ·   ".join(part for part in (about, further) if part))

    def _step(self, by: int) -> None:
        hit = self._window.searching.walking.step_beside(by)
        if hit is None:
            self._say(self.tr("There is no further article of other libraries"))
        else:
            self.show_hit(hit)

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        if article is None:
            self._show_none(self.tr("The article is gone"), self.tr("Its library was changed since the search."))
            return
        self._say()
        self.reading.show_article(article.view, ArticleHeader(item_words(article.page.meta, article.stored.item)), ())
        self.reading.show_hits(self._window.library.search.hits(self._query, article))
        self.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._show_none(self.tr("The article cannot be read"), error_text(error))

    def _show_none(self, title: str, hint: str) -> None:
        self._say()
        self.reading.clear()
        self.reading.set_empty_state(title, hint)

    @Slot()
    def _open(self) -> None:
        if self._hit is not None:
            self.accept()
            self._window.want_library(Path(self._hit.library), found=Found(self._hit.item_id, self._query))
