"""Jianbao among the programs of the desktop: launcher, icons and the type of its libraries, for the current user.

Follows the Desktop Entry, the Shared MIME-info and the Icon Theme specifications of freedesktop.org. All files go below
the user's data folder; those that are right already are left as they are.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.paths import import_root, resources

APP_ID = "jianbao"
"""The name of the desktop file, which the window gives as its own so that the desktop finds the one by the other."""

MIME_TYPE = "application/x-jianbao-library"

_ICONS = ((APP_ID, "apps"), ("application-x-jianbao-library", "mimetypes"))
"""Name of an icon, and the context it stands in by the Icon Naming specification."""

_DESKTOP_FILE = f"applications/{APP_ID}.desktop"
_MIME_FILE = f"mime/packages/{APP_ID}.xml"


@dataclass(frozen=True, slots=True)
class LauncherReport:
    """What was done.

    Attributes:
        changed: the files written or removed.
        unchanged: the files that were as they should be.
        refreshed: the programs that brought the desktop's databases up to date; those not installed are left out.
    """

    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    refreshed: tuple[str, ...]


def install_launcher(data_home: Path | None = None, command: Sequence[str] | None = None) -> LauncherReport:
    """Write the launcher, its icons and the file type, and tell the desktop of them.

    Args:
        data_home: where to, instead of the user's data folder.
        command: what starts Jianbao, instead of the way in which this process was started.

    Raises:
        UserError: a file could not be written; it names the file.
    """
    home = data_home or user_data_home()
    changed: list[Path] = []
    unchanged: list[Path] = []
    for path, content in _files(home, command or start_command()):
        (changed if _write(path, content) else unchanged).append(path)
    return LauncherReport(tuple(changed), tuple(unchanged), _refresh(home))


def uninstall_launcher(data_home: Path | None = None) -> LauncherReport:
    """Remove what `install_launcher` writes; libraries and settings stay.

    Raises:
        UserError: a file could not be removed; it names the file.
    """
    home = data_home or user_data_home()
    changed: list[Path] = []
    unchanged: list[Path] = []
    for path, _ in _files(home, ()):
        (changed if _delete(path) else unchanged).append(path)
    return LauncherReport(tuple(changed), tuple(unchanged), _refresh(home))


def user_data_home() -> Path:
    """Return the folder in which the desktop looks for the user's own programs, by the XDG Base Directory rules."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def start_command() -> list[str]:
    """Return the command that starts this very Jianbao from any folder: the installed script, or the checkout.

    A checkout is started by the system's Python, which finds or makes the environment, so that the launcher outlives
    the environment.
    """
    script = shutil.which("jianbao", path=str(Path(sys.executable).parent))
    if script:
        return [script]
    root = import_root()
    if not (root / "pyproject.toml").is_file():
        return [sys.executable, "-m", "reader"]
    system_python = Path(sys.base_prefix, "bin", f"python{sys.version_info.major}.{sys.version_info.minor}")
    python = str(system_python) if system_python.exists() else sys.executable
    return ["env", f"PYTHONPATH={root}", python, "-m", "reader"]


def exec_value(command: Sequence[str]) -> str:
    """Return command as the value of an Exec key: quoted as an argument, then escaped as a string of the file."""
    return _escape(" ".join(_quote(argument) for argument in command))


def _quote(argument: str) -> str:
    argument = argument.replace("%", "%%")
    if argument and all(character.isalnum() or character in "-_./=:@,+%" for character in argument):
        return argument
    for character in '\\"`$':
        argument = argument.replace(character, f"\\{character}")
    return f'"{argument}"'


def _escape(text: str) -> str:
    for character, escape in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(character, escape)
    return text


def _files(home: Path, command: Sequence[str]) -> Iterator[tuple[Path, bytes]]:
    """Yield every file of the launcher with its content; an empty command is good enough for the names."""
    source = resources()
    template = (source / "desktop" / "jianbao.desktop").read_text(encoding="utf-8")
    program = next((part for part in command if part.startswith("/")), "")
    entry = template.replace("@TRY_EXEC@", _escape(program)).replace("@EXEC@", exec_value(command))
    icons, hicolor = source / "icons", home / "icons" / "hicolor"
    for name, context in _ICONS:
        yield hicolor / "scalable" / context / f"{name}.svg", (icons / f"{name}.svg").read_bytes()
        for image in sorted((icons / "hicolor").glob(f"*/{context}/{name}.png")):
            yield hicolor / image.relative_to(icons / "hicolor"), image.read_bytes()
    yield home / _MIME_FILE, (source / "desktop" / "jianbao.xml").read_bytes()
    yield home / _DESKTOP_FILE, entry.encode()


def _write(path: Path, content: bytes) -> bool:
    """Replace path in one step unless it has content already; return whether it was written."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(content)
                file.flush()
                temporary.chmod(0o644)
                temporary.replace(path)
            except OSError:
                temporary.unlink()
                raise
    except OSError as error:
        raise _refused(path, error) from error
    return True


def _delete(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _refused(path, error) from error
    return True


def _refused(path: Path, error: OSError) -> UserError:
    return UserError(ErrorCode.LAUNCHER, str(path), error.strerror or str(error))


def _refresh(home: Path) -> tuple[str, ...]:
    """Run the desktop's own programs that index what was written; each is skipped where it isn't installed."""
    ran = []
    for args in (
        ("update-mime-database", str(home / "mime")),
        ("update-desktop-database", str(home / "applications")),
        ("gtk-update-icon-cache", "--quiet", "--ignore-theme-index", str(home / "icons" / "hicolor")),
    ):
        program = shutil.which(args[0])
        if program and Path(args[-1]).is_dir():
            # Their complaints are about other programs' files; ours are found without the databases, only later.
            subprocess.run([program, *args[1:]], check=False, capture_output=True)
            ran.append(args[0])
    return tuple(ran)
