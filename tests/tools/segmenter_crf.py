# /// script
# dependencies = ["numpy>=2"]
# ///
"""The page engine's search as a conditional random field, for training: likelihood of gold pages, and its gradient.

States, features, steps and their weights are those of ``reader/segment``; only the sums over all paths are made here
(Lafferty, McCallum and Pereira, "Conditional Random Fields", 2001), with numpy and many pages at once. Gold says the
role of each line and where items begin, not the state, so the likelihood of a page is that of all paths which agree
with its gold, against all paths there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reader.segment import roles, weights
from reader.segment.features import Look
from reader.segment.steps import Kind, _fits, _kind, neighbour_costs, starts_item
from reader.segment.tags import STATES, Tag

Array = NDArray[np.float64]
TAGS = tuple(Tag)
OFF = -1e4
DISAGREES = -30.0
"""What a path loses for each line on which it does not agree with gold: no page is without a path that does."""

_STATE_TAGS = np.array([int(state.tag) for state in STATES])
_FITS = np.array([[_fits(above, below) for below in STATES] for above in STATES])
_KINDS = np.array([[_kind(above, below) for below in STATES] for above in STATES])
_STARTS = np.array([[starts_item(above, below) for below in STATES] for above in STATES])
_OPENS = np.array([roles._opening(state) > OFF for state in STATES])


@dataclass
class Numbers:
    """The weights that are trained: of features for tags, of steps from tag to tag, of a page's first and last tag.

    ``own`` tells the features that a tag has a weight of its own for; others it takes from its kin, or has none.
    """

    names: tuple[str, ...]
    own: NDArray[np.bool_]
    features: Array
    steps: Array
    first: Array
    last: Array

    @classmethod
    def of_engine(cls, names: Sequence[str]) -> "Numbers":
        """The weights that the engine has now, for features of these names."""
        at = {name: index for index, name in enumerate(names)}
        own = np.zeros((len(TAGS), len(names)), bool)
        features = np.zeros(own.shape)
        for tag, table in weights.WEIGHTS.items():
            for name, weight in table.items():
                own[tag, at[name]], features[tag, at[name]] = True, weight
        steps = np.array([[weights.TRANSITIONS[above].get(below, np.nan) for below in TAGS] for above in TAGS])
        first = np.array([weights.FIRST.get(tag, OFF) for tag in TAGS], float)
        last = np.array([weights.LAST.get(tag, 0.0) for tag in TAGS], float)
        return cls(tuple(names), own, features, steps, first, last)

    def arrays(self) -> tuple[Array, ...]:
        """What is trained, as arrays that may be changed in place."""
        return self.features, self.steps, self.first, self.last

    def copy(self) -> "Numbers":
        """The same numbers in arrays of their own."""
        return Numbers(self.names, self.own, *(array.copy() for array in self.arrays()))

    def resolved(self) -> Array:
        """Each tag's weight for each feature, with those that it takes from its kin."""
        table = self.features * self.own
        for tag, kin in weights.KIN.items():
            table[tag] = np.where(self.own[tag], table[tag], table[kin])
        return table

    def to_own(self, gradient: Array) -> Array:
        """The gradient of :meth:`resolved` as that of the weights which tags have of their own."""
        found = gradient.copy()
        for tag, kin in weights.KIN.items():
            found[kin] += np.where(self.own[tag], 0.0, gradient[tag])
        return found * self.own


@dataclass
class Example:
    """A page to learn from: its lines, for each the states that agree with gold, and whether gold begins an item."""

    looks: Sequence[Look]
    agrees: NDArray[np.bool_]
    starts: NDArray[np.bool_]
    weight: float = 1.0


