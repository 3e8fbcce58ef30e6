"""One program per user: a second start hands its files to the first and ends."""

import getpass
import json
import logging
import os
from collections.abc import Sequence

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 5000
"""How long a start waits for the first instance, which may still be busy with its own start."""
_LONGEST_REQUEST = 1_000_000  # bytes
_logger = logging.getLogger(__name__)


class FirstInstance(QObject):
    """Listens for later starts of the program.

    A lock file decides who is first. A socket alone cannot: Qt replaces one that somebody listens at. The lock of a
    program that was killed is known by its process id and taken over.

    Signals:
        called: the arguments (a list of texts) of a later start; the window should be raised.
    """

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(QDir.temp().filePath(f"{_address()}.lock"))
        self._lock.setStaleLockTime(0)  # however old it is, as long as its process lives
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._waiting: dict[QLocalSocket, bytes] = {}

    def listen(self) -> bool:
        """Become the first instance; False where there is one, or where no file can be written that says so."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(_address())  # left behind by a program that was killed
        return self._server.listen(_address())

    def close(self) -> None:
        """Stop listening and let another program be the first."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._waiting[socket] = b""
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(self._on_disconnected)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        received = self._waiting.get(socket, b"") + bytes(socket.readAll().data())
        self._waiting[socket] = received
        if len(received) > _LONGEST_REQUEST:
            socket.abort()
        elif received.endswith(b"\n"):
            self._answer(socket, received)

    def _answer(self, socket: QLocalSocket, request: bytes) -> None:
        try:
            arguments = [os.fsdecode(bytes.fromhex(argument)) for argument in json.loads(request)]
        except (ValueError, TypeError):
            _logger.warning("a request that no Jianbao sends: %r", request[:100])
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.called.emit(arguments)

    @Slot()
    def _on_disconnected(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        self._waiting.pop(socket, None)
        socket.deleteLater()


def call_first(arguments: Sequence[str]) -> bool:
    """Hand arguments to the program that already runs; False where none does, or where it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_address())
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    request = json.dumps([os.fsencode(argument).hex() for argument in arguments])
    socket.write(request.encode("ascii") + b"\n")
    return socket.waitForBytesWritten(_ANSWER_MS) and socket.waitForReadyRead(_ANSWER_MS)


def _address() -> str:
    """A name of its own for each user and home, so that two accounts, or a test, do not meet."""
    who = f"{getpass.getuser()} {os.environ.get('XDG_RUNTIME_DIR', '')} {os.environ.get('HOME', '')}"
    digest = QCryptographicHash.hash(who.encode(), QCryptographicHash.Algorithm.Sha256)
    return f"jianbao-{bytes(digest.data()).hex()[:16]}"
