"""The importing process: one request in on a pipe, events out on another, and an ear for being stopped."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

from reader.errors import UserError
from reader.services.import_protocol import CANCEL, decode_request, encode_event, encode_stop
from reader.services.library import Library

_NICENESS = 10  # so that the window, which has the user's eye, goes first


def serve(library_path: Path, commands: RawIOBase, events: BinaryIO) -> int:
    """Import what the first line of ``commands`` asks for and write what happens to ``events``.

    A line ``cancel``, or the end of ``commands`` because whoever asked is gone, stops it before the next file. Returns
    the exit code: 0, or 1 where the library could not be written.

    Args:
        library_path: the library, made as needed.
        commands: an unbuffered stream. (A thread is still reading it when the process ends, and must hold no lock of a
            buffer by then.)
        events: where the events go; flushed after each.
    """
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    lines = _lines(commands)
    request = next(lines, None)
    if request is None:
        return 0
    stopped = threading.Event()
    threading.Thread(target=_listen, args=(lines, stopped), daemon=True).start()
    try:
        with (
            Library(library_path) as library,
            closing(library.importer.import_pages(decode_request(request), stopped.is_set)) as happenings,
        ):
            for event in happenings:
                events.write(encode_event(event))
                events.flush()
    except UserError as error:
        events.write(encode_stop(error))
        events.flush()
        return 1
    return 0


def _listen(lines: Iterator[bytes], stopped: threading.Event) -> None:
    """Wait for the word to stop, in a thread of its own, since reading a pipe blocks."""
    for line in lines:
        if line == CANCEL:
            break
    stopped.set()


def _lines(stream: RawIOBase) -> Iterator[bytes]:
    """The complete lines of an unbuffered stream, as they arrive."""
    pending = bytearray()
    while chunk := stream.read(65536):
        pending += chunk
        while (end := pending.find(b"\n") + 1) > 0:
            yield bytes(pending[:end])
            del pending[:end]
