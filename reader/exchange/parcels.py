"""How each file format is read. A new one is a ``FileFormat``, a module with a reader, and an entry here."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from reader.domain.export import FileFormat
from reader.domain.parcel import Parcel
from reader.errors import ErrorCode, UserError


def _csv(path: Path) -> Parcel:
    from reader.exchange.csv_reading import read_csv

    return read_csv(path)


def _json(path: Path) -> Parcel:
    from reader.exchange.json_reading import read_json

    return read_json(path)


def _jsonld(path: Path) -> Parcel:
    from reader.exchange.jsonld_reading import read_jsonld

    return read_jsonld(path)


def _qdpx(path: Path) -> Parcel:
    from reader.exchange.refi_reading import read_project

    return read_project(path)


# Each reader is loaded when it is used: they bring lxml along, which a start has no use for.
READERS: Mapping[FileFormat, Callable[[Path], Parcel]] = MappingProxyType(
    {FileFormat.CSV: _csv, FileFormat.JSON: _json, FileFormat.JSONLD: _jsonld, FileFormat.QDPX: _qdpx}
)


def read_parcel(path: Path) -> Parcel:
    """What a file holds, as its suffix says. Raises UserError where it cannot be read, or as nothing that we know."""
    try:
        file_format = FileFormat(path.suffix.lower().removeprefix("."))
        reading = READERS[file_format]
    except (ValueError, KeyError):
        raise UserError(ErrorCode.PARCEL_TYPE, str(path)) from None
    return reading(path)
