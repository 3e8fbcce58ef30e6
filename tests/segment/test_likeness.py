from reader.domain.hint import Hint, roles_by_shape
from reader.domain.model import Kind, Role
from reader.segment import segment
from reader.segment.likeness import hint_shape, likeness, line_looks, stands_out

PAGE = """云川日报 2031年5月12日 星期一 第05版：乡土
■山路通了
本报讯（记者 方圆）近日，山路修到村口，班车一天两趟。
■茶山开园
本报讯（记者 陆远）近日，茶农在山上采茶，游客很多。
【修路】近日，山路修通。
山路通了
"""
LOOKS = {PAGE[start:end]: seen for (start, end), seen in line_looks(PAGE)}
ROAD, TEA, PLAIN = (LOOKS[text] for text in ("■山路通了", "■茶山开园", "山路通了"))


def roles(text, hints=()):
    made = segment(text, "", hints)
    return {text[one.start : one.end]: b.role for item in made.items for b in item.blocks for one in b.ranges}


def hint(shape, role, uses=1, number=1):
    return Hint(number, "云川日报", shape, role, uses, "2031-05-12T08:00:00+08:00")


def test_lines_with_the_same_mark_length_and_ending_are_alike():
    assert likeness(ROAD) == likeness(TEA)
    assert likeness(ROAD) != likeness(PLAIN)
    assert stands_out(ROAD)
    assert not stands_out(PLAIN)


def test_a_line_like_any_other_teaches_nothing_but_its_words_where_banners_repeat_them():
    assert hint_shape(PLAIN, Role.TITLE) is None
    assert hint_shape(PLAIN, Role.SECTION) == "=山路通了"
    assert hint_shape(ROAD, Role.SUBHEAD) == likeness(ROAD)
    body = next(seen for text, seen in LOOKS.items() if text.startswith("本报讯"))
    assert hint_shape(body, Role.BODY) is None


def test_a_hint_gives_lines_of_its_shape_its_role_and_is_named_as_the_reason():
    for role in (Role.KICKER, Role.SECTION, Role.SUBHEAD):
        found = roles(PAGE, [hint(likeness(ROAD), role)])
        assert found["■茶山开园"] is role
    made = segment(PAGE, "", [hint(likeness(ROAD), Role.SECTION)])
    banner = next(item for item in made.items if item.kind is Kind.SECTION)
    assert "hint_section" in {reason.detail for reason in banner.blocks[0].judgement.reasons}


def test_a_hint_for_other_lines_changes_nothing():
    assert segment(PAGE, "", [hint("◆||long|stop", Role.SECTION)]) == segment(PAGE)


def test_of_hints_that_differ_the_one_decided_more_often_holds_then_the_last():
    often, seldom = hint("a", Role.TITLE, 3, 1), hint("a", Role.SUBHEAD, 1, 2)
    assert roles_by_shape([often, seldom]) == {"a": Role.TITLE}
    assert roles_by_shape([hint("a", Role.TITLE, 1, 1), seldom]) == {"a": Role.SUBHEAD}
