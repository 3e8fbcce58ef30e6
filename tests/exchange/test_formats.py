"""Each format as the tools of others read it: a schema, a JSON-LD processor, openpyxl, python-docx, an HTML parser."""

import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree
from pyld import jsonld

from reader.domain.codebook import Codebook, Tag
from reader.domain.export import Arrangement, CitationStyle, ExportOptions, FileFormat, Shape
from reader.domain.memo import MemoTarget
from reader.domain.model import Color
from reader.domain.parcel import CarriedLink, CarriedMemo, PageKey
from reader.exchange.formats import FORMATS
from reader.exchange.holdings import Holdings
from reader.exchange.jsonld_format import ANNO, TERMS
from reader.exchange.rows import rows_of_page
from tests.support.printed import BRIDGE, BRIEF, marked

GOLDEN = Path(__file__).parents[1] / "golden"
SHA = "ab" * 32
UIDS = [f"7b0f2f6c-3c5c-4d1e-9a55-0d6a6a3a2f0{number}" for number in range(10)]
CODEBOOK = Codebook(
    Tag(number, f"c0de{UIDS[number][4:]}", name, parent, 0, Color.BLUE, "路 & 桥 <宽>")
    for number, name, parent in ((1, "交通", None), (2, "民生", 1), (3, "未用", None))
)
NASTY = "=1+1 <script>alert(1)</script> & \x0b \ufffe *粗* [链](http://x) ]]> “𠮷”\n# 第二行"
PAGE = PageKey(SHA, source_name="page.txt")
MEMOS = [
    CarriedMemo(UIDS[4], MemoTarget.PAGE, "版面", "甲", "2024-06-01T08:00:00+08:00", "2024-06-01T08:00:00+08:00", PAGE),
    CarriedMemo(UIDS[5], MemoTarget.ITEM, NASTY, "乙", "2024-06-01T08:00:00+08:00", "", PAGE, 20),
    CarriedMemo(UIDS[6], MemoTarget.TAG, "标签", tag="交通"),
    CarriedMemo(UIDS[7], MemoTarget.LIBRARY, "库"),
]
LINKS = [
    CarriedLink(UIDS[8], UIDS[1], UIDS[2], "因为", "2024-06-01T08:00:00+08:00"),
    CarriedLink(UIDS[9], UIDS[1], UIDS[9], "到没有写出的一条"),
]
HOLDINGS = Holdings("资料库 <一>", "2024-06-03T08:00:00+08:00", CODEBOOK, MEMOS, LINKS, {SHA: BRIDGE}.__getitem__)


def rows():
    second, first, third = rows_of_page(
        BRIDGE, [marked("集市"), marked("正式通车", number=2), marked("图书馆", BRIEF, 3)], page_sha256=SHA
    )
    return [
        first._replace(annotation_id=UIDS[1], note=NASTY, importance=2),
        second._replace(annotation_id=UIDS[2], tags=(), note=""),
        third._replace(annotation_id=UIDS[3], tags=("民生",), note="-1"),
    ]


def written(file_format, **options):
    stream = io.BytesIO()
    writer = FORMATS[file_format].writer(stream, ExportOptions(file_format, **options), HOLDINGS)
    for row in rows():
        writer.add(row)
    writer.finish()
    return stream.getvalue()


def project():
    archive = zipfile.ZipFile(io.BytesIO(written(FileFormat.QDPX)))
    return archive, etree.fromstring(archive.read("project.qde"))


def q(path):
    return "/".join(f"{{urn:QDA-XML:project:1.0}}{name}" for name in path.split("/"))


def test_a_project_is_valid_against_the_published_schema():
    schema = etree.XMLSchema(file=str(GOLDEN / "refi_project_texts.xsd"))
    _, root = project()
    schema.assertValid(root)
    root.find(q("Sources/TextSource")).append(etree.Element(q("PlainTextSelection")))
    assert not schema.validate(root)


def test_a_project_without_anything_is_valid_too():
    stream = io.BytesIO()
    FORMATS[FileFormat.QDPX].writer(stream, ExportOptions(FileFormat.QDPX), Holdings()).finish()
    root = etree.fromstring(zipfile.ZipFile(stream).read("project.qde"))
    etree.XMLSchema(file=str(GOLDEN / "refi_project_texts.xsd")).assertValid(root)


