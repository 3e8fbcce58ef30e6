"""What the terminal says of newer texts of pages, and of marks that are to be settled."""

from reader.services.library import Library
from tests.cli.test_commands import jianbao
from tests.services.test_revising import BRIDGE, DAM, NAME, OLD, bring, mark, page

NEW = page(("水库除险记", DAM.replace("六批", "六挑")), ("老桥重新通车", BRIDGE))


def test_an_import_says_what_became_of_the_marks_and_check_what_is_to_be_settled(tmp_path):
    path = tmp_path / "test.jianbao"
    with Library(path) as library:
        old = bring(library, tmp_path / "a", OLD)[0].page_id
        for words in ("两岸居民赶来", "先后派出六批技术人员驻守", "三千册旧书"):
            mark(library, old, words)
    (tmp_path / "a" / NAME).write_text(NEW, encoding="utf-8")
    _, said = jianbao("import", "--library", path, tmp_path / "a")
    assert "1 page replaced by a newer text: 1 mark carried, 1 moved, 1 orphaned." in said
    found, _ = jianbao("check", "--library", path)
    assert found.splitlines() == [
        "1 mark has no place in the newer text of the page yet",
        "1 mark was moved in a newer text and nobody has confirmed it",
        f"{path}: no problems",
    ]
    exported, _ = jianbao("export", "--library", path, "--format", "csv", "-o", "-")
    assert [exported.count(state) for state in ('"exact"', '"moved"', '"orphan"')] == [1, 1, 1]
