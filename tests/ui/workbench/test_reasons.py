import ast
from pathlib import Path

import pytest

import reader.segment
from reader.domain.decision import DOUBTFUL_BELOW, accepted, decided
from reader.domain.model import Judgement, Reason, Role
from reader.engine_words import CLUES, SENTENCES, per_cent_text
from reader.segment.joins import JOIN_WEIGHTS
from reader.segment.weights import WEIGHTS
from reader.ui.workbench.reasons import reason_words

SPEAKING = sorted({name for table in WEIGHTS.values() for name, weight in table.items() if weight > 0} - {"bias"})
ENGINE = Path(reader.segment.__file__).parent


def codes_of_the_engine():
    """The first argument of every ``Reason(…)`` in the page engine."""
    for path in ENGINE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Reason":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value


def test_every_code_that_the_engine_gives_has_a_sentence():
    codes = set(codes_of_the_engine())
    assert len(codes) >= 6
    assert codes <= set(SENTENCES)


@pytest.mark.parametrize("feature", SPEAKING)
def test_every_feature_that_can_speak_for_a_role_has_words(feature):
    said = reason_words(Reason("feature", feature))
    assert said
    assert said != feature


@pytest.mark.parametrize("clue", sorted(set(JOIN_WEIGHTS) - {"bias"}))
def test_every_clue_about_a_join_has_words(clue):
    for code in ("joined", "not_joined"):
        assert CLUES[clue] in reason_words(Reason(code, clue))


@pytest.mark.parametrize("role", Role)
def test_roles_are_named_in_words(role):
    for code in ("begins_with", "could_be"):
        assert role.value not in reason_words(Reason(code, role.value)).split()


def test_several_clues_stand_in_one_sentence():
    said = reason_words(Reason("joined", "comma,word_cut"))
    assert CLUES["comma"] in said
    assert CLUES["word_cut"] in said


def test_what_the_reader_decided_is_said():
    (reason,) = decided().reasons
    assert reason_words(reason)
    judgement = accepted(Judgement(0.4, (Reason("begins_with", "title"),)))
    said = [reason_words(reason) for reason in judgement.reasons]
    assert said[0] != reason_words(reason)
    assert "40 %" in said[1]


def test_a_code_of_another_version_is_passed_over():
    assert reason_words(Reason("of_tomorrow", "x")) == ""
    assert reason_words(Reason("feature", "of_tomorrow")) == ""


def test_what_is_doubtful_never_says_that_it_is_not():
    assert per_cent_text(DOUBTFUL_BELOW - 0.001) == "89 %"
    assert per_cent_text(DOUBTFUL_BELOW) == "90 %"
    assert per_cent_text(0.29) == "29 %"
    assert per_cent_text(1.0) == "99 %"
