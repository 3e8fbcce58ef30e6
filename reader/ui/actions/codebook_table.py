"""The rows of the table that act on the tags of the codebook; their verbs are in ``ui/codebook/verbs.py``."""

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu, Where

MOVE_SUBMENU = QT_TRANSLATE_NOOP("menus", "M&ove")
_MOVE = "tag_move"
_ROWS: tuple[tuple[str, str, int, tuple[str, ...], str], ...] = (
    ("apply", QT_TRANSLATE_NOOP("actions", "Give tag to the &mark"), 1, ("T",), ""),
    ("new", QT_TRANSLATE_NOOP("actions", "&New tag…"), 2, ("N", "Ins"), ""),
    ("new_below", QT_TRANSLATE_NOOP("actions", "New tag &below…"), 2, ("I",), ""),
    ("rename", QT_TRANSLATE_NOOP("actions", "&Rename tag…"), 2, ("R",), ""),
    ("define", QT_TRANSLATE_NOOP("actions", "M&eaning of the tag…"), 2, ("E",), ""),
    ("memo", QT_TRANSLATE_NOOP("actions", "Memo on the &tag"), 2, ("Shift+E",), ""),
    ("color", QT_TRANSLATE_NOOP("actions", "&Colour of the tag…"), 2, ("C",), ""),
    ("up", QT_TRANSLATE_NOOP("actions", "Tag &up"), 3, ("Alt+Up",), _MOVE),
    ("down", QT_TRANSLATE_NOOP("actions", "Tag &down"), 3, ("Alt+Down",), _MOVE),
    ("in", QT_TRANSLATE_NOOP("actions", "Tag &below the one before"), 3, ("Alt+Shift+Right",), _MOVE),
    ("out", QT_TRANSLATE_NOOP("actions", "Tag &out, behind the one above"), 3, ("Alt+Shift+Left",), _MOVE),
    ("move", QT_TRANSLATE_NOOP("actions", "Tag b&elow another…"), 3, ("B",), _MOVE),
    ("sort", QT_TRANSLATE_NOOP("actions", "&Sort tags of this level by name"), 3, (), _MOVE),
    ("merge", QT_TRANSLATE_NOOP("actions", "Mer&ge tags into…"), 3, ("M",), ""),
    ("split", QT_TRANSLATE_NOOP("actions", "&Split tag…"), 3, ("S",), ""),
    ("retag", QT_TRANSLATE_NOOP("actions", "Change the tag of mar&ks…"), 3, ("Shift+T",), ""),
    ("delete", QT_TRANSLATE_NOOP("actions", "&Delete tags…"), 4, ("Delete", "Backspace"), ""),
    ("filter", QT_TRANSLATE_NOOP("actions", "&Filter tags"), 5, ("F",), ""),
)

CODEBOOK_ACTIONS = tuple(
    ActionSpec(f"codebook_{verb}", text, Menu.TAGS, group, keys, Where.CODEBOOK, submenu)
    for verb, text, group, keys, submenu in _ROWS
)
