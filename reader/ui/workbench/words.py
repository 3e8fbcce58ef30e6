"""The names of roles and kinds, short enough for a margin."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from reader.domain.model import Kind, Role
from reader.messages import QT_TRANSLATE_NOOP

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.SECTION: QT_TRANSLATE_NOOP("workbench", "Banner"),
        Role.KICKER: QT_TRANSLATE_NOOP("workbench", "Kicker"),
        Role.TITLE: QT_TRANSLATE_NOOP("workbench", "Headline"),
        Role.SUBTITLE: QT_TRANSLATE_NOOP("workbench", "Subtitle"),
        Role.BYLINE: QT_TRANSLATE_NOOP("workbench", "Byline"),
        Role.SUBHEAD: QT_TRANSLATE_NOOP("workbench", "Subhead"),
        Role.BODY: QT_TRANSLATE_NOOP("workbench", "Text"),
        Role.CAPTION: QT_TRANSLATE_NOOP("workbench", "Caption"),
        Role.CREDIT: QT_TRANSLATE_NOOP("workbench", "Credit"),
        Role.FURNITURE: QT_TRANSLATE_NOOP("workbench", "Furniture"),
    }
)
KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ARTICLE: QT_TRANSLATE_NOOP("workbench", "Article"),
        Kind.PHOTO: QT_TRANSLATE_NOOP("workbench", "Photo"),
        Kind.BRIEF: QT_TRANSLATE_NOOP("workbench", "Brief"),
        Kind.SECTION: QT_TRANSLATE_NOOP("workbench", "Banner"),
        Kind.FURNITURE: QT_TRANSLATE_NOOP("workbench", "Furniture"),
    }
)


def role_words(role: Role) -> str:
    """What a role is called."""
    return QCoreApplication.translate("workbench", ROLES[role])


def kind_words(kind: Kind) -> str:
    """What a kind of item is called."""
    return QCoreApplication.translate("workbench", KINDS[kind])


def per_cent(confidence: float) -> str:
    """A confidence as it is said: never 100 % of what the page engine decided, which is never certain."""
    shown = 100 if confidence >= 1 else min(round(confidence * 100), 99)
    return QCoreApplication.translate("workbench", "{number} %").format(number=shown)
