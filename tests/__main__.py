"""``python3 -m tests [pytest arguments]`` runs the test suite, ``python3 -m tests bench …`` the benchmarks.

Both set up what they need: the virtual environment with the development tools, and the system's packages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader import bootstrap

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    """Run what arguments ask for, and return the exit status."""
    from reader import system_packages

    if system_packages.provide(system_packages.test_needs(), "The test suite"):
        return 1
    if arguments[:1] == ["bench"]:
        from tests import bench

        return bench.main(arguments[1:])
    import pytest

    return pytest.main(["--rootdir", str(ROOT), *arguments])


if __name__ == "__main__":
    bootstrap.ensure("dev")
    sys.exit(main(sys.argv[1:]))
