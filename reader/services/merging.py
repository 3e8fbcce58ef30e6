"""Annotations from files into the library: CSV, JSON-LD, Jianbao's JSON and REFI-QDA projects.

What is merged is decided by uid. An annotation or memo that the library has is changed where the file has it modified
later, and then in all that the file says of it; at the same time or earlier it stays. So a file that is read twice
changes nothing the second time. The codebook is merged as ``domain/codebook_merge.py`` says. Nothing is ever removed.

A page is known by the SHA-256 of its text, else by newspaper, date and page, or the file's name. An annotation comes in
where its page says its quote: at its offsets, else where quote and context stand once. All else is listed.
"""

import csv
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reader.domain.code import CodeIssue
from reader.domain.codebook_merge import MergePlan, plan_merge
from reader.domain.history import StepName
from reader.domain.memo import Link, Memo, MemoTarget
from reader.domain.model import Annotation, Changes
from reader.domain.parcel import CarriedLink, CarriedMemo, MergeReport, Parcel, Refusal, Unfit
from reader.exchange.csv_format import guard
from reader.exchange.parcels import read_parcel
from reader.services.codebook_files import CodebookFiles
from reader.services.matching import Match, Matcher, is_newer
from reader.services.replacing import replacing
from reader.storage.annotations import AnnotationStore
from reader.storage.carrying import CarryingStore
from reader.storage.codebook import CodebookStore
from reader.storage.journal import Journal, Writer
from reader.storage.links import LinkStore
from reader.storage.memos import MemoStore
from reader.storage.pages import PageStore

_STEP = 200


@dataclass(frozen=True, slots=True)
class MergeProgress:
    """How many of the annotations of a file have been looked at, or written."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class _PlannedMemo:
    """A memo to be written, the one that it takes the place of, and the name of its tag, which may come with it."""

    memo: Memo
    before: Memo | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written of a file."""

    matches: Sequence[Match]
    codebook: MergePlan
    memos: Sequence["_PlannedMemo"]
    links: Sequence[CarriedLink]
    unfit: Sequence[Unfit]


