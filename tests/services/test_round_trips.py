"""What is written to a file in a format that is read back comes back equal, in all that the format can hold."""

import tempfile
import uuid
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.boundary import trimmed
from reader.domain.codebook import Tag
from reader.domain.export import CsvEncoding, ExportOptions, FileFormat, Shape
from reader.domain.history import StepName
from reader.domain.memo import Link, Memo, MemoTarget
from reader.domain.model import AnchorState, Annotation, Color, Range
from reader.services.library import Library
from reader.storage.codebook import CodebookStore
from reader.storage.links import LinkStore
from reader.storage.memos import MemoStore
from tests.support.carried import annotations, export_to, links, memos, merged, tags
from tests.support.printed import BRIDGE, file_page

JSON, JSONLD, QDPX = FileFormat.JSON, FileFormat.JSONLD, FileFormat.QDPX
LINE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12)
NOTES = st.one_of(st.just(""), LINE.map(str.strip), st.lists(LINE, max_size=3).map("\n".join).map(str.strip))
NAMES = st.sampled_from(["交通", "民生", "=SUM(1)", "甲；乙", "back\\slash", "𠮷林", "a b", "-1", "'引"])
TIMES = st.datetimes().map(lambda at: f"{at.replace(microsecond=0).isoformat()}+08:00")
CODERS = st.sampled_from(["甲", "=乙", "林 听雨"])


def new_uid():
    return str(uuid.uuid4())


@st.composite
def contents(draw):
    """What a library is filled with, apart from the ids that it gives."""
    names = draw(st.lists(NAMES, max_size=4, unique=True))
    tags_ = [
        Tag(
            0,
            new_uid(),
            name,
            draw(st.sampled_from([None, *range(1, at + 1)])) if at else None,
            at,
            draw(st.sampled_from([None, *Color])),
            draw(NOTES),
            draw(NOTES),
            draw(NOTES),
            draw(NOTES),
        )
        for at, name in enumerate(names)
    ]
    marks = []
    for _ in range(draw(st.integers(0, 4))):
        created = draw(TIMES)
        marks.append(
            {
                "uid": new_uid(),
                "at": draw(st.tuples(st.integers(0, 10_000), st.integers(1, 40))),
                "color": draw(st.sampled_from(list(Color))),
                "note": draw(NOTES),
                "tags": tuple(draw(st.lists(st.sampled_from(names), unique=True))) if names else (),
                "coder": draw(CODERS),
                "created_at": created,
                "modified_at": draw(TIMES.filter(lambda at, since=created: at >= since)),
                "importance": draw(st.integers(0, 3)),
                "state": draw(st.sampled_from([AnchorState.EXACT, AnchorState.MOVED])),
            }
        )
    pairs = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=3, unique=True))
    links_ = [(new_uid(), a, b, draw(LINE.map(str.strip)), draw(TIMES)) for a, b in pairs]
    targets = draw(st.lists(st.sampled_from(list(MemoTarget)), unique=True))
    memos_ = [(new_uid(), target, draw(NOTES.filter(bool)), draw(CODERS), draw(TIMES)) for target in targets]
    return tags_, marks, links_, memos_


