"""Searches and filters by name: kept, changed, renamed and deleted, each as one step of the journal.

A saved filter knows its tags by uid too, so that it goes on meaning the same tags when they are renamed.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from reader.domain.codebook import Codebook
from reader.domain.filter_json import filter_from_json, filter_to_json
from reader.domain.history import StepName
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Changes
from reader.domain.saved import QueryKind, SavedQuery
from reader.domain.uid import new_uid
from reader.errors import ErrorCode, UserError
from reader.storage.codebook import CodebookStore
from reader.storage.journal import Journal
from reader.storage.saved import SavedStore

_CHANGED = Changes(queries=True)


class SavedService:
    """What the reader kept by name."""

    def __init__(self, saved: SavedStore, tags: CodebookStore, journal: Journal) -> None:
        self._saved = saved
        self._tags = tags
        self._journal = journal

    def all(self) -> list[SavedQuery]:
        """Everything that was saved: filters of annotations before searches, each in the order of the list."""
        return self._saved.all()

    def get(self, query_id: int) -> SavedQuery:
        """A saved query. Raises KeyError where it is gone."""
        return self._saved.get(query_id)

    def wanted(self, query: SavedQuery) -> MarkFilter:
        """The filter that a query of ``MARKS`` is, its tags by the names that they have now.

        Raises:
            UserError: it was saved by a newer version, and means something that this one does not know.
        """
        try:
            content = json.loads(query.content)
            found = filter_from_json(json.dumps(content["filter"]))
            uids: dict[str, str] = dict(content["tags"])
        except (KeyError, TypeError, ValueError) as error:
            raise UserError(ErrorCode.SAVED_UNREADABLE, detail=query.name) from error
        if not uids:
            return found
        now = {tag.uid: tag.name for tag in self._tags.load()}
        return _renamed(found, lambda name: now.get(uids.get(name, ""), name))

    def save_filter(self, name: str, wanted: MarkFilter) -> tuple[int, Changes]:
        """Keep a filter of annotations; one of the same name is changed. Returns its id.

        Raises:
            UserError: the name is empty.
        """
        codebook = self._tags.load() if _names(wanted) else Codebook(())
        tags = {tag.name: tag.uid for one in _names(wanted) if (tag := codebook.named(one)) is not None}
        content = {"filter": json.loads(filter_to_json(wanted)), "tags": tags}
        return self._save(QueryKind.MARKS, name, json.dumps(content, ensure_ascii=False, sort_keys=True))

    def save_search(self, name: str, query: str) -> tuple[int, Changes]:
        """Keep a search as it was typed; one of the same name is changed. Returns its id.

        Raises:
            UserError: the name is empty.
        """
        return self._save(QueryKind.SEARCH, name, query)

    def rename(self, query_id: int, name: str) -> Changes:
        """Call a saved query otherwise.

        Raises:
            UserError: the name is empty, or another one of its kind has it.
        """
        name = _name(name)
        query = self._saved.get(query_id)
        if name == query.name:
            return Changes(history=False)
        if self._saved.named(query.kind, name) is not None:
            raise UserError(ErrorCode.SAVED_NAME_TAKEN, detail=name)
        with self._journal.step(StepName.RENAME_QUERY, query.name) as writer:
            self._saved.change(writer, query_id, name=name)
        return _CHANGED

    def delete(self, query_id: int) -> Changes:
        """Forget a saved query; what it finds stays."""
        with self._journal.step(StepName.DELETE_QUERY, self._saved.get(query_id).name) as writer:
            self._saved.remove(writer, query_id)
        return _CHANGED

    def _save(self, kind: QueryKind, name: str, content: str) -> tuple[int, Changes]:
        name = _name(name)
        before = self._saved.named(kind, name)
        if before is None:
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            query = SavedQuery(0, new_uid(), kind, name, content, 0, now)
            with self._journal.step(StepName.SAVE_QUERY, name) as writer:
                return self._saved.add(writer, query), _CHANGED
        if before.content == content:
            return before.id, Changes(history=False)
        with self._journal.step(StepName.CHANGE_QUERY, name) as writer:
            self._saved.change(writer, before.id, content=content)
        return before.id, _CHANGED


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise UserError(ErrorCode.SAVED_NAME)
    return name


def _names(wanted: MarkFilter) -> set[str]:
    return {*wanted.named_tags(), *(scope.tag for scope in wanted.scopes if scope.tag)}


def _renamed(wanted: MarkFilter, rename: Callable[[str], str]) -> MarkFilter:
    """A filter with its tags called otherwise."""
    return replace(
        wanted,
        tags=tuple(map(rename, wanted.tags)),
        all_tags=tuple(map(rename, wanted.all_tags)),
        not_tags=tuple(map(rename, wanted.not_tags)),
        scopes=tuple(scope.within(tag=rename(scope.tag)) if scope.tag else scope for scope in wanted.scopes),
    )
