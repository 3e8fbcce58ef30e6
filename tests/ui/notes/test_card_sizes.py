"""Sizes of cards that are kept are those that a list set anew would have, whatever came, went and changed before."""

import random
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from reader.ui.notes.card_list import CardList
from reader.ui.notes.card_model import CardModel
from tests.ui.notes.test_card_model import annotation

_NOTES = ("", "待核", "第一行\n第二行\n第三行", "水" * 200)


def _heights(qtbot, cards):
    shown = CardList(cards)
    qtbot.addWidget(shown)
    shown.resize(320, 600)
    shown.show()
    return _heights_of(shown)


def _heights_of(shown):
    QApplication.processEvents()
    shown.doItemsLayout()
    model = shown.model()
    return [shown.visualRect(model.index(row)).height() for row in range(model.rowCount())]


def test_cards_keep_their_heights_as_others_come_and_go(qtbot):
    chance = random.Random(3)
    cards = CardModel()
    cards.load([annotation(number, chance.choice(_NOTES)) for number in range(20)])
    shown = CardList(cards)
    qtbot.addWidget(shown)
    shown.resize(320, 600)
    shown.show()
    _heights_of(shown)
    rows = [cards.at(row) for row in range(cards.rowCount())]
    for number in range(100, 112):
        rows.pop(chance.randrange(len(rows)))
        rows.insert(chance.randrange(len(rows)), annotation(number, chance.choice(_NOTES)))
        changed = chance.randrange(len(rows))
        rows[changed] = replace(rows[changed], note=chance.choice(_NOTES))
        rows.insert(0, rows.pop())
        cards.sync(rows)
        heights = _heights_of(shown)
        assert len(set(heights)) > 1
        assert heights == _heights(qtbot, cards)
