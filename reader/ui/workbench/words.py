"""The names of roles and kinds in the user's language, short enough for a margin."""

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Judgement, Kind, Role
from reader.engine_words import kind_text, role_text, sure_text


def role_words(role: Role) -> str:
    """What a role is called."""
    return role_text(role, QCoreApplication.translate)


def kind_words(kind: Kind) -> str:
    """What a kind of item is called."""
    return kind_text(kind, QCoreApplication.translate)


def sure_words(judgement: Judgement) -> str:
    """How sure a decision is."""
    return sure_text(judgement, QCoreApplication.translate)
