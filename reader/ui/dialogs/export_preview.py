"""The first rows of an export as a table, and the job that reads them."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from reader.domain.export import ExportOptions
from reader.domain.mark_filter import MarkFilter
from reader.services.exporting import ExportPreview
from reader.services.library import Library
from reader.ui.dialogs.text_table import TextTableModel
from reader.workers.jobs import Work

_WIDE = {"quote", "context_before", "context_after", "note", "headline"}
_WIDEST, _WIDEST_TEXT = 120, 240


@dataclass(frozen=True, slots=True)
class Look:
    """What an export would be: its first rows, and how many annotations each choice of extent would give."""

    preview: ExportPreview
    whole: int
    selected: int


def look(wanted: MarkFilter, whole: MarkFilter, selected: MarkFilter, options: ExportOptions) -> Work:
    """A job that returns a ``Look`` at what is wanted."""

    def work(library: Library) -> Generator[object, None, Look]:
        if options.once:  # what is left out is only known where all is compared
            yield from library.copies.catch_up()
        counts = library.exports.count(whole), library.exports.count(selected)
        yield None
        return Look(library.exports.preview(wanted, options), *counts)

    return work


class PreviewTable(QTableView):
    """Shows the preview; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TextTableModel(parent=self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Preview"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.rows.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """As wide as needed, but for long texts."""
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            name = self.rows.headerData(column, Qt.Orientation.Horizontal)
            widest = _WIDEST_TEXT if name in _WIDE else _WIDEST
            self.setColumnWidth(column, min(self.columnWidth(column), widest))
