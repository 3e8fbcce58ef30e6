"""Finds texts that are nearly the same: min-wise hashes of their shingles, in bands (locality-sensitive hashing).

A. Broder, "On the resemblance and containment of documents" (1997); the bands are those of J. Leskovec, A. Rajaraman
and J. Ullman, "Mining of Massive Datasets", chapter 3. Two texts that have a share J of all their shingles in common
have a band in common with the probability ``1 - (1 - J ** ROWS) ** BANDS``: 0.55 at J = 0.5, 0.92 at 0.7, 0.99 at 0.9.
What has a band in common is a candidate; ``resemblance`` says what it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.domain.article import ArticleView
from reader.domain.fold import fold
from reader.domain.model import Role

SHINGLE = 4
"""Characters of a shingle: about two Chinese words."""
BANDS, ROWS = 6, 3
LEAST = 40
"""Characters below which a text is too short to say that it was copied."""
ALIKE = 0.5
"""The resemblance from which two articles are copies of each other."""

_Hashes = NDArray[np.uint64]
_NO_WORD = re.compile(r"[\W_]+")
_BASE = np.uint64(0x100000001B3)
_SEED = 20240512
_FACTORS = np.random.default_rng(_SEED).integers(1, 1 << 63, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_OFFSETS = np.random.default_rng(_SEED + 1).integers(0, 1 << 63, BANDS * ROWS, dtype=np.uint64)
_KEY_BITS = np.uint64(31)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a text: the hash of each of its shingles once, in order, and the key of each band.

    A key is a number of 31 bits that differs from band to band.
    """

    shingles: _Hashes
    keys: tuple[int, ...]


def sketch_of(view: ArticleView) -> Sketch | None:
    """The sketch of an article's running text, or None of a short one. Headlines differ from paper to paper."""
    parts = [
        view.text[paragraph.span.start : paragraph.span.end]
        for paragraph in view.paragraphs
        if paragraph.role in {Role.BODY, Role.SUBHEAD, Role.CAPTION}
    ]
    return sketch("\n".join(parts))


def sketch(text: str) -> Sketch | None:
    """The sketch of a text; None where it has fewer than ``LEAST`` characters, punctuation and spaces aside."""
    words = _NO_WORD.sub("", fold(text))
    if len(words) < LEAST:
        return None
    shingles = _shingles(words)
    least = (shingles[:, None] * _FACTORS + _OFFSETS).min(axis=0).reshape(BANDS, ROWS)
    return Sketch(shingles, tuple(_key(band, row) for band, row in enumerate(least)))


def resemblance(one: Sketch, other: Sketch) -> float:
    """The share of all shingles of two texts that both have, 0 to 1 (the Jaccard index)."""
    both = np.intersect1d(one.shingles, other.shingles, assume_unique=True).size
    return float(both) / (one.shingles.size + other.shingles.size - both)


def _shingles(words: str) -> _Hashes:
    codes: NDArray[Any] = np.frombuffer(words.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    hashes = np.zeros(len(codes) - SHINGLE + 1, dtype=np.uint64)
    for at in range(SHINGLE):
        hashes = hashes * _BASE + codes[at : len(codes) - SHINGLE + 1 + at]
    return np.unique(_mixed(hashes))


def _mixed(hashes: _Hashes) -> _Hashes:
    """Every bit of a number in every bit of the result (the finalizer of splitmix64)."""
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * np.uint64(factor)
    return hashes ^ (hashes >> np.uint64(31))


def _key(band: int, least: Sequence[np.uint64]) -> int:
    seed = np.array([band + 1], dtype=np.uint64)
    for value in least:
        seed = _mixed(seed ^ value)
    return int(seed[0] & ((np.uint64(1) << _KEY_BITS) - np.uint64(1)))
