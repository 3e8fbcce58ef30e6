"""Why a line is what it is: how sure the page engine was, its reasons in words, and what else it could be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.domain.decision import DOUBTFUL_BELOW, READER, join_judgement
from reader.domain.model import READABLE_KINDS, Judgement, Reason
from reader.ui.workbench.page_lines import PageLines
from reader.ui.workbench.reasons import reason_words
from reader.ui.workbench.words import kind_words, role_words, sure_words

translate = QCoreApplication.translate
_ABOUT_JOINS = ("joined", "not_joined")
_RIVAL = "could_be"


@dataclass(frozen=True, slots=True)
class Finding:
    """One decision about a line: what was decided and how surely, why, and what else it could be ("" for nothing)."""

    decision: str
    reasons: tuple[str, ...]
    rival: str
    doubtful: bool


def findings(page: PageLines, line: int) -> Iterator[Finding]:
    """The decisions about a line: its role, the beginning of its item where it begins one, and its join."""
    block, item = page.block(line), page.stored(line).item
    part = page.lines[line].part
    if part == 0:
        yield _finding(role_words(block.role), block.judgement, _without_joins(block.judgement.reasons))
    if page.begins_item(line) and item.kind in READABLE_KINDS:
        place = page.place_of(page.lines[line].item)
        begins = translate("workbench", "{kind} {place} begins here").format(kind=kind_words(item.kind), place=place)
        yield _finding(begins, item.judgement, item.judgement.reasons)
    joins = [reason for reason in block.judgement.reasons if reason.code in _ABOUT_JOINS]
    if part:
        # One join for each part but the first, where the engine judged them all; on a page of fixed width it did not.
        found = [reason for reason in joins if reason.code == "joined"]
        fitting = found[part - 1 : part] if len(found) == len(block.ranges) - 1 else []
        said = fitting or [reason for reason in block.judgement.reasons if reason.code == READER]
        sure = join_judgement(fitting[0]) if fitting else None
        yield _finding(translate("workbench", "Continues a paragraph"), sure or block.judgement, said)
    elif joins and joins[0].code == "not_joined":
        sure = join_judgement(joins[0])
        yield _finding(translate("workbench", "A paragraph of its own"), sure or block.judgement, joins[:1])


def _finding(decision: str, judgement: Judgement, reasons: Iterable[Reason]) -> Finding:
    said = list(reasons)
    rivals = [reason_words(reason) for reason in said if reason.code == _RIVAL]
    words = dict.fromkeys(reason_words(reason) for reason in said if reason.code != _RIVAL)
    return Finding(
        f"{decision} · {sure_words(judgement)}",
        tuple(word for word in words if word),
        rivals[0] if rivals else "",
        judgement.confidence < DOUBTFUL_BELOW,
    )


def _without_joins(reasons: Iterable[Reason]) -> list[Reason]:
    return [reason for reason in reasons if reason.code not in _ABOUT_JOINS]
