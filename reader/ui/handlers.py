"""What each action of the table does: the one place where ids meet methods."""

from collections.abc import Callable, Mapping
from functools import partial

from reader.domain.boundary import End, Unit
from reader.domain.export import CitationStyle
from reader.domain.memo import MemoTarget
from reader.domain.model import Color, Role
from reader.ui.actions.codebook_table import CODEBOOK_ACTIONS
from reader.ui.actions.dock_table import DOCKS
from reader.ui.actions.page_table import KINDS
from reader.ui.commands import Commands
from reader.ui.frame import Frame
from reader.ui.theme.tokens import Theme

Handler = Callable[[], object]


def handlers(window: Frame) -> Mapping[str, Handler]:
    """The method for every action id."""
    commands = Commands(window)
    return {
        **_file_and_help(window, commands),
        **_edit(window, commands),
        **_view(window),
        **_go(window, commands),
        **_mark(window, commands),
        **{spec.id: partial(commands.act_on_tags, spec.id) for spec in CODEBOOK_ACTIONS},
        **_page(window),
    }


def _file_and_help(window: Frame, commands: Commands) -> dict[str, Handler]:
    return {
        "import": window.importing.ask,
        "import_annotations": window.taking_in.ask,
        "resume_import": window.importing.resume,
        "dismiss_import": window.importing.dismiss,
        "export": commands.export,
        "edit_pages": commands.edit_pages,
        "delete_pages": commands.delete_pages,
        "tag_articles": commands.tag_articles,
        "move_to_section": commands.move_to_section,
        "hide_copies": window.desk.tree.header.once_button.toggle,
        "compact": commands.compact,
        "import_codebook": commands.import_codebook,
        "export_codebook": commands.export_codebook,
        "new_library": commands.new_library,
        "open_library": commands.open_library,
        "attach_library": window.searching.attaching.ask,
        "detach_libraries": window.searching.attaching.detach_all,
        "install_launcher": commands.install_launcher,
        "quit": window.close,
        "preferences": commands.preferences,
        "keys": commands.show_keys,
        "palette": commands.show_palette,
        "open_log": commands.open_log,
        "about": commands.about,
    }


def _edit(window: Frame, commands: Commands) -> dict[str, Handler]:
    reading = window.desk.reading
    return {
        "undo": commands.undo,
        "redo": commands.redo,
        "find": reading.open_find,
        "find_next": reading.find_next,
        "find_previous": reading.find_previous,
        "search": commands.search,
        "search_pinyin": window.searching.toggle_pinyin,
        "next_hit": partial(commands.step_hit, 1),
        "previous_hit": partial(commands.step_hit, -1),
        "filter_tree": commands.filter_tree,
        "select_word": reading.select_word,
        "select_sentence": reading.extend_sentence,
        "select_paragraph": reading.extend_paragraph,
        "cite": window.citing.copy,
        **{f"cite_{style.name.lower()}": partial(window.citing.copy, style) for style in CitationStyle},
    }


def _view(window: Frame) -> dict[str, Handler]:
    appearance, panes = window.appearance, window.panes
    return {
        "focus_tree": partial(panes.show, "tree"),
        "focus_text": partial(panes.show, "text"),
        "focus_notes": partial(panes.show, "notes"),
        "focus_workbench": partial(panes.show, "workbench"),
        "next_pane": partial(panes.step, 1),
        "previous_pane": partial(panes.step, -1),
        "toggle_tree": partial(panes.toggle, "tree"),
        "toggle_workbench": partial(panes.toggle, "workbench"),
        "toggle_notes": partial(panes.toggle, "notes"),
        **{row.action: partial(window.docks.toggle, row.id) for row in DOCKS},
        "distraction_free": panes.toggle_distractions,
        **{f"theme_{theme.value}": partial(appearance.set_theme, theme) for theme in Theme},
        "next_theme": appearance.next_theme,
        "text_larger": partial(appearance.resize_text, 1),
        "text_smaller": partial(appearance.resize_text, -1),
        "text_default": appearance.reset_text,
    }


def _go(window: Frame, commands: Commands) -> dict[str, Handler]:
    desk = window.desk
    return {
        "next_article": partial(commands.go, forward=True),
        "previous_article": partial(commands.go, forward=False),
        "next_unread": partial(commands.go, forward=True, unread=True),
        "previous_unread": partial(commands.go, forward=False, unread=True),
        "next_doubtful": partial(commands.step_doubtful, forward=True),
        "previous_doubtful": partial(commands.step_doubtful, forward=False),
        "toggle_read": commands.toggle_read,
        "read_on": commands.read_on,
        "back": desk.go_back,
        "forward": desk.go_forward,
        "expand_all": desk.tree.expand_all_below,
        "collapse_all": desk.tree.collapse,
    }


def _mark(window: Frame, commands: Commands) -> dict[str, Handler]:
    marking, desk = window.marking, window.desk
    moves = {
        f"move_{end.value}_{unit.value}_{way}": partial(marking.move, end, forward=way == "right", unit=unit)
        for end in End
        for unit in Unit
        for way in ("left", "right")
    }
    return {
        "highlight": marking.highlight,
        "choose_color": commands.choose_color,
        **{f"color_{color.value}": partial(marking.highlight, color) for color in Color},
        "note": marking.note,
        "tag": marking.edit_tags,
        "next_mark": partial(desk.step_mark, 1),
        "previous_mark": partial(desk.step_mark, -1),
        "next_stacked": desk.reading.cycle_stacked,
        "choose_stacked": desk.reading.choose_stacked,
        "weigh_more": partial(marking.weigh, 1),
        "weigh_less": partial(marking.weigh, -1),
        "link_from": marking.link_from,
        "link_to": marking.link_to,
        "follow_link": commands.follow_link,
        "edit_links": commands.edit_links,
        **moves,
        "delete_mark": marking.delete,
        "memo_item": partial(commands.memo, MemoTarget.ITEM),
        "memo_page": partial(commands.memo, MemoTarget.PAGE),
        "memo_library": commands.library_memo,
    }


def _page(window: Frame) -> dict[str, Handler]:
    repairing = window.repairing

    def split_anew() -> None:
        page_id = window.desk.workbench.page.page_id
        window.splitting.start([] if page_id is None else [page_id])

    return {
        "split_item": repairing.split,
        "split_at_caret": repairing.split_at_caret,
        "merge_item": repairing.merge,
        **{f"role_{role}": partial(repairing.set_role, role) for role in Role},
        **{f"kind_{kind}": partial(repairing.set_kind, kind) for kind, _, _ in KINDS},
        "set_section": repairing.set_section,
        "same_everywhere": repairing.same_everywhere,
        "join_lines": repairing.join,
        "move_block_up": partial(repairing.move_block, up=True),
        "move_block_down": partial(repairing.move_block, up=False),
        "to_item_above": partial(repairing.move_to_item, up=True),
        "to_item_below": partial(repairing.move_to_item, up=False),
        "correct_line": repairing.correct,
        "edit_item": repairing.edit_item,
        "accept_item": repairing.accept,
        "split_anew": split_anew,
        "split_all_anew": lambda: window.splitting.start(window.desk.tree.selected_page_ids()),
        "hints": repairing.show_hints,
    }
