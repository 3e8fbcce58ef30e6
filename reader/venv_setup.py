"""Makes the virtual environment of a bare checkout and fills it from a lock file.

Standard library only. A lock file beside .venv keeps two first starts from working at the same time; while work is
going on it is not empty, so that an environment left half made is recognised and made anew.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from reader import system_packages
from reader.bootstrap import MINIMUM_PYTHON
from reader.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.bootstrap import Checkout

_UNFINISHED = b"unfinished"
_PIP_WITH_PYTHON_OPTION = (22, 3)


class SetupError(Exception):
    """The environment could not be made; its text says why and what to do."""


def is_installed() -> bool:
    """Tell whether this interpreter has Jianbao as an installed distribution."""
    try:
        importlib.metadata.version("jianbao")
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def prepare(checkout: Checkout, requirements: str) -> None:
    """Make .venv where it is missing or broken, and install what the lock file of requirements names.

    Another process that does the same is waited for, and its work is used.

    Raises:
        SystemExit: with the reason and a remedy.
    """
    try:
        with _exclusive(checkout.root / ".venv.lock") as lock:
            if not checkout.is_ready(requirements):
                _make_and_fill(checkout, requirements, lock)
    except SetupError as error:
        sys.exit(f"Jianbao could not be set up. {error}")
    except OSError as error:
        sys.exit(
            f"Jianbao could not be set up in {checkout.root}: {error}.\n"
            "Use a copy of the project that you may write to and that has 1 GB of free space, and start again."
        )


def _make_and_fill(checkout: Checkout, requirements: str, lock: IO[bytes]) -> None:
    packages = _count_packages(checkout.lock(requirements))
    abandoned = bool(lock.read())
    _overwrite(lock, _UNFINISHED)
    for name in ("run", "dev"):
        checkout.stamp(name).unlink(missing_ok=True)
    if abandoned or not _works(checkout.python):
        _remove(checkout.venv)
    outer_pip = _version_of_pip() >= _PIP_WITH_PYTHON_OPTION
    if not outer_pip:
        _require_ensurepip()
    with ProgressLine("Setting up Jianbao in .venv") as line:
        pip = _make(checkout, outer_pip=outer_pip)
        _install(pip, checkout.lock(requirements), packages, line)
    # Or else the first window waits for it. What cannot be compiled or written is compiled when it is loaded.
    compiling = [str(checkout.python), "-m", "compileall", "-q", str(checkout.root / "reader")]
    subprocess.run(compiling, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    shutil.copyfile(checkout.lock(requirements), checkout.stamp(requirements))
    _overwrite(lock, b"")


def _make(checkout: Checkout, *, outer_pip: bool) -> list[str]:
    """Make the environment unless it is there, and return the command that installs into it.

    The pip beside this interpreter serves where it is new enough, which saves three seconds and needs no ensurepip:
    Debian leaves that out of its python3 package.
    """
    if not checkout.python.exists():
        _call([sys.executable, "-m", "venv", *(["--without-pip"] if outer_pip else []), str(checkout.venv)])
    if outer_pip:
        return [sys.executable, "-m", "pip", "--python", str(checkout.python)]
    _call([str(checkout.python), "-m", "ensurepip", "--upgrade"])
    return [str(checkout.python), "-m", "pip"]


def _install(pip: Sequence[str], lock: Path, packages: int, line: ProgressLine) -> None:
    options = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--no-input", "--progress-bar", "off")
    args = [*pip, "--disable-pip-version-check", "install", *options, "--requirement", str(lock)]
    said: list[str] = []
    begun = 0
    with subprocess.Popen(
        args,
        env={**os.environ, "PIP_USER": "0"},  # a user's pip.conf may ask for --user, which means nothing in here
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None  # it is a pipe, as asked for
        for output in process.stdout:
            said.append(output.rstrip())
            verb, _, name = output.strip().partition(" ")
            if verb == "Collecting":
                begun += 1
                line.step(f"{begun} of {packages}, {name.partition('==')[0]}")
            elif verb == "Installing":
                line.step("unpacking")
    if process.returncode != 0:
        raise SetupError(_explanation(said))


def _explanation(said: Sequence[str]) -> str:
    errors = [text for text in said if text.startswith(("ERROR", "WARNING: Retrying"))] or said
    reason = "\n".join(f"  {text}" for text in errors[-3:])
    return (
        f"pip could not install the packages it needs:\n{reason}\n"
        "This needs the network once (about 100 MB). Check the connection, a proxy (HTTPS_PROXY) or a mirror "
        "(PIP_INDEX_URL), and start again with the same command."
    )


def _require_ensurepip() -> None:
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if system_packages.can_install() and not system_packages.install([[package]]):
        importlib.invalidate_caches()
        return
    raise SetupError(
        "This Python has neither pip nor ensurepip, which Debian and Ubuntu pack apart. "
        f"Type this, then start again: {system_packages.command([package])}"
    )


def _version_of_pip() -> tuple[int, ...]:
    """Return the version of the pip that this interpreter has, as (major, minor); empty when it has none."""
    try:
        version = importlib.metadata.version("pip")
    except importlib.metadata.PackageNotFoundError:
        return ()
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _works(python: Path) -> bool:
    """Tell whether python runs and is recent enough; a system upgrade may have taken away what it links to."""
    if not python.exists():
        return False
    check = f"import sys; sys.exit(sys.version_info < {MINIMUM_PYTHON})"
    return subprocess.run([str(python), "-c", check], capture_output=True, check=False).returncode == 0


def _call(args: Sequence[str]) -> None:
    result = subprocess.run(args, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        said = (result.stdout + result.stderr).strip()
        raise SetupError(f"{' '.join(args)} failed:\n{said}")


def _count_packages(lock: Path) -> int:
    windows_only = "sys_platform == 'win32'"
    lines = lock.read_text(encoding="utf-8").splitlines()
    return sum("==" in line and not line.startswith(" ") and windows_only not in line for line in lines)


def _remove(venv: Path) -> None:
    if venv.is_symlink():
        venv.unlink()
    elif venv.exists():
        shutil.rmtree(venv)


@contextmanager
def _exclusive(path: Path) -> Iterator[IO[bytes]]:
    """Open path and hold it against every other process until the block ends, however it ends."""
    path.touch()
    with path.open("r+b") as file:
        _lock(file)
        yield file


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        _lock_on_windows(file)
        return
    import fcntl  # not there on Windows

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.stderr.write("Another start of Jianbao is setting up .venv; waiting for it …\n")
        fcntl.flock(file, fcntl.LOCK_EX)


def _lock_on_windows(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # there on Windows only

        while True:  # LK_LOCK gives up after ten seconds
            with suppress(OSError):
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return


def _overwrite(file: IO[bytes], content: bytes) -> None:
    file.seek(0)
    file.truncate()
    file.write(content)
    file.flush()
