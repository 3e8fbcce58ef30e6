"""Import requests and events as lines of ASCII JSON, for a pipe between two processes.

File names may hold what no encoding can write (bytes that are no UTF-8); as JSON escapes they survive.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.errors import ErrorCode, UserError
from reader.services.importing import (
    Failed,
    Finished,
    Found,
    Imported,
    ImportEvent,
    ImportRequest,
    Paused,
    Resumed,
    Started,
)
from reader.services.pages import MetaEdit
from reader.services.revising import Revision

CANCEL = b"cancel\n"
"""The line that asks the importing process to stop before the next file; the end of its input asks the same."""
PAUSE = b"pause\n"
"""The line that asks it to wait before the next file."""
RESUME = b"resume\n"
"""The line that asks it to go on."""

_EVENTS: dict[str, type[ImportEvent]] = {
    "found": Found,
    "started": Started,
    "imported": Imported,
    "failed": Failed,
    "paused": Paused,
    "resumed": Resumed,
    "finished": Finished,
}
_NAMES = {event: name for name, event in _EVENTS.items()}
_STOPPED = "stopped"


def encode_request(request: ImportRequest) -> bytes:
    """A request as one line."""
    return _line({"paths": [str(path) for path in request.paths], "encoding": request.encoding, **asdict(request.meta)})


def decode_request(line: bytes) -> ImportRequest:
    """What ``encode_request`` made."""
    fields: dict[str, Any] = json.loads(line)
    paths = tuple(Path(path) for path in fields.pop("paths"))
    return ImportRequest(paths, fields.pop("encoding"), MetaEdit(**fields))


def encode_event(event: ImportEvent) -> bytes:
    """An event as one line."""
    return _line({"event": _NAMES[type(event)], **asdict(event)})


def encode_stop(error: UserError) -> bytes:
    """The last line of an import that the library itself ended."""
    return _line({"event": _STOPPED, "code": error.code, "path": error.path, "detail": error.detail})


def decode_event(line: bytes) -> ImportEvent | UserError:
    """What ``encode_event`` or ``encode_stop`` made."""
    fields: dict[str, Any] = json.loads(line)
    name = fields.pop("event")
    if "code" in fields:
        fields["code"] = ErrorCode(fields["code"])
    if name == _STOPPED:
        return UserError(**fields)
    if "item_ids" in fields:
        fields["item_ids"] = tuple(fields["item_ids"])
    if fields.get("revision"):
        fields["revision"] = Revision(**fields["revision"])
    return _EVENTS[name](**fields)


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
