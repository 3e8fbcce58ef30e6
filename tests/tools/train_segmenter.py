# /// script
# dependencies = ["numpy>=2"]
# ///
"""Learn the page engine's weights from pages with gold, and write ``reader/segment/learned.toml``.

::

    PYTHONPATH=. uv run tests/tools/train_segmenter.py FOLDER[=WEIGHT] ... [--write]

A folder holds pages, ``NAME.txt``, each with its ``NAME.gold.json`` (the form of ``seeds/``); WEIGHT says how much each
of its pages counts. The pages are dealt into folds, and what is printed is how well each fold is split by weights that
were learned from the other folds, and by the weights set by hand; and how often decisions of a confidence were right.
With ``--write`` the weights are then learned from all pages and written, with the curves of confidence
(``segmenter_curves.py``) that fit the folds which were held out.

The weights set by hand in ``reader/segment/weights.py`` are where learning starts and what it is held to, so the file
written has changes to them only, and none where the pages give no good reason. Pages of other people are used to learn
and are not kept: nothing of their text is in the file.

Where gold and a reader part, gold is left open: a note below an article may have the tag for such notes, whatever
role gold gives it; so may a headline above a line that begins with a dash be the headline and the line its subtitle;
and a short line in quotation marks may be a subhead where gold calls it text.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reader.domain.decision import is_doubtful
from reader.domain.model import Kind, Role
from reader.segment import confidence, roles, segment, steps, weights
from reader.segment.features import Look
from reader.segment.items import _kind
from reader.segment.lines import split_lines
from reader.segment.page import look_at
from reader.segment.tags import ROLE_OF, STATES, Tag
from reader.segment.wrapping import unwrap
from tests.support.page_scores import gold_path, item_f1, pages_with_gold, read_page, score
from tests.tools.segmenter_crf import TAGS, Batch, Example, Numbers, fit
from tests.tools.segmenter_curves import Curve, Held, careful, likeliest, reliability

RIDGE, LASSO, ROUNDS = 2.0, 0.1, 40
LEAST = 0.15
"""A smaller change than this is not kept."""

_NOTES = (
    "author_note",
    "source_note",
    "pen_name",
    "byline",
    "credit",
    "drawn_by",
    "names_bare",
    "names_dressed",
    "layout_note",
    "column_note",
    "author_is",
    "names_from",
    "date_alone",
    "dated_below",
)
_SENTENCE = ("end_stop", "inner_stop", "end_ask")
_SHORT = 22


class HeldOut(NamedTuple):
    """The decisions on the pages of all folds, each by weights that were learned from the other folds."""

    boundaries: list[Held]
    roles: list[Held]
    learned: list[tuple[Numbers, list["TrainingPage"]]]

    def curves(self) -> dict[str, Curve]:
        """The curves of confidence that fit these decisions."""
        return {"boundary": careful(self.boundaries), "role": likeliest(self.roles)}


class TrainingPage:
    """A page and its gold as an example to learn from."""

    def __init__(self, path: Path, weight: float) -> None:
        self.path = path
        text = read_page(path)
        looks, _ = look_at(text, unwrap(text, split_lines(text)))
        agrees, starts = np.zeros((len(looks), len(STATES)), bool), np.zeros(len(looks), bool)
        begun: set[int] = set()
        gold = json.loads(gold_path(path).read_text("utf-8"))["items"]
        place = {int(line): number for number, item in enumerate(gold) for line in item["lines"]}
        for at, seen in enumerate(looks):
            item = gold[place[seen.line.number]]
            below = looks[at + 1] if at + 1 < len(looks) else None
            starts[at] = place[seen.line.number] not in begun
            begun.add(place[seen.line.number])
            tags = set(_tags(item["kind"], item["lines"][str(seen.line.number)], seen, below, starts=bool(starts[at])))
            agrees[at] = [state.tag in tags for state in STATES]
        self.example = Example(looks, agrees, starts, weight)

    def judge(self, fold: int, decided: HeldOut) -> None:
        """Add what the engine of this process decides about each line: whether an item begins there, and its role."""
        labelled = roles.label(self.example.looks)
        for found, starts, agrees in zip(labelled, self.example.starts, self.example.agrees, strict=True):
            decided.boundaries.append(Held(fold, found.boundary_margin, found.starts == starts))
            same = any(ROLE_OF[STATES[at].tag] is ROLE_OF[found.state.tag] for at in np.flatnonzero(agrees))
            decided.roles.append(Held(fold, found.role_margin, same))

    def flags(self) -> Counter[str]:
        """Counts of items: ``doubtful``, all, and of wrong boundaries: in doubtful items, all."""
        text = read_page(self.path)
        starts = {
            seen.line.number: bool(begins) for seen, begins in zip(self.example.looks, self.example.starts, strict=True)
        }
        counts: Counter[str] = Counter()
        for item in segment(text, self.path.name).items:
            numbers = [text.count("\n", 0, one.start) + 1 for one in item.ranges()]
            wrong = sum(starts.get(number, False) is not (number == min(numbers)) for number in numbers)
            doubtful = is_doubtful(item)
            counts += Counter(
                {
                    "items": 1,
                    "doubtful items": doubtful,
                    "wrong boundaries": wrong,
                    "of these in doubtful items": wrong * doubtful,
                }
            )
        return counts


def _tags(kind: str, role: str, seen: Look, below: Look | None, *, starts: bool) -> Iterator[Tag]:
    """The tags that agree with what gold says of a line."""
    sentence = seen.has(*_SENTENCE)
    in_text = kind == Kind.ARTICLE and role in (Role.SUBHEAD, Role.BODY)
    if in_text and not starts and seen.has(*_NOTES) and not sentence:
        yield Tag.SIGNATURE
        return
    yield from (tag for tag in TAGS if _kind(tag) == kind and ROLE_OF[tag] == role)
    if kind == Kind.ARTICLE and role == Role.TITLE and seen.has("dash_start"):
        yield Tag.SUBTITLE
    if kind == Kind.ARTICLE and role == Role.KICKER and below is not None and below.has("dash_start"):
        yield Tag.TITLE
    if in_text and seen.has("quote_start") and seen.length <= _SHORT and not sentence:
        yield Tag.SUBHEAD


def learn(pages: Sequence[TrainingPage], start: Numbers) -> Numbers:
    """What the pages teach, without changes too small to keep."""
    batch = Batch([page.example for page in pages], start.names)
    found = fit(start, batch, ridge=RIDGE, lasso=LASSO, rounds=ROUNDS)
    for array, before in zip(found.arrays(), start.arrays(), strict=True):
        change = np.round(np.nan_to_num(array - before), 1)
        array[:] = before + np.where(np.abs(change) < LEAST, 0.0, change)
    return found


def install(numbers: Numbers) -> None:
    """Let the engine of this process use these numbers."""
    for tag in TAGS:
        own = np.flatnonzero(numbers.own[tag])
        weights.WEIGHTS.setdefault(tag, {}).update({numbers.names[at]: float(numbers.features[tag, at]) for at in own})
        weights.TRANSITIONS[tag].update({to: float(numbers.steps[tag, to]) for to in weights.TRANSITIONS[tag]})
        weights.LAST[tag] = float(numbers.last[tag])
        if tag in weights.FIRST:
            weights.FIRST[tag] = float(numbers.first[tag])
    for remembered in (roles._resolved, roles._emission, steps.steps_between, steps._steps_to, confidence._features):
        remembered.cache_clear()


def cross_validate(pages: Sequence[TrainingPage], start: Numbers, folds: int) -> HeldOut:
    """Print how well each fold is split by weights from the others, and by those to start from."""
    dealt = sorted(pages, key=lambda page: (page.path.parent, zlib.crc32(page.path.name.encode())))
    total: dict[str, Counter[str]] = {}
    decided = HeldOut([], [], [])
    for fold in range(folds):
        held = dealt[fold::folds]
        decided.learned.append((learn([page for page in dealt if page not in held], start), held))
        install(decided.learned[-1][0])
        for page in held:
            page.judge(fold, decided)
        _add_scores(total, held, fold, "learned")
        install(start)
        _add_scores(total, held, fold, "start")
    for name, counts in sorted(total.items()):
        print(f"{name}: items {item_f1(counts):.4f}  roles {counts['roles'] / counts['lines']:.4f}")
    print(*reliability("boundaries", decided.boundaries, careful), sep="\n")
    print(*reliability("roles", decided.roles, likeliest), sep="\n")
    print_flags(decided)
    return decided


def print_flags(decided: HeldOut) -> None:
    """Print how many items of the pages held out are doubtful, and how many of the wrong boundaries lie in those."""
    curves = decided.curves()
    confidence.BOUNDARY, confidence.ROLE = curves["boundary"], curves["role"]
    total: Counter[str] = Counter()
    for numbers, held in decided.learned:
        install(numbers)
        total += sum((page.flags() for page in held), Counter[str]())
    print(*(f"{name}: {count}" for name, count in sorted(total.items())), sep="; ")


def _add_scores(total: dict[str, Counter[str]], pages: Sequence[TrainingPage], fold: int, name: str) -> None:
    for page in pages:
        counts = score(page.path)
        for key in (f"fold {fold} {name}", f"{page.path.parent} {name}"):
            total[key] = total.get(key, Counter()) + counts


def written(numbers: Numbers, start: Numbers, curves: Mapping[str, Curve], pages: str) -> str:
    """The learned changes, and the curves of confidence, as the text of ``learned.toml``."""
    rows = [
        "# What tests/tools/train_segmenter.py adds to the weights of weights.py. Do not edit: change weights.py,",
        "# or the pages, and learn again.",
        f"# Learned from {pages}; their text is not kept.",
    ]
    for tag in TAGS:
        change = numbers.features[tag] - start.features[tag]
        rows += _table(f"features.{tag.name}", {numbers.names[at]: change[at] for at in np.flatnonzero(change)})
    for tag in TAGS:
        change = np.nan_to_num(numbers.steps[tag] - start.steps[tag])
        rows += _table(f"steps.{tag.name}", {TAGS[to].name: change[to] for to in np.flatnonzero(change)})
    for name, after, before in (("first", numbers.first, start.first), ("last", numbers.last, start.last)):
        change = after - before
        rows += _table(name, {TAGS[at].name: change[at] for at in np.flatnonzero(change)})
    for name, (slope, offset) in curves.items():
        rows += ["", f"[confidence.{name}]", f"slope = {slope}", f"offset = {offset}"]
    return "\n".join(rows) + "\n"


def _table(name: str, entries: dict[str, float]) -> list[str]:
    return ["", f"[{name}]", *(f"{key} = {value:+.1f}" for key, value in entries.items())] if entries else []


def main() -> None:
    """Learn from the folders of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER[=WEIGHT]")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="then learn from all pages and write learned.toml")
    parser.add_argument("--pages", default="pages with gold", help="what the pages are, for the file written")
    args = parser.parse_args()
    weights.forget_learned()
    pages: list[TrainingPage] = []
    for folder, _, weight in (given.partition("=") for given in args.folders):
        pages += [TrainingPage(path, float(weight or 1)) for path in pages_with_gold(Path(folder))]
    names = {"bias"}.union(*weights.WEIGHTS.values())
    start = Numbers.of_engine(("bias", *sorted(names - {"bias"})))
    held = cross_validate(pages, start, args.folds)
    if args.write:
        text = written(learn(pages, start), start, held.curves(), args.pages)
        Path(weights.__file__).with_name("learned.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
