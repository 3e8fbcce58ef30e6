from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from reader.ui.actions.build import sequences
from reader.ui.actions.spec import Where
from reader.ui.actions.table import ACTIONS, MENUS, RECENT_TAGS, SUBMENUS

PLACES = {
    Where.WINDOW: {"tree", "workbench", "text", "notes", "codebook"},
    Where.TREE: {"tree"},
    Where.WORKBENCH: {"workbench"},
    Where.TEXT: {"text"},
    Where.READING: {"tree", "text"},
    Where.MARKS: {"text", "notes"},
    Where.CODEBOOK: {"codebook"},
    Where.PANES: {"tree", "workbench", "text", "notes", "codebook"},
}
DIGITS = {str(number) for number in range(1, RECENT_TAGS + 1)}


def test_ids_are_unique():
    assert not [action for action, count in Counter(spec.id for spec in ACTIONS).items() if count > 1]


@pytest.mark.parametrize("place", ["tree", "workbench", "text", "notes", "codebook"])
def test_no_key_means_two_things_in_one_place(place):
    keys = Counter(key for spec in ACTIONS if place in PLACES[spec.where] for key in spec.keys)
    assert not [key for key, count in keys.items() if count > 1]
    assert place not in {"text", "notes"} or not DIGITS & set(keys), "digits give tags there"


@pytest.mark.parametrize("spec", [s for s in ACTIONS if s.keys], ids=lambda spec: spec.id)
def test_keys_are_keys_and_those_of_the_window_do_not_type(spec):
    for sequence in sequences(spec.keys):
        assert sequence.count() == 1
        combination = sequence[0]
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if spec.where is Where.WINDOW:
            text = QKeySequence(combination.key()).toString()
            assert combination.keyboardModifiers().value or len(text) > 1, "a single key of the window would type"


def test_menus_and_submenus_are_known():
    assert {spec.menu for spec in ACTIONS} == set(MENUS)
    assert {spec.submenu for spec in ACTIONS if spec.submenu} <= set(SUBMENUS)