@dataclass
class Batch:
    """Examples side by side, padded to the longest."""

    examples: Sequence[Example]
    names: Sequence[str]
    lengths: NDArray[np.int64] = field(init=False)
    present: NDArray[np.float32] = field(init=False)
    penalty: Array = field(init=False)
    starts: NDArray[np.bool_] = field(init=False)
    pair: NDArray[np.int64] = field(init=False)
    pairs: list[tuple[float, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the examples out in arrays: example, line, and feature, state or kind of step."""
        at = {name: index for index, name in enumerate(self.names)}
        self.lengths = np.array([len(example.looks) for example in self.examples])
        shape = len(self.examples), int(self.lengths.max())
        self.present = np.zeros((*shape, len(self.names)), np.float32)
        self.penalty, self.starts = np.zeros((*shape, len(STATES))), np.zeros(shape, bool)
        self.pair = np.zeros(shape, int)
        known: dict[tuple[float, ...], int] = {}
        for number, example in enumerate(self.examples):
            length = len(example.looks)
            self.penalty[number, :length] = np.where(example.agrees, 0.0, DISAGREES)
            self.starts[number, :length] = example.starts
            for line, look in enumerate(example.looks):
                self.present[number, line, [0, *(at[name] for name in look.features if name in at)]] = 1
            for line, (above, below) in enumerate(pairwise(example.looks), 1):
                self.pair[number, line] = known.setdefault(neighbour_costs(above, below), len(known))
        self.pairs = list(known) or [(0.0,) * len(Kind)]


@dataclass
class _Sums:
    """Expected counts, gold's taken away: of states on lines, of steps, of first and last states."""

    states: Array
    steps: Array
    first: Array
    last: Array
    loss: float = 0.0


def loss(numbers: Numbers, batch: Batch) -> tuple[float, tuple[Array, ...]]:
    """Minus the logarithm of the likelihood of the examples' gold, weighted, and its gradient for each array."""
    own = (batch.present @ numbers.resolved().T.astype(np.float32)).astype(float)[:, :, _STATE_TAGS]
    table = np.where(np.isnan(numbers.steps), OFF, numbers.steps)
    lost = np.isnan(numbers.steps[:, Tag.HEADLESS_START])
    table[lost, Tag.HEADLESS_START] = weights.LOST
    steps = np.where(_FITS, table[_STATE_TAGS][:, _STATE_TAGS], OFF) + np.array(batch.pairs)[:, _KINDS]
    size = len(STATES)
    sums = _Sums(np.zeros_like(own), np.zeros((size, size)), np.zeros(size), np.zeros(size))
    for sign in (1, -1):
        _add_paths(numbers, batch, own, steps, sums, sign)
    by_tag = np.zeros((*own.shape[:2], len(TAGS)))
    np.add.at(by_tag, (slice(None), slice(None), _STATE_TAGS), sums.states)
    features = np.einsum("abt,abf->tf", by_tag.astype(np.float32), batch.present).astype(float)
    gradient = [np.zeros((len(TAGS), len(TAGS))), np.zeros(len(TAGS)), np.zeros(len(TAGS))]
    np.add.at(gradient[0], (_STATE_TAGS[:, None], _STATE_TAGS[None]), sums.steps * _FITS)
    np.add.at(gradient[1], _STATE_TAGS, sums.first * _OPENS)
    np.add.at(gradient[2], _STATE_TAGS, sums.last)
    gradient[0][np.isnan(numbers.steps)] = 0.0
    return sums.loss, (numbers.to_own(features), *gradient)


def _add_paths(numbers: Numbers, batch: Batch, own: Array, steps: Array, sums: _Sums, sign: int) -> None:
    """Add the counts over all paths (``sign`` 1), or take away those over the paths that agree with gold (−1).

    The forward and the backward recursion (Rabiner, "A Tutorial on Hidden Markov Models", 1989) in logarithms.
    """
    gold = sign < 0
    if gold:
        own = own + batch.penalty
    rows, end = np.arange(len(batch.lengths)), batch.lengths - 1
    share = sign * np.array([example.weight for example in batch.examples])

    def into(line: int) -> Array:
        found = steps[batch.pair[:, line]]
        if gold:
            found = found + np.where(batch.starts[:, line, None, None] == _STARTS, 0.0, DISAGREES)
        return found

    forward = np.empty_like(own)
    forward[:, 0] = np.where(_OPENS, numbers.first[_STATE_TAGS], OFF) + own[:, 0]
    for line in range(1, own.shape[1]):
        forward[:, line] = _logsum(forward[:, line - 1, :, None] + into(line), 1) + own[:, line]
    closing = numbers.last[_STATE_TAGS]
    total = _logsum(forward[rows, end] + closing, 1)
    sums.loss += float((total * share).sum())
    behind = np.zeros((len(rows), len(STATES)))
    for line in range(own.shape[1] - 1, -1, -1):
        if line + 1 < own.shape[1]:
            onward = into(line + 1) + (own[:, line + 1] + behind)[:, None, :]
            taken = _exp(forward[:, line, :, None] + onward - total[:, None, None])
            taken[line >= end] = 0.0
            sums.steps += (taken * share[:, None, None]).sum(0)
            behind = _logsum(onward, 2)
        behind[line == end] = closing
        held = _exp(forward[:, line] + behind - total[:, None]) * share[:, None]
        held[line > end] = 0.0
        sums.states[:, line] += held
        sums.last += held[line == end].sum(0)
        if line == 0:
            sums.first += held.sum(0)


def fit(start: Numbers, batch: Batch, *, ridge: float, lasso: float, rounds: int) -> Numbers:
    """Numbers under which gold is likely and which stay near those to start from.

    ``ridge`` and ``lasso`` are what it costs to leave them, by the square and by the size of the change (the second
    smoothed, so that small changes vanish). Adam (Kingma and Ba, 2015), all pages in each of ``rounds`` steps.
    """
    found = start.copy()
    pace, spread = [[np.zeros_like(array) for array in found.arrays()] for _ in range(2)]
    for step in range(1, rounds + 1):
        rate = 0.08 * (1 - 0.7 * step / rounds)
        _, gradient = loss(found, batch)
        for at, (array, before, slope) in enumerate(zip(found.arrays(), start.arrays(), gradient, strict=True)):
            change = np.nan_to_num(array - before)
            whole = slope + ridge * change + lasso * np.tanh(change / 0.1)
            pace[at] = 0.9 * pace[at] + 0.1 * whole
            spread[at] = 0.99 * spread[at] + 0.01 * whole**2
            array[...] -= rate * (pace[at] / (1 - 0.9**step)) / (np.sqrt(spread[at] / (1 - 0.99**step)) + 1e-6)
    return found


def _logsum(values: Array, axis: int) -> Array:
    most = values.max(axis, keepdims=True)
    return (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)


def _exp(values: Array) -> Array:
    return np.exp(np.minimum(values, 0.0))
