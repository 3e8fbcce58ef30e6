"""The table of actions. To add one: a row here, and a method for its id in ``ui/handlers.py``."""

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.codebook_table import CODEBOOK_ACTIONS, MOVE_SUBMENU
from reader.ui.actions.dock_table import DOCK_ACTIONS, PANELS_SUBMENU
from reader.ui.actions.exchange_table import CITE_ACTIONS, CITE_SUBMENU, IMPORT_ACTIONS
from reader.ui.actions.mark_table import MEMO_ACTIONS, NUDGE_ACTIONS, STACK_ACTIONS, WEIGHT_AND_LINK_ACTIONS
from reader.ui.actions.page_table import PAGE_ACTIONS
from reader.ui.actions.spec import ActionSpec, Menu, Where
from reader.ui.actions.tree_table import HIDE_COPIES, TREE_ACTIONS

_W = Where
MENUS = {
    Menu.FILE: QT_TRANSLATE_NOOP("menus", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("menus", "&Edit"),
    Menu.VIEW: QT_TRANSLATE_NOOP("menus", "&View"),
    Menu.GO: QT_TRANSLATE_NOOP("menus", "&Go"),
    Menu.MARK: QT_TRANSLATE_NOOP("menus", "&Mark"),
    Menu.TAGS: QT_TRANSLATE_NOOP("menus", "&Tags"),
    Menu.PAGE: QT_TRANSLATE_NOOP("menus", "&Page"),
    Menu.HELP: QT_TRANSLATE_NOOP("menus", "&Help"),
}
SUBMENUS = {
    "theme": QT_TRANSLATE_NOOP("menus", "&Theme"),
    "language": QT_TRANSLATE_NOOP("menus", "&Language"),
    "color": QT_TRANSLATE_NOOP("menus", "Highlight &in"),
    "tags": QT_TRANSLATE_NOOP("menus", "&Recent tags"),
    "recent": QT_TRANSLATE_NOOP("menus", "Open &recent"),
    "cite_as": CITE_SUBMENU,
    "tag_move": MOVE_SUBMENU,
    "panels": PANELS_SUBMENU,
}

_FILE = (
    ActionSpec("import", QT_TRANSLATE_NOOP("actions", "&Import…"), Menu.FILE, 1, ("Ctrl+I",)),
    *IMPORT_ACTIONS,
    ActionSpec("export", QT_TRANSLATE_NOOP("actions", "&Export annotations…"), Menu.FILE, 1, ("Ctrl+E",)),
    ActionSpec(
        "edit_pages",
        QT_TRANSLATE_NOOP("actions", "Newspaper, date and &page…"),
        Menu.FILE,
        1,
        ("F2",),
        needs="selection",
        detail=QT_TRANSLATE_NOOP("actions", "of all pages selected in the tree"),
    ),
    ActionSpec(
        "delete_pages",
        QT_TRANSLATE_NOOP("actions", "Delete pa&ges"),
        Menu.FILE,
        1,
        ("Delete",),
        _W.TREE,
        needs="selection",
        detail=QT_TRANSLATE_NOOP("actions", "all that are selected in the tree, with the marks on them"),
    ),
    *TREE_ACTIONS,
    ActionSpec("import_codebook", QT_TRANSLATE_NOOP("actions", "Import &codebook…"), Menu.FILE, 1),
    ActionSpec("export_codebook", QT_TRANSLATE_NOOP("actions", "Export code&book…"), Menu.FILE, 1),
    ActionSpec("new_library", QT_TRANSLATE_NOOP("actions", "&New library…"), Menu.FILE, 2, ("Ctrl+N",)),
    ActionSpec("open_library", QT_TRANSLATE_NOOP("actions", "&Open library…"), Menu.FILE, 2, ("Ctrl+O",)),
    ActionSpec(
        "attach_library",
        QT_TRANSLATE_NOOP("actions", "Also &search another library…"),
        Menu.FILE,
        2,
        detail=QT_TRANSLATE_NOOP("actions", "what is found there stands among what is found here"),
    ),
    ActionSpec(
        "detach_libraries",
        QT_TRANSLATE_NOOP("actions", "Search this library a&lone"),
        Menu.FILE,
        2,
        needs="beside",
    ),
    ActionSpec("compact", QT_TRANSLATE_NOOP("actions", "Compact the librar&y"), Menu.FILE, 3),
    ActionSpec("install_launcher", QT_TRANSLATE_NOOP("actions", "Add to the desk&top's menu"), Menu.FILE, 3),
    ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), Menu.FILE, 4, ("Ctrl+Q",)),
)
_EDIT = (
    ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), Menu.EDIT, 1, ("Ctrl+Z",)),
    ActionSpec("redo", QT_TRANSLATE_NOOP("actions", "&Redo"), Menu.EDIT, 1, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("find", QT_TRANSLATE_NOOP("actions", "&Find in article"), Menu.EDIT, 2, ("Ctrl+F",), needs="article"),
    ActionSpec(
        "find_next", QT_TRANSLATE_NOOP("actions", "Find &next"), Menu.EDIT, 2, ("F3", "Ctrl+G"), needs="article"
    ),
    ActionSpec(
        "find_previous",
        QT_TRANSLATE_NOOP("actions", "Find &previous"),
        Menu.EDIT,
        2,
        ("Shift+F3", "Ctrl+Shift+G"),
        needs="article",
    ),
    ActionSpec(
        "search",
        QT_TRANSLATE_NOOP("actions", "Search e&verything"),
        Menu.EDIT,
        2,
        ("Ctrl+Shift+F", "/", "、"),
        _W.PANES,
        detail=QT_TRANSLATE_NOOP("actions", "the text, notes and tags of the whole library"),
    ),
    ActionSpec(
        "search_pinyin",
        QT_TRANSLATE_NOOP("actions", "Search &by pinyin too"),
        Menu.EDIT,
        2,
        ("Ctrl+Shift+P",),
        checkable=True,
        detail=QT_TRANSLATE_NOOP("actions", "letters find headlines and tags that read so: zhongguo or zg finds 中国"),
    ),
    ActionSpec("next_hit", QT_TRANSLATE_NOOP("actions", "Next h&it"), Menu.EDIT, 2, ("F4",)),
    ActionSpec("previous_hit", QT_TRANSLATE_NOOP("actions", "Previous hi&t"), Menu.EDIT, 2, ("Shift+F4",)),
    ActionSpec("filter_tree", QT_TRANSLATE_NOOP("actions", "Filter &headlines"), Menu.EDIT, 2, ("Ctrl+L",)),
    ActionSpec(
        "select_sentence",
        QT_TRANSLATE_NOOP("actions", "Select &sentence"),
        Menu.EDIT,
        3,
        ("S",),
        _W.TEXT,
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "again: the next one too"),
    ),
    ActionSpec(
        "select_paragraph",
        QT_TRANSLATE_NOOP("actions", "Select p&aragraph"),
        Menu.EDIT,
        3,
        ("P",),
        _W.TEXT,
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "again: the next one too"),
    ),
    ActionSpec("select_word", QT_TRANSLATE_NOOP("actions", "Select &word"), Menu.EDIT, 3, ("Shift+S",), _W.TEXT),
    *CITE_ACTIONS,
    ActionSpec("preferences", QT_TRANSLATE_NOOP("actions", "Pref&erences…"), Menu.EDIT, 4, ("Ctrl+,",)),
)
_VIEW = (
    ActionSpec("focus_tree", QT_TRANSLATE_NOOP("actions", "Go to the &articles"), Menu.VIEW, 1, ("Ctrl+1",)),
    ActionSpec("focus_text", QT_TRANSLATE_NOOP("actions", "Go to the te&xt"), Menu.VIEW, 1, ("Ctrl+2",)),
    ActionSpec("focus_notes", QT_TRANSLATE_NOOP("actions", "Go to the &notes"), Menu.VIEW, 1, ("Ctrl+3",)),
    ActionSpec("focus_workbench", QT_TRANSLATE_NOOP("actions", "Go to the wor&kbench"), Menu.VIEW, 1, ("Ctrl+9",)),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("actions", "Next &pane"), Menu.VIEW, 1, ("F6",)),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("actions", "Pre&vious pane"), Menu.VIEW, 1, ("Shift+F6",)),
    ActionSpec("toggle_tree", QT_TRANSLATE_NOOP("actions", "Show arti&cles"), Menu.VIEW, 2, ("F7",), checkable=True),
    ActionSpec(
        "toggle_workbench",
        QT_TRANSLATE_NOOP("actions", "Show the &workbench"),
        Menu.VIEW,
        2,
        ("W",),
        _W.PANES,
        checkable=True,
        detail=QT_TRANSLATE_NOOP("actions", "the raw page beside the article"),
    ),
    HIDE_COPIES,
    ActionSpec("toggle_notes", QT_TRANSLATE_NOOP("actions", "Show n&otes"), Menu.VIEW, 2, ("F8",), checkable=True),
    ActionSpec(
        "distraction_free", QT_TRANSLATE_NOOP("actions", "Onl&y the text"), Menu.VIEW, 2, ("F11",), checkable=True
    ),
    ActionSpec(
        "theme_system",
        QT_TRANSLATE_NOOP("actions", "As the &system"),
        Menu.VIEW,
        3,
        submenu="theme",
        checkable=True,
        choice="theme",
    ),
    ActionSpec(
        "theme_light",
        QT_TRANSLATE_NOOP("actions", "&Light"),
        Menu.VIEW,
        3,
        submenu="theme",
        checkable=True,
        choice="theme",
    ),
    ActionSpec(
        "theme_sepia",
        QT_TRANSLATE_NOOP("actions", "S&epia"),
        Menu.VIEW,
        3,
        submenu="theme",
        checkable=True,
        choice="theme",
    ),
    ActionSpec(
        "theme_dark",
        QT_TRANSLATE_NOOP("actions", "&Dark"),
        Menu.VIEW,
        3,
        submenu="theme",
        checkable=True,
        choice="theme",
    ),
    ActionSpec("next_theme", QT_TRANSLATE_NOOP("actions", "Next the&me"), Menu.VIEW, 3, ("Ctrl+T",)),
    ActionSpec("text_larger", QT_TRANSLATE_NOOP("actions", "Text lar&ger"), Menu.VIEW, 4, ("Ctrl+=", "Ctrl++")),
    ActionSpec("text_smaller", QT_TRANSLATE_NOOP("actions", "Text &smaller"), Menu.VIEW, 4, ("Ctrl+-",)),
    ActionSpec("text_default", QT_TRANSLATE_NOOP("actions", "Text as &usual"), Menu.VIEW, 4, ("Ctrl+0",)),
)
_GO = (
    ActionSpec("next_article", QT_TRANSLATE_NOOP("actions", "&Next article"), Menu.GO, 1, ("J",), _W.READING),
    ActionSpec("previous_article", QT_TRANSLATE_NOOP("actions", "&Previous article"), Menu.GO, 1, ("K",), _W.READING),
    ActionSpec("next_unread", QT_TRANSLATE_NOOP("actions", "Next &unread"), Menu.GO, 2, ("U",), _W.READING),
    ActionSpec(
        "previous_unread", QT_TRANSLATE_NOOP("actions", "Previous unrea&d"), Menu.GO, 2, ("Shift+U",), _W.READING
    ),
    ActionSpec("next_doubtful", QT_TRANSLATE_NOOP("actions", "Next doubt&ful place"), Menu.GO, 2, ("D",), _W.PANES),
    ActionSpec(
        "previous_doubtful",
        QT_TRANSLATE_NOOP("actions", "Pre&vious doubtful place"),
        Menu.GO,
        2,
        ("Shift+D",),
        _W.PANES,
    ),
    ActionSpec(
        "toggle_read",
        QT_TRANSLATE_NOOP("actions", "Read or un&read"),
        Menu.GO,
        3,
        ("M",),
        _W.READING,
        needs="article selection",
        detail=QT_TRANSLATE_NOOP("actions", "all that is selected in the tree"),
    ),
    ActionSpec(
        "read_on",
        QT_TRANSLATE_NOOP("actions", "Read &on"),
        Menu.GO,
        4,
        ("Space",),
        _W.READING,
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "page down, then the next article"),
    ),
    ActionSpec("back", QT_TRANSLATE_NOOP("actions", "&Back"), Menu.GO, 5, ("Alt+Left",)),
    ActionSpec("forward", QT_TRANSLATE_NOOP("actions", "For&ward"), Menu.GO, 5, ("Alt+Right",)),
    ActionSpec("expand_all", QT_TRANSLATE_NOOP("actions", "E&xpand below"), Menu.GO, 6, ("Shift+Right",), _W.TREE),
    ActionSpec("collapse_all", QT_TRANSLATE_NOOP("actions", "&Collapse below"), Menu.GO, 6, ("Shift+Left",), _W.TREE),
)
_COLORS = (
    ("yellow", QT_TRANSLATE_NOOP("actions", "&Yellow")),
    ("green", QT_TRANSLATE_NOOP("actions", "&Green")),
    ("blue", QT_TRANSLATE_NOOP("actions", "&Blue")),
    ("pink", QT_TRANSLATE_NOOP("actions", "&Pink")),
    ("orange", QT_TRANSLATE_NOOP("actions", "&Orange")),
    ("violet", QT_TRANSLATE_NOOP("actions", "&Violet")),
)
_MARK = (
    ActionSpec(
        "highlight",
        QT_TRANSLATE_NOOP("actions", "&Highlight"),
        Menu.MARK,
        1,
        ("H",),
        _W.TEXT,
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "the selection, or the sentence at the caret"),
    ),
    ActionSpec(
        "choose_color",
        QT_TRANSLATE_NOOP("actions", "Highlight in a &colour…"),
        Menu.MARK,
        1,
        ("Shift+H",),
        _W.MARKS,
        needs="article",
    ),
    *(
        ActionSpec(f"color_{name}", text, Menu.MARK, 1, (f"Ctrl+Alt+{number}",), submenu="color", needs="article")
        for number, (name, text) in enumerate(_COLORS, 1)
    ),
    ActionSpec("note", QT_TRANSLATE_NOOP("actions", "Write a &note"), Menu.MARK, 2, ("N",), _W.MARKS, needs="article"),
    ActionSpec("tag", QT_TRANSLATE_NOOP("actions", "&Tag…"), Menu.MARK, 2, ("T",), _W.MARKS, needs="article"),
    *WEIGHT_AND_LINK_ACTIONS,
    ActionSpec(
        "next_mark", QT_TRANSLATE_NOOP("actions", "Ne&xt mark"), Menu.MARK, 3, ("]", "】"), _W.MARKS, needs="article"
    ),
    ActionSpec(
        "previous_mark",
        QT_TRANSLATE_NOOP("actions", "Pre&vious mark"),
        Menu.MARK,
        3,
        ("[", "【"),
        _W.MARKS,
        needs="article",
    ),
    ActionSpec(
        "next_stacked",
        QT_TRANSLATE_NOOP("actions", "Next of &overlapping marks"),
        Menu.MARK,
        3,
        ("O",),
        _W.TEXT,
        needs="article",
    ),
    *STACK_ACTIONS,
    *NUDGE_ACTIONS,
    ActionSpec(
        "delete_mark",
        QT_TRANSLATE_NOOP("actions", "&Delete mark"),
        Menu.MARK,
        5,
        ("Delete", "Backspace"),
        _W.MARKS,
        needs="mark",
    ),
    *MEMO_ACTIONS,
)
SUBMENUS["role"] = QT_TRANSLATE_NOOP("menus", "&These lines are")
SUBMENUS["kind"] = QT_TRANSLATE_NOOP("menus", "This &is a")
SUBMENUS["extent"] = QT_TRANSLATE_NOOP("menus", "Move its &ends")
SUBMENUS["links"] = QT_TRANSLATE_NOOP("menus", "Lin&ks")
_HELP = (
    ActionSpec("keys", QT_TRANSLATE_NOOP("actions", "&Keys"), Menu.HELP, 1, ("?", "？", "F1"), _W.PANES),
    ActionSpec("palette", QT_TRANSLATE_NOOP("actions", "&Commands…"), Menu.HELP, 1, ("Ctrl+K",)),
    ActionSpec("open_log", QT_TRANSLATE_NOOP("actions", "Show the &log file"), Menu.HELP, 2),
    ActionSpec("about", QT_TRANSLATE_NOOP("actions", "&About Jianbao"), Menu.HELP, 2),
)
RECENT_TAGS = 9
"""How many digits give a recent tag; their actions are named by the tags, so they are not in the table."""

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE,
    *_EDIT,
    *_VIEW,
    *DOCK_ACTIONS,
    *_GO,
    *_MARK,
    *CODEBOOK_ACTIONS,
    *PAGE_ACTIONS,
    *_HELP,
)