class MergeService:
    """Reads files of annotations and merges them into a library."""

    def __init__(
        self,
        annotations: AnnotationStore,
        pages: PageStore,
        tags: CodebookStore,
        memos: MemoStore,
        links: LinkStore,
        carrying: CarryingStore,
        journal: Journal,
    ) -> None:
        self._annotations = annotations
        self._pages = pages
        self._tags = tags
        self._codebooks = CodebookFiles(tags, annotations, journal)
        self._memos = memos
        self._links = links
        self._carrying = carrying
        self._journal = journal

    def merge(self, path: Path, *, dry: bool = False) -> Generator[MergeProgress, None, MergeReport]:
        """Merge a file; a job that returns what came of it and may be closed at any of its yields.

        All that fits is written, in one step that can be undone, and the rest is listed; if it is closed or fails,
        nothing is. A ``dry`` run writes nothing and returns what another one would have written.

        Raises:
            UserError: the file cannot be read as what its suffix says; the library is as it was.
        """
        yield MergeProgress(0, 0)
        parcel = read_parcel(path)
        plan = yield from self._plan(parcel)
        if dry:
            return self._report(plan, Changes(history=False))
        if not _writes(plan):
            return self._report(plan, Changes(history=False))
        report = self._report(plan, Changes())
        with self._journal.step(StepName.TAKE_IN, path.name) as writer:
            self._codebooks.write(writer, plan.codebook)
            changes = yield from self._write_marks(writer, plan)
            for planned in plan.memos:
                self._write_memo(writer, planned)
            self._write_links(writer, plan.links)
        touched = bool(report.tags or plan.codebook.changed)
        return replace(report, changes=changes | Changes(tags=touched, memos=bool(plan.memos)))

    def save_report(self, path: Path, lines: Sequence[Sequence[str]]) -> None:
        """Write a table of what did not fit, in the words that the caller has for it, as CSV for spreadsheets.

        Raises:
            UserError: the file cannot be written; what was there before stays.
        """
        with replacing(path) as part, part.open("w", encoding="utf-8-sig", newline="") as stream:
            table = csv.writer(stream, quoting=csv.QUOTE_ALL)
            table.writerows([guard(cell) for cell in line] for line in lines)

    def _plan(self, parcel: Parcel) -> Generator[MergeProgress, None, _Plan]:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        matcher = Matcher(self._annotations, self._pages, self._carrying)
        matching = matcher.match(parcel.marks, now)
        total = len(parcel.marks)
        while True:
            try:
                yield MergeProgress(next(matching), total)
            except StopIteration as done:
                matches, unfit = done.value
                break
        codebook = plan_merge(self._tags.load(), parcel.codebook)
        names = {one.name: one.detail for one in codebook.problems if one.issue is CodeIssue.NAME_IN_USE}
        matches = [replace(match, annotation=_renamed(match.annotation, names)) for match in matches]
        memos = self._plan_memos(parcel, matcher, names, unfit, now)
        links = self._plan_links(parcel, matches, unfit, now)
        return _Plan(matches, codebook, memos, links, (*parcel.unfit, *unfit))

    def _report(self, plan: _Plan, changes: Changes) -> MergeReport:
        return MergeReport(
            added=sum(match.before is None for match in plan.matches),
            updated=sum(match.is_newer for match in plan.matches),
            same=sum(match.before is not None and not match.is_newer for match in plan.matches),
            tags=self._new_tags(plan),
            memos=len(plan.memos),
            links=len(plan.links),
            unfit=tuple(plan.unfit),
            problems=plan.codebook.problems,
            changes=changes,
        )

    def _new_tags(self, plan: _Plan) -> int:
        used = {name for match in plan.matches if _is_written(match) for name in match.annotation.tags}
        planned = {tag.after.name for tag in plan.codebook.tags}
        return len((used | planned) - set(self._annotations.tag_names()))

    def _write_marks(self, writer: Writer, plan: _Plan) -> Generator[MergeProgress, None, Changes]:
        written = [match for match in plan.matches if _is_written(match)]
        touched: set[int] = set()
        for number, match in enumerate(written):
            if number % _STEP == 0:
                yield MergeProgress(number, len(written))
            if match.before is None:
                touched.add(self._annotations.add(writer, match.annotation, match.item_id))
            else:
                self._rewrite(writer, match, match.before)
                touched.add(match.before.id)
        pages = frozenset(match.annotation.page_id for match in written)
        return Changes(annotations=frozenset(touched), annotated_pages=pages)

    def _rewrite(self, writer: Writer, match: Match, before: Annotation) -> None:
        after = match.annotation
        self._annotations.move(writer, after, match.item_id, after.modified_at)
        self._annotations.change(
            writer,
            before.id,
            after.modified_at,
            color=after.color,
            note=after.note,
            coder=after.coder,
            created_at=after.created_at,
            importance=after.importance,
        )
        if match.sets_tags and after.tags != before.tags:
            for name in before.tags:
                self._annotations.remove_tag(writer, before.id, name)
            self._annotations.add_tags(writer, before.id, after.tags, after.modified_at)

    def _plan_memos(
        self, parcel: Parcel, matcher: Matcher, names: Mapping[str, str], unfit: list[Unfit], now: str
    ) -> list[_PlannedMemo]:
        by_uid = {memo.uid: memo for memo in self._memos.all()}
        tags = {tag.name: tag.id for tag in self._tags.load()}
        coming = {code.name for code in parcel.codebook.codes}
        planned: list[_PlannedMemo] = []
        for carried in parcel.memos:
            tag = names.get(carried.tag, carried.tag) if carried.tag else None
            memo = _placed(carried, matcher, tags.get(tag) if tag else None, now)
            if memo is None or (memo.target is MemoTarget.TAG and memo.tag_id is None and carried.tag not in coming):
                unfit.append(Unfit(carried.uid, carried.text, Refusal.NO_TARGET))
                continue
            there = by_uid.get(carried.uid) or self._on_target(memo)
            if there is None:
                planned.append(_PlannedMemo(memo, tag=tag))
            elif there.uid != carried.uid and there.text != carried.text:
                unfit.append(Unfit(carried.uid, carried.text, Refusal.MEMO_EXISTS))
            elif there.text != carried.text and is_newer(carried.modified_at, there.modified_at):
                planned.append(_PlannedMemo(memo, there))
        return planned

    def _on_target(self, memo: Memo) -> Memo | None:
        """The memo that the target of another one has already."""
        owner = {MemoTarget.PAGE: memo.page_id, MemoTarget.ITEM: memo.item_id, MemoTarget.TAG: memo.tag_id}
        target_id = owner.get(memo.target)
        if target_id is None and memo.target is not MemoTarget.LIBRARY:
            return None
        return self._memos.get(memo.target, target_id)

    def _write_memo(self, writer: Writer, planned: _PlannedMemo) -> None:
        memo = planned.memo
        if planned.before is not None:
            self._memos.rewrite(writer, planned.before.id, memo.text, memo.modified_at)
            return
        if planned.tag is not None and memo.tag_id is None:
            tag = self._tags.load().named(planned.tag)
            assert tag is not None, "the codebook is written first"
            memo = replace(memo, tag_id=tag.id)
        self._memos.add(writer, memo)

    def _plan_links(self, parcel: Parcel, matches: Iterable[Match], unfit: list[Unfit], now: str) -> list[CarriedLink]:
        here = {match.annotation.uid for match in matches}
        ends = [uid for link in parcel.links for uid in (link.from_uid, link.to_uid) if uid not in here]
        here.update(self._carrying.annotation_ids(ends))
        existing = self._carrying.links()
        uids, pairs = {link.uid for link in existing}, {(link.from_uid, link.to_uid) for link in existing}
        planned: list[CarriedLink] = []
        for link in parcel.links:
            pair = link.from_uid, link.to_uid
            if link.from_uid == link.to_uid:
                unfit.append(Unfit(link.uid, link.label, Refusal.BAD_VALUE, link.from_uid))
            elif not here.issuperset(pair):
                unfit.append(Unfit(link.uid, link.label, Refusal.NO_TARGET))
            elif link.uid not in uids and pair not in pairs:
                planned.append(replace(link, created_at=link.created_at or now))
                uids.add(link.uid)
                pairs.add(pair)
        return planned

    def _write_links(self, writer: Writer, links: Sequence[CarriedLink]) -> None:
        ids = self._carrying.annotation_ids([uid for link in links for uid in (link.from_uid, link.to_uid)])
        for link in links:
            self._links.add(
                writer, Link(0, link.uid, ids[link.from_uid], ids[link.to_uid], link.label, link.created_at)
            )


