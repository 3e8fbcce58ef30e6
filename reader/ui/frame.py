"""What a window offers to the commands that work in it. ``MainWindow`` builds the parts; commands know only this."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMainWindow

from reader.errors import UserError
from reader.services.library import Library
from reader.ui.actions.build import ActionSet
from reader.ui.appearance import Appearance
from reader.ui.change_bus import ChangeBus
from reader.ui.citing import Citing
from reader.ui.copies.watch import CopyWatch
from reader.ui.desk import Desk
from reader.ui.docks import Docks
from reader.ui.history_walk import HistoryWalk
from reader.ui.importing import Importing
from reader.ui.large_writes import LargeWrites
from reader.ui.marking import Marking
from reader.ui.panes import Panes
from reader.ui.search.searching import Searching
from reader.ui.settings import Settings
from reader.ui.status_line import StatusLine
from reader.ui.taking_in import TakingIn
from reader.ui.words import error_text
from reader.ui.workbench.repairing import Repairing
from reader.ui.workbench.splitting import Splitting
from reader.workers.jobs import JobRunner


@dataclass(frozen=True, slots=True)
class Found:
    """An article by its id, and the query that found it, or ""."""

    item_id: int
    query: str = ""


class Frame(QMainWindow):
    """A window with its parts, each described in its own module.

    Signals:
        library_wanted: the ``Path`` of a library that the user wants to open instead, the pages to import there, and
            what is to be shown there (``Found``), or None.
        rebuild_wanted: the window should be made anew, as after a change of language.
    """

    library_wanted = Signal(object, object, object)
    rebuild_wanted = Signal()

    library: Library
    settings: Settings
    bus: ChangeBus
    jobs: JobRunner
    desk: Desk
    actions_: ActionSet
    status: StatusLine
    marking: Marking
    citing: Citing
    repairing: Repairing
    splitting: Splitting
    importing: Importing
    taking_in: TakingIn
    writes: LargeWrites
    history: HistoryWalk
    appearance: Appearance
    docks: Docks
    panes: Panes
    searching: Searching
    copy_watch: CopyWatch

    def save_pending(self) -> None:
        """Save what is being typed in the notes or a panel: it is to be the last step, or part of what is read now."""
        self.desk.notes.save_pending()
        self.docks.save_pending()

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """Say what went wrong and what to do, where it does not stand in the way."""
        self.status.say(error_text(error))

    @Slot(object)
    def want_library(self, path: Path, pages: Sequence[Path] = (), found: Found | None = None) -> None:
        """Ask for another library, which must be there, in place of this one.

        Pages are imported there, and what was found there is shown.
        """
        self.library_wanted.emit(path, pages, found)
