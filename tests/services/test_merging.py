"""What of a foreign or an older file comes into a library, by which rule, and what is said of the rest."""

import csv
import json
from dataclasses import replace

import pytest

from reader.domain.memo import MemoTarget
from reader.domain.model import AnchorState, Color, PageMeta
from reader.domain.parcel import Refusal
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.carried import annotations, export_to, merged
from tests.support.printed import BRIDGE, BRIDGE_META, bridge_items, file_page, mark

LATER, EARLIER = "2999-01-01T00:00:00+08:00", "2000-01-01T00:00:00+08:00"
UID = "7b0f2f6c-3c5c-4d1e-9a55-0d6a6a3a2f01"


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "work.jianbao", coder="甲") as opened:
        yield opened


@pytest.fixture
def marked(library):
    """The library with a mark on its page."""
    _, article, _, _ = file_page(library)
    mark(library, article, "集市", note="注", tags=["商业"])
    return library


def record(library, **changed):
    """The only annotation of a library as Jianbao's JSON has it, with some fields changed; None takes one away."""
    exported = json.loads(export_to(library, library.path.with_name("one.json")).read_text(encoding="utf-8"))
    (found,) = exported["annotations"]
    return {name: value for name, value in {**found, **changed}.items() if value is not None}


def as_json(tmp_path, *records, **more):
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"format": "jianbao/1", "annotations": records, **more}), encoding="utf-8")
    return path


def the_only(library):
    (found,) = annotations(library).values()
    return found


def test_a_newer_annotation_takes_the_place_of_an_older_one(marked, tmp_path):
    changed = record(marked, note="新注", tags=["夜市", "商业"], color="pink", importance=3, modified_at=LATER)
    report = merged(marked, as_json(tmp_path, changed))
    assert (report.added, report.updated, report.same, report.tags) == (0, 1, 0, 1)
    found = the_only(marked)
    assert (found["note"], found["tags"], found["color"]) == ("新注", ("夜市", "商业"), Color.PINK)
    assert (found["importance"], found["modified_at"]) == (3, LATER)
    marked.history.undo()
    assert (the_only(marked)["note"], the_only(marked)["tags"]) == ("注", ("商业",))
    assert marked.marks.tag_names() == ["商业"]


def test_an_older_annotation_changes_nothing_and_makes_no_step(marked, tmp_path):
    before, step = the_only(marked), marked.history.next_undo()
    report = merged(marked, as_json(tmp_path, record(marked, note="旧注", modified_at=EARLIER)))
    assert (report.same, report.written, report.changes.history) == (1, 0, False)
    assert (the_only(marked), marked.history.next_undo()) == (before, step)


def test_what_a_file_does_not_say_stays(marked, tmp_path):
    bare = {name: record(marked)[name] for name in ("uid", "quote")}
    merged(marked, as_json(tmp_path, {**bare, "note": "只有注", "modified_at": LATER}))
    found = the_only(marked)
    assert (found["note"], found["tags"], found["color"]) == ("只有注", ("商业",), Color.YELLOW)
    assert BRIDGE[found["ranges"][1].start] == "市"


def test_a_dry_run_says_the_same_and_writes_nothing(marked, tmp_path):
    path = as_json(tmp_path, record(marked, uid=UID, tags=["甲", "乙"]), record(marked, note="x", modified_at=LATER))
    before = annotations(marked)
    would = merged(marked, path, dry=True)
    assert (annotations(marked), marked.marks.tag_names()) == (before, ["商业"])
    assert replace(merged(marked, path), changes=would.changes) == would
    assert (would.added, would.updated, would.tags) == (1, 1, 2)


def test_closing_the_job_takes_back_what_it_wrote(marked, tmp_path):
    job = marked.merging.merge(as_json(tmp_path, record(marked, uid=UID)))
    steps = 0
    while annotations(marked).keys() == {record(marked)["uid"]} and steps < 3:
        next(job)
        steps += 1
    job.close()
    assert UID not in annotations(marked)


