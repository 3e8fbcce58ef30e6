"""The codebook: the reader's tags as a tree, each with what it means and when it is to be used.

The terms are those of qualitative research; see the REFI-QDA standard 1.5 (codebook exchange) for a code's GUID,
colour and description.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

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


class TagCount(NamedTuple):
    """How many marks have a tag itself, and how many have it or one below it (each mark counted once)."""

    own: int
    total: int


class Codebook:
    """All tags of a library, in the order of the tree."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        self._by_id = {tag.id: tag for tag in tags}

    def __iter__(self) -> Iterator[Tag]:
        """Every tag, parents before their children, siblings by position and then by name."""
        return self.below(None)

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, tag_id: object) -> bool:
        return tag_id in self._by_id

    def __getitem__(self, tag_id: int) -> Tag:
        return self._by_id[tag_id]

    def named(self, name: str) -> Tag | None:
        """The tag of a name, or None."""
        return self._by_name.get(name)

    def children(self, tag_id: int | None) -> tuple[Tag, ...]:
        """The tags right under one; under None, those at the root."""
        return self._children.get(tag_id, ())

    def siblings(self, tag_id: int) -> tuple[Tag, ...]:
        """The tags that stand under the same parent, with itself."""
        return self.children(self._by_id[tag_id].parent_id)

    def below(self, tag_id: int | None) -> Iterator[Tag]:
        """All tags under one, in the order of the tree, without itself."""
        stack = [*reversed(self.children(tag_id))]
        while stack:
            tag = stack.pop()
            yield tag
            stack.extend(reversed(self.children(tag.id)))

    def path(self, tag_id: int) -> tuple[Tag, ...]:
        """A tag and those that it stands under, the root first."""
        path = [self._by_id[tag_id]]
        while (parent := path[-1].parent_id) is not None:
            path.append(self._by_id[parent])
        return tuple(reversed(path))

    def stands_within(self, tag_id: int, other_id: int | None) -> bool:
        """Whether a tag is another one or stands anywhere below it."""
        return any(tag.id == other_id for tag in self.path(tag_id))

    def counts(self, own: Mapping[int, int], together: Mapping[tuple[int, ...], int]) -> dict[int, TagCount]:
        """How many marks each tag has, by its id.

        ``own`` is how many marks have each tag; ``together`` how many have exactly each combination of several tags,
        which must not be counted twice where the tags stand below one.
        """
        totals = {tag_id: own.get(tag_id, 0) for tag_id in self._by_id}
        for tag in reversed([*self]):
            if tag.parent_id is not None:
                totals[tag.parent_id] += totals[tag.id]
        for tag_ids, marks in together.items():
            above: dict[int, int] = {}
            for tag_id in tag_ids:
                for tag in self.path(tag_id):
                    above[tag.id] = above.get(tag.id, 0) + 1
            for tag_id, times in above.items():
                totals[tag_id] -= marks * (times - 1)
        return {tag_id: TagCount(own.get(tag_id, 0), total) for tag_id, total in totals.items()}

    @cached_property
    def _by_name(self) -> dict[str, Tag]:
        return {tag.name: tag for tag in self._by_id.values()}

    @cached_property
    def _children(self) -> dict[int | None, tuple[Tag, ...]]:
        found: dict[int | None, list[Tag]] = {}
        for tag in sorted(self._by_id.values(), key=lambda tag: (tag.position, tag.name)):
            found.setdefault(tag.parent_id, []).append(tag)
        return {parent: tuple(tags) for parent, tags in found.items()}
