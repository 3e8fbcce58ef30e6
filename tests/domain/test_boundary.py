import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.boundary import clause_at, paragraph_at, sentence_at, trimmed
from reader.domain.model import Range

TEXT = "他说：“好，走吧！”大家走了。Mr X left. Bye\n第二段没有句号"


@pytest.mark.parametrize(
    ("at", "sentence"),
    [("他", "他说：“好，走吧！”"), ("大", "大家走了。"), ("X", "Mr X left. "), ("B", "Bye"), ("第", "第二段没有句号")],
)
def test_sentence(at, sentence):
    span = sentence_at(TEXT, TEXT.index(at))
    assert TEXT[span.start : span.end] == sentence


def test_clause():
    span = clause_at(TEXT, TEXT.index("走吧"))
    assert TEXT[span.start : span.end] == "走吧！”"


def test_the_end_of_a_text_belongs_to_its_last_sentence():
    assert sentence_at("一。二。", 4) == Range(2, 4)


@given(st.text(alphabet="好。！”.a \n", min_size=1), st.data())
def test_sentences_tile_a_paragraph(text, data):
    offset = data.draw(st.integers(0, len(text)))
    paragraph = paragraph_at(text, offset)
    at, seen = paragraph.start, []
    while at < paragraph.end:
        sentence = sentence_at(text, at)
        assert sentence.start == at < sentence.end
        at = sentence.end
        seen.append(sentence)
    assert "".join(text[s.start : s.end] for s in seen) == text[paragraph.start : paragraph.end]


def test_trimmed_drops_white_space_at_both_ends():
    assert trimmed("\u3000好 ", Range(0, 3)) == Range(1, 2)
