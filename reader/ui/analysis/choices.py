"""What is asked: the question, of which annotations, and how it is counted."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QTabBar, QWidget

from reader.domain.analysis import TOGETHER, Question
from reader.ui.analysis.words import question_words


class Choices(QWidget):
    """One row of fields over an analysis.

    Signals:
        asked: another question, other annotations, or counted otherwise: with subtags, or copies once.
        shown_otherwise: the same answer, as numbers or as closeness.
        save_wanted: the answer is to be written to a file.

    Attributes:
        tabs: whether the answer is shown as a table (0) or as a picture (1).
        save: the button.
    """

    asked = Signal()
    shown_otherwise = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QComboBox(self)
        self._question.setAccessibleName(self.tr("Question"))
        for question in Question:
            self._question.addItem(question_words(question), question)
        self._where = QComboBox(self)
        self._where.setAccessibleName(self.tr("Annotations that are counted"))
        self._where.addItem(self.tr("Whole library"))
        self._where.addItem(self.tr("Selected in the tree"))
        self._subtags = QCheckBox(self.tr("With su&btags"), self)
        self._subtags.setToolTip(self.tr("A tag counts what the tags under it have, too"))
        self._once = QCheckBox(self.tr("Copies &once"), self)
        self._once.setToolTip(
            self.tr(
                "An article counts once in however many papers it stands; what is marked alike on its copies is one"
            )
        )
        self._closeness = QCheckBox(self.tr("&Closeness"), self)
        self._closeness.setToolTip(
            self.tr("How often both occur, by how often either does: 0 to 1 (Jaccard index, c-coefficient)")
        )
        self.save = QPushButton(self.tr("&Save…"), self)
        self.save.setToolTip(self.tr("The table as CSV, or the picture as PNG or SVG"))
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("&Table"))
        self.tabs.addTab(self.tr("&Picture"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        for widget in (self._question, self._where, self._subtags, self._once, self._closeness):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self.tabs)
        layout.addWidget(self.save)
        self.setFocusProxy(self._question)
        self.setTabOrder(self.tabs, self.save)
        self._question.currentIndexChanged.connect(self._on_question_changed)
        self._where.currentIndexChanged.connect(self.asked)
        self._subtags.toggled.connect(self.asked)
        self._once.toggled.connect(self.asked)
        self._closeness.toggled.connect(self.shown_otherwise)
        self.save.clicked.connect(self.save_wanted)
        self._show_what_applies()

    @property
    def question(self) -> Question:
        """The question."""
        return Question(self._question.currentData())

    def set_question(self, question: Question) -> None:
        """Choose a question."""
        self._question.setCurrentIndex(self._question.findData(question))

    @property
    def of_selection(self) -> bool:
        """Whether only what is selected in the tree counts."""
        return self._where.currentIndex() == 1

    @property
    def subtags(self) -> bool:
        """Whether a tag counts what those under it have."""
        return self._subtags.isChecked() and self.question is not Question.TAGS

    @property
    def once(self) -> bool:
        """Whether an article counts once, in however many papers it stands."""
        return self._once.isChecked()

    @property
    def closeness(self) -> bool:
        """Whether closeness is shown in place of numbers."""
        return self._closeness.isChecked()

    @Slot()
    def _on_question_changed(self) -> None:
        self._show_what_applies()
        self.asked.emit()

    def _show_what_applies(self) -> None:
        self._closeness.setVisible(self.question in TOGETHER)
        self._subtags.setVisible(self.question is not Question.TAGS)
