"""Whatever is done, undo takes it back exactly and redo brings it back exactly, also after a restart.

A machine does random things to a real library and to a model of it: what each mark should be, and, for every step, all
rows as they were before and after.
"""

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit

JOURNALLED = ("page", "page_text", "item", "annotation", "tag", "annotation_tag")
NOTES = st.sampled_from(["", "一条批注", '𠮷,"引号"\n第二行'])
TAGS = st.sampled_from(["民生", "交通", "财政"])
COLORS = st.sampled_from(list(Color))
PLACES = st.integers(0, 7)


@dataclass(frozen=True)
class Mark:
    """What a mark should be."""

    article: int
    quote: str
    color: Color
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass
class Step:
    """A step that was done: what may merge with it, and the state after it."""

    merge_key: str
    rows: dict[str, list[tuple[object, ...]]]
    marks: dict[int, Mark] = field(default_factory=dict)


def page_text(number):
    return f"第{number}条新闻的标题\n□本报记者 林听雨\n本报讯 昨日上午，𠮷林{number}号桥正式通车，两岸群众前来观看。\n"


class LibraryMachine(RuleBasedStateMachine):
    """Does what users do, in any order. ``self.steps[: self.done]`` are in force; the rest can be redone."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="jianbao-")
        self.folder = Path(self._folder.name)
        self.library = Library(self.folder / "test.jianbao", coder="甲")
        self.marks: dict[int, Mark] = {}
        self.steps = [Step("", self.rows())]
        self.done = 1

    def teardown(self):
        self.library.close()
        self._folder.cleanup()

    # The model

    def rows(self):
        connection = self.library._database.conn
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in JOURNALLED}

    def step_done(self, merge_key=""):
        """A step was made: it joins the last one if it may, and what was undone is forgotten.

        Where the two together change nothing, there is none.
        """
        last = self.steps[self.done - 1]
        if merge_key and last.merge_key == merge_key:
            self.done -= 1
            before = self.steps[self.done - 1]
            if self.marks == before.marks and self.extents() == self.extents(before.rows):
                del self.steps[self.done :]
                return
        self.steps[self.done :] = [Step(merge_key, self.rows(), dict(self.marks))]
        self.done += 1

    def extents(self, rows=None):
        """Where each mark lies."""
        return [row[3:6] for row in (rows or self.rows())["annotation"]]

    def change(self, mark_id, merge_key="", **fields):
        changed = replace(self.marks[mark_id], **fields)
        if changed != self.marks[mark_id]:
            self.marks[mark_id] = changed
            self.step_done(merge_key)

    def article(self, place):
        rows = self.library.tree.items(Scope())
        return self.library.pages.article(rows[place % len(rows)].id)

    def mark_id(self, place):
        return sorted(self.marks)[place % len(self.marks)]

    def has_articles(self):
        return bool(self.steps[self.done - 1].rows["item"])

    def has_marks(self):
        return bool(self.marks)

    # What users do

    @initialize()
    def first_page(self):
        self.import_page(1)

    @rule(number=st.integers(1, 5))
    def import_page(self, number):
        path = self.folder / f"{number}.txt"
        path.write_text(page_text(number), encoding="utf-8")
        known = any(row[1] == page_text(number) for row in self.rows()["page_text"])
        *_, end = self.library.importer.import_pages(ImportRequest((path,)))
        assert (end.pages, end.known) == ((0, 1) if known else (1, 0))
        if not known:
            self.step_done()

    @precondition(has_articles)
    @rule(
        place=PLACES, start=st.integers(0, 20), length=st.integers(1, 30), color=COLORS, tags=st.lists(TAGS, max_size=2)
    )
    def mark(self, place, start, length, color, tags):
        article = self.article(place)
        span = Range(start, min(start + length, len(article.view.text)))
        quote = article.view.quote(span).strip()
        if not quote:
            with pytest.raises(UserError):
                self.library.marks.add(article, span, color, tags=tags)
            return
        mark_id, changes = self.library.marks.add(article, span, color, tags=tags)
        self.marks[mark_id] = Mark(article.stored.id, quote, color, "", tuple(dict.fromkeys(tags)))
        assert (changes.annotations, changes.annotated_pages) == ({mark_id}, {article.page.id})
        self.step_done()

    @precondition(has_marks)
    @rule(place=PLACES, start=st.integers(0, 20), length=st.integers(1, 30))
    def resize(self, place, start, length):
        mark_id = self.mark_id(place)
        article = self.library.pages.article(self.marks[mark_id].article)
        span = Range(start, min(start + length, len(article.view.text)))
        quote = article.view.quote(span).strip()
        if not quote:
            with pytest.raises(UserError):
                self.library.marks.resize(mark_id, article, span)
            return
        before = self.extents()
        self.library.marks.resize(mark_id, article, span)
        self.marks[mark_id] = replace(self.marks[mark_id], quote=quote)
        if self.extents() != before:
            self.step_done(f"resize {mark_id}")

    @precondition(has_marks)
    @rule(place=PLACES, notes=st.lists(NOTES, min_size=1, max_size=3))
    def type_note(self, place, notes):
        mark_id = self.mark_id(place)
        for note in notes:
            self.library.marks.set_note(mark_id, note)
            self.change(mark_id, f"note {mark_id}", note=note)

    @precondition(has_marks)
    @rule(place=PLACES, color=COLORS)
    def recolor(self, place, color):
        mark_id = self.mark_id(place)
        self.library.marks.set_color(mark_id, color)
        self.change(mark_id, color=color)

    @precondition(has_marks)
    @rule(place=PLACES, name=TAGS)
    def add_tag(self, place, name):
        mark_id = self.mark_id(place)
        self.library.marks.add_tag(mark_id, f"# {name} ")
        tags = self.marks[mark_id].tags
        self.change(mark_id, tags=tags if name in tags else (*tags, name))

    @precondition(has_marks)
    @rule(place=PLACES, name=TAGS)
    def remove_tag(self, place, name):
        mark_id = self.mark_id(place)
        self.library.marks.remove_tag(mark_id, name)
        self.change(mark_id, tags=tuple(tag for tag in self.marks[mark_id].tags if tag != name))

    @precondition(has_marks)
    @rule(places=st.sets(PLACES, min_size=1, max_size=3))
    def delete(self, places):
        gone = {self.mark_id(place) for place in places}
        self.library.marks.delete(gone)
        for mark_id in gone:
            del self.marks[mark_id]
        self.step_done()

    @precondition(has_articles)
    @rule(
        place=PLACES, edit=st.builds(MetaEdit, newspaper=st.sampled_from([None, "", "晚报"]), page_no=TAGS | st.none())
    )
    def edit_pages(self, place, edit):
        page_id = self.article(place).page.id
        before = self.library.pages.page(page_id).meta
        self.library.pages.edit_meta([page_id], edit)
        after = self.library.pages.page(page_id).meta
        assert after == edit.applied_to(before)
        if after != before:
            self.step_done()

    # Time

    @rule()
    def undo(self):
        if self.done == 1:
            assert self.library.history.undo() is None
            return
        taken_back = self.library.history.undo()
        assert taken_back is not None
        self.done -= 1
        self.steps[self.done].merge_key = ""
        self.marks = dict(self.steps[self.done - 1].marks)

    @rule()
    def redo(self):
        if self.done == len(self.steps):
            assert self.library.history.redo() is None
            return
        brought_back = self.library.history.redo()
        assert brought_back is not None
        self.marks = dict(self.steps[self.done].marks)
        self.done += 1

    @rule()
    def walk_to_the_beginning_and_back(self):
        here = self.done
        while self.done > 1:
            self.undo()
            self.all_rows_are_those_of_the_step()
        while self.done < here:
            self.redo()
            self.all_rows_are_those_of_the_step()

    @rule()
    def restart(self):
        self.library.close()
        self.library = Library(self.folder / "test.jianbao", coder="甲")

    # What holds at any time

    @invariant()
    def all_rows_are_those_of_the_step(self):
        assert self.rows() == self.steps[self.done - 1].rows

    @invariant()
    def all_marks_are_as_the_model_says(self):
        for mark_id, mark in self.marks.items():
            found = self.library.marks.get(mark_id)
            assert (found.quote, found.color, found.note, found.tags) == (mark.quote, mark.color, mark.note, mark.tags)
        assert {row[0] for row in self.rows()["annotation"]} == set(self.marks)

    @invariant()
    def history_offers_what_there_is(self):
        assert (self.library.history.next_undo() is not None) == (self.done > 1)
        assert (self.library.history.next_redo() is not None) == (self.done < len(self.steps))

    @invariant()
    def the_library_is_sound(self):
        assert not list(self.library.maintenance.problems())


LibraryMachine.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestLibrary = LibraryMachine.TestCase
