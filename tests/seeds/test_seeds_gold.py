"""The seed pages and their gold agree, and together they hold every phenomenon that the README promises."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from reader.domain.model import READABLE_KINDS, Kind, Role

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = sorted(SEEDS.glob("*.txt"), key=lambda path: path.name)
GB18030_MARK = ".gb18030.txt"
TEXTS_OF_AN_ITEM = (Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BYLINE)
ROLES_OF_KIND = {
    Kind.ARTICLE: {Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.SUBHEAD, Role.BODY},
    Kind.PHOTO: {Role.TITLE, Role.CAPTION, Role.CREDIT},
    Kind.BRIEF: {Role.BODY},
    Kind.SECTION: {Role.SECTION},
    Kind.FURNITURE: {Role.FURNITURE},
}

every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def text_of(path):
    encoding = "gb18030" if path.name.endswith(GB18030_MARK) else "utf-8-sig"
    return path.read_bytes().decode(encoding).replace("\r\n", "\n")


def lines_of(path):
    """The lines by number, the first being 1, without white space at their ends."""
    return {number: line.strip() for number, line in enumerate(text_of(path).split("\n"), 1)}


def gold_of(path):
    return json.loads(path.with_name(path.name.removesuffix(".txt") + ".gold.json").read_text("utf8"))


def roles_of(item):
    return {int(number): role for number, role in item["lines"].items()}


def squeezed(text):
    return "".join(text.split())


def bare(line):
    """A heading without the marks that Markdown gives it."""
    return line.lstrip("# ")


def readable_items():
    return [(path, item) for path in PAGES for item in gold_of(path)["items"] if item["kind"] in READABLE_KINDS]


def gold_lines(*roles, kinds=READABLE_KINDS):
    """The lines of every page that have one of these roles in an item of one of these kinds."""
    return [
        lines_of(path)[number]
        for path in PAGES
        for item in gold_of(path)["items"]
        if item["kind"] in kinds
        for number, role in roles_of(item).items()
        if role in roles
    ]


def test_every_page_has_gold_and_every_gold_a_page():
    assert {path.name.removesuffix(".txt") for path in PAGES} == {
        path.name.removesuffix(".gold.json") for path in SEEDS.glob("*.gold.json")
    }


def test_there_are_pages_and_items_enough():
    assert len(PAGES) >= 8
    assert len(readable_items()) >= 60
    assert sum(len(squeezed(text_of(path))) for path in PAGES) > 30_000


@every_page
def test_the_gold_names_its_page(path):
    assert gold_of(path)["page"] == path.name.removesuffix(".txt")


@every_page
def test_every_line_with_text_is_in_exactly_one_item(path):
    claimed = [number for item in gold_of(path)["items"] for number in roles_of(item)]
    assert sorted(claimed) == [number for number, line in lines_of(path).items() if line]


@every_page
def test_every_item_has_only_roles_that_suit_its_kind(path):
    for item in gold_of(path)["items"]:
        assert set(roles_of(item).values()) <= ROLES_OF_KIND[Kind(item["kind"])]


@every_page
def test_what_is_joined_continues_a_paragraph_that_was_cut_in_mid_sentence(path):
    lines = lines_of(path)
    for item in gold_of(path)["items"]:
        roles = roles_of(item)
        numbers = sorted(roles)
        for joined in item.get("joins", []):
            before = numbers[numbers.index(joined) - 1]
            assert roles[before] == roles[joined] == Role.BODY
            assert lines[before][-1] not in "。！？"


@every_page
@pytest.mark.parametrize("role", TEXTS_OF_AN_ITEM)
def test_an_item_says_what_its_heading_lines_say(path, role):
    lines = lines_of(path)
    for item in gold_of(path)["items"]:
        found = [bare(lines[number]) for number, it_has in sorted(roles_of(item).items()) if it_has == role]
        if item["kind"] in READABLE_KINDS:
            assert squeezed(item[role] or "") == squeezed("".join(found))
            assert (item[role] is None) == (not found)


@every_page
def test_the_section_of_an_item_is_the_last_banner_above_it(path):
    lines, section = lines_of(path), None
    for item in gold_of(path)["items"]:
        if item["kind"] == Kind.SECTION:
            (number,) = roles_of(item)
            section = bare(lines[number])
            assert item["name"] == section
        elif item["kind"] in READABLE_KINDS:
            assert item["section"] == section
            assert item["alt_section"] is None or section in item["alt_section"]


@every_page
def test_no_gold_line_is_left_to_chance(path):
    assert gold_of(path)["unscored_joins"] == []


# The phenomena. Each of these fails when the pages are edited so that what it is about is gone.


@pytest.mark.parametrize(
    ("roles", "pattern"),
    [
        ((Role.KICKER,), "：$"),
        ((Role.KICKER,), "——$"),
        ((Role.KICKER,), "^(?!.*(：|:|——)$).{6,}$"),
        ((Role.KICKER,), "^## "),
        ((Role.KICKER,), "②$"),
        ((Role.TITLE,), r"^[^#]\S* \S+$"),
        ((Role.TITLE,), "^# "),
        ((Role.TITLE,), "^# .{2,4}[：:]"),
        ((Role.SUBTITLE,), "."),
        ((Role.BYLINE,), "^□本报记者"),
        ((Role.BYLINE,), "^●"),
        ((Role.BYLINE,), "^■"),
        ((Role.BYLINE,), "^◎"),
        ((Role.BYLINE,), "^本报记者"),
        ((Role.BYLINE,), "通讯员"),
        ((Role.BYLINE,), "实习生"),
        ((Role.BYLINE,), "见习记者"),
        ((Role.BYLINE,), "整理"),
        ((Role.BYLINE,), "作者单位"),
        ((Role.BODY,), "^本报讯（记者"),
        ((Role.BODY,), r"^本报讯\(记者"),
        ((Role.BODY,), "^禾声社.*电（记者"),
        ((Role.BODY,), "（[^（）]{2,8}）$"),
        ((Role.SUBHEAD,), "."),
        ((Role.BODY,), "^[^，。]{2,8}。.{60}"),
        ((Role.CREDIT,), "^本报记者 .* 摄$"),
        ((Role.CREDIT,), "^■"),
        ((Role.CREDIT,), r"^[（(].*[）)]$"),
        ((Role.CREDIT,), "供图$"),
        ((Role.CREDIT,), "摄影报道$"),
        ((Role.CREDIT,), "/摄$"),
        ((Role.BODY,), "[𠮷𨱏𪣻]"),
    ],
)
def test_some_line_shows(roles, pattern):
    assert any(re.search(pattern, line) for line in gold_lines(*roles)), pattern


@pytest.mark.parametrize("pattern", ["^◎", "^【.*】$", "^■", "^◆", "^# 简讯$", "^[^◎【■◆#]{2,6}$", "[①-⑳]$"])
def test_some_banner_is_dressed(pattern):
    assert any(re.search(pattern, line) for line in gold_lines(Role.SECTION, kinds=(Kind.SECTION,))), pattern


@pytest.mark.parametrize("pattern", ["日 星期", "第0.版", "责编", "美编", "电话", "下转第", "上接第", "扫码"])
def test_some_furniture_says(pattern):
    assert any(re.search(pattern, line) for line in gold_lines(Role.FURNITURE, kinds=(Kind.FURNITURE,))), pattern


def test_two_banners_stand_in_a_row():
    kinds = [[item["kind"] for item in gold_of(path)["items"]] for path in PAGES]
    assert any(pair == (Kind.SECTION, Kind.SECTION) for page in kinds for pair in pairwise(page))


def test_headlines_run_over_two_lines_and_articles_have_lost_theirs():
    titles = [
        list(roles_of(item).values()).count(Role.TITLE) for _, item in readable_items() if item["kind"] == "article"
    ]
    assert 2 in titles
    assert 0 in titles


def test_headlines_and_bylines_also_stand_after_the_body():
    orders = [list(roles_of(item).values()) for _, item in readable_items() if Role.BODY in roles_of(item).values()]
    for role in (Role.TITLE, Role.BYLINE):
        assert any(role in roles and roles.index(role) > roles.index(Role.BODY) for roles in orders)


def test_photos_have_titles_or_none_and_one_cuts_a_sentence_of_an_article():
    photos = [item for _, item in readable_items() if item["kind"] == Kind.PHOTO]
    assert {bool(photo["title"]) for photo in photos} == {True, False}
    cut = []
    for path, article in readable_items():
        numbers, lines = sorted(roles_of(article)), lines_of(path)
        for before, after in pairwise(numbers):
            between = any(lines[number] for number in range(before + 1, after))
            cut.append(between and after in article["joins"])
    assert any(cut)


def test_briefs_have_bullets_or_none():
    starts = {line[0] for line in gold_lines(Role.BODY, kinds=(Kind.BRIEF,))}
    assert {"●", "◆", "○"} <= starts
    assert any(start.isalpha() for start in starts)


def joined_pairs():
    for path, item in readable_items():
        numbers, lines = sorted(roles_of(item)), lines_of(path)
        for joined in item["joins"]:
            yield lines[numbers[numbers.index(joined) - 1]], lines[joined]


def test_column_ends_cut_chinese_latin_words_and_numbers():
    pairs = list(joined_pairs())
    assert len(pairs) > 80
    assert any(re.search("[A-Za-z]$", before) and re.match("[A-Za-z]", after) for before, after in pairs)
    assert any(re.search("[0-9]$", before) and re.match("[.0-9]", after) for before, after in pairs)


def test_one_page_has_half_width_punctuation_throughout():
    bodies = [squeezed(text_of(path)) for path in PAGES]
    assert sum(not re.search("[，：；（）？！]", body) for body in bodies) == 1


def test_one_page_is_indented_without_blank_lines_and_others_have_them():
    indented = [path for path in PAGES if text_of(path).count("\n\u3000\u3000") > 10]
    assert any("\n\n" not in text_of(path) for path in indented)
    assert any("\n\n" in text_of(path) for path in indented)


def test_one_page_each_is_in_gb18030_has_crlf_and_has_a_byte_order_mark():
    in_gb18030 = [path for path in PAGES if path.name.endswith(GB18030_MARK)]
    assert len(in_gb18030) == 1
    with pytest.raises(UnicodeDecodeError):
        in_gb18030[0].read_bytes().decode("utf8")
    in_utf8 = [path.read_bytes() for path in PAGES if path not in in_gb18030]
    assert sum(b"\r\n" in data for data in in_utf8) == 1
    assert sum(data.startswith(b"\xef\xbb\xbf") for data in in_utf8) == 1


def test_the_file_names_follow_several_conventions_and_name_two_newspapers():
    stems = [path.stem for path in PAGES]
    shapes = [
        r"^\D+_\d{4}-\d\d-\d\d_第\d\d版$",
        r"^\d{8}-\d\d$",
        r"^\D+\d{4}年\d+月\d+日\d\d版 \w+$",
        r"^\D+-\d{8}-\d\d-\D+$",
        r"^\D+ \d{4}-\d\d-\d\d A\d\d$",
        r"^\d{4}-\d\d-\d\d-\D+-第\d\d版$",
        r"^[a-z]+\d{8}_B\d$",
    ]
    for shape in shapes:
        assert any(re.match(shape, stem) for stem in stems), shape
    for newspaper in ("砚川日报", "砚川晚报"):
        assert any(newspaper in stem for stem in stems)


@every_page
def test_the_table_in_the_readme_counts_right(path):
    items = [item for item in gold_of(path)["items"] if item["kind"] in READABLE_KINDS]
    joins = sum(len(item["joins"]) for item in items)
    row = f"| `{path.name.removesuffix('.txt')}` | {len(items)} | {joins} |"
    assert row in (SEEDS / "README.md").read_text("utf8")


def test_the_totals_in_the_readme_are_right():
    kinds = [item["kind"] for _, item in readable_items()]
    counts = f"{kinds.count(Kind.ARTICLE)} articles, {kinds.count(Kind.PHOTO)} photos, {kinds.count(Kind.BRIEF)} briefs"
    assert f"Together {len(kinds)} items ({counts})" in (SEEDS / "README.md").read_text("utf8")
