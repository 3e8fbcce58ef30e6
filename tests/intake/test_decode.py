"""Bytes of every encoding that pages come in give back the text that went in."""

import codecs
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.errors import ErrorCode, UserError
from reader.intake.decode import SAMPLE, decode
from reader.intake.utf16 import guess_utf16

SEEDS = Path(__file__).parents[2] / "seeds"
SIMPLIFIED = "\n".join(decode(path.read_bytes()).text for path in sorted(SEEDS.glob("*.txt")))
TRADITIONAL = (
    "【本報訊】全縣春耕生產現場會昨日在城東鄉舉行。會議要求各鄉鎮抓緊農時，確保糧食播種面積只增不減。"
    "縣農業局負責人介紹，今年將繼續對種糧大戶給予補貼，並派出技術人員駐村指導。“種子和肥料都已備齊，"
    "就等一場透雨。”村民陳大伯說。\n文化廣場的老戲臺經過半年修繕，上週六重新開鑼。首場演出的是傳統劇目，"
    "臺下座無虛席，不少觀眾從鄰縣專程趕來，直到散場還捨不得離開。劇團團長表示，接下來每個月都會安排兩場惠民演出，"
    "並且邀請學校師生免費觀看。記者了解到，戲臺的木構件大多保留了原樣，工匠們按照舊照片補齊了缺失的雕花。\n"
)
LEAST = 20
REFUSALS = (ErrorCode.FILE_EMPTY, ErrorCode.FILE_BINARY, ErrorCode.FILE_ENCODING, ErrorCode.ENCODING_UNKNOWN)


def slices(text):
    """Parts of a text with at least 20 Chinese characters, not beginning or ending at any boundary."""
    spans = st.tuples(st.integers(0, len(text) - 2 * LEAST), st.integers(2 * LEAST, 600))
    parts = spans.map(lambda span: text[span[0] : span[0] + span[1]])
    return parts.filter(lambda part: sum("\u4e00" <= char <= "\u9fff" for char in part) >= LEAST)


@given(
    slices(SIMPLIFIED), st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be", "utf-16", "utf-32"])
)
def test_simplified_text_survives_every_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


@given(slices(TRADITIONAL), st.sampled_from(["utf-8", "big5", "gb18030", "utf-16-le", "utf-16-be"]))
def test_traditional_text_survives_every_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


@given(st.text(min_size=1), st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-32"]))
def test_a_named_encoding_is_used_whatever_the_text(text, encoding):
    assume(text.strip("\ufeff").strip())
    assume(not any(char < " " or char == "\x7f" for char in text if char not in "\t\n"))
    assume(not text.startswith("\ufeff"))
    assert decode(text.encode(encoding), encoding).text == text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "big5", "utf-16", "no such"]))
def test_any_bytes_give_a_text_or_an_error_that_is_the_user_s(data, encoding):
    try:
        text = decode(data, encoding).text
    except UserError as error:
        refused = error.code
    else:
        refused = None
        assert text.strip()
        assert "\r" not in text
        assert "\0" not in text
        text.encode("utf-8")  # nothing that could not be stored
    assert refused in {None, *REFUSALS}


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_newlines_become_lf(newline, encoding):
    lines = ["砚川日报今日讯", "", "春耕生产现场会昨日在城东乡举行", "各乡镇抓紧农时，确保播种面积"]
    assert decode(newline.join(lines).encode(encoding)).text == "\n".join(lines)


def test_characters_that_only_look_like_newlines_stay():
    text = "第一行\u2028仍是第一行\u3000\x85也是\u2029还是\x0b\x0c\n第二行"
    assert decode(text.encode()).text == text


def test_rare_characters_keep_their_places():
    text = "𠮷林日报 𨱏的故事\n" * 3
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding), encoding).text == text
        assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, b"\x84\x31\x95\x33"]
)
def test_a_byte_order_mark_alone_is_an_empty_file(mark):
    with pytest.raises(UserError) as caught:
        decode(mark)
    assert caught.value.code is ErrorCode.FILE_EMPTY


