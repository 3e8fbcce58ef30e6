"""Annotations as a REFI-QDA project (.qdpx), which other programs for qualitative research open.

The format is "REFI-QDA Standard for exchange of processed data", version 1.5 (https://www.qdasoftware.org/): a zip file
with ``project.qde`` (XML) and the texts in ``sources/``. Here

- a page is a ``TextSource`` with a plain text file in UTF-8; where it was printed, and the SHA-256 by which we know it
  again, are variables of the source;
- an annotation is a ``PlainTextSelection``, or one for each of its ranges where it runs over a column break: the first
  has its uid as guid, a further one a guid that follows from that (``range_guid``). Positions are code points of the
  text, from its beginning to behind its end. The note is the ``Description``, each tag a ``Coding``;
- memos are ``Note`` elements that the project, a source or a code refers to; one on an article is referred to by a
  selection of the character that it is tied to;
- links are ``Link`` elements, coders ``User`` elements.

What it does not hold: colours and importance of annotations, quotes where the reader corrected the page (the text is
the page's), the state of anchors, and the time of links. Characters that XML has no place for become U+FFFD.
"""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import IO, BinaryIO

from lxml import etree

from reader.domain.memo import MemoTarget
from reader.domain.model import PageMeta
from reader.domain.parcel import CarriedLink, CarriedMemo, PageKey, derived_guid, guid
from reader.exchange.characters import without_surrogates, xml_text
from reader.exchange.holdings import Holdings
from reader.exchange.refi_codebook import ORIGIN, codes_element
from reader.exchange.rows import AnnotationRow

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
SOURCES = "sources"
INTERNAL = "internal://"
PAGE_VARIABLES = ("newspaper", "issue_date", "page_no", "page_name", "source_name", "sha256")
_NAME_LENGTH = 60
_IN_MEMORY = 1 << 22
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # a zip file needs a time; the same project is then the same file


class RefiWriter:
    """Writes the texts as their rows come, and the project when all are there. Rows of a page follow each other."""

    def __init__(self, stream: BinaryIO, holdings: Holdings) -> None:
        self._holdings = holdings
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)
        self._sources: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 # closed by finish
        self._users: dict[str, str] = {}
        self._written: set[str] = set()
        self._pages: set[str] = set()
        self._rows: list[AnnotationRow] = []

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""
        if self._rows and self._rows[-1].page_sha256 != row.page_sha256:
            self._end_page()
        self._rows.append(row)
        self._written.add(row.annotation_id)

    def finish(self) -> None:
        """Write the project, and end the file."""
        if self._rows:
            self._end_page()
        self._add_pages_of_memos()
        notes = [self._note(memo) for memo in self._holdings.memos]
        links = [link for link in self._holdings.links if {link.from_uid, link.to_uid} <= self._written]
        with self._sources as sources, self._zip.open(_entry(PROJECT), "w", force_zip64=True) as project:
            sources.seek(0)
            with etree.xmlfile(project, encoding="UTF-8") as document:
                document.write_declaration()
                with document.element(_name("Project"), self._project(), nsmap=_NSMAP):
                    self._write_parts(document, sources, notes, links)
        self._zip.close()

    def _write_parts(
        self,
        document: "etree._IncrementalFileWriter",
        sources: IO[bytes],
        notes: list[etree._Element],
        links: list[CarriedLink],
    ) -> None:
        """The parts of a project in the order of the schema; those that have nothing are left out."""
        _write_list(document, "Users", (_element("User", guid=self._users[name], name=name) for name in self._users))
        if len(self._holdings.codebook):
            with document.element(_name("CodeBook")):
                document.write(_with_memos(codes_element(self._holdings.codebook, NAMESPACE), self._holdings))
        if self._pages:
            variables = (
                _element("Variable", guid=variable_guid(name), name=name, typeOfVariable="Text")
                for name in PAGE_VARIABLES
            )
            _write_list(document, "Variables", variables)
            _write_list(document, "Sources", (etree.fromstring(line) for line in sources))
        _write_list(document, "Notes", notes)
        _write_list(document, "Links", map(_link, links))
        for memo in self._holdings.memos:
            if memo.target is MemoTarget.LIBRARY:
                document.write(_element("NoteRef", targetGUID=guid(memo.uid)))

    def _project(self) -> dict[str, str]:
        named = {"name": xml_text(self._holdings.name) or "Jianbao", "origin": ORIGIN}
        return {**named, **_time("creationDateTime", self._holdings.at)}

    def _add_pages_of_memos(self) -> None:
        """Pages that have a memo and no annotation."""
        for memo in self._holdings.memos:
            if memo.page is not None and memo.page.sha256 not in self._pages:
                self._write_page(memo.page, ())

    def _end_page(self) -> None:
        first = self._rows[0]
        meta = PageMeta(first.newspaper, first.issue_date, first.page_no, first.page_name)
        self._write_page(PageKey(first.page_sha256 or "", meta, first.source_file), self._rows)
        self._rows = []

    def _write_page(self, page: PageKey, rows: Iterable[AnnotationRow]) -> None:
        self._pages.add(page.sha256)
        source_guid = guid(f"urn:jianbao:page:{page.sha256}")
        text = self._holdings.page_text(page.sha256)
        self._zip.writestr(_entry(f"{SOURCES}/{source_guid}.txt"), without_surrogates(text).encode("utf-8"))
        source = _element(
            "TextSource",
            guid=source_guid,
            name=page.source_name or page.sha256,
            plainTextPath=f"{INTERNAL}{source_guid}.txt",
        )
        for row in rows:
            source.extend(self._selections(row, text))
        memos = [memo for memo in self._holdings.memos if memo.page is not None and memo.page.sha256 == page.sha256]
        source.extend(_place(memo) for memo in memos if memo.target is MemoTarget.ITEM)
        for memo in memos:
            if memo.target is MemoTarget.PAGE:
                source.append(_element("NoteRef", targetGUID=guid(memo.uid)))
        source.extend(_variable_values(page))
        # One source a line: what XML would break a line for is escaped, since it stands in attributes and notes.
        self._sources.write(etree.tostring(source).replace(b"\n", b"&#10;") + b"\n")

    def _selections(self, row: AnnotationRow, text: str) -> Iterator[etree._Element]:
        uid = guid(row.annotation_id)
        for number, (start, end) in enumerate(row.ranges):
            selection = _element(
                "PlainTextSelection",
                guid=range_guid(uid, number),
                name=_short(text[start:end]),
                startPosition=str(start),
                endPosition=str(end),
                **self._signed(row.coder, row.created_at),
                **_time("modifiedDateTime", row.updated_at),
            )
            if row.note and not number:
                _add_text(selection, "Description", row.note)
            for tag in row.tags:
                selection.append(self._coding(row, tag, number))
            yield selection

    def _coding(self, row: AnnotationRow, name: str, number: int) -> etree._Element:
        tag = self._holdings.codebook.named(name)
        coding = _element(
            "Coding",
            guid=derived_guid(row.annotation_id, "coding", name, str(number)),
            **self._signed(row.coder, row.created_at),
        )
        coding.append(_element("CodeRef", targetGUID=guid(tag.uid if tag else name)))
        return coding

    def _note(self, memo: CarriedMemo) -> etree._Element:
        note = _element(
            "Note",
            guid=guid(memo.uid),
            name=_short(memo.text),
            **self._signed(memo.coder, memo.created_at),
            **_time("modifiedDateTime", memo.modified_at),
        )
        _add_text(note, "PlainTextContent", memo.text)
        return note

    def _signed(self, coder: str, at: str) -> Mapping[str, str]:
        if not coder:
            return _time("creationDateTime", at)
        user = self._users.setdefault(xml_text(coder), guid(f"urn:jianbao:coder:{coder}"))
        return {"creatingUser": user, **_time("creationDateTime", at)}


