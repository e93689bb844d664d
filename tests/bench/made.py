"""Made-up papers as dumps of JSON Lines: words as in life, topics, phrases, sentences."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.bench.words import chances, words

CHUNK = 5000
"""Papers made at a time."""
OF_ONE_DUMP = 100_000
"""Papers of one dump."""
TOPICS = 400
TOPIC_WORDS = 40
PEOPLE = 60_000
COMMON = 50_000
"""Ranks of words that also begin and end sentences."""
FIRST_DAY, LAST_DAY = np.datetime64("2000-01-01"), np.datetime64("2025-06-30")

Ints = npt.NDArray[np.int64]


def write_made(folder: Path, count: int, seed: int = 7) -> None:
    """Write dumps of made-up papers, the same for the same seed."""
    maker = _Maker(seed)
    for start in range(0, count, CHUNK):
        rows = maker.papers(start, min(CHUNK, count - start))
        with (folder / f"papers-{start // OF_ONE_DUMP:02}.jsonl").open(
            "a", encoding="ascii"
        ) as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)


class _Maker:
    """Draws papers from one source of chance."""

    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._upto = np.cumsum(chances())
        self._plain = words(seed)
        self._last = np.array([f"{word}." for word in self._plain[:COMMON]], dtype=object)
        self._first = np.array([word.capitalize() for word in self._plain[:COMMON]], dtype=object)
        spread = self._chance.uniform(np.log(30), np.log(30_000), (TOPICS, TOPIC_WORDS))
        self._topics = np.exp(spread).astype(np.int64)
        self._surnames = [word.capitalize() for word in self._plain[500 : 500 + PEOPLE]]

    def papers(self, start: int, count: int) -> Iterator[dict[str, Any]]:
        """So many papers, as records of a dump."""
        chance = self._chance
        topics = chance.integers(0, TOPICS, (count, 2))
        lengths = np.clip(chance.normal(155, 48, count), 40, 400).astype(np.int64)
        abstracts = self._texts(lengths, topics, 0.25, sentences=True)
        lengths = chance.integers(7, 12, count)
        titles = self._texts(lengths, topics, 0.55, sentences=False)
        span = (LAST_DAY - FIRST_DAY).astype(int)
        days = FIRST_DAY + np.sqrt(chance.random(count) * span**2).astype(np.int64)
        for row, day in enumerate(np.datetime_as_string(days).tolist()):
            named = topics[row].tolist()
            yield {
                "title": titles[row].capitalize(),
                "abstract": abstracts[row],
                "authors": self._authors(),
                "venue": f"Venue {named[0] % 40}",
                "date": day,
                "url": f"https://example.org/{start + row}",
                "keywords": [self._plain[self._topics[topic, 0]] for topic in named],
            }

    def _authors(self) -> list[str]:
        drawn = self._chance.random(2 * int(self._chance.integers(2, 6))) ** 2
        given = [self._surnames[int(part * 900)] for part in drawn[::2]]
        family = [self._surnames[int(part * PEOPLE)] for part in drawn[1::2]]
        return [f"{one} {other}" for one, other in zip(given, family, strict=True)]

    def _texts(self, lengths: Ints, topics: Ints, share: float, *, sentences: bool) -> list[str]:
        """Texts of so many words, a share of them the topics' own."""
        total = int(lengths.sum())
        ranks = np.searchsorted(self._upto, self._chance.random(total)).clip(
            0, len(self._plain) - 1
        )
        paper = np.repeat(np.arange(len(lengths)), lengths)
        own = np.flatnonzero(self._chance.random(total) < share)
        topic = topics[paper[own], self._chance.integers(0, 2, len(own))]
        # Some of a topic's words come more often, and its pairs of words like to stand together.
        slot = (TOPIC_WORDS * self._chance.random(len(own)) ** 2).astype(np.int64)
        ranks[own] = self._topics[topic, slot]
        leads = (slot % 2 == 0) & (own + 1 < total) & (self._chance.random(len(own)) < 0.5)
        ranks[own[leads] + 1] = self._topics[topic[leads], slot[leads] + 1]
        drawn = self._plain[ranks]
        if sentences:
            self._punctuate(drawn, ranks)
        every = drawn.tolist()
        ends = np.cumsum(lengths)
        places = zip((ends - lengths).tolist(), ends.tolist(), strict=True)
        return [" ".join(every[begin:end]) for begin, end in places]

    def _punctuate(self, drawn: npt.NDArray[np.object_], ranks: Ints) -> None:
        ends = np.flatnonzero(self._chance.random(len(drawn)) < 0.05)
        for places, forms in ((ends, self._last), (ends[:-1] + 1, self._first)):
            usual = places[ranks[places] < COMMON]
            drawn[usual] = forms[ranks[usual]]