def filled(library, content):
    """Fill a library through its stores, so that uids and times are those of the content."""
    tags_, marks, links_, memos_ = content
    _, article, _, _ = file_page(library)
    view = library.pages.article(article).view
    stored = library._pages.item(article)
    with library._journal.step(StepName.MARK) as writer:
        ids = []
        for tag in tags_:
            parent = ids[tag.parent_id - 1] if tag.parent_id else None
            ids.append(CodebookStore(library._database).add(writer, replace(tag, parent_id=parent)))
        made = []
        for mark in marks:
            start = mark["at"][0] % len(view.text)
            span = Range(start, min(start + mark["at"][1], len(view.text)))
            span = trimmed(view.text, span)
            ranges = view.to_page(span)
            if not ranges:
                continue
            first, last = ranges[0].start, ranges[-1].end
            given_ = {name: value for name, value in mark.items() if name != "at"}
            annotation = Annotation(
                id=0,
                page_id=stored.page_id,
                ranges=ranges,
                quote=view.quote(span),
                prefix=BRIDGE[max(first - 32, 0) : first],
                suffix=BRIDGE[last : last + 32],
                **given_,
            )
            made.append(library._annotations.add(writer, annotation, article))
        for uid, a, b, label, at in links_:
            if a != b and max(a, b) < len(made):
                LinkStore(library._database).add(writer, Link(0, uid, made[a], made[b], label, at))
        for uid, target, text, coder, at in memos_:
            if target is MemoTarget.TAG and not ids:
                continue
            page = stored.page_id if target in (MemoTarget.PAGE, MemoTarget.ITEM) else None
            is_item = target is MemoTarget.ITEM
            memo = Memo(
                *(0, uid, target, text, coder, at, at),
                page_id=page,
                item_id=article if is_item else None,
                anchor=stored.item.blocks[1].ranges[0].start if is_item else None,
                tag_id=ids[0] if target is MemoTarget.TAG else None,
            )
            MemoStore(library._database).add(writer, memo)


def round_trip(content, name, options, compare):
    """Fill one library, carry it to another that has the page, and compare; then carry it again, which does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with Library(root / "a.jianbao") as one, Library(root / "b.jianbao") as other:
            filled(one, content)
            file_page(other)
            path = export_to(one, root / name, options)
            would = merged(other, path, dry=True)
            assert not annotations(other)
            report = merged(other, path)
            assert report.unfit == ()
            assert replace(report, changes=would.changes) == would
            compare(one, other)
            assert merged(other, path).written == 0
            if report.written:
                other.history.undo()
            assert not annotations(other)
            assert not tags(other)


@settings(max_examples=25, deadline=None)
@given(contents())
def test_json_holds_everything(content):
    def compare(one, other):
        assert annotations(other) == annotations(one)
        assert tags(other) == tags(one)
        assert memos(other) == memos(one)
        assert links(other) == links(one)

    round_trip(content, "x.json", ExportOptions(JSON), compare)


@settings(max_examples=25, deadline=None)
@given(contents())
def test_web_annotations_hold_marks_and_links(content):
    def compare(one, other):
        assert annotations(other) == annotations(one)
        assert links(other) == links(one)

    round_trip(content, "x.jsonld", ExportOptions(JSONLD), compare)


@settings(max_examples=25, deadline=None)
@given(contents())
def test_a_project_holds_all_but_colours_weights_and_states_of_marks(content):
    cannot = ("color", "importance", "state")

    def compare(one, other):
        assert annotations(other, *cannot) == annotations(one, *cannot)
        assert tags(other) == tags(one)
        assert memos(other) == memos(one)
        assert links(other, "created_at") == links(one, "created_at")

    round_trip(content, "x.qdpx", ExportOptions(QDPX), compare)


@settings(max_examples=25, deadline=None)
@given(contents(), st.sampled_from(list(CsvEncoding)))
def test_csv_holds_marks_and_between_what_they_are_linked(content, encoding):
    def compare(one, other):
        assert annotations(other) == annotations(one)
        assert links(other, "uid", "created_at") == links(one, "uid", "created_at")

    round_trip(content, "x.csv", ExportOptions(encoding=encoding), compare)


@settings(max_examples=15, deadline=None)
@given(contents())
def test_csv_with_a_row_for_each_tag_holds_the_tree_of_the_tags_in_use(content):
    def compare(one, other):
        assert annotations(other) == annotations(one)
        paths = {names for names, *_ in tags(one)}
        assert {names for names, *_ in tags(other)} <= paths

    round_trip(content, "x.csv", ExportOptions(shape=Shape.TAG), compare)
