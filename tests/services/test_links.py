"""Links between marks in a real library, over pages, and what undo says of both ends."""

import pytest

from reader.domain.history import StepName
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.printed import BRIDGE, file_page, mark


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "links.jianbao") as opened:
        yield opened


@pytest.fixture
def ends(library):
    """A mark on each of two pages."""
    _, here, *_ = file_page(library)
    _, there, *_ = file_page(library, BRIDGE + "\n", name="other.txt")
    return mark(library, here, "正式通车"), mark(library, there, "总投资三亿元")


def seen(library, annotation_id):
    return [(end.label, end.other.id, end.outgoing) for end in library.links.ends_of(annotation_id)]


def test_a_link_is_seen_from_both_ends_also_over_pages(library, ends):
    start, end = ends
    link_id, changes = library.links.add(start, end, " 互相  印证 ")
    assert (changes.annotations, changes.annotated_pages) == ({start, end}, {1, 2})
    assert seen(library, start) == [("互相 印证", end, True)]
    assert seen(library, end) == [("互相 印证", start, False)]
    assert list(library.links.ends_on_page(1)) == [start, end]
    assert library.links.get(link_id) in library.links.all()
    assert library.history.next_undo().name is StepName.LINK


def test_a_link_is_made_once_in_each_direction_and_takes_a_later_label(library, ends):
    first, _ = library.links.add(*ends)
    again, changes = library.links.add(*ends, "反例")
    back, _ = library.links.add(*reversed(ends))
    assert again == first != back
    assert changes.history
    assert [link.label for link in library.links.all()] == ["反例", ""]
    assert not library.links.add(*ends)[1].history


def test_a_mark_is_not_linked_to_itself(library, ends):
    with pytest.raises(UserError) as refused:
        library.links.add(ends[0], ends[0])
    assert refused.value.code is ErrorCode.LINK_TO_ITSELF


def test_naming_is_one_step_and_undo_refreshes_both_ends(library, ends):
    link_id, _ = library.links.add(*ends)
    for label in ("反", "反例"):
        library.links.set_label(link_id, label)
    _, changes = library.history.undo()
    assert changes.annotations == set(ends)
    assert changes.annotated_pages == {1, 2}
    assert library.links.get(link_id).label == ""


def test_a_removed_mark_takes_its_links_along_and_undo_brings_both_back(library, ends):
    start, end = ends
    library.links.add(start, end, "印证")
    changes = library.marks.delete([start])
    assert (changes.annotations, changes.annotated_pages) == ({start, end}, {1, 2})
    assert library.links.all() == []
    _, undone = library.history.undo()
    assert undone.annotations == {start, end}
    assert seen(library, end) == [("印证", start, False)]
    assert list(library.maintenance.problems()) == []


def test_a_link_is_removed_alone(library, ends):
    link_id, _ = library.links.add(*ends)
    assert library.links.delete(link_id).annotations == set(ends)
    assert library.links.all() == []
    with pytest.raises(KeyError):
        library.links.delete(link_id)
