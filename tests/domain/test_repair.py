"""Each repair on one page, seen as a reader sees it."""

import pytest

from reader.domain import repair
from reader.domain.decision import READER, SECTION, is_doubtful
from reader.domain.headings import derived
from reader.domain.model import Block, Correction, Item, Judgement, Kind, Range, Reason, Role

PAGE = """要闻
山路通了
本报讯 近日，山路修到
图为山路。
村口。
班车进村
班车一天两趟。
◎广角
茶山开园
茶农很忙。
"""
T, B, C, S, F, H = Role.TITLE, Role.BODY, Role.CAPTION, Role.SECTION, Role.FURNITURE, Role.SUBHEAD


def line(text):
    start = PAGE.index(text)
    return Range(start, start + len(text))


def block(role, *texts):
    return Block(role, tuple(map(line, texts)))


ITEMS = derived(
    (
        Item(Kind.SECTION, (block(S, "要闻"),)),
        Item(
            Kind.ARTICLE,
            (
                block(T, "山路通了"),
                block(B, "本报讯 近日，山路修到", "村口。"),
                block(H, "班车进村"),
                block(B, "班车一天两趟。"),
            ),
        ),
        Item(Kind.PHOTO, (block(C, "图为山路。"),)),
        Item(Kind.SECTION, (block(S, "◎广角"),)),
        Item(Kind.ARTICLE, (block(T, "茶山开园"), block(B, "茶农很忙。"))),
    ),
    PAGE,
)


def shown(items):
    """Items as kinds and texts with roles; lines of one block are joined by a slash."""
    return [
        (item.kind.value, *(f"{b.role} {'/'.join(PAGE[s:e] for s, e in b.ranges)}" for b in item.blocks))
        for item in derived(items, PAGE)
    ]


BANNER, ROAD, PHOTO, CORNER, TEA = shown(ITEMS)


def test_a_split_begins_an_item_with_the_rest_below_it_and_past_the_photo_within():
    items = repair.split(ITEMS, line("班车进村"))
    assert shown(items) == [
        BANNER,
        ("article", "title 山路通了", "body 本报讯 近日，山路修到/村口。"),
        PHOTO,
        ("article", "subhead 班车进村", "body 班车一天两趟。"),
        CORNER,
        TEA,
    ]
    assert items[3].judgement == Judgement(1.0, (Reason(READER),))


def test_a_split_within_a_paragraph_cuts_it():
    items = repair.split(ITEMS, line("村口。"))
    assert shown(items)[1:4] == [
        ("article", "title 山路通了", "body 本报讯 近日，山路修到"),
        PHOTO,
        ("article", "body 村口。", "subhead 班车进村", "body 班车一天两趟。"),
    ]


def test_a_split_within_a_line_begins_an_item_with_the_rest_of_it():
    whole = line("本报讯 近日，山路修到")
    items = repair.split_at(ITEMS, whole, whole.start + 3, PAGE)
    assert shown(items)[1:4] == [
        ("article", "title 山路通了", "body 本报讯"),
        ("article", "body 近日，山路修到/村口。", "subhead 班车进村", "body 班车一天两趟。"),
        PHOTO,
    ]
    rest = line("近日，山路修到")
    assert items[2].judgement == Judgement(1.0, (Reason(READER),))
    assert shown(repair.join(repair.merge_with_previous(items, rest), rest, PAGE)) == shown(ITEMS)


def test_a_split_at_the_ends_of_a_line_is_one_at_the_line_or_none():
    whole = line("班车进村")
    assert repair.split_at(ITEMS, whole, whole.start, PAGE) == repair.split(ITEMS, whole)
    assert repair.split_at(ITEMS, whole, whole.end, PAGE) is ITEMS


def test_a_split_within_a_correction_stands_before_it_and_leaves_no_half_that_reads_as_nothing():
    whole = line("班车一天两趟。")
    wrong = Correction(Range(whole.start + 2, whole.start + 4), "每日")
    cut = repair.split_at(ITEMS, whole, whole.start + 3, PAGE, (wrong,))
    assert cut == repair.split_at(ITEMS, whole, whole.start + 2, PAGE)
    left_out = Correction(Range(whole.start, whole.start + 2), "")
    assert repair.split_at(ITEMS, whole, whole.start + 2, PAGE, (left_out,)) == repair.split(ITEMS, whole)


def test_halves_that_do_not_touch_stay_lines_of_their_own_when_they_are_joined():
    whole = line("班车一天两趟。")
    items = repair.split_at(ITEMS, whole, whole.start + 2, PAGE)
    items = repair.merge_with_previous(items, line("一天两趟。"))
    items = repair.split_at(items, line("一天两趟。"), whole.start + 4, PAGE)  # three parts, the middle one goes
    items = repair.merge_with_previous(items, line("两趟。"))
    items = repair.move_to_item(items, line("一天"), line("茶山开园"))
    assert shown(repair.join(items, line("两趟。"), PAGE))[1][-1] == "body 班车/两趟。"


