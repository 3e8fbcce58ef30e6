"""Bytes to text: byte order marks, UTF-8, UTF-16, then what chardet says of a sample.

The text is what every offset counts: code points, with newlines normalised to LF, and without a byte order mark.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.errors import ErrorCode, UserError
from reader.intake.hanzi import share_expected
from reader.intake.utf16 import guess_utf16

SAMPLE = 65536
"""Bytes that detection looks at; decoding always covers the whole file."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What a file is labelled and what it holds differ: characters beyond the older standard are in most real pages. Each
# of these agrees with the narrower ones on what they have.
_WIDER = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "big5": ("big5", "cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    "ascii": ("utf-8",),
}
_CHINESE = "gb18030"
_LIKELY = (_CHINESE, "big5", "cp950", "big5hkscs")
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LEAST_CONFIDENCE = 0.1  # of chardet: 0.17 and more where it is right, under 0.05 where it only finds no objection
_GOOD_PER_BAD = 10
_MOST_CONTROLS = 0.01  # of all characters: stray ones are in real pages, a page of them is no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text and the encoding that it was read as, by Python's name."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file's bytes, read as ``encoding`` or, where that is None, as what they look like.

    Raises:
        UserError: FILE_EMPTY where there is nothing but white space, FILE_BINARY where it is no text,
            FILE_ENCODING where the bytes do not fit, ENCODING_UNKNOWN where there is no such encoding. None has a path.
    """
    if not data:
        raise UserError(ErrorCode.FILE_EMPTY)
    candidates = _candidates(data) if encoding is None else _named(encoding)
    tried = []
    for candidate in candidates:
        try:
            text = data.decode(candidate)
        except UnicodeDecodeError:
            tried.append(candidate)
            continue
        return Decoded(_clean(text), candidate)
    if encoding is None and _looks_binary(data):
        raise UserError(ErrorCode.FILE_BINARY)
    raise UserError(ErrorCode.FILE_ENCODING, detail=encoding or ", ".join(dict.fromkeys(tried)))


def _named(encoding: str) -> tuple[str, ...]:
    """The codecs to try for an encoding that the user named."""
    try:
        "".encode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:  # ValueError: a NUL in the name
        raise UserError(ErrorCode.ENCODING_UNKNOWN, detail=encoding) from error
    return _WIDER.get(name, (name,))


def _candidates(data: bytes) -> Iterator[str]:
    """Encodings to try, the likeliest first; later ones are only worked out when the earlier ones do not fit."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield encoding
            return
    if b"\0" not in data:
        yield "utf-8"
    utf16 = guess_utf16(data[:SAMPLE]) if len(data) % 2 == 0 else None
    if utf16:
        yield utf16
    sample = _sample(data)
    if b"\0" in data or _is_damaged_utf8(sample):
        yield "utf-8"  # to be refused under that name, not taken for something else
        return
    if not _looks_binary(data):
        yield from _detected(sample)
    yield from _LIKELY


def _detected(sample: bytes) -> Iterator[str]:
    """What chardet says, if it is sure enough."""
    import chardet  # only now, since most files are UTF-8, and a window decodes none

    found = chardet.detect(sample, max_bytes=SAMPLE)
    if not found["encoding"] or found["confidence"] < _LEAST_CONFIDENCE:
        return
    names = _named(found["encoding"])
    # A Chinese name or two in a page of English do not outweigh its English.
    if found["language"] not in _EAST_ASIAN and _is_chinese(sample):
        yield _CHINESE
    yield from names


def _sample(data: bytes) -> bytes:
    """A bounded part of the data for detection: from the first byte that is not ASCII, to the end of a character.

    No multi-byte character of the encodings in question has a byte below 0x30 behind its first one, so a cut after
    such a byte (a space, a line end, a comma) is safe.
    """
    first = re.search(rb"[\x80-\xff]", data)
    start = first.start() if first else 0
    sample = data[start : start + SAMPLE]
    if start + SAMPLE >= len(data):
        return sample
    cut = re.search(rb"[\x00-\x2f][^\x00-\x2f]*\Z", sample)
    return sample[: cut.start() + 1] if cut else sample


def _is_chinese(sample: bytes) -> bool:
    """Whether all that is not ASCII makes common Chinese characters when it is read as GB18030."""
    try:
        text = sample.decode(_CHINESE)
    except UnicodeDecodeError:
        return False
    return share_expected("".join(_NOT_ASCII.findall(text))) == 1


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether nearly all that is not ASCII is well-formed UTF-8. Cut off or damaged, it may still fit GB18030."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(_NOT_ASCII.findall(text)) - bad
    return good > _GOOD_PER_BAD * bad


def _looks_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    return b"\0" in data or len(_CONTROL_BYTES.findall(sample)) > _MOST_CONTROLS * len(sample)


def _clean(text: str) -> str:
    """The text without its byte order mark, with LF newlines. Raises UserError where it is empty or no text."""
    text = text.removeprefix("\ufeff")
    if "\0" in text or len(_CONTROLS.findall(text[:SAMPLE])) > _MOST_CONTROLS * min(len(text), SAMPLE):
        raise UserError(ErrorCode.FILE_BINARY)
    if not text or text.isspace():
        raise UserError(ErrorCode.FILE_EMPTY)
    return text.replace("\r\n", "\n").replace("\r", "\n")
