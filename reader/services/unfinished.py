"""Imports of many files that were stopped or killed, so that the next start can offer to go on with them."""

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.storage.processes import is_alive
from reader.storage.unfinished import ImportNote, UnfinishedStore

if TYPE_CHECKING:
    from reader.services.importing import ImportRequest


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that did not come to its end: what was asked for, and how many of its files are left, of how many.

    To go on with it, ask for the same again: pages that are known are left as they are.
    """

    name: str
    request: "ImportRequest"
    left: int
    total: int


class UnfinishedImports:
    """Keeps note of imports while they run."""

    def __init__(self, store: UnfinishedStore) -> None:
        self._store = store

    def begin(self, request: "ImportRequest", total: int) -> str:
        """Note an import of so many files that begins; one that goes on with an earlier one takes its place."""
        self.forget(request)
        return self._store.add(_written(request), os.getpid(), total)

    def forget(self, request: "ImportRequest") -> None:
        """What was asked for is done, by an import too small to be noted."""
        notes = self._store.all()
        text = _written(request) if notes else ""
        for note in notes:
            if note.request == text and not is_alive(note.process):
                self._store.remove(note.name)

    def set_done(self, name: str, done: int) -> None:
        """Say how many files are done, within the transaction that is open."""
        self._store.set_done(name, done)

    def end(self, name: str) -> None:
        """The import has come to its end, or nobody wants to go on with it."""
        self._store.remove(name)

    def give_up(self) -> None:
        """Forget the imports of this process: the user stopped them on purpose."""
        for note in self._store.all():
            if note.process == os.getpid():
                self._store.remove(note.name)

    def all(self) -> list[Unfinished]:
        """Those that no process runs any more, the newest first."""
        return [_read(note) for note in reversed(self._store.all()) if not is_alive(note.process)]


def _written(request: "ImportRequest") -> str:
    """A request as it is noted: with paths that mean the same from everywhere."""
    from reader.services.import_protocol import encode_request

    absolute = replace(request, paths=tuple(path.absolute() for path in request.paths))
    return encode_request(absolute).decode("ascii").rstrip()


def _read(note: ImportNote) -> Unfinished:
    from reader.services.import_protocol import decode_request

    request = decode_request(note.request.encode("ascii"))
    return Unfinished(note.name, request, max(note.total - note.done, 0), note.total)
