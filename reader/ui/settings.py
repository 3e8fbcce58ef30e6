"""What the program remembers of its user: one table of settings, each with its default, kept by ``QSettings``."""

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from reader.domain.export import Arrangement, CitationStyle, FileFormat
from reader.domain.mark_list import MarkGrouping
from reader.domain.model import Color
from reader.ui.theme.tokens import Theme

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[_T]):
    """One setting: where it is kept, and what it is where the user chose nothing."""

    key: str
    default: _T


THEME = Setting("view/theme", Theme.SYSTEM)
LANGUAGE = Setting("view/language", "")  # "" follows the system
FONT_FAMILY = Setting("text/family", "")  # "" is the built-in list
FONT_SIZE = Setting("text/size", 13)  # points
COLOR = Setting("marks/color", Color.YELLOW)
CODER = Setting("marks/coder", "")  # "" is the name of the account
LAST_LIBRARY = Setting("library/last", "")
RECENT_LIBRARIES = Setting("library/recent", "")  # one path a line
EXPORT_FORMAT = Setting("export/format", FileFormat.CSV)
EXPORT_ARRANGEMENT = Setting("export/arrangement", Arrangement.ARTICLE)
CITATION = Setting("citation/style", CitationStyle.GB_T_7714)
EXPORT_SHAPE = Setting("export/shape", "annotation")
EXPORT_ENCODING = Setting("export/encoding", "utf-8-sig")
EXPORT_FOLDER = Setting("export/folder", "")  # "" is the folder for documents
SEARCH_PINYIN = Setting("search/pinyin", False)  # noqa: FBT003 # a value, not a switch of behaviour
GEOMETRY = Setting("window/geometry", "")  # base64 of QWidget.saveGeometry
SPLITTER = Setting("window/panes", "")  # base64 of QSplitter.saveState
TREE_SHOWN = Setting("window/tree", True)  # noqa: FBT003 # a value, not a switch of behaviour
WORKBENCH_SHOWN = Setting("window/workbench", False)  # noqa: FBT003 # a value, not a switch of behaviour
MARK_COLUMNS = Setting("marks/columns", "")  # base64 of QHeaderView.saveState
MARK_GROUPING = Setting("marks/grouping", MarkGrouping.NONE)
DOCKS_SHOWN = Setting("window/docks", "")  # ids, parted by spaces
DOCKS_PLACE = Setting("window/places", "")  # base64 of QMainWindow.saveState
NOTES_SHOWN = Setting("window/notes", True)  # noqa: FBT003 # a value, not a switch of behaviour


class Settings:
    """Reads and writes settings by their type; what cannot be read as it is the default."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def get(self, setting: Setting[_T]) -> _T:
        """What the user chose, or the default."""
        value = self._store.value(setting.key)
        if value is None:
            return setting.default
        try:
            return _as_type(value, setting.default)
        except (TypeError, ValueError):
            return setting.default

    def set(self, setting: Setting[_T], value: _T) -> None:
        """Remember a choice."""
        self._store.setValue(setting.key, value.value if isinstance(value, Enum) else value)

    def shortcuts(self, action: str) -> tuple[str, ...] | None:
        """The keys that the user gave an action, or None where they are as in the table."""
        value = self._store.value(f"keys/{action}")
        return None if value is None else tuple(str(value).split())

    def set_shortcuts(self, action: str, keys: tuple[str, ...] | None) -> None:
        """Give an action other keys (none: no key at all), or those of the table again."""
        if keys is None:
            self._store.remove(f"keys/{action}")
        else:
            self._store.setValue(f"keys/{action}", " ".join(keys))


def encode(state: QByteArray) -> str:
    """A Qt state as text."""
    return bytes(state.toBase64().data()).decode("ascii")


def decode(text: str) -> QByteArray:
    """What ``encode`` made."""
    return QByteArray.fromBase64(QByteArray(text.encode("ascii")))


def _as_type(value: object, default: _T) -> _T:
    """A stored value (ini files hold texts) as the type of the default."""
    if isinstance(default, bool):
        return str(value).lower() in ("true", "1")  # type: ignore[return-value] # _T is bool here
    return type(default)(value)  # type: ignore[call-arg] # str, int, or an enumeration of texts
