"""Damaged and hostile files are refused with a reason; none is believed, followed, or unpacked without an end."""

import io
import json
import zipfile

import pytest

from reader.domain.parcel import Refusal
from reader.errors import ErrorCode, UserError
from reader.exchange import foreign
from reader.exchange.parcels import read_parcel

NAMESPACE = 'xmlns="urn:QDA-XML:project:1.0"'
GUID = "7b0f2f6c-3c5c-4d1e-9a55-0d6a6a3a2f01"
COLUMNS = "annotation_id,quote,start,end,color,importance,created_at\n"


def saved(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def project(tmp_path, xml, **files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", xml)
        for name, content in files.items():
            archive.writestr(f"sources/{name}.txt", content)
    return saved(tmp_path, "in.qdpx", stream.getvalue())


def text_source(selection="", path="internal://t.txt"):
    source = f'<TextSource guid="{GUID}" name="p" plainTextPath="{path}">{selection}</TextSource>'
    return f'<Project {NAMESPACE} name="x"><Sources>{source}</Sources></Project>'


def selection(start, end):
    return f'<PlainTextSelection guid="{GUID}" startPosition="{start}" endPosition="{end}"/>'


def refused(path):
    with pytest.raises(UserError) as caught:
        read_parcel(path)
    assert caught.value.path == str(path)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", "x", ErrorCode.PARCEL_TYPE),
        ("a", "x", ErrorCode.PARCEL_TYPE),
        ("a.xlsx", "x", ErrorCode.PARCEL_TYPE),
        ("a.csv", "", ErrorCode.PARCEL_COLUMNS),
        ("a.csv", "quote,note\n甲,乙\n", ErrorCode.PARCEL_COLUMNS),
        ("a.csv", "annotation_id;note\n1;2\n", ErrorCode.PARCEL_COLUMNS),
        ("a.csv", b"annotation_id,quote\n1,\xff\xff\xff\n", ErrorCode.FILE_ENCODING),
        ("a.csv", "format,annotation_id,quote\nannotations/9,1,甲\n", ErrorCode.PARCEL_DAMAGED),
        ("a.json", "", ErrorCode.PARCEL_DAMAGED),
        ("a.json", "[]", ErrorCode.PARCEL_DAMAGED),
        ("a.json", '{"format": "jianbao/2"}', ErrorCode.PARCEL_DAMAGED),
        ("a.json", '{"format": "jianbao/1", "codebook": [7]}', ErrorCode.PARCEL_DAMAGED),
        ("a.json", '{"format": "jianbao/1", "annotations": [', ErrorCode.PARCEL_DAMAGED),
        ("a.json", b'{"format": "\xff"}', ErrorCode.PARCEL_DAMAGED),
        ("a.json", "[" * 100_000, ErrorCode.PARCEL_DAMAGED),
        ("a.json", '{"format": ' + "9" * 10_000 + "}", ErrorCode.PARCEL_DAMAGED),
        ("a.jsonld", '{"type": "Person"}', ErrorCode.PARCEL_DAMAGED),
        ("a.qdpx", "PK", ErrorCode.PARCEL_DAMAGED),
        ("a.qdpx", b"PK\x05\x06" + bytes(18), ErrorCode.PARCEL_DAMAGED),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(tmp_path, name, content, code):
    assert refused(saved(tmp_path, name, content)) is code


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonld", "a.qdpx"])
def test_a_file_that_is_not_there_is_named(tmp_path, name):
    assert refused(tmp_path / name) is ErrorCode.FILE_VANISHED


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.qdpx"])
def test_a_folder_is_no_file(tmp_path, name):
    (tmp_path / name).mkdir()
    assert refused(tmp_path / name) is ErrorCode.FILE_UNREADABLE


def test_a_file_beyond_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "LARGEST_FILE", 10)
    assert refused(saved(tmp_path, "a.json", '{"format": "jianbao/1"}')) is ErrorCode.PARCEL_TOO_LARGE


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",甲,1,2,,,", Refusal.NO_UID),
        ("x,甲,-1,2,,,", Refusal.BAD_VALUE),
        ("x,甲,1,2e9,,,", Refusal.BAD_VALUE),
        ("x,甲,１,2,,,", Refusal.BAD_VALUE),
        ("x,甲,1,2,mauve,,", Refusal.BAD_VALUE),
        ("x,甲,1,2,,much,", Refusal.BAD_VALUE),
        ("x,甲,1,2,,,yesterday", Refusal.BAD_VALUE),
    ],
)
def test_a_row_that_cannot_be_read_is_listed_by_its_line(tmp_path, line, reason):
    parcel = read_parcel(saved(tmp_path, "a.csv", f"{COLUMNS}ok,好,1,2,,,\n{line}\n"))
    assert [mark.quote for mark in parcel.marks] == ["好"]
    assert [(each.where, each.reason) for each in parcel.unfit] == [("3", reason)]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("gb18030", ","), ("utf-16", "\t"), ("utf-16-le", ",")],
)
def test_a_table_that_a_spreadsheet_saved_otherwise_is_read(tmp_path, encoding, separator):
    text = separator.join(["annotation_id", "quote"]) + "\r\n" + separator.join(["x", "'=总投资"]) + "\r\n"
    content = text.encode(encoding)
    if encoding == "utf-16-le":
        content = b"\xff\xfe" + content
    (mark,) = read_parcel(saved(tmp_path, "a.csv", content)).marks
    assert mark.quote == "=总投资"


