"""Codebooks out to files and in from them."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from reader.domain.code import ForeignCodebook, NoCodebookError
from reader.domain.codebook import Codebook, Tag
from reader.domain.codebook_merge import MergePlan, PlannedTag, plan_merge
from reader.domain.history import StepName
from reader.domain.model import Changes
from reader.domain.uid import new_uid
from reader.errors import ErrorCode, UserError
from reader.exchange import codebook_csv, refi_codebook
from reader.services.replacing import replacing
from reader.storage.annotations import AnnotationStore
from reader.storage.codebook import CodebookStore
from reader.storage.journal import Journal, Writer

_Result = TypeVar("_Result")
LARGEST = 64 * 1024 * 1024
"""Bytes of a file beyond which it is no codebook that anyone made."""


_STEP = 200
"""Tags that are written between two reports."""


@dataclass(frozen=True, slots=True)
class CodebookProgress:
    """How many of the tags of a file have been written, of twice as many: each is placed when all are there."""

    done: int
    total: int


class CodebookFormat(StrEnum):
    """The formats of a codebook, by the suffix of their files."""

    REFI = "qdc"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class _Format:
    write: Callable[[Codebook], bytes]
    read: Callable[[bytes], ForeignCodebook]


_FORMATS: Mapping[CodebookFormat, _Format] = MappingProxyType(
    {
        CodebookFormat.REFI: _Format(refi_codebook.write_codebook, refi_codebook.read_codebook),
        CodebookFormat.CSV: _Format(codebook_csv.write_codebook, codebook_csv.read_codebook),
    }
)


class CodebookFiles:
    """Writes a library's codebook to a file, and merges that of a file into it."""

    def __init__(self, tags: CodebookStore, annotations: AnnotationStore, journal: Journal) -> None:
        self._tags = tags
        self._annotations = annotations
        self._journal = journal

    def content(self, form: CodebookFormat) -> bytes:
        """The codebook in a format. Raises UserError where there is no tag to write."""
        codebook = self._tags.load()
        if not len(codebook):
            raise UserError(ErrorCode.CODEBOOK_EMPTY)
        return _FORMATS[form].write(codebook)

    def export(self, path: Path) -> int:
        """Write the codebook in the format that the suffix names, CSV for others; returns how many tags it has.

        The file is replaced when all is written. Raises UserError where it cannot be, or where there is no tag.
        """
        content = self.content(format_of(path))
        with replacing(path) as part:
            part.write_bytes(content)
        return len(self._tags.load())

    def preview(self, path: Path) -> MergePlan:
        """What merging a file would do.

        Raises:
            UserError: the file cannot be read, or is no codebook.
        """
        return plan_merge(self._tags.load(), _read(path))

    def merge(self, path: Path) -> tuple[MergePlan, Changes]:
        """Merge a file's codebook into that of the library, in one step; returns what was done.

        Raises:
            UserError: as ``preview``; the library is as it was.
        """
        return _run_out(self.merging(path))

    def merging(self, path: Path) -> Generator[CodebookProgress, None, tuple[MergePlan, Changes]]:
        """As ``merge``, telling how far it is; where it is stopped, the library is as it was."""
        plan = self.preview(path)
        if not plan.new and not plan.changed:
            return plan, Changes(history=False)
        with self._journal.step(StepName.IMPORT_CODEBOOK, path.name) as writer:
            yield from self._writing(writer, plan)
        return plan, self._changes(plan.changed)

    def write(self, writer: Writer, plan: MergePlan) -> None:
        """Write what a plan for the codebook as it is says, as a part of a step."""
        _run_out(self._writing(writer, plan))

    def _writing(self, writer: Writer, plan: MergePlan) -> Generator[CodebookProgress, None, None]:
        total = 2 * len(plan.tags)
        ids: dict[int, int] = {}  # of the new tags
        written: list[tuple[Tag, int | None]] = []
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        for done, (before, after) in enumerate((tag.before, tag.after) for tag in plan.tags):
            if done % _STEP == 0:
                yield CodebookProgress(done, total)
            if before is None:
                new = replace(after, uid=after.uid or new_uid(), created_at=now, parent_id=None)
                ids[after.id] = self._tags.add(writer, new)
                written.append((replace(new, id=ids[after.id]), after.parent_id))
            else:
                renamed = replace(after, parent_id=before.parent_id)
                self._tags.rewrite(writer, before, renamed)
                written.append((renamed, after.parent_id))
        for done, (tag, parent_id) in enumerate(written, len(written)):  # only now: a new tag may be their parent
            if done % _STEP == 0:
                yield CodebookProgress(done, total)
            self._tags.rewrite(writer, tag, replace(tag, parent_id=ids.get(parent_id or 0, parent_id)))

    def _changes(self, changed: tuple[PlannedTag, ...]) -> Changes:
        renamed = [tag.after.id for tag in changed if tag.before is not None and tag.before.name != tag.after.name]
        ids = self._annotations.having(renamed)
        return Changes(
            tags=True, annotations=frozenset(ids), annotated_pages=frozenset(self._annotations.pages_of(ids))
        )


def format_of(path: Path) -> CodebookFormat:
    """The format that a file's suffix names; CSV where it names none."""
    suffix = path.suffix.lower().removeprefix(".")
    return CodebookFormat(suffix) if suffix in [*CodebookFormat] else CodebookFormat.CSV


def _read(path: Path) -> ForeignCodebook:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UserError(ErrorCode.FILE_VANISHED, str(path)) from error
    except OSError as error:
        raise UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error)) from error
    if len(content) > LARGEST:
        raise UserError(ErrorCode.CODEBOOK_DAMAGED, str(path), f"> {LARGEST // 1024**2} MB")
    try:
        return _FORMATS[format_of(path)].read(content)
    except NoCodebookError as error:
        raise UserError(ErrorCode.CODEBOOK_DAMAGED, str(path), str(error)) from error


def _run_out(steps: Generator[object, None, _Result]) -> _Result:
    """Take all steps of some work; returns its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _Result = end.value
            return result