def _is_written(match: Match) -> bool:
    return match.before is None or match.is_newer


def _writes(plan: _Plan) -> bool:
    """Whether anything is to be written."""
    marks = any(map(_is_written, plan.matches))
    return bool(marks or plan.memos or plan.links or plan.codebook.new or plan.codebook.changed)


def _renamed(annotation: Annotation, names: Mapping[str, str]) -> Annotation:
    """With its tags under the names that the library has for them."""
    if names.keys().isdisjoint(annotation.tags):
        return annotation
    return replace(annotation, tags=tuple(dict.fromkeys(names.get(tag, tag) for tag in annotation.tags)))


def _placed(carried: CarriedMemo, matcher: Matcher, tag_id: int | None, now: str) -> Memo | None:
    """A memo with what it is about in this library; None where that is not there."""
    page_id = matcher.page_of(carried.page) if carried.page is not None else None
    item_id = None
    if carried.target in (MemoTarget.PAGE, MemoTarget.ITEM) and page_id is None:
        return None
    if carried.target is MemoTarget.ITEM:
        item_id = None if carried.anchor is None or page_id is None else matcher.item_at(page_id, carried.anchor)
        if item_id is None:
            return None
    created = carried.created_at or carried.modified_at or now
    is_item = carried.target is MemoTarget.ITEM
    return Memo(
        id=0,
        uid=carried.uid,
        target=carried.target,
        text=carried.text,
        coder=carried.coder,
        created_at=created,
        modified_at=carried.modified_at or created,
        page_id=page_id if carried.target in (MemoTarget.PAGE, MemoTarget.ITEM) else None,
        item_id=item_id,
        anchor=carried.anchor if is_item else None,
        tag_id=tag_id if carried.target is MemoTarget.TAG else None,
    )
