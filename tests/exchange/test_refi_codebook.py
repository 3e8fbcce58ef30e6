"""A codebook as a .qdc file is valid against the published schema, comes back equal, and nothing in it is trusted."""

import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reader.domain.code import Code, CodeIssue, NoCodebookError, tidy_name, tidy_text
from reader.domain.codebook import Codebook, Tag
from reader.domain.model import Color
from reader.exchange.code_description import describe, texts_of
from reader.exchange.refi_codebook import codes_element, read_codebook, read_codes, write_codebook

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parents[1] / "golden" / "refi_codebook.xsd"))
LINES = st.sampled_from(
    ["", "定义", "[use when]", "\\[example]", "\\\\[not when]", "[其他]", " <&> ", "𠮷\t", "[example] x"]
)
TEXTS = st.one_of(st.lists(LINES, max_size=5).map("\n".join), st.text(max_size=20)).map(tidy_text)
NAMES = st.text(min_size=1, max_size=8).map(tidy_name).filter(bool)
UID = "9fa9bcb7-5b59-47a9-8c3e-f65cffdc7520"


@st.composite
def codebooks(draw):
    tags = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=8, unique=True)):
        texts = [draw(TEXTS) for _ in range(4)]
        parent = draw(st.sampled_from([None, *(tag.id for tag in tags)]))
        color = draw(st.sampled_from([None, *Color]))
        tags.append(Tag(len(tags) + 1, str(uuid.uuid4()), name, parent, len(tags), color, *texts))
    return Codebook(tags)


def as_codes(codebook):
    order = [tag.id for tag in codebook]
    return tuple(
        Code(
            tag.name,
            tag.uid,
            None if tag.parent_id is None else order.index(tag.parent_id),
            "",
            tag.color,
            tag.definition,
            tag.use_when,
            tag.not_when,
            tag.example,
        )
        for tag in codebook
    )


@given(codebooks())
def test_a_codebook_is_valid_and_comes_back_equal(codebook):
    content = write_codebook(codebook)
    SCHEMA.assertValid(etree.fromstring(content))
    read = read_codebook(content)
    assert read.codes == as_codes(codebook)
    assert not read.problems


@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS))
def test_a_description_holds_the_four_texts(texts):
    read = texts_of(describe(*texts))
    assert tuple(read.get(name, "") for name in ("definition", "use_when", "not_when", "example")) == texts


def test_codes_of_a_project_stand_in_its_namespace():
    codebook = Codebook([Tag(1, UID, "民生")])
    element = codes_element(codebook, "urn:QDA-XML:project:1.0")
    assert element.tag == "{urn:QDA-XML:project:1.0}Codes"
    assert read_codes(element).codes == as_codes(codebook)


def test_an_empty_codebook_cannot_be_written():
    with pytest.raises(ValueError, match="at least one"):
        write_codebook(Codebook([]))


def test_a_tree_far_deeper_than_any_nesting_limit_comes_back():
    tags = [Tag(n, str(uuid.uuid4()), f"层{n}", n - 1 or None) for n in range(1, 1501)]
    assert read_codebook(write_codebook(Codebook(tags))).codes == as_codes(Codebook(tags))


def foreign(codes, namespace="urn:QDA-XML:codebook:1.0", after=""):
    return f'<CodeBook xmlns="{namespace}"><Codes>{codes}</Codes>{after}</CodeBook>'.encode()


@pytest.mark.parametrize(
    "namespace", ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0", "urn:QDA-XML:codebook:0:4"]
)
def test_other_programs_spell_the_namespace_and_the_guid_differently(namespace):
    attributes = f'guid="{{{UID.upper()}}}" name="Values" isCodable="false" color="#f00"'
    code = f"<Code {attributes}><Description>about</Description></Code>"
    assert read_codebook(foreign(code, namespace)).codes == (Code("Values", UID, color=Color.PINK, definition="about"),)


def test_what_cannot_be_taken_is_listed():
    codes = (
        f'<Code guid="{UID}" name="A" color="#777"/><Code guid="{UID}" name="B" color="red"/>'
        '<Code guid="7" name="C"/><Code name=" "><Code name="D"/></Code>'
    )
    read = read_codebook(foreign(codes, after='<Sets><Set guid="x" name="组"/></Sets>'))
    assert [(code.name, code.uid, code.parent) for code in read.codes] == [
        ("A", UID, None),
        ("B", "", None),
        ("C", "", None),
        ("D", "", None),
    ]
    assert {(problem.issue, problem.name) for problem in read.problems} == {
        (CodeIssue.DUPLICATE_UID, "B"),
        (CodeIssue.BAD_COLOR, "B"),
        (CodeIssue.BAD_UID, "C"),
        (CodeIssue.NO_NAME, " "),
        (CodeIssue.SETS, "组"),
    }


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"<CodeBook><Codes><Code name='A'/>",
        b"<Project/>",
        b"<CodeBook/>",
        b"<!DOCTYPE CodeBook><CodeBook><Codes/></CodeBook>",
        b'<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/os-release">]><CodeBook><Codes>&x;</Codes></CodeBook>',
        b'<!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><CodeBook><Codes><Code name="&b;"/></Codes></CodeBook>',
        '<?xml version="1.0" encoding="utf-8"?><CodeBook><Codes><Code name="民生"/></Codes></CodeBook>'.encode(
            "gb18030"
        ),
    ],
)
def test_what_is_no_codebook_is_refused(content):
    with pytest.raises(NoCodebookError):
        read_codebook(content)
