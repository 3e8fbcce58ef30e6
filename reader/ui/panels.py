"""Which panel each dock holds. A panel's modules are loaded when it is made, which keeps the start fast."""

from collections.abc import Callable, Mapping

from reader.ui.dock_panel import DockPanel
from reader.ui.frame import Frame


def _analysis(window: Frame) -> DockPanel:
    from reader.ui.analysis.panel import AnalysisPanel

    return AnalysisPanel(window)


def _copies(window: Frame) -> DockPanel:
    from reader.ui.copies.panel import CopyPanel

    return CopyPanel(window)


def _codebook(window: Frame) -> DockPanel:
    from reader.ui.codebook.panel import CodebookPanel

    return CodebookPanel(window)


def _history(window: Frame) -> DockPanel:
    from reader.ui.history.panel import HistoryPanel

    return HistoryPanel(window)


def _marks(window: Frame) -> DockPanel:
    from reader.ui.annotations.panel import MarksPanel

    return MarksPanel(window)


def _orphans(window: Frame) -> DockPanel:
    from reader.ui.orphans.panel import OrphansPanel

    return OrphansPanel(window)


MAKERS: Mapping[str, Callable[[Frame], DockPanel]] = {
    "codebook": _codebook,
    "marks": _marks,
    "history": _history,
    "analysis": _analysis,
    "orphans": _orphans,
    "copies": _copies,
}
"""For each row of ``ui/actions/dock_table.py`` what makes its panel."""


def make_panel(window: Frame, dock_id: str) -> DockPanel:
    """The panel of a dock. Raises KeyError for a row without one."""
    return MAKERS[dock_id](window)
