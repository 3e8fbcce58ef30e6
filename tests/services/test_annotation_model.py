"""Annotating, weighing, linking, memos, repairs, undo, redo and restarts in any order, beside a plain model in memory.

The model knows nothing of tables or of the journal: it is a few dicts, copied before each step. What it says of a mark
is the set of characters of the page that it covers.
"""

import tempfile
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.history import StepName
from reader.domain.memo import MemoTarget
from reader.domain.model import MOST_IMPORTANT, Color, Range, Role
from reader.errors import UserError
from reader.services.library import Library
from tests.support.printed import file_page
from tests.support.repairs import lines_of, operations, split_pages

PLACES = st.integers(0, 9)
OFFSETS, LENGTHS = st.integers(0, 30), st.integers(1, 40)
TYPED = st.lists(st.sampled_from(["", "  ", "一条", "**要点**\n第二行", '𠮷,"引号"']), min_size=1, max_size=3)
TAGS, LABELS = st.sampled_from(["民生", "交通"]), st.sampled_from(["", "反例", "见下文"])
COLORS = st.sampled_from(list(Color))
PAGE = 1


@dataclass(frozen=True)
class Mark:
    """What a mark should be; ``covered`` are offsets of the page in reading order."""

    covered: tuple[int, ...]
    quote: str
    color: Color
    note: str = ""
    tags: tuple[str, ...] = ()
    importance: int = 0


@dataclass(frozen=True)
class State:
    """Everything that the reader made. Links go from one mark to another; an item's memo is found by its place.

    A memo is its text and a number that tells it from one that was written anew after it had been emptied.
    """

    marks: dict[int, Mark] = field(default_factory=dict)
    links: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    memos: dict[tuple[MemoTarget, int | None], tuple[str, int]] = field(default_factory=dict)


