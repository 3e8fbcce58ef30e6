"""What can be done to the tags that are selected in the tree."""

from collections.abc import Callable, Generator, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from reader.domain.codebook_places import Place, Way
from reader.domain.model import Changes, Color
from reader.errors import UserError
from reader.services.codebook import CodebookService, Meaning
from reader.services.library import Library
from reader.ui.codebook.asking import AskDeletion, AskName, AskTag
from reader.ui.codebook.defining import DefineDialog
from reader.ui.codebook.menu import COLOR, FREE, TagMenu
from reader.ui.codebook.splitting import SplitDialog
from reader.ui.codebook.view import TagView
from reader.ui.codebook.words import names_words
from reader.ui.frame import Frame
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import plain, tr

Write = Callable[[CodebookService], Changes]


class TagVerbs(QObject):
    """The verbs of the tree of tags, by the ids of their actions, and its context menu.

    Signals:
        made: the id of a tag that was just made.
        filter_wanted: the keyboard is wanted where the tree is filtered.
        memo_wanted: the memo on the current tag is to be written.
    """

    made = Signal(int)
    filter_wanted = Signal()
    memo_wanted = Signal()

    def __init__(self, window: Frame, view: TagView) -> None:
        super().__init__(view)
        self._window = window
        self._view = view
        self._tokens: Tokens = LIGHT
        self.menu = TagMenu(window.actions_, view)
        self._verbs: Mapping[str, Callable[[], object]] = {
            "codebook_apply": self.apply,
            "codebook_new": self.create,
            "codebook_new_below": self.create_below,
            "codebook_rename": self.rename,
            "codebook_define": self.define,
            "codebook_memo": self.memo_wanted.emit,
            COLOR: self.choose_color,
            "codebook_up": partial(self.step, Way.UP),
            "codebook_down": partial(self.step, Way.DOWN),
            "codebook_in": partial(self.step, Way.IN),
            "codebook_out": partial(self.step, Way.OUT),
            "codebook_move": self.move,
            "codebook_sort": self.sort,
            "codebook_merge": self.merge,
            "codebook_split": self.split,
            "codebook_retag": self.retag,
            "codebook_delete": self.delete,
            "codebook_filter": self.filter_wanted.emit,
        }
        view.applied.connect(self.apply)
        view.tags.dropped.connect(self._on_dropped)
        view.menu_requested.connect(self._on_menu)
        self.menu.color_chosen.connect(self._on_color)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self.menu.set_tokens(tokens)

    def do(self, action_id: str, *, chosen: bool) -> None:
        """Do what an action of the table does; ``chosen`` says whether the current tag was in sight.

        Raises:
            KeyError: the table has no such action on tags.
        """
        verb = self._verbs[action_id]
        if action_id in FREE or (chosen and self._view.current_id() is not None):
            verb()
        else:
            self._window.status.say(self.tr("Choose a tag first"))

    # The verbs

    @Slot()
    def apply(self) -> None:
        """Give the current tag to the mark in focus or to the selection, or take it away."""
        tag = self._view.tags.tag(self._view.currentIndex())
        if tag is None:
            return
        if self._window.desk.article is None:
            self._window.status.say(self.tr("Open an article first"))
        else:
            self._window.marking.tag(tag.name)

    def create(self) -> None:
        """Make a tag behind the current one."""
        current = self._view.current_id()
        codebook = self._view.tags.codebook
        if current is None:
            self._ask_new(None, None)
        else:
            siblings = [tag.id for tag in codebook.siblings(current)]
            self._ask_new(codebook[current].parent_id, siblings.index(current) + 1)

    def create_below(self) -> None:
        """Make a tag under the current one."""
        self._ask_new(self._view.current_id(), None)

    def rename(self) -> None:
        """Give the current tag another name."""
        tag = self._view.tags.tag(self._view.currentIndex())
        if tag is not None:
            self._open(AskName(self.tr("Rename tag"), tag.name, partial(self._rename, tag.id), self._view))

    def define(self) -> None:
        """Write what the current tag means."""
        tag = self._view.tags.tag(self._view.currentIndex())
        if tag is not None:
            dialog = DefineDialog(tag, self._view)
            dialog.written.connect(partial(self._on_written, tag.id))
            self._open(dialog)

    def choose_color(self) -> None:
        """Offer the colours below the current tag; digits choose."""
        box = self._view.visualRect(self._view.currentIndex())
        self.menu.colors.popup(self._view.viewport().mapToGlobal(box.bottomLeft()))

    def step(self, way: Way) -> None:
        """Move the current tag by one."""
        current = self._view.current_id()
        if current is not None and not self._write(lambda codebook: codebook.step(current, way)):
            self._window.status.say(self.tr("It goes no further"))

    def move(self) -> None:
        """Put the selected tags below another one."""
        ids, codebook = self._view.selected_ids(), self._view.tags.codebook
        if ids:
            title = self.tr("Move below")
            names = names_words([codebook[one].name for one in ids])
            dialog = AskTag(title, self.tr("{names} go below:").format(names=names), codebook, ids, self._view)
            dialog.accepted.connect(lambda: self._move_below(ids, dialog))
            self._open(dialog)

    def sort(self) -> None:
        """Order the tags beside the current one by name."""
        tag = self._view.tags.tag(self._view.currentIndex())
        self._write(lambda codebook: codebook.sort(tag.parent_id if tag else None))

    def merge(self) -> None:
        """Make the selected tags one with another."""
        ids, codebook = self._view.selected_ids(), self._view.tags.codebook
        if not ids:
            return
        names = names_words([codebook[one].name for one in ids])
        said = self.tr("Marks, memos and tags below {names} go to:").format(names=names)
        dialog = AskTag(self.tr("Merge tags"), said, codebook, ids if len(ids) == 1 else (), self._view)
        dialog.accepted.connect(lambda: self._merge(ids, dialog))
        self._open(dialog)

    def split(self) -> None:
        """Give the marks of the current tag others, one by one."""
        tag = self._view.tags.tag(self._view.currentIndex())
        if tag is None:
            return
        marks = self._window.library.codebook.marks_of(tag.id)
        if not marks:
            self._window.status.say(self.tr("No mark has “{name}”").format(name=tag.name))
            return
        dialog = SplitDialog(self._view.tags.codebook, tag, marks, self._tokens, self._view)
        said = self.tr("Tag “{name}” split").format(name=tag.name)
        dialog.split.connect(lambda targets: self._do(lambda codebook: codebook.split(tag.id, targets), said))
        self._open(dialog)

    def retag(self) -> None:
        """Give all marks of the current tag another one."""
        tag = self._view.tags.tag(self._view.currentIndex())
        if tag is None:
            return
        said = self.tr("The marks of “{name}” get:").format(name=tag.name)
        option = self.tr("They &keep “{name}” too").format(name=tag.name.replace("&", "&&"))
        dialog = AskTag(self.tr("Change tag"), said, self._view.tags.codebook, [tag.id], self._view, option)
        dialog.accepted.connect(lambda: self._retag(tag.id, dialog))
        self._open(dialog)

    def delete(self) -> None:
        """Remove the selected tags; what becomes of their marks is asked where they have any."""
        ids, codebook = self._view.selected_ids(), self._view.tags.codebook
        tags = [codebook[one] for one in ids]
        if not tags:
            return
        service = self._window.library.codebook
        if service.unused(ids) and not any(codebook.children(one) for one in ids):
            self._delete(ids, None, with_below=False)
            return
        counts = service.counts(codebook)
        dialog = AskDeletion(codebook, tags, sum(counts[one].own for one in ids), self._view)
        dialog.accepted.connect(lambda: self._on_deletion(ids, dialog))
        self._open(dialog)

    # Their answers

    def _ask_new(self, parent_id: int | None, index: int | None) -> None:
        self._open(AskName(self.tr("New tag"), "", partial(self._create, parent_id, index), self._view))

    def _create(self, parent_id: int | None, index: int | None, name: str) -> None:
        tag_id, changes = self._window.library.codebook.create(name, parent_id, index)
        self._window.bus.announce(changes, self)
        self.made.emit(tag_id)

    def _rename(self, tag_id: int, name: str) -> None:
        self._window.bus.announce(self._window.library.codebook.rename(tag_id, name), self)

    def _on_written(self, tag_id: int, meaning: Meaning) -> None:
        self._write(lambda codebook: codebook.define(tag_id, meaning))

    def _move_below(self, ids: list[int], dialog: AskTag) -> None:
        tag = dialog.line.tag()
        if tag is not None:
            self._write(lambda codebook: codebook.move(ids, Place(tag.id)))

    def _merge(self, ids: list[int], dialog: AskTag) -> None:
        into = dialog.line.tag()
        if into is not None:
            said = self.tr("Merged into “{name}”").format(name=into.name)
            self._do(lambda codebook: codebook.merge(ids, into.id), said)

    def _retag(self, tag_id: int, dialog: AskTag) -> None:
        to = dialog.line.tag()
        if to is not None:
            keep, said = dialog.option.isChecked(), self.tr("Marks tagged “{name}”").format(name=to.name)
            self._do(lambda codebook: codebook.retag(tag_id, to.id, keep=keep), said)

    def _on_deletion(self, ids: list[int], dialog: AskDeletion) -> None:
        with_below = dialog.with_below.isChecked()
        if dialog.spare.isChecked():
            codebook, service = self._view.tags.codebook, self._window.library.codebook
            below = [tag.id for one in ids for tag in codebook.below(one)] if with_below else []
            ids, with_below = [one for one in dict.fromkeys([*ids, *below]) if service.unused([one])], False
        self._delete(ids, dialog.to(), with_below=with_below)

    def _delete(self, ids: list[int], to: int | None, *, with_below: bool) -> None:
        said = tr("%Ln tag(s) deleted", "", len(ids))
        self._do(lambda codebook: codebook.delete(ids, to=to, with_below=with_below), said)

    @Slot(object)
    def _on_color(self, color: Color | None) -> None:
        self._write(lambda codebook: codebook.set_color(self._view.selected_ids(), color))

    @Slot(object, object)
    def _on_dropped(self, ids: list[int], place: Place) -> None:
        self._write(lambda codebook: codebook.move(ids, place))

    @Slot(object)
    def _on_menu(self, point: QPoint) -> None:
        self.menu.open_at(point, there=self._view.current_id() is not None)

    # Writing

    def _write(self, write: Write) -> bool:
        """Write what touches few rows; returns whether anything changed."""
        try:
            changes = write(self._window.library.codebook)
        except UserError as error:
            self._window.show_error(error)
            return False
        self._window.bus.announce(changes, self)
        return changes.history

    def _do(self, write: Write, said: str) -> None:
        """Write what may touch many marks, as a job, and say what was done; undo takes it back."""

        def work(library: Library) -> Generator[object, None, Changes]:
            yield from ()
            return write(library.codebook)

        self._window.save_pending()
        job = self._window.writes.start(work)
        if job is not None:
            job.finished.connect(partial(self._on_done, said))
            job.refused.connect(self._window.show_error)

    def _on_done(self, said: str, changes: Changes) -> None:
        self._window.bus.announce(changes, self)
        if changes.history:
            self._window.status.say(said, self._window.actions_["undo"])
        self._view.setFocus()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def keys_of(action: QAction) -> str:
    """The first keys of an action as this system writes them; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def keys_words(action: QAction) -> str:
    """An action with its keys, for a tool tip."""
    keys = keys_of(action)
    return f"{plain(action.text())} ({keys})" if keys else plain(action.text())
