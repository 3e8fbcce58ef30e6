"""Where Jianbao keeps its files on this system, and where it finds its own."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

LIBRARY_SUFFIX = ".jianbao"
LIBRARY_VARIABLE = "JIANBAO_LIBRARY"

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The user's folders: data that must be kept, settings, and state that may be lost. Nothing is made here."""

    data: Path
    config: Path
    state: Path

    @classmethod
    def of_user(cls) -> "Paths":
        """The folders that the system's conventions give the current user."""
        folders = PlatformDirs("jianbao", appauthor=False)
        return cls(folders.user_data_path, folders.user_config_path, folders.user_state_path)

    @property
    def library(self) -> Path:
        """The library to use where nobody names one: ``$JIANBAO_LIBRARY``, or one in the data folder."""
        named = os.environ.get(LIBRARY_VARIABLE)
        return Path(named).expanduser() if named else self.data / f"library{LIBRARY_SUFFIX}"

    @property
    def settings(self) -> Path:
        """The file of the window's settings."""
        return self.config / "settings.ini"

    @property
    def log(self) -> Path:
        """The log of what went wrong."""
        return self.state / "jianbao.log"


def resources() -> Path:
    """The folder of icons, translations and the like: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def import_root() -> Path:
    """The folder that must be on ``sys.path`` for another Python process to import this very ``reader``."""
    return _PACKAGE.parent
