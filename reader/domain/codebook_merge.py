"""What becomes of a codebook when that of a file is merged into it: thought out first, so that it can be shown.

A code of the file is the tag that has its uid, else the one that has its name. What the file says of it is put in place
of what the library says; what the file leaves empty stays. A tag that was found by its uid goes to where the file has
it; one that was found by its name goes below the parent that the file names, and stays where it is if that names none.
Names stay unique: a new tag whose name is in use gets that of its parent in brackets, or a number, and a tag that
would get a name in use keeps its own. Merging the same file again changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.domain.code import TEXTS, Code, CodeIssue, CodeProblem, ForeignCodebook
from reader.domain.codebook import Codebook, Tag


@dataclass(frozen=True, slots=True)
class PlannedTag:
    """A tag as it is (None: not yet) and as it will be. New tags have negative ids until they are written."""

    before: Tag | None
    after: Tag

    @property
    def is_changed(self) -> bool:
        """Whether there is such a tag, and it will be another than it is."""
        return self.before is not None and self.before != self.after


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging would do, with the problems of the file and those of the merge.

    ``tags`` has one for each code, in an order in which a name is given up before another tag takes it.
    """

    tags: tuple[PlannedTag, ...]
    problems: tuple[CodeProblem, ...]

    @property
    def new(self) -> tuple[PlannedTag, ...]:
        """Those that will be made."""
        return tuple(tag for tag in self.tags if tag.before is None)

    @property
    def changed(self) -> tuple[PlannedTag, ...]:
        """Those that will be changed."""
        return tuple(tag for tag in self.tags if tag.is_changed)


def plan_merge(codebook: Codebook, foreign: ForeignCodebook) -> MergePlan:
    """What merging a file's codebook into a library's would do."""
    return _Merge(codebook, foreign).plan()


