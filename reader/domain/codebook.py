"""The codebook: the reader's tags as a tree, each with what it means and when it is to be used.

The terms are those of qualitative research; see the REFI-QDA standard 1.5 (codebook exchange) for a code's GUID,
colour and description.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.domain.model import Color


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag (code). Names are unique in a library, wherever in the tree the tag stands.

    ``parent_id`` is None at the root; ``position`` orders the tags of one parent. ``uid`` is a UUID that stays when the
    tag is renamed, and in every file that it is written to.
    """

    id: int
    uid: str
    name: str
    parent_id: int | None = None
    position: int = 0
    color: Color | None = None
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    example: str = ""
    created_at: str = ""


class Codebook:
    """All tags of a library, in the order of the tree."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._by_id = {tag.id: tag for tag in tags}

    def __iter__(self) -> Iterator[Tag]:
        """Every tag, parents before their children, siblings by position and then by name."""
        return self.below(None)

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, tag_id: int) -> Tag:
        return self._by_id[tag_id]

    def named(self, name: str) -> Tag | None:
        """The tag of a name, or None."""
        return self._by_name.get(name)

    def children(self, tag_id: int | None) -> tuple[Tag, ...]:
        """The tags right under one; under None, those at the root."""
        return self._children.get(tag_id, ())

    def below(self, tag_id: int | None) -> Iterator[Tag]:
        """All tags under one, in the order of the tree, without itself."""
        for child in self.children(tag_id):
            yield child
            yield from self.below(child.id)

    def path(self, tag_id: int) -> tuple[Tag, ...]:
        """A tag and those that it stands under, the root first."""
        tag = self._by_id[tag_id]
        return (tag,) if tag.parent_id is None else (*self.path(tag.parent_id), tag)

    @cached_property
    def _by_name(self) -> dict[str, Tag]:
        return {tag.name: tag for tag in self._by_id.values()}

    @cached_property
    def _children(self) -> dict[int | None, tuple[Tag, ...]]:
        found: dict[int | None, list[Tag]] = {}
        for tag in sorted(self._by_id.values(), key=lambda tag: (tag.position, tag.name)):
            found.setdefault(tag.parent_id, []).append(tag)
        return {parent: tuple(tags) for parent, tags in found.items()}
