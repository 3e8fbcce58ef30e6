"""What holds after any repairs whatever: no line lost or doubled, nothing empty, no role where its kind forbids it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from reader.domain import repair
from reader.domain.boundary import trimmed
from reader.domain.decision import is_decided
from reader.domain.headings import derived
from reader.domain.model import READABLE_KINDS, Kind, Role
from reader.domain.rekind import ASIDE_ROLES
from reader.domain.resplit import continued, with_decisions
from tests.support.repairs import applied, characters_of, lines_of, operations, repaired, split_pages

HEADINGS = {Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BYLINE}


def settled(items):
    """Whether no item has roles in it that its kind forbids."""
    return all({block.role for block in item.blocks} <= _allowed(item.kind) for item in items)


def _allowed(kind):
    if kind in READABLE_KINDS:
        return set(Role) - ASIDE_ROLES.keys()
    return {Role.SECTION} if kind is Kind.SECTION else {Role.FURNITURE}


@given(split_pages(), st.data())
def test_every_character_stays_in_exactly_one_block_and_nothing_is_left_empty(page_and_items, data):
    page, items = page_and_items
    lines, characters = lines_of(items), characters_of(items, page)
    for _ in range(data.draw(st.integers(1, 8))):
        items = repaired(items, page, data.draw(operations(lines)))
        assert characters_of(items, page) == characters
        assert all(item.blocks and all(block.ranges for block in item.blocks) for item in items)
        assert all(span == trimmed(page, span) and span.start < span.end for span in lines_of(items))


@given(split_pages(), st.data())
def test_a_cut_within_a_line_is_mended_by_a_merge_and_a_join(page_and_items, data):
    page, items = page_and_items
    line = data.draw(st.sampled_from(lines_of(items)))
    at = repair.place_of(items, line)
    above = items[at.item].blocks[: at.block]
    # A merge lets headings that stand below text go above it, so what was cut there does not come together again.
    assume(items[at.item].blocks[at.block].role not in HEADINGS or all(block.role in HEADINGS for block in above))
    after = repair.split_at(items, line, data.draw(st.integers(line.start, line.end)), page)
    cut = sorted(set(lines_of(after)) - set(lines_of(items)))
    assert after == items or len(after) == len(items) + 1
    if not cut:
        assert after == repair.split(items, line) or after == items
        return
    upper, lower = cut
    assert upper.end <= lower.start
    assert page[upper.end : lower.start].strip() == ""
    assert repair.place_of(after, upper).item != repair.place_of(after, lower).item
    whole = repair.join(repair.merge(after, lower, upper), lower, page)
    assert lines_of(whole) == lines_of(items)


@given(split_pages(), st.data())
def test_repairs_of_a_settled_page_leave_it_settled(page_and_items, data):
    page, items = page_and_items
    lines = lines_of(items)
    for line in lines:  # as the reader would make it so, line by line
        kind = items[repair.place_of(items, line).item].kind
        items = repaired(items, page, ("set_kind", (line, Kind.SECTION), {}))
        items = repaired(items, page, ("set_kind", (line, kind if kind is not Kind.SECTION else Kind.ARTICLE), {}))
    assert settled(items)
    for _ in range(data.draw(st.integers(1, 8))):
        items = repaired(items, page, data.draw(operations(lines)))
        assert settled(items)


@given(split_pages(), st.data())
def test_headings_and_sections_are_the_same_when_derived_again(page_and_items, data):
    page, items = page_and_items
    items = repaired(items, page, data.draw(operations(lines_of(items))))
    assert derived(items, page) == items


@given(split_pages(), st.data())
def test_a_repair_that_changes_anything_is_a_decision_of_the_reader(page_and_items, data):
    page, items = page_and_items
    after = applied(items, page, data.draw(operations(lines_of(items))))
    assert after == items or any(is_decided(item) for item in after)


@given(split_pages(), st.data())
def test_a_new_run_keeps_what_the_reader_decided_and_loses_no_line(page_and_items, data):
    page, items = page_and_items
    fresh = items
    for _ in range(data.draw(st.integers(0, 4))):
        items = repaired(items, page, data.draw(operations(lines_of(items))))
    after = with_decisions(page, items, fresh)
    assert characters_of(after, page) == characters_of(items, page)
    assert [item for item in after if is_decided(item)] == [item for item in items if is_decided(item)]
    assert with_decisions(page, after, fresh) == after


@given(split_pages())
def test_a_new_run_over_a_page_without_decisions_is_the_new_run(page_and_items):
    page, items = page_and_items
    by_page = tuple(sorted(items, key=lambda item: min(item.ranges())))
    assert with_decisions(page, items, by_page) == by_page


@given(split_pages(), st.data())
def test_an_item_continues_at_most_one_and_an_untouched_one_itself(page_and_items, data):
    page, items = page_and_items
    after = repaired(items, page, data.draw(operations(lines_of(items))))
    origins = continued(items, after)
    known = [origin for origin in origins if origin is not None]
    assert len(set(known)) == len(known)
    for origin, item in zip(origins, after, strict=True):
        mine = set(characters_of([item], page))
        same = [index for index, old in enumerate(items) if set(characters_of([old], page)) == mine]
        assert not same or origin == same[0]
        assert origin is None or mine & set(characters_of([items[origin]], page))