def test_the_positions_of_a_project_are_code_points_of_its_sources():
    archive, root = project()
    source = root.find(q("Sources/TextSource"))
    text = archive.read("sources/" + source.get("plainTextPath").removeprefix("internal://")).decode("utf-8")
    assert text == BRIDGE
    said = {
        each.get("guid"): text[int(each.get("startPosition")) : int(each.get("endPosition"))]
        for each in source.findall(q("PlainTextSelection"))
    }
    assert (said[UIDS[2]], said[UIDS[3]]) == ("正式通车", "图书馆")
    assert {"集", "市"} <= set(said.values())


def test_every_reference_of_a_project_leads_to_something():
    _, root = project()
    guids = [each.get("guid") for each in root.iter("{*}*") if each.get("guid")]
    assert len(guids) == len(set(guids))
    targets = {each.get(name) for each in root.iter("{*}*") for name in ("targetGUID", "originGUID", "creatingUser")}
    assert targets - {None} <= set(guids)
    assert [link.get("name") for link in root.iter(q("Link"))] == ["因为"]


def context(url, _options):
    assert url == ANNO, "nothing is fetched"
    terms = json.loads((GOLDEN / "anno_terms.jsonld").read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "contentType": "application/ld+json", "document": terms}


def test_web_annotations_expand_to_the_terms_of_the_recommendation():
    document = json.loads(written(FileFormat.JSONLD))
    (collection,) = jsonld.expand(document, {"documentLoader": context})
    oa = "http://www.w3.org/ns/oa#"
    page = collection["http://www.w3.org/ns/activitystreams#first"][0]
    items = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    first = items[0]
    assert [each["@type"] for each in items] == [[f"{oa}Annotation"]] * 4
    assert first["@id"] == f"urn:uuid:{UIDS[1]}"
    assert first[f"{oa}motivatedBy"] == [{"@id": f"{oa}commenting"}]
    purposes = [body[f"{oa}hasPurpose"][0]["@id"] for body in first[f"{oa}hasBody"]]
    assert purposes == [f"{oa}commenting", f"{oa}tagging", f"{oa}tagging"]
    on_page, in_article = first[f"{oa}hasTarget"]
    selectors = {each["@type"][0]: each for each in on_page[f"{oa}hasSelector"]}
    position, quote = selectors[f"{oa}TextPositionSelector"], selectors[f"{oa}TextQuoteSelector"]
    start, end = position[f"{oa}start"][0]["@value"], position[f"{oa}end"][0]["@value"]
    assert (BRIDGE[start], BRIDGE[end - 1]) == ("集", "市")
    assert quote[f"{oa}exact"][0]["@value"] == "集市"
    assert on_page[f"{oa}hasSource"][0]["@id"] == f"urn:jianbao:page:{SHA}"
    assert in_article[f"{oa}hasSource"][0][f"{TERMS}headline"][0]["@value"] == "𠮷林大桥建成通车"
    assert items[3][f"{oa}hasBody"] == [{"@id": f"urn:uuid:{UIDS[2]}"}]


def test_no_name_of_a_web_annotation_is_lost_in_expansion():
    def names(value):
        if isinstance(value, dict):
            yield from value
            for one in value.values():
                yield from names(one)
        elif isinstance(value, list):
            for one in value:
                yield from names(one)

    document = json.loads(written(FileFormat.JSONLD))
    known = context(ANNO, None)["document"]["@context"].keys() | document["@context"][1].keys()
    assert set(names({name: value for name, value in document.items() if name != "@context"})) <= known


def sheets(**options):
    return openpyxl.load_workbook(io.BytesIO(written(FileFormat.XLSX, **options)))


def test_a_workbook_has_three_sheets_with_frozen_headers_and_filters():
    book = sheets()
    assert book.sheetnames == ["annotations", "codebook", "articles"]
    for sheet in book:
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.column_dimensions["A"].width > 8
    codes = [[cell.value for cell in row] for row in book["codebook"].iter_rows(min_row=2)]
    assert [(row[1], row[2], row[-1]) for row in codes] == [
        *(("交通", "交通", 1), ("民生", "交通 / 民生", 2)),
        ("未用", "未用", 0),
    ]
    assert [row[-1].value for row in book["articles"].iter_rows(min_row=2)] == [2, 1]


def test_no_cell_of_a_workbook_is_a_formula():
    for row in sheets()["annotations"].iter_rows(min_row=2):
        assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n"}
    cells = {name.value: cell for name, cell in zip(*list(sheets()["annotations"].iter_rows(max_row=2)), strict=True)}
    assert cells["note"].value == NASTY.replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
    assert cells["note"].quotePrefix
    assert (cells["start"].value, cells["importance"].value) == (rows()[0].start, 2)


