"""Libraries with everything that can be carried from one to another, and what is in them as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.domain.export import ExportOptions, FileFormat
from reader.domain.mark_filter import MarkFilter

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from reader.domain.parcel import MergeReport
    from reader.services.library import Library

TAG_FIELDS = ("uid", "name", "color", "definition", "use_when", "not_when", "example")


def finished(job: Generator[object, None, Any]) -> Any:
    """What a job returns, after all of its steps."""
    while True:
        try:
            next(job)
        except StopIteration as done:
            return done.value


def export_to(library: Library, path: Path, options: ExportOptions | None = None) -> Path:
    """Write all annotations to a file, in the format of its suffix."""
    finished(library.exports.export(MarkFilter(), options or ExportOptions(FileFormat(path.suffix[1:])), path))
    return path


def merged(library: Library, path: Path, *, dry: bool = False) -> MergeReport:
    """Merge a file; returns the report."""
    report: MergeReport = finished(library.merging.merge(path, dry=dry))
    return report


def annotations(library: Library, *without: str) -> dict[str, dict[str, object]]:
    """All annotations by uid, with all of their fields but some, and the SHA-256 of their page."""
    found = {}
    for mark in library._annotations.matching(MarkFilter()):
        one = mark.annotation
        record: dict[str, object] = {
            name: getattr(one, name) for name in one.__slots__ if name not in ("id", "page_id")
        }
        record["page"] = library._carrying.sha256(one.page_id)
        record["headline"] = mark.item.title if mark.item else None
        found[one.uid] = {name: value for name, value in record.items() if name not in without}
    return found


def tags(library: Library) -> list[tuple[object, ...]]:
    """All tags in the order of the tree, each with the path that leads to it."""
    codebook = library.codebook.load()
    return [
        (tuple(each.name for each in codebook.path(tag.id)), *(getattr(tag, name) for name in TAG_FIELDS))
        for tag in codebook
    ]


def memos(library: Library) -> dict[str, object]:
    """All memos by uid."""
    return {memo.uid: memo for memo in library._carrying.memos()}


def links(library: Library, *without: str) -> set[tuple[object, ...]]:
    """All links without their order."""
    return {
        tuple(getattr(link, name) for name in link.__slots__ if name not in without)
        for link in library._carrying.links()
    }
