"""Whether a process is still running, on every system."""

import os
import sys


def is_alive(process: int) -> bool:
    """Whether a process of a number runs, whoever it belongs to. Its number may be that of another one by now."""
    if sys.platform == "win32":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_alive_on_windows(process: int) -> bool:
    """As above; ``os.kill`` would end the process there.

    See OpenProcess and GetExitCodeProcess of the Windows API: who may not look at a process is told so (error 5), a
    number that none has is error 87, and one that has ended but is still held by another has an exit code.
    """
    import ctypes
    from ctypes import wintypes

    query, denied, still_active = 0x1000, 5, 259  # PROCESS_QUERY_LIMITED_INFORMATION, ERROR_ACCESS_DENIED, STILL_ACTIVE
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined] # on Windows alone
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(wintypes.DWORD(query), wintypes.BOOL(0), wintypes.DWORD(process))
    if not handle:
        return bool(ctypes.get_last_error() == denied)  # type: ignore[attr-defined] # on Windows alone
    try:
        code = wintypes.DWORD()
        kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
        return code.value == still_active
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))
