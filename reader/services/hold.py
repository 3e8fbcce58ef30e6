"""A switch that makes work wait, turned by another thread."""

from collections.abc import Callable
from threading import Event

_STOP_LOOK_S = 0.2
_ALIVE_EVERY = 300  # looks


class Hold:
    """Whether work is to wait."""

    def __init__(self) -> None:
        self._may_go_on = Event()
        self._may_go_on.set()

    def set(self) -> None:
        """Let work wait at its next step."""
        self._may_go_on.clear()

    def release(self) -> None:
        """Let it go on."""
        self._may_go_on.set()

    def is_set(self) -> bool:
        """Whether it is to wait."""
        return not self._may_go_on.is_set()

    def wait(self, should_stop: Callable[[], bool], keep_alive: Callable[[], None]) -> None:
        """Return when it may go on or should stop. ``keep_alive`` is called every minute until then."""
        looks = 0
        while not self._may_go_on.wait(_STOP_LOOK_S) and not should_stop():
            looks += 1
            if looks % _ALIVE_EVERY == 0:
                keep_alive()
