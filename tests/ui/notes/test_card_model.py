from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.domain.model import Annotation, Color, Range
from reader.ui.notes.card_model import ANNOTATION_ROLE, CardModel

NOW = "2026-01-03T10:00:00+08:00"


def annotation(number, note=""):
    return Annotation(
        number, f"u{number}", 1, (Range(0, 2),), "桥\n<b>长</b>", "", "", Color.BLUE, note, ("水利",), "", NOW, NOW
    )


@pytest.fixture
def model(qapp):
    made = CardModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    return made


def ids(model):
    return [model.index(row).data(ANNOTATION_ROLE).id for row in range(model.rowCount())]


def test_a_card_says_what_its_mark_says(model):
    model.load([annotation(7, "待核")])
    index = model.index(0)
    assert index.data() == "桥 <b>长</b>"
    assert "&lt;b&gt;长&lt;/b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in spoken for part in ("Blue", "桥 <b>长</b>", "待核", "水利"))
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert QModelIndex().data() is None


def test_only_what_changed_is_told(model, qtbot):
    model.load([annotation(1), annotation(2), annotation(3)])
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.rowsMoved):
        signal.connect(lambda *_: told.append("moved"))
    model.sync([annotation(1), annotation(2, "新"), annotation(3)])
    assert told == [(1, 1)]


@given(
    before=st.lists(st.integers(1, 8), unique=True),
    after=st.lists(st.integers(1, 8), unique=True),
    changed=st.sets(st.integers(1, 8)),
)
def test_any_list_becomes_any_other_step_by_step(qapp, before, after, changed):
    model = CardModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    resets = []
    model.load([annotation(number) for number in before])
    model.modelReset.connect(lambda: resets.append(1))
    wanted = [replace(annotation(number), note="改" if number in changed else "") for number in after]
    model.sync(wanted)
    assert [model.at(row) for row in range(model.rowCount())] == wanted
    assert [model.row_of(number) for number in after] == list(range(len(after)))
    assert all(model.row_of(number) is None for number in set(before) - set(after))
    assert not resets


def test_the_current_row_follows_its_mark(model):
    model.load([annotation(1), annotation(2)])
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index(1))
    model.sync([annotation(2), annotation(3), annotation(1)])
    assert ids(model) == [2, 3, 1]
    assert kept.data(ANNOTATION_ROLE).id == 2
