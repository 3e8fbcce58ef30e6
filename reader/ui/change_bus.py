"""Tells every view what a write touched, so that each refreshes only that."""

from PySide6.QtCore import QObject, Signal

from reader.domain.model import Changes


class ChangeBus(QObject):
    """Announces changes. One per open library; lives in the GUI thread.

    Signals:
        changed: (Changes, initiator): what was touched, and the object that did it or None. A view that made the change
            itself and is already up to date skips its own.
    """

    changed = Signal(object, object)

    def announce(self, changes: Changes, initiator: object = None) -> None:
        """Tell the views of a change; nothing is said of an empty one."""
        if changes != Changes(history=False):
            self.changed.emit(changes, initiator)