def range_guid(uid: str, number: int) -> str:
    """The guid of the selection for a range of an annotation, counted from 0."""
    return guid(uid) if not number else derived_guid(uid, "range", str(number))


def place_guid(memo_uid: str) -> str:
    """The guid of the selection that refers to a memo on an article."""
    return derived_guid(memo_uid, "place")


def variable_guid(name: str) -> str:
    """The guid of a variable of a page."""
    return guid(f"urn:jianbao:variable:{name}")


_NSMAP: dict[None, str] = {None: NAMESPACE}


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _element(local: str, **attributes: str) -> etree._Element:
    values = {name: xml_text(value) for name, value in attributes.items()}
    return etree.Element(_name(local), values, nsmap=_NSMAP)  # type: ignore[arg-type] # the stubs want a prefix


def _add_text(parent: etree._Element, local: str, text: str) -> None:
    etree.SubElement(parent, _name(local)).text = xml_text(text)


def _write_list(document: "etree._IncrementalFileWriter", local: str, elements: Iterable[etree._Element]) -> None:
    rest = iter(elements)
    first = next(rest, None)
    if first is None:
        return
    with document.element(_name(local)):
        document.write(first)
        for element in rest:
            document.write(element)


def _with_memos(codes: etree._Element, holdings: Holdings) -> etree._Element:
    """Codes that refer to their memos, right behind the description, as the schema has it."""
    tags = {tag.name: tag.uid for tag in holdings.codebook}
    memos = {tags[memo.tag]: memo.uid for memo in holdings.memos if memo.tag in tags}
    for code in list(codes.iter(_name("Code"))):
        if code.get("guid") in memos:
            at = 1 if code.find(_name("Description")) is not None else 0
            code.insert(at, _element("NoteRef", targetGUID=guid(memos[code.get("guid", "")])))
    return codes


def _place(memo: CarriedMemo) -> etree._Element:
    at = memo.anchor or 0
    place = _element(
        "PlainTextSelection",
        guid=place_guid(memo.uid),
        name=_short(memo.text),
        startPosition=str(at),
        endPosition=str(at + 1),
    )
    place.append(_element("NoteRef", targetGUID=guid(memo.uid)))
    return place


def _variable_values(page: PageKey) -> Iterator[etree._Element]:
    meta = page.meta
    values = (meta.newspaper, meta.issue_date, meta.page_no, meta.page_name, page.source_name, page.sha256)
    for name, value in zip(PAGE_VARIABLES, values, strict=True):
        if value:
            said = _element("VariableValue")
            said.append(_element("VariableRef", targetGUID=variable_guid(name)))
            _add_text(said, "TextValue", value)
            yield said


def _link(link: CarriedLink) -> etree._Element:
    return _element(
        "Link",
        guid=guid(link.uid),
        name=link.label,
        direction="OneWay",
        originGUID=guid(link.from_uid),
        targetGUID=guid(link.to_uid),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _NAME_LENGTH else line[: _NAME_LENGTH - 1] + "…"


def _time(attribute: str, at: str) -> dict[str, str]:
    """An attribute for a time that XML Schema takes as one; none for what is no time."""
    try:
        return {attribute: datetime.fromisoformat(at).isoformat()}
    except ValueError:
        return {}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
