"""Whether an annotation still stands where it was made."""

from reader.domain.model import Annotation


def quote_stands(page_text: str, annotation: Annotation) -> bool:
    """Whether the page says at an annotation's ranges what its quote says.

    White space does not count: it is all that joining the pieces of a page ever adds or leaves out.
    """
    there = "".join(page_text[start:end] for start, end in annotation.ranges)
    return there == annotation.quote or _solid(there) == _solid(annotation.quote)


def _solid(text: str) -> str:
    return "".join(text.split())
