"""Annotations as Jianbao's own JSON: everything that the library has of them, and the codebook, memos and links.

One object: ``format`` (``jianbao/1``), ``library``, ``exported_at``, ``codebook`` (each tag with its uid and that of
its parent, parents first), ``memos``, ``annotations``, and last the ``links`` between these. Pages are named by the
SHA-256 of their text, by newspaper, date and page, and by the name of their file. Offsets are code points. A reader
passes over names that it does not know. Annotations are written one a line, so that files are compared by lines.

What it does not hold: the texts of pages, what the annotations stand in (headlines, sections), and how tags, memos and
saved filters are shown. Lone surrogates, which UTF-8 has no place for, are escaped and survive.
"""

import json
from collections.abc import Iterable
from typing import BinaryIO

from reader.domain.codebook import Tag
from reader.domain.model import PageMeta
from reader.domain.parcel import CarriedLink, CarriedMemo, PageKey
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow

FORMAT = "jianbao/1"


class JsonWriter:
    """Writes rows as they come; the codebook and the memos stand before them, the links that they have after them."""

    def __init__(self, stream: BinaryIO, holdings: Holdings) -> None:
        self._stream = stream
        self._between = "\n"
        self._links = holdings.links
        self._written: set[str] = set()
        parents = {tag.id: tag.uid for tag in holdings.codebook}
        head = {"format": FORMAT, "library": holdings.name, "exported_at": holdings.at}
        self._put("{" + _dump(head)[1:-1] + ",\n")
        self._put(_list("codebook", (_tag(tag, parents) for tag in holdings.codebook)))
        self._put(_list("memos", map(_memo, holdings.memos)))
        self._put('"annotations": [')

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""
        self._put(self._between + _dump(annotation_record(row)))
        self._between = ",\n"
        self._written.add(row.annotation_id)

    def finish(self) -> None:
        """Write the links, and end the object."""
        links = [link for link in self._links if {link.from_uid, link.to_uid} <= self._written]
        self._put("\n],\n" + _list("links", map(_link, links)).removesuffix(",\n") + "}\n")

    def _put(self, text: str) -> None:
        try:
            encoded = text.encode("utf-8")
        except UnicodeEncodeError:  # a lone surrogate, which only an escape can say
            encoded = b"".join(_escaped(char) for char in text)
        self._stream.write(encoded)


def annotation_record(row: AnnotationRow) -> dict[str, object]:
    """An annotation as it stands in the file."""
    meta = PageMeta(row.newspaper, row.issue_date, row.page_no, row.page_name)
    return {
        "uid": row.annotation_id,
        "page": page_record(PageKey(row.page_sha256 or "", meta, row.source_file)),
        "ranges": [list(span) for span in row.ranges],
        "quote": row.quote,
        "prefix": row.context_before,
        "suffix": row.context_after,
        "color": row.color,
        "note": row.note,
        "tags": list(row.tags),
        "importance": row.importance or 0,
        "coder": row.coder,
        "created_at": row.created_at,
        "modified_at": row.updated_at,
        "state": row.anchor_state,
    }


def page_record(page: PageKey) -> dict[str, object]:
    """What names a page."""
    return {
        "sha256": page.sha256,
        "newspaper": page.meta.newspaper,
        "issue_date": page.meta.issue_date,
        "page_no": page.meta.page_no,
        "page_name": page.meta.page_name,
        "source_name": page.source_name,
    }


def _tag(tag: Tag, uids: dict[int, str]) -> dict[str, object]:
    return {
        "uid": tag.uid,
        "name": tag.name,
        "parent": None if tag.parent_id is None else uids[tag.parent_id],
        "position": tag.position,
        "color": tag.color,
        "definition": tag.definition,
        "use_when": tag.use_when,
        "not_when": tag.not_when,
        "example": tag.example,
        "created_at": tag.created_at,
    }


def _memo(memo: CarriedMemo) -> dict[str, object]:
    return {
        "uid": memo.uid,
        "target": memo.target,
        "page": None if memo.page is None else page_record(memo.page),
        "anchor": memo.anchor,
        "tag": memo.tag,
        "text": memo.text,
        "coder": memo.coder,
        "created_at": memo.created_at,
        "modified_at": memo.modified_at,
    }


def _link(link: CarriedLink) -> dict[str, object]:
    return {
        "uid": link.uid,
        "from": link.from_uid,
        "to": link.to_uid,
        "label": link.label,
        "created_at": link.created_at,
    }


def _list(name: str, records: Iterable[object]) -> str:
    lines = ",\n".join(map(_dump, records))
    return f'"{name}": [\n{lines}\n],\n' if lines else f'"{name}": [],\n'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _escaped(char: str) -> bytes:
    return char.encode("utf-8") if not "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}".encode("ascii")