def test_a_byte_order_mark_outweighs_what_the_bytes_look_like():
    assert decode(codecs.BOM_UTF16_LE + "a b\n".encode("utf-16-le")).text == "a b\n"
    assert decode(codecs.BOM_UTF8 + "一".encode()).text == "一"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\n".encode(), "\u3000\n".encode("utf-16")])
def test_nothing_but_white_space_is_an_empty_file(data):
    with pytest.raises(UserError) as caught:
        decode(data)
    assert caught.value.code is ErrorCode.FILE_EMPTY


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\\r\xa8f"


@pytest.mark.parametrize(
    "data", [PNG, b"text with a \0 in it", "正文里有一个\0字符的页面".encode(), bytes(range(256)) * 40, b"\0" * 64]
)
def test_binary_files_are_refused(data):
    with pytest.raises(UserError) as caught:
        decode(data)
    assert caught.value.code is ErrorCode.FILE_BINARY


def test_a_stray_control_character_is_no_binary_file():
    text = "砚川日报二〇二四年五月十三日第一版\x1a" + SIMPLIFIED[:500]
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "broken",
    [
        SIMPLIFIED[:200].encode()[:-1] + b"\xff\xff\xff\xfe \xff",
        SIMPLIFIED[:200].encode()[:-2],
        SIMPLIFIED[:200].encode()[:-4] + b"\n",
        SIMPLIFIED[SIMPLIFIED.index("砚") :][:200].encode()[1:],
    ],
)
def test_damaged_utf8_is_not_taken_for_something_else(broken):
    with pytest.raises(UserError) as caught:
        decode(broken)
    assert (caught.value.code, caught.value.detail) == (ErrorCode.FILE_ENCODING, "utf-8")


def test_bytes_that_fit_nothing_name_what_was_tried():
    data = SIMPLIFIED[:600].encode("gb18030")
    with pytest.raises(UserError) as caught:
        decode(data[:300] + b"\xff" + data[301:])
    assert caught.value.code is ErrorCode.FILE_ENCODING
    assert "gb18030" in caught.value.detail


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Bush hid the facts", "ascii"),
        ("The paper says that café culture is growing.", "cp1252"),
        ("The Yanchuan Daily (砚川日报) was founded in 1951 and is read by most of the county.", "gb18030"),
        ("Привет, это газета из Москвы и новости", "cp1251"),
        ("日本の新聞社が昨日発表した記事によると、", "shift_jis"),
    ],
)
def test_pages_in_other_languages_are_read_too(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_named_encoding_that_does_not_fit_is_said():
    with pytest.raises(UserError) as caught:
        decode("春耕生产".encode("gb18030"), "utf-8")
    assert (caught.value.code, caught.value.detail) == (ErrorCode.FILE_ENCODING, "utf-8")


@pytest.mark.parametrize("name", ["klingon", "", "base64", "a\0b", "rot13"])
def test_an_encoding_that_does_not_exist_is_said(name):
    with pytest.raises(UserError) as caught:
        decode("文".encode(), name)
    assert caught.value.code is ErrorCode.ENCODING_UNKNOWN


def test_gbk_means_its_superset():
    text = "朱镕基、𠮷和㐂都在国标扩展里"
    for label in ("gb2312", "GBK", "gb18030"):
        assert decode(text.encode("gb18030"), label).text == text


def test_detection_survives_a_first_chinese_character_late_in_the_file():
    text = "plain ASCII line\n" * (2 * SAMPLE // 17) + SIMPLIFIED[:400]
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16-le", "utf-16-be"])
def test_the_end_of_the_sample_may_cut_a_character(encoding, shift):
    chinese = "".join(char for char in SIMPLIFIED if char > "\u2fff")
    text = "a" * shift + chinese * (3 * SAMPLE // len(chinese))
    assert decode(text.encode(encoding)).text == text


def test_utf16_is_not_seen_in_other_encodings():
    assert guess_utf16(SIMPLIFIED[:200].encode("utf-16-be")) == "utf-16-be"
    assert guess_utf16("".join(SIMPLIFIED.split())[:200].encode("gb18030")) is None
    assert guess_utf16("".join(TRADITIONAL.split())[:200].encode("big5")) is None
    assert guess_utf16(b"plain ASCII") is None
