"""One program per user: a second start hands its files to the first and ends."""

import getpass
import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QDir, QLockFile, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from reader.ui.instance_server import CallServer

ANSWER_MS = 5000
"""How long a start waits for the first instance, which may still be busy with its own start."""
_AGAIN_MS = 50


class FirstInstance(QObject):
    """Is first, or not; and listens for later starts of the program.

    A lock file decides who is first. A socket alone cannot: Qt replaces one that somebody listens at. The lock of a
    program that was killed is known by its process id and taken over.

    Signals:
        called: the arguments (a list of texts) of a later start; the window should be raised.
    """

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(QDir.temp().filePath(f"{address()}.lock"))
        self._lock.setStaleLockTime(0)  # however old it is, as long as its process lives
        self._server: CallServer | None = None

    def claim(self) -> bool:
        """Become the first instance; False where there is one, or where no file can be written that says so."""
        return self._lock.tryLock(0)

    def there_is_another(self) -> bool:
        """Whether ``claim`` failed for there being one."""
        return self._lock.error() is QLockFile.LockError.LockFailedError

    @Slot()
    def listen(self) -> None:
        """Listen for later starts, which is for the first instance alone; those that came meanwhile try again."""
        from reader.ui.instance_server import CallServer  # sockets take longer to load than a window should wait

        self._server = CallServer(self)
        self._server.called.connect(self.called)
        self._server.listen(address())

    def close(self) -> None:
        """Stop listening and let another program be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()


def call_first(arguments: Sequence[str], *, patiently: bool) -> bool:
    """Hand arguments to the program that already runs; False where none does, or where it does not answer.

    A program that has only just begun does not listen yet; ``patiently``, it is given the time that an answer is.
    """
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    until = QDeadlineTimer(ANSWER_MS if patiently else 0)
    socket.connectToServer(address())
    while not socket.waitForConnected(ANSWER_MS):
        if until.hasExpired():
            return False
        QThread.msleep(_AGAIN_MS)
        socket.connectToServer(address())
    request = json.dumps([os.fsencode(argument).hex() for argument in arguments])
    socket.write(request.encode("ascii") + b"\n")
    return socket.waitForBytesWritten(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)


def address() -> str:
    """A name of its own for each user and home, so that two accounts, or a test, do not meet."""
    who = f"{getpass.getuser()} {os.environ.get('XDG_RUNTIME_DIR', '')} {os.environ.get('HOME', '')}"
    digest = QCryptographicHash.hash(who.encode(), QCryptographicHash.Algorithm.Sha256)
    return f"jianbao-{bytes(digest.data()).hex()[:16]}"
