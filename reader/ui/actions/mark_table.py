"""The rows of the table that weigh, link and resize marks."""

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu, Where

_NUDGES = (
    ("end", "character", "right", QT_TRANSLATE_NOOP("actions", "End right by a character"), "Alt+Shift+Right"),
    ("end", "character", "left", QT_TRANSLATE_NOOP("actions", "End left by a character"), "Alt+Shift+Left"),
    ("end", "clause", "right", QT_TRANSLATE_NOOP("actions", "End right by a clause"), "Ctrl+Alt+Shift+Right"),
    ("end", "clause", "left", QT_TRANSLATE_NOOP("actions", "End left by a clause"), "Ctrl+Alt+Shift+Left"),
    ("end", "sentence", "right", QT_TRANSLATE_NOOP("actions", "End right by a sentence"), "Alt+Shift+End"),
    ("end", "sentence", "left", QT_TRANSLATE_NOOP("actions", "End left by a sentence"), "Ctrl+Alt+Shift+End"),
    ("start", "character", "left", QT_TRANSLATE_NOOP("actions", "Beginning left"), "Alt+Shift+Up"),
    ("start", "character", "right", QT_TRANSLATE_NOOP("actions", "Beginning right"), "Alt+Shift+Down"),
    ("start", "clause", "left", QT_TRANSLATE_NOOP("actions", "Beginning left by a clause"), "Ctrl+Alt+Shift+Up"),
    ("start", "clause", "right", QT_TRANSLATE_NOOP("actions", "Beginning right by a clause"), "Ctrl+Alt+Shift+Down"),
    ("start", "sentence", "left", QT_TRANSLATE_NOOP("actions", "Beginning left by a sentence"), "Alt+Shift+Home"),
    (
        "start",
        "sentence",
        "right",
        QT_TRANSLATE_NOOP("actions", "Beginning right by a sentence"),
        "Ctrl+Alt+Shift+Home",
    ),
)

NUDGE_ACTIONS = tuple(
    ActionSpec(f"move_{end}_{unit}_{way}", text, Menu.MARK, 4, (keys,), Where.TEXT, submenu="extent", needs="mark")
    for end, unit, way, text, keys in _NUDGES
)

STACK_ACTIONS = (
    ActionSpec(
        "choose_stacked",
        QT_TRANSLATE_NOOP("actions", "Choose amon&g overlapping marks…"),
        Menu.MARK,
        3,
        ("Shift+O",),
        Where.TEXT,
        needs="article",
    ),
)

WEIGHT_AND_LINK_ACTIONS = (
    ActionSpec(
        "weigh_more",
        QT_TRANSLATE_NOOP("actions", "&More important"),
        Menu.MARK,
        2,
        ("I",),
        Where.MARKS,
        needs="mark",
        detail=QT_TRANSLATE_NOOP("actions", "one star more; after three, none"),
    ),
    ActionSpec(
        "weigh_less",
        QT_TRANSLATE_NOOP("actions", "&Less important"),
        Menu.MARK,
        2,
        ("Shift+I",),
        Where.MARKS,
        needs="mark",
        detail=QT_TRANSLATE_NOOP("actions", "one star less; after none, three"),
    ),
    ActionSpec(
        "link_from",
        QT_TRANSLATE_NOOP("actions", "Link &from here"),
        Menu.MARK,
        2,
        ("L",),
        Where.MARKS,
        submenu="links",
        needs="mark",
        detail=QT_TRANSLATE_NOOP("actions", "then go to another mark, in any article"),
    ),
    ActionSpec(
        "link_to",
        QT_TRANSLATE_NOOP("actions", "Link &to here"),
        Menu.MARK,
        2,
        ("Shift+L",),
        Where.MARKS,
        submenu="links",
        needs="mark",
    ),
    ActionSpec(
        "follow_link",
        QT_TRANSLATE_NOOP("actions", "&Go to the other end"),
        Menu.MARK,
        2,
        ("G",),
        Where.MARKS,
        submenu="links",
        needs="mark",
        detail=QT_TRANSLATE_NOOP("actions", "Alt+Left returns"),
    ),
    ActionSpec(
        "edit_links",
        QT_TRANSLATE_NOOP("actions", "Name and &remove links…"),
        Menu.MARK,
        2,
        ("Shift+G",),
        Where.MARKS,
        submenu="links",
        needs="mark",
    ),
)

MEMO_ACTIONS = (
    ActionSpec(
        "memo_item",
        QT_TRANSLATE_NOOP("actions", "Memo on the &article"),
        Menu.MARK,
        6,
        ("Shift+N",),
        Where.PANES,
        needs="article",
    ),
    ActionSpec("memo_page", QT_TRANSLATE_NOOP("actions", "Memo on the &page"), Menu.MARK, 6, needs="article"),
    ActionSpec("memo_library", QT_TRANSLATE_NOOP("actions", "Memo on the li&brary…"), Menu.MARK, 6),
)
"""What is written about more than a mark."""
