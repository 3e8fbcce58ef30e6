"""Completion from what the library knows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from reader.domain.scope import Grouping, Scope
from reader.services.library import Library


def newspaper_completer(library: Library, parent: QWidget) -> QCompleter:
    """Completes the names of the newspapers of a library."""
    names = [node.value for node in library.tree.roots(Grouping.NEWSPAPER, Scope()) if node.value]
    completer = QCompleter(names, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
