"""The rows of the table that repair a page; they act in the workbench alone."""

from reader.domain.model import Kind, Role
from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu, Where

_W = Where.WORKBENCH

ROLES = (
    (Role.KICKER, QT_TRANSLATE_NOOP("actions", "&Kicker"), "1"),
    (Role.TITLE, QT_TRANSLATE_NOOP("actions", "&Headline"), "2"),
    (Role.SUBTITLE, QT_TRANSLATE_NOOP("actions", "&Subtitle"), "3"),
    (Role.BYLINE, QT_TRANSLATE_NOOP("actions", "&Byline"), "4"),
    (Role.SUBHEAD, QT_TRANSLATE_NOOP("actions", "S&ubhead"), "5"),
    (Role.BODY, QT_TRANSLATE_NOOP("actions", "&Text"), "6"),
    (Role.CAPTION, QT_TRANSLATE_NOOP("actions", "&Caption"), "7"),
    (Role.CREDIT, QT_TRANSLATE_NOOP("actions", "C&redit"), "8"),
    (Role.SECTION, QT_TRANSLATE_NOOP("actions", "Ba&nner"), "9"),
    (Role.FURNITURE, QT_TRANSLATE_NOOP("actions", "&Furniture"), "0"),
)
"""Roles in the order of an article, with their words and keys."""

KINDS = (
    (Kind.ARTICLE, QT_TRANSLATE_NOOP("actions", "&Article"), "A"),
    (Kind.PHOTO, QT_TRANSLATE_NOOP("actions", "&Photo"), "P"),
    (Kind.BRIEF, QT_TRANSLATE_NOOP("actions", "&Brief"), "B"),
)
"""What the reader can say that an item is, with words and keys; a banner or furniture comes from its lines' role."""

PAGE_ACTIONS = (
    ActionSpec(
        "split_item",
        QT_TRANSLATE_NOOP("actions", "&Split here"),
        Menu.PAGE,
        1,
        ("S",),
        _W,
        needs="page",
        detail=QT_TRANSLATE_NOOP("actions", "an article begins at this line"),
    ),
    ActionSpec(
        "split_at_caret",
        QT_TRANSLATE_NOOP("actions", "S&plit at the caret"),
        Menu.PAGE,
        1,
        ("Alt+S",),
        _W,
        needs="page",
        detail=QT_TRANSLATE_NOOP("actions", "an article begins within this line"),
    ),
    ActionSpec(
        "merge_item",
        QT_TRANSLATE_NOOP("actions", "&Merge with the article before"),
        Menu.PAGE,
        1,
        ("M", "Backspace"),
        _W,
        needs="page",
    ),
    *(
        ActionSpec(f"role_{role}", text, Menu.PAGE, 2, (key,), _W, submenu="role", needs="page")
        for role, text, key in ROLES
    ),
    *(
        ActionSpec(f"kind_{kind}", text, Menu.PAGE, 2, (key,), _W, submenu="kind", needs="page")
        for kind, text, key in KINDS
    ),
    ActionSpec("set_section", QT_TRANSLATE_NOOP("actions", "S&ection…"), Menu.PAGE, 2, ("Shift+S",), _W, needs="page"),
    ActionSpec(
        "same_everywhere",
        QT_TRANSLATE_NOOP("actions", "The same e&verywhere on this page"),
        Menu.PAGE,
        2,
        ("=",),
        _W,
        needs="page",
        detail=QT_TRANSLATE_NOOP("actions", "all lines that look like the one just changed"),
    ),
    ActionSpec(
        "join_lines",
        QT_TRANSLATE_NOOP("actions", "&Join or part"),
        Menu.PAGE,
        3,
        ("J",),
        _W,
        needs="page",
        detail=QT_TRANSLATE_NOOP("actions", "with the paragraph above"),
    ),
    ActionSpec("move_block_up", QT_TRANSLATE_NOOP("actions", "Move &up"), Menu.PAGE, 3, ("Alt+Up",), _W, needs="page"),
    ActionSpec(
        "move_block_down", QT_TRANSLATE_NOOP("actions", "Move &down"), Menu.PAGE, 3, ("Alt+Down",), _W, needs="page"
    ),
    ActionSpec(
        "to_item_above",
        QT_TRANSLATE_NOOP("actions", "To the article &above"),
        Menu.PAGE,
        3,
        ("Alt+Shift+Up",),
        _W,
        needs="page",
    ),
    ActionSpec(
        "to_item_below",
        QT_TRANSLATE_NOOP("actions", "To the article &below"),
        Menu.PAGE,
        3,
        ("Alt+Shift+Down",),
        _W,
        needs="page",
    ),
    ActionSpec(
        "correct_line", QT_TRANSLATE_NOOP("actions", "&Correct characters…"), Menu.PAGE, 4, ("C",), _W, needs="page"
    ),
    ActionSpec(
        "edit_item",
        QT_TRANSLATE_NOOP("actions", "Article detai&ls…"),
        Menu.PAGE,
        4,
        ("Shift+F2",),
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "genre, place, reporters, photo credit"),
    ),
    ActionSpec(
        "accept_item",
        QT_TRANSLATE_NOOP("actions", "Accept as &right"),
        Menu.PAGE,
        5,
        ("Return", "Enter"),
        _W,
        needs="page",
        detail=QT_TRANSLATE_NOOP("actions", "and go on to the next doubtful place"),
    ),
    ActionSpec("split_anew", QT_TRANSLATE_NOOP("actions", "Split page ane&w"), Menu.PAGE, 6, where=_W, needs="page"),
    ActionSpec(
        "split_all_anew",
        QT_TRANSLATE_NOOP("actions", "Split selected pa&ges anew"),
        Menu.PAGE,
        6,
        needs="selection",
        detail=QT_TRANSLATE_NOOP("actions", "all pages selected in the tree; what you decided stays"),
    ),
    ActionSpec("hints", QT_TRANSLATE_NOOP("actions", "Learnt from &you…"), Menu.PAGE, 6),
)
