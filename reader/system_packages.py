"""What Qt and the tests need from the operating system: find what is missing, name its packages, install them.

Standard library only: it runs before Qt can be imported, since an absent shared library is just what would make that
import fail. The libraries are those that the ELF headers of PySide6-Essentials 6.11 ask for (``readelf -d`` on QtGui,
QtWidgets, QtSvg, QtNetwork, QtPrintSupport and on the offscreen, xcb and wayland plugins) and that its wheel does not
bring along.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CJK_FONT = "a Chinese font"


@dataclass(frozen=True)
class Need:
    """One thing that must be there, and the Debian package that brings it.

    Attributes:
        name: a soname (``libEGL.so.1``), a program (``Xvfb``) or CJK_FONT.
        package: the name of the package in Debian 12 and later, and in Ubuntu 22.04 and later.
        optional: True where only a part is lost without it, so that its absence stops nothing.
    """

    name: str
    package: str
    optional: bool = False


_QT = (
    Need("libEGL.so.1", "libegl1"),
    Need("libGL.so.1", "libgl1"),
    Need("libX11.so.6", "libx11-6"),
    Need("libbrotlidec.so.1", "libbrotli1"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libzstd.so.1", "libzstd1"),
)

_XCB = (
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libxcb.so.1", "libxcb1"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-glx.so.0", "libxcb-glx0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render.so.0", "libxcb-render0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-shm.so.0", "libxcb-shm0"),
    Need("libxcb-sync.so.1", "libxcb-sync1"),
    Need("libxcb-util.so.1", "libxcb-util1"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)

_WAYLAND = (
    Need("libwayland-client.so.0", "libwayland-client0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("libwayland-egl.so.1", "libwayland-egl1"),
)

# Noto CJK is 57 MB where wqy-microhei is 1.6 MB, but it alone has a Song face as newspapers are set in, a true bold
# for headlines, and hanzi of Extension B, which occur in the names of people and places.
_FONT = (Need(CJK_FONT, "fonts-noto-cjk", optional=True),)

_TEST_PROGRAMS = (
    Need("Xvfb", "xvfb"),
    Need("openbox", "openbox"),
    Need("xdotool", "xdotool"),
    Need("gio", "libglib2.0-bin"),
    Need("dex", "dex"),
    Need("desktop-file-validate", "desktop-file-utils"),
    Need("update-mime-database", "shared-mime-info"),
    Need("soffice", "libreoffice-calc-nogui", optional=True),
)


def window_needs(environ: Mapping[str, str]) -> list[Need]:
    """What a window on the display that environ names needs; without a display, what offscreen drawing needs."""
    needs = [*_QT, *_FONT]
    if environ.get("DISPLAY"):
        needs += _XCB
    if environ.get("WAYLAND_DISPLAY"):
        needs += _WAYLAND
    return needs


def test_needs() -> list[Need]:
    """What the whole test suite needs: Qt offscreen and on X11, and the programs it drives windows with."""
    return [*_QT, *_XCB, *_FONT, *_TEST_PROGRAMS]


def missing(needs: Iterable[Need]) -> list[Need]:
    """Return those of needs that this system lacks, in their order; systems other than Linux lack nothing."""
    if not sys.platform.startswith("linux"):
        return []
    return [need for need in needs if not _is_there(need)]


def provide(needs: Iterable[Need], purpose: str) -> list[Need]:
    """Make sure of needs: install what is missing where that is allowed, and otherwise say what to type.

    Packages are installed only by root on a system with apt-get. Everything is reported on stderr.

    Args:
        needs: what must be there.
        purpose: what needs it, as the subject of a sentence, such as "The window".

    Returns:
        Those needs that are still missing and not optional; empty when work can go on.
    """
    wanted = list(needs)
    absent = missing(wanted)
    if absent and can_install():
        # Each optional package goes apart, so that one which an archive does not have takes no other with it.
        required = _packages(need for need in absent if not need.optional)
        said = install([required, *([need.package] for need in absent if need.optional)])
        sys.stderr.write(said)
        _forget_fonts()
        absent = missing(wanted)
    if absent:
        sys.stderr.write(_advice(absent, purpose))
    return [need for need in absent if not need.optional]


def can_install() -> bool:
    """Tell whether packages can be installed without asking anyone: root, on a system with apt-get."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(groups: Sequence[Sequence[str]]) -> str:
    """Install groups of packages by apt-get, one group after another, showing one progress line.

    Returns:
        For each group that failed, a line that names it and the last lines of what apt-get said; empty if none did.
    """
    packages = [package for group in groups for package in group]
    sys.stderr.write(f"This system lacks some packages: {' '.join(packages)}\n")
    failures = []
    with ProgressLine(f"Installing {len(packages)} system packages") as line:
        # A failed update is no verdict: one broken source among several often leaves the needed ones working.
        _apt_get(["update"], line)
        for group in filter(None, groups):
            status, said = _apt_get(["install", "--yes", "--no-install-recommends", *group], line)
            if status != 0:
                failures += [f"apt-get could not install {' '.join(group)}:", *said[-5:]]
    return "".join(f"{text}\n" for text in failures)


def command(packages: Sequence[str]) -> str:
    """Return the one command that a user types to install packages on a Debian-like system."""
    return f"sudo apt-get install {' '.join(packages)}"


def _is_there(need: Need) -> bool:
    if need.name == CJK_FONT:
        return _has_cjk_font()
    if ".so." not in need.name:
        return shutil.which(need.name) is not None
    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def _fontconfig() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return None


def _has_cjk_font() -> bool:
    # The library is asked instead of fc-list: Qt loads its configuration anyway, and fc-list may not be installed.
    library = _fontconfig()
    if library is None:
        return False
    pointer = ctypes.c_void_p
    library.FcNameParse.restype = library.FcObjectSetCreate.restype = library.FcFontList.restype = pointer
    pattern, objects = pointer(library.FcNameParse(b":lang=zh-cn")), pointer(library.FcObjectSetCreate())
    fonts = pointer(library.FcFontList(None, pattern, objects))
    count: int = ctypes.cast(fonts, ctypes.POINTER(ctypes.c_int))[0]  # FcFontSet begins with its number of fonts
    library.FcFontSetDestroy(fonts)
    library.FcObjectSetDestroy(objects)
    library.FcPatternDestroy(pattern)
    return count > 0


def _forget_fonts() -> None:
    # The list of fonts is read once per process; Qt, in this same process, must see the fonts just installed.
    library = _fontconfig()
    if library is not None:
        library.FcInitReinitialize()


def _packages(needs: Iterable[Need]) -> list[str]:
    return sorted({need.package for need in needs})


def _advice(absent: Sequence[Need], purpose: str) -> str:
    names = ", ".join(need.name for need in absent)
    return (
        f"{purpose} needs what this system does not have: {names}.\n"
        f"On Debian and Ubuntu this command installs it: {command(_packages(absent))}\n"
    )


def _apt_get(arguments: Sequence[str], line: ProgressLine) -> tuple[int, list[str]]:
    """Run apt-get, showing its words as they come; return its exit status and what it said."""
    import subprocess  # late, because a start that lacks nothing has no use for it

    args = ["apt-get", "--quiet", "--option", "DPkg::Lock::Timeout=300", *arguments]
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    said: list[str] = []
    with subprocess.Popen(
        args, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None  # it is a pipe, as asked for
        for output in process.stdout:
            said.append(output.rstrip())
            line.step(said[-1])
    return process.returncode, said