@pytest.mark.parametrize("suffix", ["json", "jsonld", "csv", "qdpx"])
def test_a_page_is_known_by_where_it_was_printed_if_its_text_is_another(tmp_path, suffix):
    with Library(tmp_path / "a.jianbao", coder="甲") as one:
        _, article, _, _ = file_page(one)
        mark(one, article, "大桥全长一千二百米")
        path = export_to(one, tmp_path / f"x.{suffix}")
    shifted = "号外\n" + BRIDGE.replace("昨日上午", "昨天上午")
    with Library(tmp_path / "b.jianbao") as other:
        file_page(other, shifted, [], name="other.txt")
        report = merged(other, path)
        assert (report.added, report.unfit) == (1, ())
        (found,) = annotations(other).values()
        ((start, end),) = found["ranges"]
        assert shifted[start:end] == "大桥全长一千二百米"
        assert found["state"] is AnchorState.EXACT
        assert found["prefix"].endswith("大桥正式通车。")


def placed_elsewhere(**changed):
    page = {"newspaper": "砚川日报", "issue_date": "2024-05-12", "page_no": "01", "source_name": "page.txt"}
    return {"uid": UID, "page": page, "quote": "集市", "prefix": "通车当天,沿线", "suffix": "迎来大批客人。", **changed}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"page": {"newspaper": "没有的报", "issue_date": "2024-05-12"}}, Refusal.NO_PAGE),
        ({"page": None}, Refusal.NO_PAGE),
        ({"quote": "城东夜市开街营业"}, Refusal.QUOTE_NOT_FOUND),
        ({"prefix": "别的地方", "suffix": "另外的话"}, Refusal.QUOTE_NOT_FOUND),
        ({"quote": "大桥", "prefix": "", "suffix": ""}, Refusal.QUOTE_SEVERAL_TIMES),
        ({"quote": ""}, Refusal.NO_QUOTE),
        ({"quote": " \n"}, Refusal.NO_QUOTE),
        ({"uid": ""}, Refusal.BAD_VALUE),
        ({"uid": 7}, Refusal.BAD_VALUE),
        ({"ranges": [[5]]}, Refusal.BAD_VALUE),
        ({"ranges": [[-1, 4]]}, Refusal.BAD_VALUE),
        ({"ranges": [[0, 10**30]]}, Refusal.BAD_VALUE),
        ({"ranges": [[True, 4]]}, Refusal.BAD_VALUE),
        ({"color": "mauve"}, Refusal.BAD_VALUE),
        ({"modified_at": "gestern"}, Refusal.BAD_VALUE),
        ({"tags": "交通"}, Refusal.BAD_VALUE),
        ({"note": ["x"]}, Refusal.BAD_VALUE),
        ({"state": "lost"}, Refusal.BAD_VALUE),
    ],
)
def test_what_does_not_fit_is_listed_with_its_reason(library, tmp_path, changed, reason):
    file_page(library)
    report = merged(library, as_json(tmp_path, placed_elsewhere(**changed), placed_elsewhere(uid=UID[:-1] + "2")))
    assert [each.reason for each in report.unfit] == [reason]
    assert (report.added, len(annotations(library))) == (1, 1)


def test_offsets_beyond_the_page_are_no_place(marked, tmp_path):
    gone = record(
        marked, uid=UID, ranges=[[len(BRIDGE) - 1, len(BRIDGE) + 5]], quote="不在这里的话语", prefix="", suffix=""
    )
    report = merged(marked, as_json(tmp_path, gone))
    assert [each.reason for each in report.unfit] == [Refusal.BAD_OFFSETS]


def test_wrong_offsets_of_a_right_quote_are_put_right(marked, tmp_path):
    merged(marked, as_json(tmp_path, record(marked, uid=UID, ranges=[[3, 5]])))
    assert annotations(marked)[UID]["ranges"] == the_ranges(marked)


def the_ranges(library):
    return next(one["ranges"] for uid, one in annotations(library).items() if uid != UID)


def test_a_quote_that_was_known_to_be_lost_stays_lost(marked, tmp_path):
    lost = record(marked, uid=UID, quote="早已改写的话", state="orphan", ranges=[[0, 4]])
    assert merged(marked, as_json(tmp_path, lost)).added == 1
    assert annotations(marked)[UID]["state"] is AnchorState.ORPHAN


