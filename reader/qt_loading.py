"""Loads Qt before the modules of the window, without what it adds to every import after it."""

import builtins


def load() -> None:
    """Load Qt, and leave the import of modules as it was before.

    PySide6 puts a function of its own in the place of ``builtins.__import__``. It serves ``from __feature__ import``
    alone, of which this program makes no use, and reads the source of every module that is loaded from then on, to
    look for its name in there. With some two hundred modules that is a sixth of the start, and their sources stay in
    memory.
    """
    importing = builtins.__import__
    from PySide6 import QtCore  # noqa: F401 # loaded for what it does

    builtins.__import__ = importing