class _Merge:
    """One merge being thought out; codes are named by their place in the file."""

    def __init__(self, codebook: Codebook, foreign: ForeignCodebook) -> None:
        self._codebook = codebook
        self._codes = foreign.codes
        self._is_tree = foreign.is_tree
        self._problems = [*foreign.problems]
        self._by_uid: dict[int, Tag] = {}
        self._found: dict[int, Tag] = {}
        self._claimed: set[int] = set()
        self._taken = {tag.name for tag in codebook}  # the names in use, as far as it is thought out
        self._written = {code.name for code in foreign.codes}
        self._named: dict[int, str] = {}
        self._ids: dict[str, int] = {}  # of all tags, by the names that they get
        self._order: list[int] = []

    def plan(self) -> MergePlan:
        """Find the tags, then name them, then place them."""
        self._find()
        self._rename()
        for place in self._parents_first():
            if place not in self._found:
                self._name_new(place)
        self._ids = {tag.name: tag.id for tag in self._codebook if tag.id not in self._claimed}
        self._ids |= {name: self._id(place) for place, name in self._named.items()}
        parents = self._place()
        positions = self._positions(parents)
        planned = [self._planned(place, parents, positions) for place in self._order]
        return MergePlan(tuple(planned), tuple(self._problems))

    def _find(self) -> None:
        known = {tag.uid: tag for tag in self._codebook}
        self._by_uid = {place: known[code.uid] for place, code in enumerate(self._codes) if code.uid in known}
        self._found = dict(self._by_uid)
        self._claimed = {tag.id for tag in self._found.values()}
        for place in self._parents_first():  # as they are named, so that a second merge finds the same
            tag = self._codebook.named(self._codes[place].name)
            if place not in self._found and tag is not None and tag.id not in self._claimed:
                self._found[place] = tag
                self._claimed.add(tag.id)

    def _rename(self) -> None:
        """Give tags that were found by uid the names of the file, as long as one of these is or becomes free."""
        waiting = {place: tag for place, tag in self._found.items() if tag.name != self._codes[place].name}
        for place, tag in self._found.items():
            if place not in waiting:
                self._settle(place, tag.name)
        progress = True
        while progress:
            progress = False
            for place, tag in list(waiting.items()):
                wanted = self._codes[place].name
                if wanted not in self._taken:
                    self._taken.remove(tag.name)
                    self._settle(place, wanted)
                    del waiting[place]
                    progress = True
        for place, tag in waiting.items():
            self._problems.append(CodeProblem(CodeIssue.NAME_IN_USE, self._codes[place].name, tag.name))
            self._settle(place, tag.name)

    def _name_new(self, place: int) -> None:
        """Name a code that is no tag yet; under a name that the merge of the same file gave before, it is that tag."""
        code = self._codes[place]
        for name in self._candidates(code):
            tag = self._codebook.named(name)
            if name in self._taken and (tag is None or tag.id in self._claimed):
                continue
            if name != code.name and name in self._written:  # another code has it as its own
                continue
            if name != code.name:
                self._problems.append(CodeProblem(CodeIssue.NAME_IN_USE, code.name, name))
            if name in self._taken and tag is not None:
                self._found[place] = tag
                self._claimed.add(tag.id)
            self._settle(place, name)
            return

    def _candidates(self, code: Code) -> Iterator[str]:
        yield code.name
        above = code.parent_name if code.parent is None else self._named[code.parent]
        base = f"{code.name} ({above})" if above else code.name
        if above:
            yield base
        number = 2
        while True:
            yield f"{base} ({number})"
            number += 1

    def _settle(self, place: int, name: str) -> None:
        self._named[place] = name
        self._taken.add(name)
        self._order.append(place)

    def _parents_first(self) -> list[int]:
        order: dict[int, None] = {}
        for place in range(len(self._codes)):
            path = []
            at: int | None = place
            while at is not None and at not in order:
                path.append(at)
                at = self._codes[at].parent
            order |= dict.fromkeys(reversed(path))
        return [*order]

    def _id(self, place: int) -> int:
        return self._found[place].id if place in self._found else -1 - place

    def _place(self) -> dict[int, int | None]:
        """The parent of each tag of the file, by ids; where the file would put a tag below itself it stays."""
        parents = {tag.id: tag.parent_id for tag in self._codebook}
        wanted = {place: self._wanted_parent(place) for place in range(len(self._codes))}
        parents |= dict.fromkeys(self._id(place) for place in wanted if place not in self._found)
        waiting = {place: parent for place, parent in wanted.items() if parents[self._id(place)] != parent}
        progress = True
        while progress:
            progress = False
            for place, parent in list(waiting.items()):
                if not _stands_within(parents, parent, self._id(place)):
                    parents[self._id(place)] = parent
                    del waiting[place]
                    progress = True
        self._problems += [CodeProblem(CodeIssue.CYCLE, self._codes[place].name) for place in waiting]
        return parents

    def _wanted_parent(self, place: int) -> int | None:
        parent = self._codes[place].parent
        if parent is not None:
            return self._id(parent)
        above = self._codes[place].parent_name
        if above in self._ids:
            return self._ids[above]
        if above:
            self._problems.append(CodeProblem(CodeIssue.UNKNOWN_PARENT, self._codes[place].name, above))
        stays = place in self._found and not (self._is_tree and place in self._by_uid)
        return self._found[place].parent_id if stays else None

    def _positions(self, parents: dict[int, int | None]) -> dict[int, int]:
        """Where tags that are new under their parent stand: behind those that are there, in the order of the file."""
        behind: dict[int | None, int] = {}
        for tag in self._codebook:
            behind[tag.parent_id] = max(behind.get(tag.parent_id, 0), tag.position + 1)
        positions = {}
        for place in range(len(self._codes)):
            tag_id = self._id(place)
            if place in self._found and parents[tag_id] == self._found[place].parent_id:
                positions[tag_id] = self._found[place].position
            else:
                positions[tag_id] = behind.get(parents[tag_id], 0)
                behind[parents[tag_id]] = positions[tag_id] + 1
        return positions

    def _planned(self, place: int, parents: dict[int, int | None], positions: dict[int, int]) -> PlannedTag:
        code, before, tag_id = self._codes[place], self._found.get(place), self._id(place)
        base = before or Tag(tag_id, code.uid, "")
        texts = {field: getattr(code, field) or getattr(base, field) for field in TEXTS}
        after = replace(
            base,
            name=self._named[place],
            parent_id=parents[tag_id],
            position=positions[tag_id],
            color=code.color or base.color,
            **texts,
        )
        return PlannedTag(before, after)


def _stands_within(parents: dict[int, int | None], tag_id: int | None, above: int) -> bool:
    while tag_id is not None:
        if tag_id == above:
            return True
        tag_id = parents[tag_id]
    return False
