"""Codebooks as REFI-QDA files (.qdc), which other programs for qualitative research write and read.

The format is chapter 5 of "REFI-QDA Standard for exchange of processed data", version 1.5
(https://www.qdasoftware.org/); a project file (.qdpx) has the same elements in another namespace. A code's guid is the
tag's uid, its Description the four texts as ``exchange/code_description.py`` puts them together, its colour that of
``exchange/code_colours.py``. What the format can hold and a library cannot: whether a code is codable (all of ours
are), sets of codes (listed when they are read), and colours beyond our six.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from reader import __version__
from reader.domain.code import Code, CodeIssue, CodeProblem, ForeignCodebook, NoCodebookError, checked, tidy_name
from reader.domain.codebook import Codebook, Tag
from reader.domain.model import Color
from reader.exchange.code_colours import HEX, nearest_color
from reader.exchange.code_description import describe, texts_of

CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0"
ORIGIN = f"Jianbao {__version__}"

_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?", re.IGNORECASE)


def write_codebook(codebook: Codebook) -> bytes:
    """The content of a .qdc file. Raises ValueError for a codebook without tags, which the schema does not allow."""
    root = etree.Element(f"{{{CODEBOOK_NAMESPACE}}}CodeBook", nsmap=_default(CODEBOOK_NAMESPACE), origin=ORIGIN)
    root.append(codes_element(codebook))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def codes_element(codebook: Codebook, namespace: str = CODEBOOK_NAMESPACE) -> etree._Element:
    """All tags as a ``Codes`` element, nested as in the tree. Raises ValueError where there are none."""
    if not len(codebook):
        raise ValueError("a Codes element holds at least one code")
    codes = etree.Element(f"{{{namespace}}}Codes", nsmap=_default(namespace))
    elements: dict[int | None, etree._Element] = {None: codes}
    for tag in codebook:
        elements[tag.id] = _code_element(elements[tag.parent_id], tag, namespace)
    return codes


def read_codebook(content: bytes) -> ForeignCodebook:
    """The codes of a .qdc file, of any version of the format.

    Raises:
        NoCodebookError: it is no XML, is not a codebook, or has a document type, which no codebook needs and attacks
            are made with.
    """
    # The tree may be deep; what else `huge_tree` lets in is bounded by the size of the file, as entities stay closed.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NoCodebookError(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NoCodebookError("document type declaration")
    codes = next(_children(root, "Codes"), None) if _local(root) == "CodeBook" else None
    if codes is None:
        raise NoCodebookError("no CodeBook with Codes")
    read = read_codes(codes)
    sets = [found for group in _children(root, "Sets") for found in _children(group, "Set")]
    listed = tuple(CodeProblem(CodeIssue.SETS, found.get("name", "")) for found in sets)
    return ForeignCodebook(read.codes, (*read.problems, *listed))


def read_codes(codes: etree._Element) -> ForeignCodebook:
    """The codes of a ``Codes`` element, of a codebook or of a project, whatever its namespace."""
    found: list[Code] = []
    problems: list[CodeProblem] = []
    stack: list[tuple[etree._Element, int | None]] = [(code, None) for code in reversed([*_children(codes, "Code")])]
    while stack:
        element, parent = stack.pop()
        code = _code(element, parent, problems)
        if code is None:  # what stands below it goes to the one above
            place = parent
        else:
            found.append(code)
            place = len(found) - 1
        stack.extend((child, place) for child in reversed([*_children(element, "Code")]))
    return checked(found, problems)


def _code_element(parent: etree._Element, tag: Tag, namespace: str) -> etree._Element:
    element = etree.SubElement(
        parent, f"{{{namespace}}}Code", guid=tag.uid, name=tidy_name(tag.name) or tag.uid, isCodable="true"
    )
    if tag.color is not None:
        element.set("color", HEX[tag.color])
    description = describe(tag.definition, tag.use_when, tag.not_when, tag.example)
    if description:
        etree.SubElement(element, f"{{{namespace}}}Description").text = description
    return element


def _code(element: etree._Element, parent: int | None, problems: list[CodeProblem]) -> Code | None:
    written = element.get("name", "")
    name = tidy_name(written)
    if not name:
        problems.append(CodeProblem(CodeIssue.NO_NAME, written))
        return None
    guid = element.get("guid", "").strip()
    uid = _GUID.fullmatch(guid)
    if guid and not uid:
        problems.append(CodeProblem(CodeIssue.BAD_UID, name, guid))
    text = next((child.text or "" for child in _children(element, "Description")), "")
    return Code(
        name,
        uid[1].lower() if uid else "",
        parent,
        color=_color(element, name, problems),
        **texts_of(text),
    )


def _color(element: etree._Element, name: str, problems: list[CodeProblem]) -> Color | None:
    written = element.get("color", "").strip()
    if not written:
        return None
    try:
        return nearest_color(written)
    except ValueError:
        problems.append(CodeProblem(CodeIssue.BAD_COLOR, name, written))
        return None


def _default(namespace: str) -> dict[Any, str]:
    return {None: namespace}  # the type stubs of lxml know no namespace without a prefix


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element if _local(child) == name)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