def test_the_second_of_an_id_is_listed(marked, tmp_path):
    report = merged(marked, as_json(tmp_path, record(marked, uid=UID), record(marked, uid=UID, note="zwei")))
    assert ([each.reason for each in report.unfit], annotations(marked)[UID]["note"]) == ([Refusal.DUPLICATE], "注")


def test_an_annotation_is_not_moved_to_another_page(marked, tmp_path):
    other = "晚报一条\n城东夜市开街。\n"
    file_page(marked, other, [], PageMeta("砚川晚报"), "other.txt")
    key = {"sha256": marked._carrying.sha256(2)}
    moved = record(marked, page=key, quote="城东夜市开街", ranges=[[5, 11]], modified_at=LATER)
    report = merged(marked, as_json(tmp_path, moved))
    assert [each.reason for each in report.unfit] == [Refusal.OTHER_PAGE]


def test_two_pages_that_could_be_meant_are_one_too_many(library, tmp_path):
    file_page(library, name="page.txt")
    file_page(library, BRIDGE + "又印一次\n", bridge_items(), BRIDGE_META, "page.txt")
    report = merged(library, as_json(tmp_path, placed_elsewhere(quote="大桥全长一千二百米")))
    assert [each.reason for each in report.unfit] == [Refusal.SEVERAL_PAGES]


def test_codes_in_a_circle_come_in_without_it_and_are_listed(marked, tmp_path):
    codes = [{"uid": UID, "name": "甲", "parent": UID[:-1] + "2"}, {"uid": UID[:-1] + "2", "name": "乙", "parent": UID}]
    report = merged(marked, as_json(tmp_path, codebook=codes))
    assert [problem.issue for problem in report.problems] == ["cycle"]
    assert {tag.name for tag in marked.codebook.load()} == {"商业", "甲", "乙"}


def test_links_and_memos_without_their_end_are_listed(marked, tmp_path):
    link = {"uid": UID, "from": record(marked)["uid"], "to": UID, "label": "x"}
    itself = {**link, "uid": UID[:-1] + "3", "to": link["from"]}
    memo = {"uid": UID, "target": "item", "text": "m", "page": {"sha256": "0" * 64}, "anchor": 3}
    report = merged(marked, as_json(tmp_path, links=[link, itself], memos=[memo]))
    assert [each.reason for each in report.unfit] == [Refusal.NO_TARGET, Refusal.NO_TARGET, Refusal.BAD_VALUE]


def test_another_memo_in_the_same_place_is_not_overwritten(marked, tmp_path):
    marked.memos.set(MemoTarget.LIBRARY, None, "我的")
    memo = {"uid": UID, "target": "library", "text": "别人的", "modified_at": LATER}
    report = merged(marked, as_json(tmp_path, memos=[memo]))
    assert [each.reason for each in report.unfit] == [Refusal.MEMO_EXISTS]
    assert marked.memos.text(MemoTarget.LIBRARY) == "我的"


def test_a_newer_memo_takes_the_place_of_an_older_one(marked, tmp_path):
    marked.memos.set(MemoTarget.LIBRARY, None, "旧")
    (memo,) = marked.memos.all()
    again = {"uid": memo.uid, "target": "library", "text": "新"}
    assert merged(marked, as_json(tmp_path, memos=[{**again, "modified_at": EARLIER}])).memos == 0
    assert merged(marked, as_json(tmp_path, memos=[{**again, "modified_at": LATER}])).memos == 1
    assert marked.memos.text(MemoTarget.LIBRARY) == "新"


def test_a_report_is_saved_for_spreadsheets(library, tmp_path):
    target = tmp_path / "report.csv"
    library.merging.save_report(target, [("where", "text"), ("7", "=1+1")])
    lines = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert lines == [["where", "text"], ["7", "'=1+1"]]
    with pytest.raises(UserError) as caught:
        library.merging.save_report(tmp_path / "missing" / "report.csv", [])
    assert caught.value.code is ErrorCode.EXPORT_UNWRITABLE
