"""The rows of the table of actions that are about what is selected in the tree, and about what the tree hides."""

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu, Where

TREE_ACTIONS = (
    ActionSpec(
        "move_to_section",
        QT_TRANSLATE_NOOP("actions", "&Move articles to a section…"),
        Menu.FILE,
        1,
        ("Ctrl+F2",),
        needs="selection",
        detail=QT_TRANSLATE_NOOP("actions", "all that are selected in the tree"),
    ),
    ActionSpec(
        "tag_articles",
        QT_TRANSLATE_NOOP("actions", "Gi&ve articles tags…"),
        Menu.FILE,
        1,
        ("T",),
        Where.TREE,
        needs="selection",
        detail=QT_TRANSLATE_NOOP("actions", "all that are selected in the tree, each on its headline"),
    ),
)
HIDE_COPIES = ActionSpec(
    "hide_copies",
    QT_TRANSLATE_NOOP("actions", "&Hide copies in the tree"),
    Menu.VIEW,
    2,
    checkable=True,
    detail=QT_TRANSLATE_NOOP("actions", "an article in several papers or on several days stands once"),
)
