"""What one row of the table of actions says."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where a shortcut acts. Only those of the window act while text is typed, so they are never single keys."""

    WINDOW = "window"
    TREE = "tree"
    WORKBENCH = "workbench"
    TEXT = "text"
    READING = "reading"  # tree or text
    MARKS = "marks"  # tree-less: text or the list of notes
    CODEBOOK = "codebook"  # the tree of tags
    PANES = "panes"  # tree, workbench, text, the list of notes or the codebook


class Menu(StrEnum):
    """The menus in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    MARK = "mark"
    TAGS = "tags"
    PAGE = "page"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its id, its words, the keys it has unless they are changed, where these act, and its menu.

    ``keys`` are in Qt's portable notation, or the name of a standard key. ``group`` parts a menu by lines: a new group
    begins where it differs from the row before. ``submenu`` is the id of the submenu that it goes into. ``checkable``
    with a ``choice`` makes it one of several. ``detail`` says more in the overview of keys and in tool tips.
    """

    id: str
    text: str
    menu: Menu
    group: int
    keys: tuple[str, ...] = ()
    where: Where = Where.WINDOW
    submenu: str = ""
    checkable: bool = False
    choice: str = ""
    detail: str = ""
    # Any of "article", "mark", "page", "selection", "beside", "unfinished" must be there for it to be of use.
    needs: str = ""
