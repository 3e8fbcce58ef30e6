"""The rows of the table that take annotations in, and quotes with their source to the clipboard."""

from reader.domain.export import CitationStyle
from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu, Where

IMPORT_ACTIONS = (
    ActionSpec(
        "import_annotations",
        QT_TRANSLATE_NOOP("actions", "Import &annotations…"),
        Menu.FILE,
        1,
        ("Ctrl+Shift+I",),
        detail=QT_TRANSLATE_NOOP("actions", "from .csv, .json, .jsonld or .qdpx files"),
    ),
    ActionSpec(
        "resume_import",
        QT_TRANSLATE_NOOP("actions", "Go on &with the interrupted import"),
        Menu.FILE,
        1,
        ("Ctrl+Alt+I",),
        needs="unfinished",
    ),
    ActionSpec(
        "dismiss_import",
        QT_TRANSLATE_NOOP("actions", "&Forget the interrupted import"),
        Menu.FILE,
        1,
        ("Ctrl+Alt+X",),
        needs="unfinished",
        detail=QT_TRANSLATE_NOOP("actions", "the pages that it brought stay"),
    ),
)

STYLES = (
    (CitationStyle.GB_T_7714, QT_TRANSLATE_NOOP("actions", "&GB/T 7714")),
    (CitationStyle.PLAIN, QT_TRANSLATE_NOOP("actions", "&Newspaper, date, page, headline")),
    (CitationStyle.MARKDOWN, QT_TRANSLATE_NOOP("actions", "&Markdown")),
    (CitationStyle.CSL_JSON, QT_TRANSLATE_NOOP("actions", "&CSL-JSON, for reference managers")),
)
CITE_SUBMENU = QT_TRANSLATE_NOOP("menus", "Cop&y as")

CITE_ACTIONS = (
    ActionSpec(
        "cite",
        QT_TRANSLATE_NOOP("actions", "&Copy with source"),
        Menu.EDIT,
        3,
        ("C",),
        Where.MARKS,
        needs="article",
        detail=QT_TRANSLATE_NOOP("actions", "the selection, or the mark in focus"),
    ),
    *(
        ActionSpec(f"cite_{style.name.lower()}", text, Menu.EDIT, 3, submenu="cite_as", needs="article")
        for style, text in STYLES
    ),
)
