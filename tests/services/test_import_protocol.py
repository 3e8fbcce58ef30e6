"""Requests and events cross the pipe unchanged, whatever files are called; the process hears when to stop."""

import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ErrorCode, UserError
from reader.services.import_process import serve
from reader.services.import_protocol import (
    CANCEL,
    decode_event,
    decode_request,
    encode_event,
    encode_request,
    encode_stop,
)
from reader.services.importing import Failed, Finished, Found, Imported, ImportRequest, Started
from reader.services.library import Library
from reader.services.pages import MetaEdit

names = st.binary(min_size=1, max_size=20).filter(lambda name: b"\0" not in name).map(os.fsdecode)
numbers = st.integers(0, 2**62)
codes = st.sampled_from(list(ErrorCode))
words = st.none() | st.text()
events = st.one_of(
    st.builds(Found, numbers),
    st.builds(Started, names),
    st.builds(Imported, names, numbers, st.lists(numbers).map(tuple), numbers, st.booleans()),
    st.builds(Failed, names, codes, st.text()),
    st.builds(Finished, numbers, numbers, numbers, numbers, st.booleans()),
)


def one_line(line):
    return line.endswith(b"\n") and line.count(b"\n") == 1 and line.isascii()


@given(events)
def test_events_survive(event):
    assert one_line(encode_event(event))
    assert decode_event(encode_event(event)) == event


@given(st.lists(names.map(Path)).map(tuple), words, st.builds(MetaEdit, words, words, words, words))
def test_requests_survive(paths, encoding, meta):
    request = ImportRequest(paths, encoding, meta)
    assert one_line(encode_request(request))
    assert decode_request(encode_request(request)) == request


@given(codes, names, st.text())
def test_what_ended_an_import_survives(code, path, detail):
    line = encode_stop(UserError(code, path, detail))
    said = decode_event(line)
    assert one_line(line)
    assert isinstance(said, UserError)
    assert (said.code, said.path, said.detail) == (code, path, detail)


@pytest.fixture
def pipe():
    """A pipe to write commands to, and its end to read them from as a process reads its standard input."""
    reading, writing = os.pipe()
    with io.FileIO(reading, "rb") as commands, io.FileIO(writing, "wb") as asked:
        yield commands, asked


@pytest.fixture
def nice(monkeypatch):
    """The niceness that was asked for; a test cannot take it back."""
    asked = []
    monkeypatch.setattr(os, "nice", asked.append)
    return asked


def pages(tmp_path, count):
    made = []
    for number in range(count):
        made.append(tmp_path / f"{number}.txt")
        made[-1].write_text(f"第{number}条新闻的标题\n昨日上午，第{number}座桥正式通车。\n", encoding="utf-8")
    return tuple(made)


def listeners():
    return {thread for thread in threading.enumerate() if thread.name.startswith("Thread") and thread.daemon}


@pytest.mark.parametrize("stop", [CANCEL, None])
def test_the_process_stops_when_it_is_told_to_or_when_nobody_is_there(tmp_path, pipe, nice, stop):
    commands, asked = pipe
    events = StoppingAtTheSecondPage(asked, stop)
    asked.write(encode_request(ImportRequest(pages(tmp_path, 50))))
    assert serve(tmp_path / "test.jianbao", commands, events) == 0
    end = decode_event(events.getvalue().splitlines()[-1])
    assert end.cancelled
    assert 2 <= end.pages < 50
    assert nice == [10]
    with Library(tmp_path / "test.jianbao") as library:
        assert library.history.next_undo().detail == str(end.pages)


class StoppingAtTheSecondPage(io.BytesIO):
    """Hears of the second page and says stop, or goes; then waits until the process has heard that."""

    def __init__(self, asked, stop):
        super().__init__()
        self._asked = asked
        self._stop = stop
        self._imported = 0

    def write(self, line):
        super().write(line)
        self._imported += isinstance(decode_event(line), Imported)
        if self._imported == 2 and self._asked:
            if self._stop:
                self._asked.write(self._stop)
            else:
                self._asked.close()
            self._asked = None
            for thread in listeners():
                thread.join(10)
        return len(line)


def test_a_process_that_is_asked_nothing_ends(tmp_path, pipe, nice):
    commands, asked = pipe
    asked.close()
    assert serve(tmp_path / "test.jianbao", commands, io.BytesIO()) == 0
    assert not (tmp_path / "test.jianbao").exists()


def test_a_request_that_arrives_in_pieces_is_one(tmp_path, pipe, nice):
    commands, asked = pipe
    line = encode_request(ImportRequest(pages(tmp_path, 1)))
    events = io.BytesIO()
    process = threading.Thread(target=serve, args=(tmp_path / "test.jianbao", commands, events))
    process.start()
    for at in range(0, len(line), 7):
        asked.write(line[at : at + 7])
    process.join(30)
    asked.close()
    assert decode_event(events.getvalue().splitlines()[-1]) == Finished(1, 1, 0, 0, cancelled=False)
