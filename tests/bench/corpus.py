"""Newspaper pages without end, made from a seed: the material of the benchmark.

A page has ten articles of some 700 characters under banners, with kickers, headlines of one and two lines, bylines,
subheads, and paragraphs that a column end cut in two, at times with a photograph and its caption between the halves.
Page ``n`` of a seed is the same whatever the number of pages, so a small corpus is the beginning of a large one.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.bench import words

SEED = 20240512
ARTICLES_PER_PAGE = 10
PAGES_PER_ISSUE = 8
_FIRST_ISSUE = date(2023, 1, 2)
_ARTICLE_LENGTH = 700
_PARAGRAPH_LENGTH = 130
_EVERY_GB18030 = 8
_EVERY_MARKED = 3
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page file: its name, encoding and text, and what is in it: the headlines in order, a line each."""

    name: str
    encoding: str
    text: str
    headlines: tuple[str, ...]


def pages(articles: int, seed: int = SEED, after: int = 0) -> Iterator[MadePage]:
    """The pages of so many articles, rounded up to whole pages, that follow those of the first ``after`` articles."""
    first = -(-after // ARTICLES_PER_PAGE)
    for number in range(first, first - (-articles // ARTICLES_PER_PAGE)):
        yield _Writer(number, seed).page()


def write_pages(folder: Path, articles: int, seed: int = SEED, after: int = 0) -> list[Path]:
    """Write a corpus below a folder, a folder for each newspaper; returns the files in the order of the pages.

    Those of issues that a library has already would be taken for newer texts of its pages: go on ``after`` those.
    """
    return [write_page(folder, page) for page in pages(articles, seed, after)]


def write_page(folder: Path, page: MadePage) -> Path:
    """Write one page below a folder."""
    path = folder / page.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.text.encode(page.encoding))
    return path


def long_page(characters: int, seed: int = SEED) -> MadePage:
    """A page with a single article of at least so many characters."""
    return _Writer(0, seed).long_page(characters)


def planted_count(kind: str, articles: int) -> int:
    """In how many of the first ``articles`` articles a word of a kind of ``words.PLANTED`` stands."""
    every = words.PLANTED_EVERY[kind]
    return sum(number % every == 0 for number in range(articles))


class _Writer:
    """Writes one page."""

    def __init__(self, number: int, seed: int) -> None:
        self._number = number
        self._random = random.Random(f"{seed}/{number}")
        self._lines: list[str] = []
        self._headlines: list[str] = []
        self._topic: dict[str, str] = {}
        self._mark = "# " if number % _EVERY_MARKED == _EVERY_MARKED - 1 else ""

    def page(self) -> MadePage:
        issue, page_no = divmod(self._number, PAGES_PER_ISSUE)
        day, paper = divmod(issue, len(words.NEWSPAPERS))
        newspaper = words.NEWSPAPERS[paper]
        printed = _FIRST_ISSUE + timedelta(days=day)
        section = words.SECTIONS[self._number % len(words.SECTIONS)]
        day_printed = f"{printed.year}年{printed.month}月{printed.day}日 星期{_WEEKDAYS[printed.weekday()]}"
        staff = f"责任编辑：{self._name()}　版式：{self._name()}"
        self._lines += [f"第{page_no + 1:02}版：{section}", "", f"{newspaper} {day_printed}　{staff}", ""]
        dress = self._pick(words.DRESSES)
        first = self._number * ARTICLES_PER_PAGE
        for place in range(ARTICLES_PER_PAGE):
            if place % 4 == 0:
                self._lines += [f"{dress}{words.SECTIONS[(self._number + place) % len(words.SECTIONS)]}", ""]
            self._article(first + place, round(_ARTICLE_LENGTH * self._random.uniform(0.6, 1.4)))
        encoding = "gb18030" if self._number % _EVERY_GB18030 == _EVERY_GB18030 - 1 else "utf-8"
        name = f"{newspaper}/{newspaper}_{printed.isoformat()}_第{page_no + 1:02}版.txt"
        return MadePage(name, encoding, "\n".join(self._lines) + "\n", tuple(self._headlines))

    def long_page(self, characters: int) -> MadePage:
        self._article(1, characters)
        return MadePage(f"{characters}.txt", "utf-8", "\n".join(self._lines) + "\n", tuple(self._headlines))

    def _article(self, number: int, length: int) -> None:
        chance = self._random.random
        self._topic = {
            "place": self._pick(words.PLACES),
            "body": self._pick(words.BODIES),
            "subject": self._pick(words.SUBJECTS),
        }
        if chance() < 0.5:
            self._lines += [self._filled(self._pick(words.KICKERS)), ""]
        headline = self._filled(self._pick(words.HEADLINES))
        self._headlines.append(headline)
        self._lines += [self._mark + headline, ""]
        if chance() < 0.3:
            self._lines += [self._filled(self._pick(words.SUBTITLES)), ""]
        agency = chance() < 0.3
        opening = f"本报讯（记者 {self._name()} 通讯员 {self._name()}）" if agency else ""
        if not agency:
            self._lines += [f"{self._pick(words.BYLINE_MARKS)}本报记者 {self._name()} 通讯员 {self._name()}", ""]
        paragraphs = self._paragraphs(number, opening, length)
        for place, paragraph in enumerate(paragraphs):
            if place == 2 and chance() < 0.4:
                self._lines += [self._filled(self._pick(words.SUBHEADS)), ""]
            self._lines += [*self._cut(paragraph, with_photo=place == 1 and chance() < 0.15), ""]

    def _paragraphs(self, number: int, opening: str, length: int) -> list[str]:
        """The text of an article, its planted words among it."""
        sentences = [opening + self._filled(self._pick(words.LEADS))]
        while sum(map(len, sentences)) < length:
            for pattern in self._random.sample(words.SENTENCES, len(words.SENTENCES)):
                sentences.append(self._filled(pattern))
                if sum(map(len, sentences)) >= length:
                    break
        for kind, every in words.PLANTED_EVERY.items():
            if number % every == 0:
                word = words.PLANTED[kind][number // every % len(words.PLANTED[kind])]
                sentence = self._filled(words.PLANTED_SENTENCE, word=word)
                sentences.insert(self._random.randint(1, len(sentences)), sentence)
        paragraphs = [""]
        for sentence in sentences:
            if len(paragraphs[-1]) >= _PARAGRAPH_LENGTH:
                paragraphs.append("")
            paragraphs[-1] += sentence
        return paragraphs

    def _cut(self, paragraph: str, *, with_photo: bool) -> list[str]:
        """A paragraph as it stands on the page: whole, or cut where a column ended."""
        if not with_photo and self._random.random() < 0.7:
            return [paragraph]
        cut = self._random.randint(len(paragraph) // 3, len(paragraph) * 2 // 3)
        while paragraph[cut - 1] in "，。：、”" or paragraph[cut] in "，。：、”“":  # a column seldom ends at a stop
            cut += 1
        photo = [self._filled(self._pick(words.CAPTIONS)), "", f"{self._name()} 摄", ""] if with_photo else []
        return [paragraph[:cut], "", *photo, paragraph[cut:]]

    def _filled(self, pattern: str, **given: str) -> str:
        """A pattern with a word in each of its gaps."""
        whole = self._random.randint
        return pattern.format_map(
            {
                **self._topic,
                "place2": self._pick(words.PLACES),
                "action": self._pick(words.ACTIONS),
                "people": self._pick(words.PEOPLE),
                "thing": self._pick(words.THINGS),
                "change": self._pick(words.CHANGES),
                "name": self._name(),
                "month": whole(1, 12),
                "day": whole(1, 28),
                "age": whole(19, 83),
                "years": whole(2, 40),
                "few": whole(2, 9),
                "tens": whole(10, 99),
                "count": whole(100, 9999),
                "money": f"{whole(10, 9999)}.{whole(1, 9)}",
                "percent": f"{whole(70, 98)}.{whole(1, 9)}",
                **given,
            }
        )

    def _name(self) -> str:
        given = self._pick(words.GIVEN) + (self._pick(words.GIVEN) if self._random.random() < 0.7 else "")
        return self._pick(words.SURNAMES) + given

    def _pick(self, choices: tuple[str, ...]) -> str:
        return choices[int(self._random.random() * len(choices))]
