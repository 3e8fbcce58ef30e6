"""``python -m reader``: Jianbao from a checkout or from an installed distribution.

Import-safe, since a spawned worker process imports the main module of its parent.
"""

from __future__ import annotations

import sys

from reader import bootstrap

if __name__ == "__main__":
    bootstrap.ensure()
    from reader.cli import main  # what it imports is there only after the line above

    sys.exit(main(sys.argv[1:]))
