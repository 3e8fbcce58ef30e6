"""A library in which a newer text of a page left two orphans and moved one mark."""

import pytest

from reader.domain.model import Color, Range
from reader.services.importing import ImportRequest
from reader.services.library import Library

NAME = "砚川日报_2024-05-13_第02版.txt"
BRIDGE = "本报讯 昨日上午，鹤汀镇的老桥重新通车，两岸居民赶来观看，镇政府负责人介绍了修桥的经过。"
DAM = "今年汛期以来，县水利局先后派出六批技术人员驻守水库，对二十三处险段逐一排查，并在堤上值守到深夜。"
BOOKS = "退休教师孙亭把自己收藏的三千册旧书捐给了社区，书架就摆在菜市场边上，谁都可以坐下来翻一翻。"
NEWER_BOOKS = "八十岁的孙亭老师把收藏的三千余册旧书捐给社区，书架摆在菜市场。"


def page(*articles):
    return (
        "第02版：要闻\n\n"
        + "\n\n".join(f"# {headline}\n□本报记者 林听雨\n{text}" for headline, text in articles)
        + "\n"
    )


OLD = page(("老桥重新通车", BRIDGE), ("水库除险记", DAM), ("旧书有了新家", BOOKS))
NEW = page(("水库除险记", DAM.replace("六批", "六挑")), ("老桥通车", "昨日，" + BRIDGE[20:]), ("捐书", NEWER_BOOKS))
MARKS = ("把自己收藏的三千册旧书捐给了社区", "翻一翻", "先后派出六批技术人员驻守")


@pytest.fixture
def page_file(tmp_path):
    path = tmp_path / "pages" / NAME
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def marked(tmp_path, page_file):
    """The path of a library with the older text, and the ids of its marks."""
    path = tmp_path / "test.jianbao"
    with Library(path, coder="林") as library:
        *_, imported, _ = library.importer.import_pages(ImportRequest((page_file,)))
        ids = [_mark(library, imported.page_id, words) for words in MARKS]
    return path, ids


@pytest.fixture
def revised(marked, page_file):
    """The same library with the newer text."""
    path, ids = marked
    page_file.write_text(NEW, encoding="utf-8")
    with Library(path) as library:
        for _event in library.importer.import_pages(ImportRequest((page_file,))):
            pass
        assert library.revisions.counts() == (2, 1)
    return path, ids


@pytest.fixture
def tray(open_window, hands_of, revised):
    """A window with the tray open, its panel, hands on it, and the ids of the marks."""
    path, ids = revised
    window = open_window(path)
    hands = hands_of(window)
    hands.press("Ctrl+7")
    (dock,) = [dock for dock in window.docks.widgets() if dock.objectName() == "dock_orphans"]
    return window, dock.widget(), hands, ids


def _mark(library, page_id, words):
    for stored in library.pages.items(page_id):
        article = library.pages.article(stored.id)
        at = article.view.text.find(words)
        if at >= 0:
            return library.marks.add(article, Range(at, at + len(words)), Color.GREEN, "要再核对", ["旧书"])[0]
    raise AssertionError(words)
