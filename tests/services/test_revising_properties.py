"""Whatever happens to the text of a page, no mark is lost, and undo and redo bring back equal libraries."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.anchor import quote_stands
from reader.domain.model import AnchorState, Color, Range
from reader.services.library import Library
from tests.services.test_revising import OLD, bring, state

WORDS = st.text(st.sampled_from("桥库书水旧新老的，。\n 𠮷A１"), max_size=30)
EDITS = st.lists(st.tuples(st.integers(0, len(OLD)), st.integers(0, 60), WORDS), min_size=1, max_size=6)
SPANS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 40)), min_size=1, max_size=8)


def edited(text, edits):
    for at, length, words in sorted(edits, reverse=True):
        text = text[:at] + words + text[at + length :]
    return text


def mark_all(library, page_id, spans):
    shown = [library.pages.article(stored.id) for stored in library.pages.items(page_id)]
    for which, start, length in spans:
        article = shown[which % len(shown)]
        at = start % len(article.view.text)
        while article.view.text[at].isspace():
            at -= 1
        end = min(at + length, len(article.view.text))
        library.marks.add(article, Range(at, end), Color.BLUE, f"注 {at}", ["甲"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS, EDITS, SPANS)
def test_no_mark_is_lost_and_undo_and_redo_bring_back_equal_libraries(first, second, spans):
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "a.jianbao") as library:
        mark_all(library, bring(library, folder, OLD)[0].page_id, spans)
        states = [state(library.path)]
        for text in (edited(OLD, first), edited(OLD, second)):
            if text.strip() and bring(library, folder, text)[1].pages:
                states = [*states, state(library.path)]
        uids = [row[1] for row in states[0]["annotation"]]
        annotations = [library.marks.get(number) for number in range(1, len(uids) + 1)]
        assert [one.uid for one in annotations] == uids
        for one in annotations:
            page = library.pages.page(one.page_id)
            is_newest = library.revisions.newest(page.id) == page.id
            assert is_newest == (one.state is not AnchorState.ORPHAN)
            # An orphan may have been moved before, onto the text that it stays on now.
            assert one.state is not AnchorState.EXACT or quote_stands(page.text, one, page.corrections)
        assert list(library.maintenance.problems()) == []
        for before in states[-2::-1]:
            library.history.undo()
            assert state(library.path) == before
        for after in states[1:]:
            library.history.redo()
            assert state(library.path) == after
