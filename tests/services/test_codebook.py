"""The verbs of the codebook, against a plain tree in memory, with undo, redo and restarts between them."""

import copy
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.codebook_places import Place, Way
from reader.domain.memo import MemoTarget
from reader.domain.model import Color, Item, Kind, PageMeta, Role
from reader.errors import ErrorCode, UserError
from reader.services.codebook import Meaning, tops
from reader.services.library import Library
from tests.support.printed import block, file_page, mark

TEXT = "廊桥开放\n青陵州第一座廊桥重新开放。"
QUOTES = ("青陵州", "第一座", "廊桥重新", "开放。")
NAMES = st.sampled_from([f"标签{number}" for number in range(12)])
MANY = st.lists(st.integers(0, 20), min_size=1, max_size=3)
ONE = st.integers(0, 20)


def fill(library):
    """File an article with four marks; returns their ids."""
    title, body = TEXT.split("\n")
    item = Item(Kind.ARTICLE, (block(TEXT, Role.TITLE, title), block(TEXT, Role.BODY, body)), title=title)
    (item_id,) = file_page(library, TEXT, [item], PageMeta("青陵日报", "2024-05-12", "1"))
    return [mark(library, item_id, quote) for quote in QUOTES]


@dataclass
class Tree:
    """What the codebook should be: for each name (None is the root) the names below it, and the names on each mark."""

    below: dict = field(default_factory=lambda: {None: []})
    on: dict = field(default_factory=dict)
    color: dict = field(default_factory=dict)
    definition: dict = field(default_factory=dict)

    def names(self):
        return [name for name in self.below if name is not None]

    def parent(self, name):
        return next(parent for parent, children in self.below.items() if name in children)

    def path(self, name):
        return [] if name is None else [name, *self.path(self.parent(name))]

    def subtree(self, name):
        return [name, *(found for child in self.below[name] for found in self.subtree(child))]

    def tops(self, names):
        return [name for name in dict.fromkeys(names) if not set(self.path(name)[1:]) & set(names)]

    def add(self, name, parent, color=None):
        self.below[parent].append(name)
        self.below[name] = []
        self.color[name], self.definition[name] = color, ""

    def give(self, mark_id, name, other):
        tags = self.on[mark_id]
        if name in tags:
            tags.remove(name)
            if other is not None:
                tags.add(other)

    def drop(self, name):
        """Take a tag out; what stands below it takes its place."""
        siblings = self.below[self.parent(name)]
        at = siblings.index(name)
        siblings[at : at + 1] = self.below.pop(name)
        del self.color[name], self.definition[name]

    def total(self, name):
        wanted = set(self.subtree(name))
        return sum(bool(tags & wanted) for tags in self.on.values())


