"""Characters that a file format has no place for, which become U+FFFD."""

import re

REPLACEMENT = "\ufffd"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_XML_LINE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_surrogates(text: str) -> str:
    """A text that UTF-8 can say."""
    return text if text.isascii() else _SURROGATES.sub(REPLACEMENT, text)


def xml_text(text: str) -> str:
    """A text that XML 1.0 can say (production 2, Char), and that its parsers give back as it is: CR becomes LF."""
    return _NOT_XML_LINE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def is_xml_text(text: str) -> bool:
    """Whether XML 1.0 can say a text."""
    return not _NOT_XML.search(text)
