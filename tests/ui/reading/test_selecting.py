from reader.domain.boundary import paragraph_at, sentence_at
from reader.domain.model import Range
from reader.ui.reading.selecting import extended

TEXT = "标题\n第一句。第二句！第三句\n新的一段。"


def words(span):
    return TEXT[slice(*span)]


def test_the_sentence_at_the_caret_then_the_next_ones_across_paragraphs():
    selection, said = None, []
    caret = TEXT.index("二")
    for _ in range(3):
        selection = extended(TEXT, sentence_at, selection, caret)
        said.append(words(selection))
    assert said == ["第二句！", "第二句！第三句", "第二句！第三句\n新的一段。"]
    assert extended(TEXT, sentence_at, selection, caret) is None


def test_a_part_of_a_sentence_is_completed_first():
    part = Range(TEXT.index("一句"), TEXT.index("二句") + 1)
    assert words(extended(TEXT, sentence_at, part, part.end)) == "第一句。第二句！"


def test_paragraphs_are_selected_without_their_line_ends():
    first = extended(TEXT, paragraph_at, None, 0)
    assert words(first) == "标题"
    assert words(extended(TEXT, paragraph_at, first, 0)) == "标题\n第一句。第二句！第三句"


def test_there_is_nothing_to_select_in_an_empty_text():
    assert extended("", sentence_at, None, 0) is None
