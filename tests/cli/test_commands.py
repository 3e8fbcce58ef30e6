"""The commands as a user types them: in a process of their own, judged by exit code, output and library."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader import __version__
from reader.domain.history import StepState
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.paths import Paths
from reader.services.import_protocol import decode_event, encode_request
from reader.services.importing import Imported, ImportRequest
from reader.services.library import Library

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
TEXT = "两座桥同日通车\n□本报记者 林听雨\n本报讯 昨日上午，两座桥正式通车，两岸群众前来观看。\n"


def jianbao(*arguments, expect=0, **environment):
    """Run the program without a display; returns its output and what it said on standard error."""
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    inherited = {name: value for name, value in os.environ.items() if name not in displays}
    done = subprocess.run(
        [sys.executable, "-m", "reader", *map(os.fspath, arguments)],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=False,
        timeout=60,
    )
    assert done.returncode == expect, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


@pytest.fixture
def library_path(tmp_path):
    return tmp_path / "test.jianbao"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "砚川日报_2024-05-13_第01版.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_without_a_display_pages_are_imported_and_the_tree_printed(tmp_path):
    library = tmp_path / "first.jianbao"
    out, _ = jianbao("seeds", JIANBAO_LIBRARY=str(library))
    lines = out.splitlines()
    assert str(library) in lines[-1]
    with Library(library) as opened:
        rows = opened.tree.items(Scope())
    assert len(rows) >= 60
    assert sum(line.startswith("      ") for line in lines) == len(rows)
    assert [line for line in lines if line.startswith("砚川日报 (")]
    again, said = jianbao("seeds", JIANBAO_LIBRARY=str(library))
    assert again == out
    assert "0 pages imported" in said


def test_a_library_alone_is_opened_and_printed(library_path, page):
    jianbao("import", "--library", library_path, page)
    out, _ = jianbao(library_path)
    assert "两座桥同日通车" in out
    out, _ = jianbao("tree", "--library", library_path)
    assert out == "砚川日报 (1 item)\n  2024-05-13 (1 item)\n    page 01 (1 item)\n      两座桥同日通车\n"


def test_the_default_library_lies_in_the_user_s_data_folder(page, home):
    jianbao("import", page)
    assert (home / ".local/share/jianbao/library.jianbao").exists()
    assert Paths.of_user().library == home / ".local/share/jianbao/library.jianbao"


def test_what_the_user_says_of_pages_is_kept(library_path, page):
    said = ["--newspaper", "晚报", "--date", "2020-01-02", "--page", "A3", "--page-name", "城事"]
    jianbao("import", "-l", library_path, *said, page)
    with Library(library_path) as library:
        meta = library.pages.page(1).meta
    assert (meta.newspaper, meta.issue_date, meta.page_no, meta.page_name) == ("晚报", "2020-01-02", "A3", "城事")


def test_every_file_that_failed_is_named_with_its_reason(tmp_path, library_path, page):
    empty, binary = tmp_path / "empty.txt", tmp_path / "📰\n.txt"
    stray = tmp_path / os.fsdecode(b"\xb5\xda.txt")
    empty.touch()
    binary.write_bytes(b"\x89PNG\0\0")
    stray.touch()
    _, said = jianbao("import", "-l", library_path, tmp_path, tmp_path / "gone.txt", expect=1)
    assert "1 page imported with 1 article" in said
    assert "“" + str(empty) + "” has no text in it" in said
    assert "📰\\n.txt” is not a text file" in said
    assert "\\udcb5" in said
    assert "gone.txt” is not there any more" in said
    assert "4 files could not be read" in said


def test_the_encoding_can_be_named(tmp_path, library_path):
    path = tmp_path / "big5.txt"
    path.write_text("縣農業局負責人", encoding="big5")
    _, said = jianbao("import", "-l", library_path, path, "--encoding", "utf-8", expect=1)
    assert "big5.txt” cannot be read as utf-8" in said
    jianbao("import", "-l", library_path, path, "--encoding", "big5")
    with Library(library_path) as library:
        assert library.pages.page(1).text == "縣農業局負責人"
    _, said = jianbao("import", "-l", library_path, path, "--encoding", "martian", expect=1)
    assert "no encoding called “martian”" in said


def test_importing_nothing_is_wrong_usage(library_path):
    _, said = jianbao("import", "-l", library_path, expect=2)
    assert "name at least one file" in said
    assert not library_path.exists()


@pytest.mark.parametrize("command", ["tree", "check"])
def test_reading_commands_make_no_library(library_path, command):
    _, said = jianbao(command, "-l", library_path, expect=1)
    assert str(library_path) in said
    assert not library_path.exists()


def test_pages_are_segmented_one_json_object_a_line_in_order(tmp_path, page):
    stray = tmp_path / "b.txt"
    stray.touch()
    paths = [*sorted(SEEDS.glob("*.txt"))[:3], stray, page]
    out, said = jianbao("segment", *paths, expect=1)
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["source"] for record in records] == [path.name for path in paths if path != stray]
    assert "b.txt” has no text in it" in said
    assert records[-1]["items"][0]["title"] == "两座桥同日通车"
    assert records[-1]["issue_date"] == "2024-05-13"
    lines = [number for item in records[-1]["items"] for block in item["blocks"] for number in block["lines"]]
    assert sorted(lines) == [1, 2, 3]


def test_a_sound_library_is_said_to_be_sound_and_a_wrong_quote_is_found(library_path, page):
    jianbao("import", "-l", library_path, page)
    with Library(library_path) as library:
        article = library.pages.article(library.tree.items(Scope())[0].id)
        library.marks.add(article, Range(0, len(article.view.text)), Color.YELLOW)
        library.marks.add(article, Range(2, 4), Color.BLUE)
    assert "no problems" in jianbao("check", "-l", library_path)[0]
    with closing(sqlite3.connect(library_path)) as database, database:
        database.execute("UPDATE annotation SET quote = '另一段话' WHERE id = 2")
        database.execute("UPDATE annotation SET ranges = '[[0, 9999]]' WHERE id = 1")
        database.execute("INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (1, 77)")
    out, _ = jianbao("check", "-l", library_path, expect=1)
    assert "mark 2 (“另一段话”) is not what stands there" in out
    assert "mark 1" in out
    assert "no such tag" in out
    assert "3 problems" in out


def test_a_changed_or_lost_text_is_found(library_path, page):
    jianbao("import", "-l", library_path, page)
    with closing(sqlite3.connect(library_path)) as database, database:
        database.execute("UPDATE page_text SET text = '短'")
    out, _ = jianbao("check", "-l", library_path, expect=1)
    assert "the text of page 1" in out
    assert "article 1 (两座桥同日通车) reaches beyond its page" in out
    with closing(sqlite3.connect(library_path)) as database, database:
        database.execute("DELETE FROM page_text")
    assert "page 1 has lost its text" in jianbao("check", "-l", library_path, expect=1)[0]


# A test run in the background passes on that interrupts are ignored.
INTERRUPTIBLE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_an_interrupted_import_keeps_its_pages_as_one_step(tmp_path, library_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number:04}.txt").write_text(TEXT.replace("两座", f"{number}座"), encoding="utf-8")
    arguments = ["import", "--processes", "1", "-l", library_path, folder]
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTIBLE, *arguments], cwd=ROOT)
    try:
        with_pages = False
        while not with_pages and process.poll() is None:
            with_pages = library_path.exists() and _pages_in(library_path) > 0
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    finally:
        process.kill()
        process.wait()
    with Library(library_path) as library:
        kept = library.history.next_undo().detail
        assert 0 < int(kept) < 3000
        library.history.undo()
    assert _pages_in(library_path) == 0


def _pages_in(path):
    with closing(sqlite3.connect(path)) as database:
        try:
            return database.execute("SELECT count(*) FROM page").fetchone()[0]
        except sqlite3.OperationalError:  # not made yet, or just being made
            return 0


def test_output_to_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m reader segment seeds/*.txt | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert len(done.stdout) == 10
    assert done.stderr == b""


def test_a_terminal_without_chinese_gets_escapes(library_path, page):
    jianbao("import", "-l", library_path, page)
    out, _ = jianbao("tree", "-l", library_path, PYTHONIOENCODING="ascii")
    assert "\\u7802\\u5ddd" in out or "\\u781a\\u5ddd" in out


def test_version_and_help():
    assert jianbao("--version")[0] == f"Jianbao {__version__}\n"
    out, _ = jianbao("--help")
    for command in ("open", "import", "segment", "tree", "check", "backup", "restore", "install-launcher"):
        assert f"\n    {command}" in out


def test_a_worker_whose_window_is_gone_ends_at_the_next_page(tmp_path, library_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number:04}.txt").write_text(TEXT.replace("两座", f"{number}座"), encoding="utf-8")
    command = [sys.executable, "-m", "reader", "import", "--worker", "--library", library_path]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as worker:
        worker.stdin.write(encode_request(ImportRequest((folder,))))
        worker.stdin.flush()
        while not isinstance(decode_event(worker.stdout.readline()), Imported):
            pass
        worker.stdin.close()
        worker.stdout.close()  # both ends at once, as when a process is killed
        said = worker.stderr.read()
        assert worker.wait(60) == 0
    assert said == b""
    with Library(library_path) as library:
        step = library.history.next_undo()
        assert step.state is StepState.DONE
        assert int(step.detail) == _pages_in(library_path) < 2000
        assert not list(library.maintenance.problems())
