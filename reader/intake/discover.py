"""Finding the page files below some paths, in the order in which a person would list them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.errors import ErrorCode, UserError

PAGE_SUFFIXES = (".txt", ".text", ".md")
_README = "readme"  # of a folder: it is about the collection, not a page of it

_Identity = tuple[int, int]


def discover(paths: Iterable[Path]) -> Iterator[Path | UserError]:
    """The page files below the given paths in natural order, and what is wrong with a path, each in its place.

    A file that is named is taken whatever it is called. In folders, those with a page suffix are taken, but none that
    is hidden or a README. A folder is walked once however many links lead to it; a link back to a folder that it lies
    in is reported as FOLDER_LOOP, a named folder without any page as NOTHING_TO_IMPORT.
    """
    visited: set[_Identity] = set()
    for path in paths:
        if not _is_folder(path):
            yield path
            continue
        known = len(visited)
        empty = True
        for found in _walk(path, visited):
            empty = False
            yield found
        if empty and len(visited) > known:
            yield UserError(ErrorCode.NOTHING_TO_IMPORT, str(path))


def natural_key(name: str) -> tuple[list[tuple[int, int, str]], str]:
    """Sorts names with their numbers as numbers: 2 before 10, full-width digits too."""
    parts = re.split(r"(\d+)", name)
    return [(1, int(part), "") if index % 2 else (0, 0, part.casefold()) for index, part in enumerate(parts)], name


def _walk(root: Path, visited: set[_Identity]) -> Iterator[Path | UserError]:
    """Walks depth first, with a stack of its own: folders may be nested deeper than Python calls."""
    above: list[tuple[_Identity | None, Iterator[Path]]] = [(None, iter([root]))]
    while above:
        path = next(above[-1][1], None)
        if path is None:
            above.pop()
        elif not _is_folder(path):
            yield path
        else:
            try:
                status = path.stat()
                identity = (status.st_dev, status.st_ino)
                if any(identity == other for other, _ in above):
                    yield UserError(ErrorCode.FOLDER_LOOP, str(path))
                elif identity not in visited:
                    visited.add(identity)
                    above.append((identity, _entries(path)))
            except OSError as error:
                yield UserError(ErrorCode.FILE_UNREADABLE, str(path), error.strerror or str(error))


def _entries(folder: Path) -> Iterator[Path]:
    """The folders and page files of a folder in natural order. Raises OSError where it cannot be listed."""
    names = sorted((entry.name for entry in folder.iterdir()), key=natural_key)
    paths = (folder / name for name in names if not name.startswith("."))
    return (path for path in paths if _is_page_name(path) or _is_folder(path))


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; one that cannot be looked at is left to whoever reads it."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_page_name(path: Path) -> bool:
    return path.suffix.casefold() in PAGE_SUFFIXES and path.stem.casefold() != _README