def test_a_split_where_an_item_begins_changes_nothing():
    assert repair.split(ITEMS, line("山路通了")) is ITEMS


def test_a_split_and_a_merge_leave_the_lines_as_they_were():
    items = repair.split(ITEMS, line("班车一天两趟。"))
    assert shown(repair.merge_with_previous(items, line("班车一天两趟。"))) == shown(ITEMS)


def test_a_headline_below_text_becomes_a_subhead_when_its_item_is_merged():
    items = repair.set_role(repair.split(ITEMS, line("班车进村")), [line("班车进村")], T)
    assert items[3].kind is Kind.ARTICLE
    assert derived(items, PAGE)[3].title == "班车进村"
    assert shown(repair.merge_with_previous(items, line("班车进村"))) == shown(ITEMS)


def test_a_headline_below_text_without_one_goes_to_its_top():
    headless = repair.set_role(ITEMS, [line("山路通了")], B)
    items = repair.merge(headless, line("茶山开园"), line("山路通了"))
    assert shown(items)[1][:3] == ("article", "title 茶山开园", "body 山路通了")


def test_a_banner_merged_with_an_article_is_a_kicker_or_the_headline_it_lacks():
    items = repair.merge(ITEMS, line("要闻"), line("山路通了"))
    assert shown(items)[0][:3] == ("article", "kicker 要闻", "title 山路通了")
    items = repair.split(ITEMS, line("茶农很忙。"))
    items = repair.merge(repair.merge(items, line("茶山开园"), line("山路通了")), line("◎广角"), line("茶农很忙。"))
    assert shown(items)[-1] == ("article", "title ◎广角", "body 茶农很忙。")


def test_a_banner_merged_below_text_is_a_subhead():
    items = repair.merge(ITEMS, line("◎广角"), line("山路通了"))
    assert shown(items)[1][-1] == "subhead ◎广角"


def test_the_first_item_has_none_above_to_be_merged_with():
    assert repair.merge_with_previous(ITEMS, line("要闻")) is ITEMS


def test_a_block_moves_up_and_down_within_its_item_and_stops_at_the_ends():
    items = repair.move_block(ITEMS, line("班车进村"), up=False)
    assert shown(items)[1][3:] == ("body 班车一天两趟。", "subhead 班车进村")
    assert shown(repair.move_block(items, line("班车进村"), up=True)) == shown(ITEMS)
    assert repair.move_block(ITEMS, line("班车一天两趟。"), up=False) is ITEMS


def test_paragraphs_are_put_into_another_order():
    items = repair.place_block(ITEMS, line("班车一天两趟。"), line("本报讯"))
    assert shown(items)[1] == (
        "article",
        "title 山路通了",
        "body 班车一天两趟。",
        "body 本报讯 近日，山路修到/村口。",
        "subhead 班车进村",
    )
    assert shown(repair.place_block(items, line("班车一天两趟。"), None)) == shown(ITEMS)
    with pytest.raises(KeyError):
        repair.place_block(ITEMS, line("班车一天两趟。"), line("茶农很忙。"))


def test_a_caption_moves_to_another_item_and_an_emptied_item_goes():
    items = repair.move_to_item(ITEMS, line("图为山路。"), line("茶山开园"))
    assert shown(items) == [
        BANNER,
        ROAD,
        CORNER,
        ("article", "title 茶山开园", "caption 图为山路。", "body 茶农很忙。"),
    ]


def test_text_that_moves_to_a_photo_is_its_caption_and_a_headline_goes_to_the_top():
    items = repair.move_to_neighbour(ITEMS, line("班车一天两趟。"), up=False)
    assert shown(items)[2] == ("photo", "caption 班车一天两趟。", "caption 图为山路。")
    items = repair.move_to_item(ITEMS, line("茶山开园"), line("图为山路。"))
    assert shown(items)[2] == ("photo", "title 茶山开园", "caption 图为山路。")


def test_a_line_takes_a_role_and_is_cut_off_from_its_paragraph():
    items = repair.set_role(ITEMS, [line("村口。")], H)
    assert shown(items)[1][2:4] == ("body 本报讯 近日，山路修到", "subhead 村口。")
    assert items[1].blocks[2].judgement == Judgement(1.0, (Reason(READER),))


def test_lines_that_stand_together_take_a_role_together():
    items = repair.set_role(ITEMS, [line("村口。"), line("本报讯")], C)
    assert shown(items)[1][2] == "caption 本报讯 近日，山路修到/村口。"


