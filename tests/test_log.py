"""What went wrong is kept, with its traceback, in a file that does not grow for ever."""

import logging

import pytest

from reader import log
from reader.log import log_to


@pytest.fixture
def root():
    """The root logger; what a test adds to it is closed and taken away."""
    logger = logging.getLogger()
    before, level = list(logger.handlers), logger.level
    yield logger
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_errors_are_kept_with_their_traceback_whatever_characters_they_have(tmp_path, root):
    path = tmp_path / "new folder" / "jianbao.log"
    log_to(path)
    try:
        int("𠮷林 \udcff")
    except ValueError:
        logging.getLogger("jianbao.test").exception("it went wrong")
    written = path.read_text("utf-8")
    assert "ERROR jianbao.test: it went wrong" in written
    assert "ValueError" in written
    assert "'𠮷林 \\udcff'" in written
    assert "Traceback" in written


def test_the_file_is_rotated(tmp_path, root, monkeypatch):
    monkeypatch.setattr(log, "_BYTES", 1000)
    path = tmp_path / "jianbao.log"
    log_to(path)
    for _ in range(100):
        logging.getLogger("jianbao.test").info("x" * 100)
    assert {entry.name for entry in tmp_path.iterdir()} == {"jianbao.log", *(f"jianbao.log.{n}" for n in (1, 2, 3))}
    assert all(entry.stat().st_size <= 1000 for entry in tmp_path.iterdir())


def test_a_log_that_cannot_be_written_keeps_nothing_from_starting(tmp_path, root, capsys):
    blocked = tmp_path / "file"
    blocked.touch()
    log_to(blocked / "jianbao.log")
    logging.getLogger("jianbao.test").error("said all the same")
    assert "said all the same" in capsys.readouterr().err
