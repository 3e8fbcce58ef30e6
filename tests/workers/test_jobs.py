"""Jobs run in threads of their own, and what they say arrives in the window's thread."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from reader.domain.model import Changes
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from reader.workers.jobs import JobRunner


class Listener(QObject):
    """Keeps what a job says, with the thread it was heard in."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def listen(self, job):
        job.progressed.connect(self.on_progress)
        job.finished.connect(self.on_finished)
        job.refused.connect(self.on_refused)
        job.cancelled.connect(self.on_cancelled)
        return job

    @Slot(object)
    def on_progress(self, value):
        self._hear("progressed", value)

    @Slot(object)
    def on_finished(self, value):
        self._hear("finished", value)

    @Slot(object)
    def on_refused(self, value):
        self._hear("refused", value)

    @Slot()
    def on_cancelled(self):
        self._hear("cancelled", None)

    def _hear(self, name, value):
        assert QThread.currentThread() is self.thread()
        self.heard.append((name, value))


@pytest.fixture
def library_path(tmp_path):
    path = tmp_path / "test.jianbao"
    Library(path).close()
    return path


@pytest.fixture
def runner(qapp, library_path):
    made = JobRunner(library_path)
    yield made
    assert made.shutdown(5000)


@pytest.fixture
def listener(qapp):
    return Listener()


def counting(library):
    """Work that uses its library, in a thread that is not the window's."""
    assert threading.current_thread() is not threading.main_thread()
    for number in range(3):
        yield number, library.tree.counts(Scope())
    return Changes(pages=frozenset([1]))


def test_progress_and_result_arrive_in_order(qtbot, runner, listener):
    job = listener.listen(runner.start(counting))
    with qtbot.waitSignal(job.finished):
        pass
    assert listener.heard == [
        ("progressed", (0, (0, 0))),
        ("progressed", (1, (0, 0))),
        ("progressed", (2, (0, 0))),
        ("finished", Changes(pages=frozenset([1]))),
    ]
    assert not runner.is_busy()


def test_plain_functions_hear_in_the_window_s_thread_too(qtbot, runner):
    threads = []
    job = runner.start(counting)
    job.progressed.connect(lambda _value: threads.append(threading.current_thread()))
    with qtbot.waitSignal(job.finished):
        pass
    assert threads == [threading.main_thread()] * 3


def test_large_numbers_and_odd_keys_arrive_as_they_are(qtbot, runner):
    result = {2**40: "a", ("b",): 2**70}

    def work(_library):
        yield None
        return result

    with qtbot.waitSignal(runner.start(work).finished) as heard:
        pass
    assert heard.args == [result]


def failing_with(error):
    def work(_library):
        yield 1
        raise error

    return work


def test_an_error_of_the_users_arrives_as_it_is(qtbot, runner, listener):
    error = UserError(ErrorCode.TAG_NAME, detail="x")
    job = listener.listen(runner.start(failing_with(error)))
    with qtbot.waitSignal(job.refused):
        pass
    assert listener.heard == [("progressed", 1), ("refused", error)]


def test_a_bug_is_raised_where_the_job_is_told_of(qtbot, runner, listener):
    error = ZeroDivisionError("a bug")
    with qtbot.captureExceptions() as raised:
        job = listener.listen(runner.start(failing_with(error)))
        with qtbot.waitSignal(job.cancelled):
            pass
    assert [one[1] for one in raised] == [error]
    assert listener.heard == [("progressed", 1), ("cancelled", None)]


def test_a_bug_of_abandoned_work_is_raised_too(qtbot, runner):
    begun, go_on, error = threading.Event(), threading.Event(), ZeroDivisionError("a bug")

    def work(_library):
        begun.set()
        go_on.wait()
        raise error
        yield

    with qtbot.captureExceptions() as raised:
        job = runner.start(work)
        begun.wait()
        job.abandon()
        with qtbot.waitSignal(job.cancelled):
            go_on.set()
    assert [one[1] for one in raised] == [error]


def test_a_library_that_cannot_be_opened_refuses_the_job(qtbot, tmp_path):
    path = tmp_path / "no library.txt"
    path.write_text("nothing of the kind, and longer than a header of one hundred bytes would be. " * 3)
    runner = JobRunner(path)
    with qtbot.waitSignal(runner.start(counting).refused) as heard:
        pass
    assert heard.args[0].code is ErrorCode.LIBRARY_FOREIGN


def endless(closed):
    def work(_library):
        try:
            while True:
                yield 1
        finally:
            closed.set()

    return work


def test_a_cancelled_job_stops_at_its_next_yield(qtbot, runner, listener):
    closed = threading.Event()
    job = listener.listen(runner.start(endless(closed)))
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert closed.is_set()
    assert listener.heard[-1] == ("cancelled", None)
    assert [name for name, _ in listener.heard].count("cancelled") == 1


def test_a_write_that_was_done_before_it_could_be_cancelled_is_told(qtbot, runner, listener):
    begun, go_on = threading.Event(), threading.Event()

    def work(_library):
        begun.set()
        assert go_on.wait(10)
        return Changes(pages=frozenset([7]))
        yield

    job = listener.listen(runner.start(work))
    assert begun.wait(10)
    job.cancel()
    with qtbot.waitSignal(job.finished):
        go_on.set()
    assert listener.heard == [("finished", Changes(pages=frozenset([7])))]


def test_a_late_answer_never_replaces_a_newer_one(qtbot, runner, listener):
    begun, go_on = threading.Event(), threading.Event()

    def slow(_library):
        begun.set()
        assert go_on.wait(10)
        yield "half of the old answer"
        return "the old answer"

    def quick(_library):
        yield "half of the new answer"
        return "the new answer"

    old = listener.listen(runner.start(slow, supersedes="search"))
    assert begun.wait(10)
    new = listener.listen(runner.start(quick, supersedes="search"))
    with qtbot.waitSignal(new.finished):
        pass
    with qtbot.waitSignal(old.cancelled):
        go_on.set()
    assert listener.heard == [
        ("progressed", "half of the new answer"),
        ("finished", "the new answer"),
        ("cancelled", None),
    ]


def test_many_jobs_at_once_lose_nothing(qtbot, runner):
    results = []
    jobs = []
    for number in range(60):

        def work(_library, number=number):
            yield number
            return number

        job = runner.start(work)
        job.finished.connect(results.append)
        jobs.append(job)
    qtbot.waitUntil(lambda: not runner.is_busy(), timeout=20000)
    assert sorted(results) == list(range(60))


def test_shutdown_ends_what_runs_and_what_waits(qtbot, library_path):
    runner = JobRunner(library_path)
    closed = [threading.Event() for _ in range(5)]
    first = runner.start(endless(closed[0]))
    for event in closed[1:]:
        runner.start(endless(event))
    with qtbot.waitSignal(first.progressed):
        pass
    assert runner.shutdown(10000)


def test_shutdown_does_not_wait_longer_than_it_was_told(qtbot, library_path):
    runner = JobRunner(library_path)
    begun, go_on = threading.Event(), threading.Event()

    def stubborn(_library):
        begun.set()
        assert go_on.wait(30)
        yield

    runner.start(stubborn)
    assert begun.wait(10)
    assert not runner.shutdown(10)
    go_on.set()
    assert runner.shutdown(10000)
