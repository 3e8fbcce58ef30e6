"""Lets the page engine work without Python's search for garbage in cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Put the search off while something makes very many small objects and no cycles: it takes a tenth of the time.

    Another thread that collects meanwhile, or turns the search on again, does no harm.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