class CodebookMachine(RuleBasedStateMachine):
    """Does what users do, in any order. ``steps[: done]`` are in force; the rest can be redone."""

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory(prefix="jianbao-")
        self.path = Path(self.folder.name) / "codebook.jianbao"
        self.library = Library(self.path)
        self.tree = Tree(on={mark_id: set() for mark_id in fill(self.library)})
        self.base = len(self.library.history.steps())
        self.steps, self.done = [copy.deepcopy(self.tree)], 0

    def teardown(self):
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()

    @property
    def codebook(self):
        return self.library.codebook

    def id_of(self, name):
        return None if name is None else self.codebook.load().named(name).id

    def pick(self, number, names=None):
        names = self.tree.names() if names is None else names
        return names[number % len(names)]

    def did(self, changes):
        """A verb was done: it is a step if it changed anything, and says so."""
        if self.tree == self.steps[self.done]:
            return
        assert changes.tags or changes.annotations
        del self.steps[self.done + 1 :]
        self.steps.append(copy.deepcopy(self.tree))
        self.done += 1

    @rule(name=NAMES, parent=ONE, index=st.one_of(st.none(), st.integers(0, 3)))
    def create(self, name, parent, index):
        under = self.pick(parent, [None, *self.tree.names()])
        if name in self.tree.below:
            with pytest.raises(UserError) as refused:
                self.codebook.create(name, self.id_of(under))
            assert refused.value.code is ErrorCode.TAG_TAKEN
            return
        _, changes = self.codebook.create(f" #{name} ", self.id_of(under), index)
        self.tree.add(name, under)
        if index is not None:
            self.tree.below[under].remove(name)
            self.tree.below[under].insert(index, name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(number=ONE, name=NAMES)
    def rename(self, number, name):
        before = self.pick(number)
        if name in self.tree.below:
            return
        changes = self.codebook.rename(self.id_of(before), name)
        assert changes.annotations == {mark_id for mark_id, tags in self.tree.on.items() if before in tags}
        siblings = self.tree.below[self.tree.parent(before)]
        siblings[siblings.index(before)] = name
        for table in (self.tree.below, self.tree.color, self.tree.definition):
            table[name] = table.pop(before)
        for tags in self.tree.on.values():
            if before in tags:
                tags.remove(before)
                tags.add(name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(numbers=MANY, parent=ONE, index=st.one_of(st.none(), st.integers(0, 3)))
    def move(self, numbers, parent, index):
        names = self.tree.tops([self.pick(number) for number in numbers])
        under = self.pick(parent, [None, *self.tree.names()])
        ids = [self.id_of(name) for name in names]
        if set(names) & set(self.tree.path(under)):
            with pytest.raises(UserError) as refused:
                self.codebook.move(ids, Place(self.id_of(under), index))
            assert refused.value.code is ErrorCode.TAG_CYCLE
            return
        changes = self.codebook.move(ids, Place(self.id_of(under), index))
        for name in names:
            self.tree.below[self.tree.parent(name)].remove(name)
        target = self.tree.below[under]
        at = len(target) if index is None else index
        target[at:at] = names
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(number=ONE, way=st.sampled_from(Way))
    def step(self, number, way):
        name = self.pick(number)
        parent = self.tree.parent(name)
        siblings = self.tree.below[parent]
        at = siblings.index(name)
        changes = self.codebook.step(self.id_of(name), way)
        if way is Way.IN and at:
            siblings.remove(name)
            self.tree.below[siblings[at - 1]].append(name)
        elif way is Way.OUT and parent is not None:
            siblings.remove(name)
            above = self.tree.below[self.tree.parent(parent)]
            above.insert(above.index(parent) + 1, name)
        elif (way is Way.UP and at) or (way is Way.DOWN and at + 1 < len(siblings)):
            siblings.remove(name)
            siblings.insert(at + (1 if way is Way.DOWN else -1), name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(numbers=MANY, into=ONE)
    def merge(self, numbers, into):
        into = self.pick(into)
        gone = [name for name in dict.fromkeys(self.pick(number) for number in numbers) if name != into]
        changes = self.codebook.merge([self.id_of(name) for name in gone], self.id_of(into))
        tree, order = self.tree, self.steps[self.done]
        for mark_id in tree.on:
            for name in gone:
                tree.give(mark_id, name, into)
        for table in (tree.color, tree.definition):
            table[into] = next((table[name] for name in (into, *gone) if table[name]), table[into])
        topmost = next((name for name in reversed(order.path(into)) if name in gone), None)
        if topmost is not None:
            tree.below[tree.parent(into)].remove(into)
            above = tree.below[tree.parent(topmost)]
            above.insert(above.index(topmost), into)
        walk = [name for child in order.below[None] for name in order.subtree(child)]
        adopting = [name for name in walk if name in gone and order.parent(name) not in (*gone, into)]
        for name in adopting:  # stands at the end of what it goes into, and is gone
            tree.below[tree.parent(name)].remove(name)
            tree.below[into].append(name)
        for name in gone:
            tree.drop(name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(numbers=MANY, to=st.one_of(st.none(), ONE), with_below=st.booleans())
    def delete(self, numbers, to, with_below):
        names = list(dict.fromkeys(self.pick(number) for number in numbers))
        if with_below:
            names = list(dict.fromkeys(found for name in names for found in self.tree.subtree(name)))
        to = None if to is None else self.pick(to)
        ids = [self.id_of(name) for name in names]
        if to in names:
            with pytest.raises(UserError) as refused:
                self.codebook.delete(ids, to=self.id_of(to), with_below=with_below)
            assert refused.value.code is ErrorCode.TAG_GOES
            return
        changes = self.codebook.delete(ids, to=self.id_of(to), with_below=with_below)
        for mark_id in self.tree.on:
            for name in names:
                self.tree.give(mark_id, name, to)
        for name in names:
            self.tree.drop(name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(number=ONE, to=ONE, chosen=st.one_of(st.none(), st.sets(st.integers(0, 3))), keep=st.booleans())
    def retag(self, number, to, chosen, keep):
        name, to = self.pick(number), self.pick(to, [None, *self.tree.names()])
        marks = list(self.tree.on)
        ids = None if chosen is None else [marks[at] for at in chosen]
        changes = self.codebook.retag(self.id_of(name), self.id_of(to), ids, keep=keep)
        for mark_id in marks if ids is None else ids:
            if keep and name in self.tree.on[mark_id] and to is not None:
                self.tree.on[mark_id].add(to)
            elif not keep and to != name:
                self.tree.give(mark_id, name, to)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(number=ONE, wanted=st.dictionaries(st.integers(0, 3), NAMES))
    def split(self, number, wanted):
        name = self.pick(number)
        marks = list(self.tree.on)
        changes = self.codebook.split(self.id_of(name), {marks[at]: target for at, target in wanted.items()})
        for at in sorted(wanted):
            if name in self.tree.on[marks[at]] and wanted[at] != name:
                if wanted[at] not in self.tree.below:
                    self.tree.add(wanted[at], self.tree.parent(name), self.tree.color[name])
                self.tree.give(marks[at], name, wanted[at])
        self.did(changes)

    @rule(at=st.integers(0, 3), name=NAMES)
    def tag(self, at, name):
        mark_id = list(self.tree.on)[at]
        changes = self.library.marks.add_tag(mark_id, name)
        if name not in self.tree.below:
            self.tree.add(name, None)
        self.tree.on[mark_id].add(name)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(numbers=MANY, color=st.sampled_from([None, *Color]))
    def set_color(self, numbers, color):
        names = {self.pick(number) for number in numbers}
        changes = self.codebook.set_color([self.id_of(name) for name in names], color)
        self.tree.color |= dict.fromkeys(names, color)
        self.did(changes)

    @precondition(lambda self: self.tree.names())
    @rule(number=ONE, text=st.sampled_from(["", "民生", "𠮷"]))
    def define(self, number, text):
        name = self.pick(number)
        before = self.library.history.next_undo()
        changes = self.codebook.define(self.id_of(name), Meaning(f"{text}\r\n"))
        self.tree.definition[name] = text
        after = self.library.history.next_undo()
        if self.tree == self.steps[self.done]:
            return
        if before is not None and (
            after is None or after.id < before.id
        ):  # what was typed is taken back: no step is left
            self.done -= 1
            del self.steps[self.done + 1 :]
            assert self.tree == self.steps[self.done]
            return
        if before is not None and after.id == before.id:  # typing that goes on is one step
            self.steps[self.done :] = [copy.deepcopy(self.tree)]
            return
        self.did(changes)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        _step, changes = self.library.history.undo()
        before, after = self.steps[self.done], self.steps[self.done - 1]
        self.done -= 1
        self.tree = copy.deepcopy(after)
        self.announced(before, after, changes)

    @precondition(lambda self: self.done + 1 < len(self.steps))
    @rule()
    def redo(self):
        _step, changes = self.library.history.redo()
        before, after = self.steps[self.done], self.steps[self.done + 1]
        self.done += 1
        self.tree = copy.deepcopy(after)
        self.announced(before, after, changes)

    def announced(self, before, after, changes):
        """Every mark that shows other tags now was named, and its page."""
        other = {mark_id for mark_id in after.on if before.on[mark_id] != after.on[mark_id]}
        assert other <= changes.annotations
        assert not other or changes.annotated_pages
        assert changes.tags or (before.below, before.color) == (after.below, after.color)

    @rule()
    def restart(self):
        self.library.close()
        self.library = Library(self.path)

    @invariant()
    def is_as_in_memory(self):
        if not hasattr(self, "library"):
            return
        codebook = self.codebook.load()
        below = {None: [tag.name for tag in codebook.children(None)]}
        below |= {tag.name: [child.name for child in codebook.children(tag.id)] for tag in codebook}
        assert below == self.tree.below
        assert {tag.name: tag.color for tag in codebook} == self.tree.color
        assert {tag.name: tag.definition for tag in codebook} == self.tree.definition
        assert {mark_id: set(self.library.marks.get(mark_id).tags) for mark_id in self.tree.on} == self.tree.on
        counts = self.codebook.counts(codebook)
        for tag in codebook:
            own = sum(tag.name in tags for tags in self.tree.on.values())
            assert counts[tag.id] == (own, self.tree.total(tag.name))


CodebookMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestCodebookMachine = CodebookMachine.TestCase


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "codebook.jianbao") as opened:
        yield opened


def test_a_merge_takes_memos_and_what_the_other_does_not_say(library):
    kept, _ = library.codebook.create("民生")
    gone, _ = library.codebook.create("生活")
    library.codebook.define(kept, Meaning("百姓生活"))
    library.codebook.define(gone, Meaning("日常", use_when="柴米油盐"))
    library.codebook.set_color([gone], Color.GREEN)
    library.memos.set(MemoTarget.TAG, gone, "合并之前的备忘")
    assert library.codebook.merge([gone], kept).memos
    tag = library.codebook.load()[kept]
    assert (tag.definition, tag.use_when, tag.color) == ("百姓生活", "柴米油盐", Color.GREEN)
    assert library.memos.text(MemoTarget.TAG, kept) == "合并之前的备忘"
    library.history.undo()
    assert library.memos.text(MemoTarget.TAG, gone) == "合并之前的备忘"


def test_a_tag_with_a_memo_can_be_deleted_and_comes_back_with_it(library):
    tag_id, _ = library.codebook.create("民生")
    library.memos.set(MemoTarget.TAG, tag_id, "想法")
    library.codebook.delete([tag_id])
    assert not len(library.codebook.load())
    library.history.undo()
    assert library.memos.text(MemoTarget.TAG, tag_id) == "想法"


def test_marks_of_a_tag_come_with_their_quotes_and_keep_their_time(library):
    marks = fill(library)
    before = library.marks.get(marks[1])
    tag_id, _ = library.codebook.create("民生")
    library.marks.add_tag(marks[1], "民生")
    stamped = library.marks.get(marks[1]).modified_at
    assert [found.quote for found in library.codebook.marks_of(tag_id)] == [before.quote]
    library.codebook.rename(tag_id, "生活")
    assert library.marks.get(marks[1]).tags == ("生活",)
    assert library.marks.get(marks[1]).modified_at == stamped


def test_recent_tags_follow_a_rename_and_a_merge(library):
    first, second, *_ = fill(library)
    library.marks.add_tag(first, "甲")
    library.marks.add_tag(second, "乙")
    codebook = library.codebook.load()
    library.codebook.rename(codebook.named("乙").id, "丙")
    assert library.marks.recent_tags() == ["丙", "甲"]
    library.codebook.merge([codebook.named("甲").id], codebook.named("乙").id)
    assert library.marks.recent_tags() == ["丙"]


def test_sorting_orders_one_level_by_name(library):
    parent, _ = library.codebook.create("乙")
    for name in ("丙", "甲"):
        library.codebook.create(name)
        library.codebook.create(f"{name}一", parent)
    library.codebook.sort(None)
    assert [tag.name for tag in library.codebook.load()] == ["丙", "乙", "丙一", "甲一", "甲"]


def test_a_tag_below_a_chosen_one_moves_with_it(library):
    above, _ = library.codebook.create("上")
    below, _ = library.codebook.create("下", above)
    assert tops(library.codebook.load(), [below, above]) == [above]


def test_all_marks_of_a_tag_are_one_step(library):
    marks = fill(library)
    tag_id, _ = library.codebook.create("民生")
    for mark_id in marks:
        library.marks.add_tag(mark_id, "民生")
    library.codebook.retag(tag_id, None)
    step, changes = library.history.undo()
    assert changes.annotations == set(marks)
    assert step.name == "retag"
