"""The program, or the bare window that is its floor, in a process of its own that reports on itself.

``python -m tests.bench.program TASK BEGAN [LIBRARY [FOLDER]]``, where ``TASK`` is a function of ``_TASKS`` and
``BEGAN`` the monotonic time in seconds at which the process was started. Prints one JSON object of numbers.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

TYPE_CHECKING = False  # as that of typing, which takes time to load
if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QMainWindow


def main(arguments: list[str]) -> int:
    task, began, *paths = arguments
    report: dict[str, float] = {}
    code = _TASKS[task](float(began), [Path(path) for path in paths], report)
    print(json.dumps(report))
    return code


def _start(began: float, paths: list[Path], report: dict[str, float]) -> int:
    """From the start of the process to a window that is painted and has nothing left to do."""

    def usable(window: QMainWindow) -> None:
        _note_time(began, report)
        report["articles"] = _articles_in(window)
        window.close()

    return _program(paths[0], usable)


def _start_floor(began: float, _paths: list[Path], report: dict[str, float]) -> int:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeView

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(QTreeView())
    splitter.addWidget(QTextEdit())
    window.setCentralWidget(splitter)
    window.resize(1280, 800)

    def usable(window: QMainWindow) -> None:
        _note_time(began, report)
        window.close()

    watcher = _watch(app, usable)
    window.show()
    code = app.exec()
    del watcher
    return code


def _import(_began: float, paths: list[Path], report: dict[str, float]) -> int:
    """Gaps between the ticks of a 1 ms timer while a folder is imported into the window, its tree open."""
    library, folder = paths

    def usable(window: QMainWindow) -> None:
        from tests.bench.ticks import Ticks

        window.desk.tree.expand_all_below()
        controller = window.importing.controller
        ticks = Ticks(window, report)
        controller.started.connect(ticks.start)
        controller.finished.connect(ticks.finish)
        window.import_paths([folder])

    return _program(library, usable)


def _import_floor(_began: float, paths: list[Path], report: dict[str, float]) -> int:
    """The same import beside a bare window that shows nothing of it."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView

    from reader.services.importing import ImportRequest
    from reader.workers.import_worker import ImportController
    from tests.bench.ticks import Ticks

    library, folder = paths
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QTreeView())
    controller = ImportController(library, window)

    def usable(window: QMainWindow) -> None:
        ticks = Ticks(window, report)
        controller.started.connect(ticks.start)
        controller.finished.connect(ticks.finish)
        controller.add(ImportRequest((folder,)))

    watcher = _watch(app, usable)
    window.show()
    code = app.exec()
    del watcher
    return code


def _session(began: float, paths: list[Path], report: dict[str, float]) -> int:
    """A window that opens everything in its tree and a hundred articles one after the other; its memory."""

    def usable(window: QMainWindow) -> None:
        from PySide6.QtCore import QCoreApplication

        _note_time(began, report)
        report["start_mb"] = _peak_mb()
        window.desk.tree.expand_all_below()
        for _ in range(100):
            window.actions_["next_article"].trigger()
            QCoreApplication.processEvents()
        report["peak_mb"] = _peak_mb()
        window.close()

    return _program(paths[0], usable)


def _session_floor(began: float, _paths: list[Path], report: dict[str, float]) -> int:
    code = _start_floor(began, [], report)
    report["start_mb"] = report["peak_mb"] = _peak_mb()
    return code


def _program(library: Path, usable: Callable[[QMainWindow], None]) -> int:
    """Start Jianbao as its command line does, and call ``usable`` once its window can be used."""
    command_line = _command_line()  # loaded before Qt, as by ``python -m reader``
    from reader import qt_loading

    qt_loading.load()  # as the command line would
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    watcher = _watch(app, usable)
    code = command_line([str(library)])
    del watcher
    return code


def _command_line() -> Callable[[list[str]], int]:
    from reader import cli

    return cli.main


def _watch(app: QApplication, usable: Callable[[QMainWindow], None]) -> object:
    from tests.bench.ticks import UsableWatch

    return UsableWatch(app, usable)


def _note_time(began: float, report: dict[str, float]) -> None:
    report["wall_ms"] = (time.monotonic() - began) * 1000
    report["cpu_ms"] = time.process_time() * 1000


def _articles_in(window: QMainWindow) -> int:
    """What the rows at the top of the tree say that the library holds."""
    return sum(row.data.count for row in window.desk.tree.model.root.children)


def _peak_mb() -> float:
    # Not by getrusage, which also counts what the parent had when it forked.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024


_TASKS = {
    "start": _start,
    "start-floor": _start_floor,
    "import": _import,
    "import-floor": _import_floor,
    "session": _session,
    "session-floor": _session_floor,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
