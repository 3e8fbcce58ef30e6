"""What may come from anywhere: reads files, zip files, XML and JSON within limits, and gives values of the type asked.

Nothing here trusts what a file says of its own size, follows a path in it, or opens anything that it names.
"""

import json
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from lxml import etree

from reader.errors import ErrorCode, UserError

MEGABYTE = 1 << 20
LARGEST_FILE = 256 * MEGABYTE
MOST_ENTRIES = 200_000
LARGEST_UNPACKED = 2048 * MEGABYTE
LARGEST_ENTRY = 256 * MEGABYTE
STEEPEST = 200
"""How many times its size in the file an entry may have unpacked: Chinese text comes to 3, XML of marks to 40."""
_SMALL = MEGABYTE  # an entry of less is no bomb, however steep
_LARGEST_NUMBER = 1 << 31
_NOTATIONS = ("utf-8-sig", "gb18030")


def read_bytes(path: Path) -> bytes:
    """A whole file. Raises UserError: it cannot be read, or is larger than any export."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UserError(ErrorCode.FILE_VANISHED, str(path)) from error
    except OSError as error:
        raise UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error)) from error
    if len(content) > LARGEST_FILE:
        raise UserError(ErrorCode.PARCEL_TOO_LARGE, str(path), f"{LARGEST_FILE // MEGABYTE} MB")
    return content


def decoded(content: bytes, path: Path) -> str:
    """Text in UTF-8, UTF-16 with a byte order mark, or GB18030. Raises UserError FILE_ENCODING for anything else."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        notations: tuple[str, ...] = ("utf-16",)
    else:
        notations = _NOTATIONS
    for notation in notations:
        try:
            return content.decode(notation)
        except UnicodeDecodeError:
            continue
    raise UserError(ErrorCode.FILE_ENCODING, str(path), notations[0].removesuffix("-sig").upper())


def parsed_json(path: Path) -> dict[str, Any]:
    """The object that a JSON file has. Raises UserError for one that is damaged, too deep, or no object."""
    content = read_bytes(path)
    try:
        value = json.loads(content)
    except RecursionError as error:
        raise damaged(path, "too deep") from error
    except ValueError as error:  # what is no JSON, no UTF, or a number of too many digits
        raise damaged(path, str(error)) from error
    if not isinstance(value, dict):
        raise damaged(path, "no object")
    return value


def parsed_xml(content: bytes, path: Path) -> etree._Element:
    """The root of an XML document. Raises UserError for one that is damaged or has a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(path, str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(path, "document type declaration")
    return root


class SafeZip:
    """A zip file whose entries are read into memory one by one, each within the limits.

    Raises:
        UserError: the file is no zip file, has too many entries, or one that is damaged or swells beyond the limits.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise damaged(path, str(error)) from error
        except FileNotFoundError as error:
            raise UserError(ErrorCode.FILE_VANISHED, str(path)) from error
        except OSError as error:
            raise UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error)) from error
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            self._zip.close()
            raise UserError(ErrorCode.PARCEL_TOO_LARGE, str(path), f"{MOST_ENTRIES:,}")
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """What an entry holds, its name compared without case. Raises KeyError where there is none."""
        entry = self._entries[name.lower()]
        limit = min(LARGEST_ENTRY, LARGEST_UNPACKED - self._unpacked, max(entry.compress_size * STEEPEST, _SMALL))
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(limit + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
            raise damaged(self._path, str(error)) from error
        if len(content) > limit:
            raise UserError(ErrorCode.PARCEL_TOO_LARGE, str(self._path), f"{limit // MEGABYTE:,} MB")
        self._unpacked += len(content)
        return content


def damaged(path: Path, detail: str) -> UserError:
    """The error for a file that cannot be read as what it says it is."""
    return UserError(ErrorCode.PARCEL_DAMAGED, str(path), detail)


def text_of(record: Mapping[str, Any], name: str) -> str:
    """A text of a record; empty where it is missing or null. Raises ValueError where it is something else."""
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{name}: {value!r:.60}")  # noqa: TRY004 # one error for all that a file can have wrong
    return value


def number_of(value: object) -> int:
    """A whole number that an offset can be. Raises ValueError for anything else."""
    if type(value) is not int or not 0 <= value < _LARGEST_NUMBER:
        raise ValueError(f"{value!r:.60}")
    return value


def time_of(text: str) -> str:
    """A time in ISO 8601 as it is written, with a zone (UTC where it names none); "" stays. Raises ValueError."""
    if not text:
        return ""
    at = datetime.fromisoformat(text)
    return text if at.tzinfo is not None else f"{at.isoformat()}+00:00"
