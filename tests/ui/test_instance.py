"""One program per user: who is first, what a second start hands over, and what is left of one that was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket

from reader.ui import instance_server
from reader.ui.instance import FirstInstance, address, call_first

ROOT = Path(__file__).resolve().parents[2]
FIRST = """
import sys
from PySide6.QtCore import QCoreApplication
from reader.ui.instance import FirstInstance
app = QCoreApplication([])
first = FirstInstance()
first.called.connect(lambda arguments: (print(ascii(arguments), flush=True), app.quit()))
print(first.claim(), flush=True)
sys.stdin.readline()
first.listen()
app.exec()
first.close()
"""
CALLING = "calling\n"
CALL = "import sys\nfrom reader.ui.instance import call_first\nprint(call_first(sys.argv[1:], patiently=True))"


@pytest.fixture
def first(qapp):
    made = FirstInstance()
    yield made
    made.close()


@pytest.fixture
def another():
    """A program that is the first, in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", FIRST], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()


def begin(first):
    """Become the first, and listen."""
    assert first.claim()
    first.listen()


def hand_over(qtbot, first, *arguments):
    """Start a second time with arguments; returns what the first heard, and whether the second was told so."""
    command = [sys.executable, "-c", CALL, *arguments]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as second,
        qtbot.waitSignal(first.called, timeout=30_000) as called,
    ):
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        return called.args[0], second.stdout.read()


def test_without_a_first_nobody_answers(qapp):
    assert not call_first(["page.txt"], patiently=False)


def test_a_second_start_hands_its_files_over(qtbot, first):
    begin(first)
    names = ["/pages/一 版.txt", "/a\nb", os.fsdecode(b"/pages/\xff.txt"), ""]
    assert hand_over(qtbot, first, *names) == (names, "True\n")


def test_only_one_is_first(first, another):
    assert not first.claim()
    assert first.there_is_another()
    another.stdin.write("\n")
    another.stdin.flush()
    assert call_first(["page.txt"], patiently=True)
    assert another.stdout.readline() == "['page.txt']\n"
    assert another.wait() == 0
    assert first.claim(), "the first has ended"


def test_a_second_start_waits_for_a_first_that_does_not_listen_yet(qtbot, first):
    assert first.claim()
    command = [sys.executable, "-c", f"print({CALLING!r}, end='', flush=True)\n{CALL}", "page.txt"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout.readline() == CALLING
        QTimer.singleShot(300, first, first.listen)
        with qtbot.waitSignal(first.called, timeout=30_000) as called:
            pass
        assert called.args[0] == ["page.txt"]
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.stdout.read() == "True\n"


def test_where_no_lock_can_be_written_nobody_is_waited_for(qapp, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "not there"))
    alone = FirstInstance()
    assert not alone.claim()
    assert not alone.there_is_another()


def test_one_that_was_killed_does_not_stay_the_first(qtbot, first, another):
    another.send_signal(signal.SIGKILL)
    another.wait()
    assert not call_first(["page.txt"], patiently=False)
    begin(first)
    assert hand_over(qtbot, first, "page.txt") == (["page.txt"], "True\n")


def test_one_that_closed_can_be_followed_by_itself(first):
    begin(first)
    first.close()
    assert not call_first([], patiently=False)
    assert first.claim()


def test_every_home_has_a_first_of_its_own(first, another, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    alone = FirstInstance()
    assert alone.claim()
    alone.close()


@pytest.mark.parametrize("request_", [b"[1]\n", b"{}x\n", b'["zz"]\n', b"\xff\n", b"7\n"])
def test_what_no_jianbao_sends_is_refused(qtbot, first, request_, caplog):
    begin(first)
    heard = []
    first.called.connect(heard.append)
    send(qtbot, request_)
    assert heard == []
    assert "no Jianbao" in caplog.text
    assert hand_over(qtbot, first, "page.txt") == (["page.txt"], "True\n")


def test_a_request_without_an_end_is_cut_off(qtbot, first, monkeypatch):
    monkeypatch.setattr(instance_server, "_LONGEST_REQUEST", 1000)
    begin(first)
    heard = []
    first.called.connect(heard.append)
    send(qtbot, b"x" * 2000)
    assert heard == []


def send(qtbot, data):
    """Write to the first and wait until it hangs up."""
    socket = QLocalSocket()
    socket.connectToServer(address())
    assert socket.waitForConnected(5000)
    with qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.write(data)
        socket.flush()
