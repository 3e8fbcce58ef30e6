"""Where the first program hears of later starts: each hands its arguments over, and is told that they came."""

import json
import logging
import os

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_REQUEST = 1_000_000  # bytes
_logger = logging.getLogger(__name__)


class CallServer(QObject):
    """Listens at an address; what no Jianbao sends is logged and refused.

    Signals:
        called: the arguments (a list of texts) of a later start.
    """

    called = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._waiting: dict[QLocalSocket, bytes] = {}

    def listen(self, address: str) -> None:
        """Listen at an address that is this program's alone."""
        QLocalServer.removeServer(address)  # left behind by a program that was killed
        if not self._server.listen(address):
            _logger.warning("later starts cannot be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

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
