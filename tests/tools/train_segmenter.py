# /// script
# dependencies = ["numpy>=2"]
# ///
"""Learn the page engine's weights from pages with gold, and write ``reader/segment/learned.toml``.

::

    PYTHONPATH=. uv run tests/tools/train_segmenter.py FOLDER[=WEIGHT] ... [--write]

A folder holds pages, ``NAME.txt``, each with its ``NAME.gold.json`` (the form of ``seeds/``); WEIGHT says how much each
of its pages counts. Without ``--write`` nothing is changed: the pages are dealt into folds, and what is printed is how
well each fold is split by weights that were learned from the other folds, and by the weights set by hand.

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
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from reader.domain.model import Kind, Role
from reader.segment import confidence, roles, steps, weights
from reader.segment.features import Look
from reader.segment.items import _kind
from reader.segment.lines import split_lines
from reader.segment.page import look_at
from reader.segment.tags import ROLE_OF, STATES, Tag
from reader.segment.wrapping import unwrap
from tests.support.page_scores import gold_path, item_f1, pages_with_gold, read_page, score
from tests.tools.segmenter_crf import TAGS, Batch, Example, Numbers, fit

RIDGE, LASSO, ROUNDS = 2.0, 0.1, 40
LEAST = 0.15
"""A smaller change than this is not kept."""

_NOTES = ("author_note", "source_note", "pen_name", "byline", "credit", "drawn_by", "names_bare", "names_dressed")
_SENTENCE = ("end_stop", "inner_stop", "end_ask")
_SHORT = 22


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


def cross_validate(pages: Sequence[TrainingPage], start: Numbers, folds: int) -> None:
    """Print how well each fold is split by weights from the others, and by those to start from."""
    dealt = sorted(pages, key=lambda page: (page.path.parent, zlib.crc32(page.path.name.encode())))
    total: dict[str, Counter[str]] = {}
    for fold in range(folds):
        held = dealt[fold::folds]
        for name, numbers in (
            ("learned", learn([page for page in dealt if page not in held], start)),
            ("start", start),
        ):
            install(numbers)
            for page in held:
                counts = score(page.path)
                for key in (f"fold {fold} {name}", f"{page.path.parent} {name}"):
                    total[key] = total.get(key, Counter()) + counts
    for name, counts in sorted(total.items()):
        print(f"{name}: items {item_f1(counts):.4f}  roles {counts['roles'] / counts['lines']:.4f}")


def written(numbers: Numbers, start: Numbers, pages: str) -> str:
    """The learned changes as the text of ``learned.toml``."""
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
    return "\n".join(rows) + "\n"


def _table(name: str, entries: dict[str, float]) -> list[str]:
    return ["", f"[{name}]", *(f"{key} = {value:+.1f}" for key, value in entries.items())] if entries else []


def main() -> None:
    """Learn from the folders of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER[=WEIGHT]")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="learn from all pages and write learned.toml")
    parser.add_argument("--pages", default="pages with gold", help="what the pages are, for the file written")
    args = parser.parse_args()
    weights.forget_learned()
    pages: list[TrainingPage] = []
    for folder, _, weight in (given.partition("=") for given in args.folders):
        pages += [TrainingPage(path, float(weight or 1)) for path in pages_with_gold(Path(folder))]
    names = {"bias"}.union(*weights.WEIGHTS.values())
    start = Numbers.of_engine(("bias", *sorted(names - {"bias"})))
    if args.write:
        text = written(learn(pages, start), start, args.pages)
        Path(weights.__file__).with_name("learned.toml").write_text(text, encoding="utf-8")
    else:
        cross_validate(pages, start, args.folds)


if __name__ == "__main__":
    main()
