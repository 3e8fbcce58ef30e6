import pytest
from PySide6.QtCore import QLocale

from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import Failed, ImportRequest
from reader.services.library import Library
from reader.ui.dialogs.import_report import ImportReportDialog
from reader.ui.import_panel import ImportPanel
from reader.ui.import_words import progress_text, result_text
from reader.workers.import_progress import ImportProgress, ImportSummary
from reader.workers.import_worker import ImportController

WAIT_MS = 30000
TEXT = "大桥昨日通车\n□本报记者 林听雨\n本报讯 昨日上午，大桥正式通车，两岸群众前来观看。\n"
TRADITIONAL = "小橋昨日通車\n□本報記者 林聽雨\n本報訊 昨日上午，小橋正式通車，兩岸群眾前來觀看。\n"


@pytest.fixture
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def library_path(tmp_path):
    path = tmp_path / "test.jianbao"
    Library(path).close()
    return path


@pytest.fixture
def controller(qapp, library_path):
    made = ImportController(library_path)
    yield made
    made.shutdown(10000)


@pytest.fixture
def panel(controller, qtbot):
    made = ImportPanel(controller)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pages"
    made.mkdir()
    (made / "一.txt").write_text(TEXT, encoding="utf-8")
    (made / "空.txt").touch()
    (made / "老.txt").write_bytes(TRADITIONAL.encode("big5"))
    return made


def texts(library_path):
    with Library(library_path) as library:
        pages = dict.fromkeys(row.page_id for row in library.tree.items(Scope()))
        return [library.pages.page(page_id).text for page_id in pages]


def test_an_import_is_shown_and_its_failures_can_be_tried_again(panel, controller, folder, library_path, qtbot):
    assert not panel.isVisible()
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS):
        controller.add(ImportRequest((folder,), encoding="utf-8"))
        assert panel.isVisible()
        assert panel.cancel.isVisible()
    assert panel.text.text() == "1 page, 1 article; 2 files could not be read"
    assert not panel.cancel.isVisible()
    panel.show_failures.click()
    (report,) = panel.findChildren(ImportReportDialog)
    assert report.table.model().rowCount() == 2
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS):
        report.retry_requested.emit((folder / "老.txt",), "big5")
    assert panel.text.text() == "1 page, 1 article"
    assert not panel.show_failures.isVisible()
    assert sorted(texts(library_path)) == [TEXT, TRADITIONAL]
    panel.dismiss.click()
    assert not panel.isVisible()


def test_cancel_stops_the_import_and_says_so(panel, controller, tmp_path, library_path, qtbot):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(300):
        (many / f"{number}.txt").write_text(f"第{number}座{TEXT}", encoding="utf-8")
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.progressed.connect(panel.cancel.click)
        controller.add(ImportRequest((many,)))
    assert end.args[0].cancelled
    assert panel.text.text().startswith("Cancelled: ")
    assert len(texts(library_path)) == end.args[0].pages


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (ImportProgress(0, 118, 0, "", 0.0, None), "0 of 118"),
        (ImportProgress(12, 1180, 1, "a", 31.4, 4.2), "12 of 1,180 · 31 pages/s · 4 s left"),
        (ImportProgress(12, 118, 1, "a", 0.52, 130.0), "12 of 118 · 0.5 pages/s · 2 min left"),
        (ImportProgress(118, 118, 1, "a", 30.0, 0.0), "118 of 118 · 30 pages/s"),
    ],
)
def test_progress_in_words(english, progress, said):
    assert progress_text(progress) == said


DIED = UserError(ErrorCode.WORKER_DIED)
FAILED = Failed("a", ErrorCode.FILE_EMPTY, "")


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((118, 1204, 0, (FAILED, FAILED), False), "118 pages, 1,204 articles; 2 files could not be read"),
        ((0, 0, 3, (), False), "No new pages; 3 files were here already"),
        ((1, 1, 1, (FAILED,), False), "1 page, 1 article; 1 file was here already; 1 file could not be read"),
        ((2, 9, 0, (), True), "Cancelled: 2 pages, 9 articles"),
        ((2, 9, 0, (), DIED), "Stopped early: 2 pages, 9 articles"),
    ],
)
def test_results_in_words(english, numbers, said):
    pages, articles, known, failures, end = numbers
    error = end if end is DIED else None
    summary = ImportSummary(ImportRequest(()), pages, articles, known, failures, end is True, error)
    assert result_text(summary) == said