def test_a_banner_ends_the_item_it_stands_in_and_names_the_section_below():
    items = derived(repair.set_role(ITEMS, [line("班车进村")], S), PAGE)
    assert shown(items)[1:5] == [
        ("article", "title 山路通了", "body 本报讯 近日，山路修到/村口。"),
        ("section", "section 班车进村"),
        ("article", "body 班车一天两趟。"),
        PHOTO,
    ]
    assert [item.section for item in items] == ["要闻", "要闻", "班车进村", "班车进村", None, "广角", "广角"]


def test_furniture_stands_aside_and_the_text_goes_on():
    items = repair.set_role(ITEMS, [line("村口。")], F)
    assert shown(items)[1:4] == [
        ("article", "title 山路通了", "body 本报讯 近日，山路修到", "subhead 班车进村", "body 班车一天两趟。"),
        PHOTO,
        ("furniture", "furniture 村口。"),
    ]


def test_a_banner_that_is_a_headline_makes_an_article():
    items = derived(repair.set_role(ITEMS, [line("◎广角")], T), PAGE)
    assert shown(items)[3] == ("article", "title ◎广角")
    assert (items[3].section, items[4].section) == ("要闻", "要闻")


def test_a_photo_turned_into_a_brief_has_text():
    assert shown(repair.set_kind(ITEMS, line("图为山路。"), Kind.BRIEF))[2] == ("brief", "body 图为山路。")


def test_briefs_begin_at_each_line():
    items = repair.make_briefs(ITEMS, [line("本报讯"), line("班车进村")])
    assert [one for one in shown(items) if one[0] == "brief"] == [
        ("brief", "body 本报讯 近日，山路修到/村口。"),
        ("brief", "subhead 班车进村", "body 班车一天两趟。"),
    ]


def test_paragraphs_are_joined_in_the_role_of_the_upper_and_taken_apart_again():
    items = repair.join(ITEMS, line("班车进村"), PAGE)
    assert shown(items)[1][2] == "body 本报讯 近日，山路修到/村口。/班车进村"
    assert shown(repair.unjoin(items, line("村口。")))[1][2:4] == (
        "body 本报讯 近日，山路修到",
        "body 村口。/班车进村",
    )
    assert repair.join(ITEMS, line("山路通了"), PAGE) is ITEMS
    assert repair.unjoin(ITEMS, line("本报讯")) is ITEMS


def test_a_section_that_the_reader_gave_outlives_banners():
    items = derived(repair.set_section(ITEMS, line("茶山开园"), "副刊"), PAGE)
    items = derived(repair.set_role(items, [line("◎广角")], F), PAGE)
    assert items[-1].section == "副刊"
    assert Reason(READER, SECTION) in items[-1].judgement.reasons


def test_a_doubtful_item_that_is_accepted_is_certain_and_remembers_the_doubt():
    doubt = Judgement(0.61, (Reason("no_headline_above", "茶"),))
    sure = Judgement(0.97, (Reason("feature", "len_2_4"),))
    items = (*ITEMS[:-1], Item(Kind.ARTICLE, (Block(T, (line("茶山开园"),), sure),), judgement=doubt))
    (accepted,) = repair.accept(items, [line("茶山开园")])[-1:]
    assert is_doubtful(items[-1])
    assert not is_doubtful(accepted)
    assert accepted.judgement.reasons == (
        Reason(READER, "accepted"),
        Reason("engine", "0.61"),
        Reason("no_headline_above", "茶"),
    )
    assert accepted.blocks == items[-1].blocks


def test_of_an_item_with_several_doubts_only_what_was_looked_at_is_accepted():
    doubt = Judgement(0.61, (Reason("feature", "len_2_4"),))
    blocks = (Block(T, (line("茶山开园"),), doubt), Block(B, (line("茶农很忙。"),), doubt))
    items = (*ITEMS[:-1], Item(Kind.ARTICLE, blocks, judgement=doubt))
    (accepted,) = repair.accept(items, [line("茶农很忙。")])[-1:]
    assert [block.judgement.confidence for block in accepted.blocks] == [0.61, 1.0]
    assert accepted.judgement == doubt, "where the item begins was not looked at"
    assert is_doubtful(accepted)


@pytest.mark.parametrize(
    "operation",
    [
        lambda line: repair.split(ITEMS, line),
        lambda line: repair.set_role(ITEMS, [line], B),
        lambda line: repair.merge(ITEMS, line, Range(0, 2)),
    ],
)
def test_a_line_that_no_block_has_is_an_error(operation):
    with pytest.raises(KeyError):
        operation(Range(len(PAGE), len(PAGE) + 1))