class AnnotationMachine(RuleBasedStateMachine):
    """``self.states[: self.at + 1]`` are in force, the last of them now; the rest can be redone."""

    def __init__(self):
        super().__init__()
        self.numbers = count()
        self._folder = tempfile.TemporaryDirectory(prefix="jianbao-")
        self.path = Path(self._folder.name) / "model.jianbao"
        self.library = Library(self.path, coder="甲")

    def teardown(self):
        self.library.close()
        self._folder.cleanup()

    @initialize(page=split_pages(min_lines=4))
    def file(self, page):
        text, items = page
        file_page(self.library, text, items)
        self.lines = lines_of(items)
        self.begin()

    def begin(self):
        """From here on, steps are counted."""
        self.states = [(State(), self.layout())]
        self.keys = [""]
        self.at = 0

    # The model

    @property
    def state(self):
        return self.states[self.at][0]

    def layout(self):
        return tuple(stored.item for stored in self.library.pages.items(PAGE))

    def done(self, state, key="", *, repaired=False):
        """A step led to a state, unless it is the same. Steps of one key are one, and none if they change nothing."""
        if state == self.state and not repaired:
            return
        if key and self.keys[self.at] == key:
            self.at -= 1
            if state == self.state:
                del self.states[self.at + 1 :], self.keys[self.at + 1 :]
                return
        self.at += 1
        self.states[self.at :] = [(state, self.layout())]
        self.keys[self.at :] = [key]

    def change(self, mark_id, key="", **fields):
        marks = {**self.state.marks, mark_id: replace(self.state.marks[mark_id], **fields)}
        self.done(replace(self.state, marks=marks), key)

    def drawn(self, article, start, length):
        """The span, what it covers of the page character by character, and its quote; None where it is white space."""
        view = article.view
        span = Range(min(start, len(view.text)), min(start + length, len(view.text)))
        quote = view.quote(span)
        begin, end = len(quote) - len(quote.lstrip()), len(quote.rstrip())
        offsets = range(span.start + begin, span.start + end)
        covered = tuple(part.start for offset in offsets for part in view.to_page(Range(offset, offset + 1)))
        return span, covered, quote.strip()

    def article(self, place):
        items = self.library.pages.items(PAGE)
        return self.library.pages.article(items[place % len(items)].id)

    def mark_id(self, place):
        return sorted(self.state.marks)[place % len(self.state.marks)]

    def has_marks(self):
        return bool(self.state.marks)

    def has_links(self):
        return bool(self.state.links)

    # Marks

    @rule(place=PLACES, start=OFFSETS, length=LENGTHS, color=COLORS, tags=st.lists(TAGS, max_size=2))
    def annotate(self, place, start, length, color, tags):
        article = self.article(place)
        span, covered, quote = self.drawn(article, start, length)
        if not covered:
            with pytest.raises(UserError):
                self.library.marks.add(article, span, color, tags=tags)
            return
        mark_id, _ = self.library.marks.add(article, span, color, tags=tags)
        mark = Mark(covered, quote, color, tags=tuple(dict.fromkeys(tags)))
        self.done(replace(self.state, marks={**self.state.marks, mark_id: mark}))

    @precondition(has_marks)
    @rule(place=PLACES, start=OFFSETS, length=LENGTHS)
    def resize(self, place, start, length):
        mark_id = self.mark_id(place)
        before = self.state.marks[mark_id].covered
        items = self.library.pages.items(PAGE)
        owner = next(one for one in items if any(s <= before[0] < e for s, e in one.item.ranges()))
        article = self.library.pages.article(owner.id)
        span, covered, quote = self.drawn(article, start, length)
        if not covered:
            return
        self.library.marks.resize(mark_id, article, span)
        elsewhere = tuple(at for at in before if not any(s <= at < e for s, e in owner.item.ranges()))
        if elsewhere:
            quote = self.library.marks.get(mark_id).quote
        self.change(mark_id, f"resize {mark_id}", covered=covered + elsewhere, quote=quote)

    @precondition(has_marks)
    @rule(place=PLACES, notes=TYPED)
    def type_note(self, place, notes):
        mark_id = self.mark_id(place)
        for note in notes:
            self.library.marks.set_note(mark_id, note)
            self.change(mark_id, f"note {mark_id}", note=note)

    @precondition(has_marks)
    @rule(place=PLACES, color=COLORS)
    def recolor(self, place, color):
        self.library.marks.set_color(self.mark_id(place), color)
        self.change(self.mark_id(place), color=color)

    @precondition(has_marks)
    @rule(place=PLACES, name=TAGS)
    def retag(self, place, name):
        mark_id = self.mark_id(place)
        tags = self.state.marks[mark_id].tags
        if name in tags:
            self.library.marks.remove_tag(mark_id, name)
            self.change(mark_id, tags=tuple(tag for tag in tags if tag != name))
        else:
            self.library.marks.add_tag(mark_id, name)
            self.change(mark_id, tags=(*tags, name))

    @precondition(has_marks)
    @rule(places=st.sets(PLACES, min_size=1, max_size=3), importance=st.integers(0, MOST_IMPORTANT))
    def weigh(self, places, importance):
        ids = {self.mark_id(place) for place in places}
        self.library.marks.set_importance(ids, importance)
        marks = dict(self.state.marks)
        changed = [mark_id for mark_id in ids if marks[mark_id].importance != importance]
        marks |= {mark_id: replace(marks[mark_id], importance=importance) for mark_id in changed}
        self.done(replace(self.state, marks=marks), f"weigh {changed[0]}" if len(changed) == 1 else "")

    @precondition(has_marks)
    @rule(places=st.sets(PLACES, min_size=1, max_size=3))
    def delete(self, places):
        gone = {self.mark_id(place) for place in places}
        changes = self.library.marks.delete(gone)
        links = {key: link for key, link in self.state.links.items() if not gone & {*link[:2]}}
        lost = {end for key, link in self.state.links.items() if key not in links for end in link[:2]}
        assert changes.annotations == gone | lost
        marks = {key: mark for key, mark in self.state.marks.items() if key not in gone}
        self.done(replace(self.state, marks=marks, links=links))

    # Links

    @precondition(has_marks)
    @rule(ends=st.tuples(PLACES, PLACES), label=LABELS)
    def link(self, ends, label):
        start, end = map(self.mark_id, ends)
        if start == end:
            with pytest.raises(UserError):
                self.library.links.add(start, end, label)
            return
        link_id, _ = self.library.links.add(start, end, label)
        before = self.state.links.get(link_id)
        named = label or (before[2] if before else "")
        key = f"link {link_id}" if before else ""
        self.done(replace(self.state, links={**self.state.links, link_id: (start, end, named)}), key)

    @precondition(has_links)
    @rule(place=PLACES)
    def unlink(self, place):
        link_id = sorted(self.state.links)[place % len(self.state.links)]
        changes = self.library.links.delete(link_id)
        assert changes.annotations == {*self.state.links[link_id][:2]}
        self.done(replace(self.state, links={key: link for key, link in self.state.links.items() if key != link_id}))

    # Memos

    @rule(place=PLACES, texts=TYPED, on=st.sampled_from([MemoTarget.LIBRARY, MemoTarget.PAGE, MemoTarget.ITEM]))
    def type_memo(self, place, texts, on):
        stored = self.article(place).stored
        target_id = {MemoTarget.LIBRARY: None, MemoTarget.PAGE: PAGE, MemoTarget.ITEM: stored.id}[on]
        for text in texts:
            self.library.memos.set(on, target_id, text)
            known = self.memos_of(on, stored)
            memos = {key: memo for key, memo in self.state.memos.items() if key not in known}
            if text.strip():
                number = self.state.memos[known[0]][1] if known else next(self.numbers)
                memos[on, self.anchor(on, stored)] = text, number
            self.done(replace(self.state, memos=memos), f"memo {on} {target_id}")

    def memos_of(self, target, stored):
        """The keys of the memos on the library, the page, or an item."""
        return [
            (kind, place)
            for kind, place in self.state.memos
            if kind is target
            and (place is None or kind is MemoTarget.PAGE or any(s <= place < e for s, e in stored.item.ranges()))
        ]

    def anchor(self, target, stored):
        if target is not MemoTarget.ITEM:
            return None if target is MemoTarget.LIBRARY else PAGE
        known = self.memos_of(target, stored)
        if known:
            return known[0][1]
        titles = [block for block in stored.item.blocks if block.role is Role.TITLE]
        return [*titles, *stored.item.blocks][0].ranges[0].start

    # Repairs

    @rule(data=st.data())
    def repair(self, data):
        name, arguments, options = data.draw(operations(self.lines))
        if name == "accept":
            return
        if getattr(self.library.repairs, name)(PAGE, *arguments, **options).history:
            self.refiled()

    @rule()
    def split_anew(self):
        if self.library.repairs.resegment([PAGE]).history:
            self.refiled()

    def refiled(self):
        """The page has other items: their memos are those of the places that they have."""
        memos = {key: memo for key, memo in self.state.memos.items() if key[0] is not MemoTarget.ITEM}
        for stored in self.library.pages.items(PAGE):
            found = sorted(self.memos_of(MemoTarget.ITEM, stored))
            if found:
                texts = "\n\n".join(self.state.memos[key][0] for key in found)
                memos[found[0]] = texts, self.state.memos[found[0]][1]
        self.done(replace(self.state, memos=memos), repaired=True)

    # Time

    @rule()
    def undo(self):
        assert (self.library.history.next_undo().name is StepName.IMPORT) == (self.at == 0)
        if self.at:
            self.library.history.undo()
            self.at -= 1
            self.keys = ["" if place > self.at else key for place, key in enumerate(self.keys)]

    @rule()
    def redo(self):
        assert (self.library.history.redo() is None) == (self.at + 1 == len(self.states))
        self.at = min(self.at + 1, len(self.states) - 1)

    @rule()
    def restart(self):
        self.library.close()
        self.library = Library(self.path, coder="甲")

    # What holds at any time

    @invariant()
    def all_is_as_the_model_says(self):
        found = {
            one.id: Mark(  # a mark over two items is found in both
                tuple(offset for span in one.ranges for offset in range(*span)),
                one.quote,
                one.color,
                one.note,
                one.tags,
                one.importance,
            )
            for stored in self.library.pages.items(PAGE)
            for one in self.library.marks.of_article(self.library.pages.article(stored.id))
        }
        assert found == self.state.marks
        assert {one.id: (one.from_id, one.to_id, one.label) for one in self.library.links.all()} == self.state.links
        places = {MemoTarget.LIBRARY: lambda _: None, MemoTarget.PAGE: lambda one: one.page_id}
        assert {
            (one.target, places.get(one.target, lambda memo: memo.anchor)(one)): one.text
            for one in self.library.memos.all()
        } == {key: text for key, (text, _) in self.state.memos.items()}
        assert self.layout() == self.states[self.at][1]

    @invariant()
    def every_item_has_the_memo_of_its_place(self):
        for stored in self.library.pages.items(PAGE):
            said = [self.state.memos[key][0] for key in self.memos_of(MemoTarget.ITEM, stored)]
            assert [self.library.memos.text(MemoTarget.ITEM, stored.id)] == (said or [""])

    @invariant()
    def marks_of_an_article_stand_in_reading_order(self):
        for stored in self.library.pages.items(PAGE):
            article = self.library.pages.article(stored.id)
            starts = [article.view.to_view(one.ranges)[0] for one in self.library.marks.of_article(article)]
            assert all(first <= second for first, second in pairwise(starts))

    @invariant()
    def the_library_is_sound(self):
        assert not list(self.library.maintenance.problems())


AnnotationMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestAnnotations = AnnotationMachine.TestCase
