"""The benchmark: ``python3 -m tests bench`` prints one table of figures with their floors, ratios and targets.

``corpus.py`` makes the pages, ``prepared.py`` the libraries; ``measure.py`` says how a figure is taken and ``table.py``
how it is shown. The modules of figures: ``start``, ``importing``, ``reading``, ``exporting``, ``engine``.

This module imports nothing, since the processes whose start is timed are below it.
"""


def main(argv: list[str]) -> int:
    """Take the figures and print the table; 1 if a figure is void because its result was wrong."""
    from tests.bench.run import main as run

    return run(argv)
