"""Reads REFI-QDA projects (.qdpx): those that ``refi_project.py`` writes, and the texts of other programs' projects.

A selection of a text source becomes an annotation: its codings the tags, its description and the notes that it refers
to the note. Text sources whose text is a page of the library, or that name one, are of use; what is marked in pictures,
PDF, sound and video is listed. Positions are taken as code points, a CR LF of a source counting as two.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from lxml import etree

from reader.domain.code import ForeignCodebook, tidy_name
from reader.domain.join import block_text
from reader.domain.memo import MemoTarget
from reader.domain.model import PageMeta, Range
from reader.domain.parcel import CarriedLink, CarriedMark, CarriedMemo, PageKey, Parcel, Refusal, Unfit, guid
from reader.errors import ErrorCode, UserError
from reader.exchange.foreign import SafeZip, damaged, decoded, parsed_xml, time_of
from reader.exchange.json_reading import tidy_names
from reader.exchange.refi_codebook import read_codes
from reader.exchange.refi_project import (
    INTERNAL,
    PAGE_VARIABLES,
    PROJECT,
    SOURCES,
    place_guid,
    range_guid,
    variable_guid,
)

CONTEXT = 32
_OTHER_SELECTIONS = frozenset({"PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection"})


def read_project(path: Path) -> Parcel:
    """What a file holds. Raises UserError for one that is damaged, too large, or no project."""
    with SafeZip(path) as archive:
        if PROJECT not in archive:
            raise damaged(path, PROJECT)
        root = parsed_xml(archive.read(PROJECT), path)
        if _local(root) != "Project":
            raise damaged(path, _local(root))
        return _Project(root, archive, path).parcel()


@dataclass(frozen=True, slots=True)
class _Source:
    """A text source: its element, the page that it is, its text with LF, and where in it CR were taken out."""

    element: etree._Element
    page: PageKey
    text: str
    removed: tuple[int, ...]

    def offset(self, position: int) -> int:
        """A position in the text as it was, in the text as it is."""
        return position - sum(at < position for at in self.removed)


class _Project:
    """Reads the parts of a project."""

    def __init__(self, root: etree._Element, archive: SafeZip, path: Path) -> None:
        self._root = root
        self._archive = archive
        self._path = path
        self._unfit: list[Unfit] = []
        self._users = {guid(user.get("guid", "")): user.get("name", "") for user in self._all("Users", "User")}
        self._notes = {guid(note.get("guid", "")): note for note in self._all("Notes", "Note")}
        self._codes = {guid(code.get("guid", "")): code for code in root.iter("{*}Code")}
        self._memos: list[CarriedMemo] = []
        self._used_notes: set[str] = set()

    def parcel(self) -> Parcel:
        """All that is of use."""
        marks = [mark for source in self._text_sources() for mark in self._marks(source)]
        self._library_and_tag_memos()
        self._list_what_is_left()
        return Parcel(
            marks=tuple(marks),
            codebook=self._codebook(),
            memos=tuple(self._memos),
            links=tuple(self._links()),
            unfit=tuple(self._unfit),
        )

    def _codebook(self) -> ForeignCodebook:
        found = next(self._all("CodeBook", "Codes"), None)
        return ForeignCodebook(()) if found is None else read_codes(found)

    def _text_sources(self) -> Iterator[_Source]:
        for element in self._all("Sources", "TextSource"):
            name = element.get("name", "") or element.get("guid", "")
            try:
                raw = self._raw_text(element)
            except KeyError as error:
                self._unfit.append(Unfit(name, "", Refusal.NOT_TEXT, str(error.args[0])))
                continue
            text = raw.replace("\r\n", "\n").replace("\r", "\n")
            removed = tuple(at for at, char in enumerate(raw) if char == "\r" and raw[at + 1 : at + 2] == "\n")
            yield _Source(element, self._page(element, text), text, removed)

    def _raw_text(self, element: etree._Element) -> str:
        """The text of a source. Raises KeyError with its path where the file has none of that name."""
        inline = _child_text(element, "PlainTextContent")
        if inline is not None:
            return inline
        path = element.get("plainTextPath", "")
        name = path.removeprefix(INTERNAL)
        if not path.startswith(INTERNAL) or "/" in name or "\\" in name or f"{SOURCES}/{name}" not in self._archive:
            raise KeyError(path)
        try:
            return decoded(self._archive.read(f"{SOURCES}/{name}"), self._path)
        except UserError as error:
            if error.code is not ErrorCode.FILE_ENCODING:
                raise
            raise KeyError(path) from error

    def _page(self, element: etree._Element, text: str) -> PageKey:
        names = {variable_guid(name): name for name in PAGE_VARIABLES}
        said: dict[str, str] = {}
        for value in _children(element, "VariableValue"):
            target = next((guid(ref.get("targetGUID", "")) for ref in _children(value, "VariableRef")), "")
            if target in names:
                said[names[target]] = _child_text(value, "TextValue") or ""
        meta = PageMeta(*(said.get(name) or None for name in PAGE_VARIABLES[:4]))
        digest = said.get("sha256") or sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return PageKey(digest.lower(), meta, said.get("source_name") or element.get("name") or "")

    def _marks(self, source: _Source) -> Iterator[CarriedMark]:
        """The annotations of a source; the selections of one that has several ranges stand together."""
        self._page_memos(source)
        mark: CarriedMark | None = None
        for selection in _children(source.element, "PlainTextSelection"):
            one = self._selection(source, selection)
            if one is None:
                continue
            if mark is not None and one.uid == range_guid(mark.uid, len(mark.ranges)):
                mark = replace(mark, ranges=mark.ranges + one.ranges)
                continue
            if mark is not None:
                yield _quoted(mark, source.text)
            mark = one
        if mark is not None:
            yield _quoted(mark, source.text)

    def _selection(self, source: _Source, selection: etree._Element) -> CarriedMark | None:
        """A selection as an annotation; None for the place of a memo, and for what is listed as unfit."""
        where = selection.get("guid", "")
        name = selection.get("name", "")
        try:
            span = Range(
                source.offset(_position(selection, "startPosition")), source.offset(_position(selection, "endPosition"))
            )
            created = time_of(selection.get("creationDateTime", ""))
            modified = time_of(selection.get("modifiedDateTime", "")) or created
        except ValueError as error:
            self._unfit.append(Unfit(where, name, Refusal.BAD_VALUE, str(error)))
            return None
        notes = [guid(ref.get("targetGUID", "")) for ref in _children(selection, "NoteRef")]
        if len(notes) == 1 and guid(where) == place_guid(notes[0]):
            self._add_memo(notes[0], MemoTarget.ITEM, page=source.page, anchor=span.start)
            return None
        if not span.start < span.end <= len(source.text):
            self._unfit.append(Unfit(where, name, Refusal.BAD_OFFSETS, f"{span.start}-{span.end}"))
            return None
        texts = [_child_text(selection, "Description") or "", *map(self._note_text, notes)]
        codings = list(_children(selection, "Coding"))
        coders = [selection.get("creatingUser"), *(coding.get("creatingUser") for coding in codings)]
        return CarriedMark(
            uid=guid(where),
            page=source.page,
            ranges=(span,),
            quote="",
            note="\n\n".join(filter(None, texts)),
            tags=tidy_names([self._tag(coding, where) for coding in codings]),
            coder=next((self._users.get(guid(coder), "") for coder in coders if coder), ""),
            created_at=created,
            modified_at=modified,
            is_raw=True,
            where=where,
        )

    def _tag(self, coding: etree._Element, where: str) -> str:
        for ref in _children(coding, "CodeRef"):
            code = self._codes.get(guid(ref.get("targetGUID", "")))
            if code is not None:
                return code.get("name", "")
            self._unfit.append(Unfit(where, "", Refusal.NO_TARGET, ref.get("targetGUID", "")))
        return ""

    def _note_text(self, note_guid: str) -> str:
        self._used_notes.add(note_guid)
        note = self._notes.get(note_guid)
        if note is None:
            return ""
        try:
            return self._raw_text(note).replace("\r\n", "\n")
        except KeyError as error:
            self._unfit.append(Unfit(note.get("name", ""), "", Refusal.NOT_TEXT, str(error.args[0])))
            return ""

    def _page_memos(self, source: _Source) -> None:
        for ref in _children(source.element, "NoteRef"):
            self._add_memo(guid(ref.get("targetGUID", "")), MemoTarget.PAGE, page=source.page)

    def _library_and_tag_memos(self) -> None:
        for ref in _children(self._root, "NoteRef"):
            self._add_memo(guid(ref.get("targetGUID", "")), MemoTarget.LIBRARY)
        for code in self._codes.values():
            for ref in _children(code, "NoteRef"):
                self._add_memo(guid(ref.get("targetGUID", "")), MemoTarget.TAG, tag=tidy_name(code.get("name", "")))

    def _add_memo(
        self,
        note_guid: str,
        target: MemoTarget,
        *,
        page: PageKey | None = None,
        anchor: int | None = None,
        tag: str | None = None,
    ) -> None:
        text = self._note_text(note_guid)
        note = self._notes.get(note_guid)
        if note is None:
            self._unfit.append(Unfit(note_guid, "", Refusal.NO_TARGET))
            return
        try:
            created = time_of(note.get("creationDateTime", ""))
            modified = time_of(note.get("modifiedDateTime", "")) or created
        except ValueError as error:
            self._unfit.append(Unfit(note_guid, text, Refusal.BAD_VALUE, str(error)))
            return
        coder = self._users.get(guid(note.get("creatingUser", "")), "")
        self._memos.append(
            CarriedMemo(note_guid, target, text, coder, created, modified, page=page, anchor=anchor, tag=tag)
        )

    def _links(self) -> Iterator[CarriedLink]:
        for link in self._all("Links", "Link"):
            ends = guid(link.get("originGUID", "")), guid(link.get("targetGUID", ""))
            yield CarriedLink(guid(link.get("guid", "")), *ends, link.get("name", ""))

    def _list_what_is_left(self) -> None:
        """What is marked in other than text, and notes that nothing refers to."""
        for element in self._root.iter("{*}*"):
            if _local(element) in _OTHER_SELECTIONS:
                self._unfit.append(Unfit(element.get("guid", ""), element.get("name", ""), Refusal.NOT_TEXT))
        for note_guid, note in self._notes.items():
            if note_guid not in self._used_notes:
                self._unfit.append(Unfit(note_guid, note.get("name", ""), Refusal.NO_TARGET))

    def _all(self, parent: str, name: str) -> Iterator[etree._Element]:
        for holder in _children(self._root, parent):
            yield from _children(holder, name)


def _quoted(mark: CarriedMark, text: str) -> CarriedMark:
    """An annotation with what stands at its ranges, and around them."""
    start, end = mark.ranges[0].start, mark.ranges[-1].end
    return replace(
        mark,
        quote=block_text(text, mark.ranges),
        prefix=text[max(start - CONTEXT, 0) : start],
        suffix=text[end : end + CONTEXT],
    )


def _position(selection: etree._Element, name: str) -> int:
    text = selection.get(name, "").strip()
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"{name}: {text[:20]}")
    return min(int(text[:10]), 1 << 31)


def _child_text(element: etree._Element, name: str) -> str | None:
    return next((child.text or "" for child in _children(element, name)), None)


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _local(child) == name)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