def test_a_workbook_with_a_row_for_each_tag_has_their_levels():
    sheet = sheets(shape=Shape.TAG)["annotations"]
    names = [cell.value for cell in sheet[1]]
    at = names.index("tag")
    assert names[at : at + 3] == ["tag", "tag_level1", "tag_level2"]
    found = [tuple(cell.value or "" for cell in row[at : at + 3]) for row in sheet.iter_rows(min_row=2)]
    assert found == [("交通", "交通", ""), ("民生", "交通", "民生"), ("", "", ""), ("民生", "交通", "民生")]


def test_a_cell_is_cut_where_excel_would_refuse_the_file():
    stream = io.BytesIO()
    writer = FORMATS[FileFormat.XLSX].writer(stream, ExportOptions(FileFormat.XLSX), HOLDINGS)
    writer.add(rows()[0]._replace(note="𠮷" * 20_000))
    writer.finish()
    sheet = openpyxl.load_workbook(stream)["annotations"]
    note = next(cell.value for cell in sheet[2] if str(cell.value).startswith("𠮷𠮷"))
    assert len(note.encode("utf-16-le")) // 2 <= 32_767
    assert note.endswith("…")


def paragraphs(**options):
    document = docx.Document(io.BytesIO(written(FileFormat.DOCX, **options)))
    return [(each.style.name, each.text) for each in document.paragraphs]


def test_a_document_by_article_has_an_outline_quotes_and_sources():
    found = paragraphs()
    assert found[0] == ("Title", "资料库 <一>")
    assert ("Heading 1", "《砚川日报》2024年5月12日") in found
    assert ("Heading 2", "𠮷林大桥建成通车") in found
    assert ("Normal", "林听雨. 𠮷林大桥建成通车[N]. 砚川日报, 2024-05-12(1).") in found
    assert [text for style, text in found if style == "Quote"] == ["集市", "正式通车", "图书馆"]
    assert ("Normal", "#交通 #民生 ★★") in found


def test_a_document_by_tag_follows_the_codebook_and_cites_each_quote():
    found = paragraphs(arrangement=Arrangement.TAG, citation=CitationStyle.PLAIN)
    assert [(style, text) for style, text in found if style.startswith("Heading")] == [
        *(("Heading 1", "交通 (1)"), ("Heading 2", "民生 (2)")),
        ("Heading 1", "— (1)"),
    ]
    assert [text for style, text in found if style == "Quote"] == ["集市", "集市", "图书馆", "正式通车"]
    assert found.count(("Normal", "《砚川日报》2024年5月12日第1版《𠮷林大桥建成通车》")) == 3


def test_a_document_by_tag_leaves_out_no_tag_that_the_codebook_lacks():
    stream = io.BytesIO()
    options = ExportOptions(FileFormat.MARKDOWN, arrangement=Arrangement.TAG)
    writer = FORMATS[FileFormat.MARKDOWN].writer(stream, options, Holdings("x"))
    for row in rows():
        writer.add(row)
    writer.finish()
    headings = [line for line in stream.getvalue().decode("utf-8").splitlines() if line.startswith("## ")]
    assert headings == ["## 交通 (1)", "## 民生 (2)", "## — (1)"]


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text, self.attributes = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_a_page_is_self_contained_and_shows_text_as_text(arrangement):
    content = written(FileFormat.HTML, arrangement=arrangement).decode("utf-8")
    seen = _Seen()
    seen.feed(content)
    assert not {"script", "img", "link", "a", "iframe"} & set(seen.tags)
    assert not {"src", "href", "onload"} & set(seen.attributes)
    assert "<script>alert(1)</script>" in "".join(seen.text)
    assert "集市" in seen.text


def test_markdown_shows_quotes_as_they_are_and_notes_as_they_were_written():
    content = written(FileFormat.MARKDOWN).decode("utf-8")
    assert content.startswith("# 资料库 \\<一\\>\n")
    assert "\n> 集市\n" in content
    assert "\n# 第二行\n" in content
    assert "\n\\#交通" not in content
    assert "\n#交通 #民生 ★★\n" in content


def test_what_a_markdown_quote_says_is_no_markup():
    stream = io.BytesIO()
    writer = FORMATS[FileFormat.MARKDOWN].writer(stream, ExportOptions(FileFormat.MARKDOWN), HOLDINGS)
    writer.add(rows()[0]._replace(quote="*粗*\n- 一\n1. 二\n# 三", note=""))
    writer.finish()
    assert "> \\*粗\\*\n> \\- 一\n> \\1. 二\n> \\# 三\n" in stream.getvalue().decode("utf-8")