def test_rows_shorter_or_longer_than_the_header_are_no_harm(tmp_path):
    parcel = read_parcel(saved(tmp_path, "a.csv", COLUMNS + "x,甲\ny,乙,1,2,,,,,,,更多\n\n"))
    assert [mark.quote for mark in parcel.marks] == ["甲", "乙"]


def test_entities_and_document_types_are_refused(tmp_path):
    (tmp_path / "secret").write_text("geheim")
    for dtd in (f'<!ENTITY a SYSTEM "file://{tmp_path}/secret">', '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">', ""):
        xml = f'<!DOCTYPE Project [{dtd}]><Project {NAMESPACE} name="x"/>'
        assert refused(project(tmp_path, xml)) is ErrorCode.PARCEL_DAMAGED


@pytest.mark.parametrize("xml", ["", "<Project", "<Other/>", f"<CodeBook {NAMESPACE}/>"])
def test_what_is_no_project_is_refused(tmp_path, xml):
    assert refused(project(tmp_path, xml)) is ErrorCode.PARCEL_DAMAGED


@pytest.mark.parametrize(
    "path",
    [
        *("internal://../secret.txt", "internal:///etc/passwd", "/etc/passwd", "relative://t.txt", "t.txt", ""),
        *("internal://..\\secret.txt", "internal://missing.txt", "file:///etc/passwd"),
    ],
)
def test_a_path_leads_nowhere_but_to_the_sources_of_the_file(tmp_path, path):
    (tmp_path / "secret.txt").write_text("geheim")
    parcel = read_parcel(project(tmp_path, text_source(selection(0, 2), path), t="正文"))
    assert not parcel.marks
    assert [each.reason for each in parcel.unfit] == [Refusal.NOT_TEXT]


@pytest.mark.parametrize(("start", "end"), [(0, 9), (3, 3), (2, 1), (99999999999, 999999999999)])
def test_positions_beyond_the_text_are_listed(tmp_path, start, end):
    parcel = read_parcel(project(tmp_path, text_source(selection(start, end)), t="正文二字"))
    assert (parcel.marks, [each.reason for each in parcel.unfit]) == ((), [Refusal.BAD_OFFSETS])


@pytest.mark.parametrize(("start", "end"), [("-1", "2"), ("a", "2"), ("", "2"), ("1.5", "2")])
def test_what_is_no_position_is_listed(tmp_path, start, end):
    parcel = read_parcel(project(tmp_path, text_source(selection(start, end)), t="正文二字"))
    assert [each.reason for each in parcel.unfit] == [Refusal.BAD_VALUE]


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path):
    bomb = project(tmp_path, text_source(selection(0, 2)), t=bytes(300 * 1024 * 1024 // 16))
    assert bomb.stat().st_size < 100_000
    assert refused(bomb) is ErrorCode.PARCEL_TOO_LARGE


def test_sources_are_not_unpacked_beyond_what_all_may_have(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "LARGEST_UNPACKED", 600)
    assert refused(project(tmp_path, text_source(), t="正文" * 300)) is ErrorCode.PARCEL_TOO_LARGE


def test_too_many_entries_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(foreign, "MOST_ENTRIES", 2)
    assert refused(project(tmp_path, text_source(), a="", b="", t="")) is ErrorCode.PARCEL_TOO_LARGE


def test_a_damaged_entry_is_refused(tmp_path):
    path = project(tmp_path, text_source(selection(0, 2)), t="正文二字" * 200)
    content = bytearray(path.read_bytes())
    at = content.index(b"sources/t.txt") + len(b"sources/t.txt")
    content[at : at + 8] = b"\xff" * 8
    path.write_bytes(content)
    assert refused(path) is ErrorCode.PARCEL_DAMAGED


def test_positions_of_a_source_with_cr_lf_count_both(tmp_path):
    parcel = read_parcel(project(tmp_path, text_source(selection(4, 6)), t="一行\r\n二行\r\n".encode()))
    (mark,) = parcel.marks
    assert (mark.quote, mark.ranges) == ("二行", ((3, 5),))


def test_what_is_marked_elsewhere_than_in_texts_is_listed(tmp_path):
    picture = f'<PictureSource guid="{GUID}"><PictureSelection guid="{GUID}" name="圈" firstX="1" firstY="1"/>'
    xml = f'<Project {NAMESPACE} name="x"><Sources>{picture}</PictureSource></Sources></Project>'
    assert [(each.what, each.reason) for each in read_parcel(project(tmp_path, xml)).unfit] == [
        ("圈", Refusal.NOT_TEXT)
    ]


def test_web_annotations_of_others_are_read_as_far_as_they_are_alike(tmp_path):
    one = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/anno/1",
        "type": "Annotation",
        "bodyValue": "一条评论",
        "target": {
            "source": "page.txt",
            "selector": {"type": "TextQuoteSelector", "exact": "集市", "prefix": "沿线", "suffix": "迎来"},
        },
    }
    (mark,) = read_parcel(saved(tmp_path, "a.jsonld", json.dumps(one))).marks
    assert (mark.note, mark.quote, mark.page.source_name) == ("一条评论", "集市", "page.txt")
    again = read_parcel(saved(tmp_path, "b.jsonld", json.dumps({"items": [one]}))).marks
    assert again[0].uid == mark.uid
