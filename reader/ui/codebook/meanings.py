"""What the tags of a mark mean, for those who show marks and know no codebook."""

from reader.services.library import Library


def tag_meanings(library: Library, annotation_id: int) -> list[tuple[str, str]]:
    """The tags of an annotation by name, each with its definition, which may be empty; none where it is gone."""
    try:
        names = library.marks.get(annotation_id).tags
    except KeyError:
        return []
    tags = [library.codebook.named(name) for name in names]
    return [(tag.name, tag.definition) for tag in tags if tag is not None]
