"""Items come back as they were kept; those that were kept before there were metadata read as having none."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import NO_META, Block, Genre, Item, ItemMeta, Judgement, Kind, Named, Range, Reason, Role
from reader.storage.codec import decode_item, decode_meta_ranges, decode_outline, encode_item, encode_meta_ranges

RANGES = st.tuples(st.integers(0, 500), st.integers(1, 40)).map(lambda pair: Range(pair[0], sum(pair)))
NAMES = st.builds(Named, st.text(min_size=1, max_size=6), st.none() | RANGES)
SEVERAL = st.lists(NAMES, max_size=3).map(tuple)
METAS = st.builds(
    ItemMeta,
    st.none() | st.builds(Named, st.sampled_from(Genre), st.none() | RANGES),
    st.none() | NAMES,
    SEVERAL,
    SEVERAL,
    SEVERAL,
    st.lists(st.sampled_from(["genre", "place"]), unique=True).map(tuple),
)


def item(meta=NO_META):
    return Item(Kind.ARTICLE, (Block(Role.BODY, (Range(0, 4), Range(5, 9))),), "要闻", title="桥", meta=meta)


@given(METAS)
def test_metadata_come_back_as_they_were_kept(meta):
    content = encode_item(item(meta))
    assert decode_item("article", "要闻", content) == item(meta)
    assert decode_outline(1, 0, "article", "要闻", content).meta == meta


def test_an_item_of_an_older_library_has_no_metadata():
    content = json.loads(encode_item(item(ItemMeta(place=Named("河口", Range(0, 2))))))
    del content["meta"]
    assert decode_item("article", "要闻", json.dumps(content)) == item()


@given(st.dictionaries(st.sampled_from(["newspaper", "issue_date", "page_no", "page_name"]), RANGES))
def test_the_ranges_of_page_metadata_come_back(ranges):
    assert decode_meta_ranges(encode_meta_ranges(ranges)) == ranges


TEXTS = st.text("a=b \n\t“桥”_1", max_size=6)
CODES = st.sampled_from(["feature", "begins_with", "reader", ""]) | TEXTS
JUDGEMENTS = st.builds(
    Judgement,
    st.integers(0, 1000).map(lambda thousandths: thousandths / 1000),
    st.lists(st.builds(Reason, CODES, TEXTS), max_size=3).map(tuple),
)


@given(JUDGEMENTS, st.lists(JUDGEMENTS, max_size=4))
def test_judgements_come_back_as_they_were_kept(own, of_blocks):
    blocks = tuple(Block(Role.BODY, (Range(0, 4),), judgement) for judgement in of_blocks)
    kept = Item(Kind.ARTICLE, blocks, judgement=own)
    assert decode_item("article", None, encode_item(kept)) == kept


def test_reasons_that_recur_are_written_once():
    reasons = (Reason("feature", "end_stop"), Reason("begins_with", "title"))
    blocks = tuple(Block(Role.BODY, (Range(at, at + 1),), Judgement(0.9, reasons)) for at in range(9))
    assert encode_item(Item(Kind.ARTICLE, blocks)).count("end_stop") == 1


def test_the_judgements_of_version_1_are_read():
    content = json.loads(encode_item(item()))
    del content["why"]
    content["judgement"] = [0.75, [["begins_with", "title"], ["feature", "mark_1"]]]
    found = decode_item("article", "要闻", json.dumps(content))
    assert found.judgement == Judgement(0.75, (Reason("begins_with", "title"), Reason("feature", "mark_1")))
