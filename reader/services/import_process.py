"""The importing process: one request in on a pipe, events out on another, and an ear for being stopped."""

import os
import threading
from collections.abc import Generator, Iterator
from contextlib import closing
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

from reader.errors import UserError
from reader.services.hold import Hold
from reader.services.import_protocol import CANCEL, PAUSE, RESUME, decode_request, encode_event, encode_stop
from reader.services.importing import ImportEvent, ImportRequest
from reader.services.library import Library
from reader.services.splitting_pool import usable_cores

_NICENESS = 10  # so that the window, which has the user's eye, goes first


def serve(library_path: Path, commands: RawIOBase, events: BinaryIO) -> int:
    """Import what the first line of ``commands`` asks for and write what happens to ``events``.

    A line ``pause`` makes it wait before the next file until a line ``resume``; a line ``cancel``, or the end of
    ``commands`` because whoever asked is gone, stops it there. Only what was not cancelled is kept as unfinished.
    Returns the exit code: 0, or 1 where the library could not be written. It uses every core, for what the window
    leaves of them: the window goes first.

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
    stopped, given_up, hold = threading.Event(), threading.Event(), Hold()
    threading.Thread(target=_listen, args=(lines, stopped, given_up, hold), daemon=True).start()
    try:
        with (
            Library(library_path) as library,
            closing(_importing(library, decode_request(request), stopped, hold)) as happenings,
        ):
            for event in happenings:
                events.write(encode_event(event))
                events.flush()
            if given_up.is_set():
                library.unfinished.give_up()
    except UserError as error:
        events.write(encode_stop(error))
        events.flush()
        return 1
    return 0


def _importing(
    library: Library, request: ImportRequest, stopped: threading.Event, hold: Hold
) -> Generator[ImportEvent, None, None]:
    processes = usable_cores()
    return library.importer.import_pages(request, stopped.is_set, hold=hold, processes=processes)


def _listen(lines: Iterator[bytes], stopped: threading.Event, given_up: threading.Event, hold: Hold) -> None:
    """Wait for the word to pause, go on or stop, in a thread of its own, since reading a pipe blocks."""
    for line in lines:
        if line == PAUSE:
            hold.set()
        elif line == RESUME:
            hold.release()
        elif line == CANCEL:
            given_up.set()
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
