"""Whether a process runs."""

import os
import subprocess
import sys

from reader.storage.processes import is_alive


def test_this_process_and_a_child_run_until_they_end():
    assert is_alive(os.getpid())
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert is_alive(child.pid)
    child.communicate(b"\n")
    assert not is_alive(child.pid)
