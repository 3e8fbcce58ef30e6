"""Annotations as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

The file is an ``AnnotationCollection`` with one embedded ``AnnotationPage``. An annotation has

- a body for its note (``TextualBody``, purpose ``commenting``) and one for each tag (purpose ``tagging``);
- a target that is the page, named ``urn:jianbao:page:`` and the SHA-256 of its text, with a ``TextPositionSelector``
  (from its beginning to its end, code points as the recommendation says) and a ``TextQuoteSelector``;
- where it stands in an article a second target that is the article, with a ``TextQuoteSelector``: its number on the
  page, headline, section and byline say which it is, since an article has no text of its own.

A link is an annotation with the motivation ``linking`` whose body is the other annotation. What the vocabulary has no
term for (ranges, colour, importance, where a page was printed) has terms of our own under ``urn:jianbao:terms:``.

What it does not hold: the codebook beyond the names of tags, and memos. Lone surrogates become U+FFFD.
"""

import json
from typing import BinaryIO

from reader.domain.model import PageMeta
from reader.domain.parcel import CarriedLink, PageKey, guid
from reader.exchange.characters import without_surrogates
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow
from reader.exchange.table import join_ranges

ANNO = "http://www.w3.org/ns/anno.jsonld"
PAGE = "urn:jianbao:page:"
URN = "urn:uuid:"
TERMS = "urn:jianbao:terms:"
OWN_TERMS = (
    *("newspaper", "issueDate", "pageNo", "pageName", "sourceName", "sha256"),
    *("ranges", "color", "importance", "anchorState", "section", "headline", "byline"),
)
_CONTEXT = [ANNO, {term: f"{TERMS}{term}" for term in OWN_TERMS}]


class JsonLdWriter:
    """Writes rows as they come, an annotation a line; links stand after them."""

    def __init__(self, stream: BinaryIO, holdings: Holdings) -> None:
        self._stream = stream
        self._links = holdings.links
        self._written: set[str] = set()
        self._between = "\n"
        head = {"@context": _CONTEXT, "type": "AnnotationCollection", "label": holdings.name, "created": holdings.at}
        if not holdings.at:
            del head["created"]
        self._put(_dump(head)[:-1] + ',\n"first": {"type": "AnnotationPage", "startIndex": 0, "items": [')

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""
        self._add(_annotation(row))
        self._written.add(row.annotation_id)

    def finish(self) -> None:
        """Write the links between what was written, and end the collection."""
        for link in self._links:
            if {link.from_uid, link.to_uid} <= self._written:
                self._add(_link(link))
        self._put("\n]}}\n")

    def _add(self, record: dict[str, object]) -> None:
        self._put(self._between + _dump(record))
        self._between = ",\n"

    def _put(self, text: str) -> None:
        self._stream.write(without_surrogates(text).encode("utf-8"))


def _annotation(row: AnnotationRow) -> dict[str, object]:
    bodies: list[dict[str, object]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag, "format": "text/plain"} for tag in row.tags
    ]
    if row.note:
        bodies.insert(0, {"type": "TextualBody", "purpose": "commenting", "value": row.note, "format": "text/markdown"})
    targets = [_page_target(row)]
    if row.article_seq is not None:
        targets.append(_article_target(row))
    record: dict[str, object] = {
        "id": URN + guid(row.annotation_id),
        "type": "Annotation",
        "motivation": "commenting" if row.note else "tagging" if row.tags else "highlighting",
        "creator": {"type": "Person", "name": row.coder},
        "created": row.created_at,
        "modified": row.updated_at,
        "color": row.color,
        "importance": row.importance or 0,
        "anchorState": row.anchor_state,
    }
    if bodies:
        record["body"] = bodies
    return {**record, "target": targets}


def _page_target(row: AnnotationRow) -> dict[str, object]:
    meta = PageMeta(row.newspaper, row.issue_date, row.page_no, row.page_name)
    return {
        "type": "SpecificResource",
        "source": _page(PageKey(row.page_sha256 or "", meta, row.source_file)),
        "selector": [
            {"type": "TextPositionSelector", "start": row.start, "end": row.end},
            _quote(row),
        ],
        "ranges": join_ranges(row.ranges),
    }


def _article_target(row: AnnotationRow) -> dict[str, object]:
    said = {"headline": row.headline, "section": row.section, "byline": row.byline}
    return {
        "type": "SpecificResource",
        "source": {
            "id": f"{PAGE}{row.page_sha256 or ''}#item={row.article_seq}",
            "type": "Text",
            **{name: value for name, value in said.items() if value is not None},
        },
        "selector": _quote(row),
    }


def _page(page: PageKey) -> dict[str, object]:
    said = {
        "newspaper": page.meta.newspaper,
        "issueDate": page.meta.issue_date,
        "pageNo": page.meta.page_no,
        "pageName": page.meta.page_name,
        "sourceName": page.source_name or None,
        "sha256": page.sha256 or None,
    }
    return {
        "id": PAGE + page.sha256,
        "type": "Text",
        "format": "text/plain",
        **{name: value for name, value in said.items() if value is not None},
    }


def _quote(row: AnnotationRow) -> dict[str, object]:
    return {
        "type": "TextQuoteSelector",
        "exact": row.quote,
        "prefix": row.context_before,
        "suffix": row.context_after,
    }


def _link(link: CarriedLink) -> dict[str, object]:
    return {
        "id": URN + guid(link.uid),
        "type": "Annotation",
        "motivation": "linking",
        "created": link.created_at,
        "label": link.label,
        "body": URN + guid(link.to_uid),
        "target": URN + guid(link.from_uid),
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
