"""Starts the processes that report on themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.bench.measure import Sample

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 600


def run(task: str, *paths: Path, environment: Mapping[str, str] | None = None) -> Sample:
    """Run a task in a fresh process; returns what it reported."""
    command = [sys.executable, "-P", "-m", "tests.bench.program", task, repr(time.monotonic()), *map(str, paths)]
    environ = {**os.environ, **(environment or {}), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, env=environ, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{task} ended with {done.returncode}:\n{done.stderr}")
    values = json.loads(done.stdout.splitlines()[-1])
    return Sample(values.pop("wall_ms", 0.0), values.pop("cpu_ms", 0.0), values)
