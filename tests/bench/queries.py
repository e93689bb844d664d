"""The queries that are asked: made of the papers' own words, one kind after the other."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tests.bench.fts5 import Match
from tests.bench.misspelling import misspelled
from tests.bench.papers import Papers, words_of
from tests.bench.words import FUNCTION_WORDS

T = TypeVar("T")

SAMPLE = 600
"""Papers whose words the queries are made of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One query in the words of each program."""

    kind: str
    ours: str
    fts5: Match | None = None
    """None where FTS5 has nothing of the kind."""
    typing: bool = False
    """Whether the last word is still being typed."""


def queries(papers: Papers, seed: int = 11) -> list[Asked]:
    """About a hundred queries, the same ones for the same papers."""
    maker = _Maker(papers.sample(SAMPLE), random.Random(seed))
    makers = (
        maker.words, maker.phrases, maker.operators, maker.fields, maker.dates, maker.prefixes,
        maker.typos, maker.marks, maker.mixed,
    )  # fmt: skip
    return [asked for each in makers for asked in each()]


def commonest(papers: Papers) -> list[tuple[str, float]]:
    """Words that mean something with their share of abstracts, the commonest first."""
    rows = papers.sample(SAMPLE)
    counts = _counts([words_of(row["abstract"]) for row in rows])
    return [(word, count / len(rows)) for word, count in counts.most_common()]


def _counts(texts: Sequence[list[str]]) -> Counter[str]:
    means = {word for text in texts for word in text if len(word) > 3} - set(FUNCTION_WORDS)
    return Counter(word for text in texts for word in sorted(set(text) & means))


def all_of(*words: str) -> str:
    """FTS5's query for papers with all these words."""
    return " ".join(f'"{word}"' for word in words)


class _Maker:
    """Draws words from a sample of papers."""

    def __init__(self, rows: Sequence[dict[str, Any]], chance: random.Random) -> None:
        self._chance = chance
        self._rows = rows
        self._texts = [words_of(row["abstract"]) for row in rows]
        counts = _counts(self._texts)
        self._common = [word for word, _ in counts.most_common(60)]
        self._known = set(counts)
        self._rare = [word for word, count in counts.items() if count <= 2 and len(word) > 4]
        self._middling = [word for word, count in counts.items() if 5 <= count <= 30]

    def _some(self, items: Sequence[T], count: int) -> list[T]:
        return self._chance.sample(items, min(count, len(items)))

    def words(self) -> Iterator[Asked]:
        """One to five words, common and rare."""
        for word in self._common[:8]:
            yield Asked("one common word", word, Match(all_of(word)))
        for word in self._some(self._rare, 6):
            yield Asked("one rare word", word, Match(all_of(word)))
        for size in (2, 3, 4, 5):
            for turn in range(5):
                last = self._rare if turn % 2 else self._middling
                words = [*self._some(self._common, size - 1), *self._some(last, 1)]
                yield Asked(f"{size} words", " ".join(words), Match(all_of(*words)))

    def phrases(self) -> Iterator[Asked]:
        """Two and three words that stand side by side somewhere."""
        for size in (2, 2, 2, 2, 2, 2, 3, 3):
            text = self._chance.choice([text for text in self._texts if len(text) > 20])
            starts = [n for n in range(len(text) - size) if min(map(len, text[n : n + size])) > 3]
            start = self._chance.choice(starts or [0])
            phrase = f'"{" ".join(text[start : start + size])}"'
            yield Asked("phrase", phrase, Match(phrase))

    def operators(self) -> Iterator[Asked]:
        """OR and NOT."""
        for one, other in zip(self._common[:6], self._common[6:12], strict=True):
            yield Asked("OR", f"{one} OR {other}", Match(f'"{one}" OR "{other}"'))
            yield Asked("NOT", f"{one} -{other}", Match(f'"{one}" NOT "{other}"'))

    def fields(self) -> Iterator[Asked]:
        """A word in one field."""
        for word in self._common[16:18]:
            yield Asked("field", f"title:{word}", Match(f'title:"{word}"'))
            yield Asked("field", f"abstract:{word}", Match(f'abstract:"{word}"'))
        for row in self._some([row for row in self._rows if row["authors"]], 3):
            name = (words_of(row["authors"][0]) or ["lee"])[-1]
            yield Asked("field", f"author:{name}", Match(f'authors:"{name}"'))

    def dates(self) -> Iterator[Asked]:
        """A range of years, with a word or without."""
        for word, first in zip(self._common[20:25], (2012, 2016, 2019, 2021, 2023), strict=True):
            where = f"day between {first}0000 and {first + 2}1231"
            range_ = f"year:{first}..{first + 2}"
            yield Asked("dates", f"{word} {range_}", Match(all_of(word), where))
        yield Asked("dates", "year:2020..", Match("", "day >= 20200000"))

    def prefixes(self) -> Iterator[Asked]:
        """Words as they are typed, letter by letter; also after another word."""
        for word in (self._common[0], self._common[5], self._some(self._middling, 1)[0]):
            for size in range(1, 7):
                start = word[:size]
                yield Asked("prefix, typed", start, Match(f"{start}*"), typing=True)
        for first, last in zip(self._common[8:11], self._some(self._middling, 3), strict=True):
            match = Match(f'"{first}" {last[:3]}*')
            yield Asked("word and prefix", f"{first} {last[:3]}", match, typing=True)

    def typos(self) -> Iterator[Asked]:
        """A word with a letter too many, too few, wrong or swapped; FTS5 does not know such."""
        for word in self._some(
            [word for word in self._common + self._middling if len(word) > 5], 6
        ):
            wrong = misspelled(word, self._chance)
            yield Asked("typo", wrong)
            yield Asked("~word", f"~{wrong}")

    def marks(self) -> Iterator[Asked]:
        """What the reader marked."""
        one, other = self._common[2], self._common[30]
        yield Asked("marks", "is:starred", Match("", "starred = 1"))
        yield Asked("marks", "is:unread", Match("", "read = 0"))
        for word in (one, other):
            yield Asked("marks", f"{word} is:starred", Match(all_of(word), "starred = 1"))
            yield Asked("marks", f"{word} is:unread", Match(all_of(word), "read = 0"))

    def mixed(self) -> Iterator[Asked]:
        """Several of these at once."""
        one, two, three, four = self._some(self._common, 4)
        part = four[:4]
        yield Asked(
            "mixed", f"({one} OR {two}) {three}", Match(f'("{one}" OR "{two}") AND "{three}"')
        )
        yield Asked("mixed", f"{one} {two} -{three}", Match(f'("{one}" AND "{two}") NOT "{three}"'))
        yield Asked("mixed", f"title:{one} {two}", Match(f'title:"{one}" AND "{two}"'))
        yield Asked("mixed", f"{one} {part}*", Match(f'"{one}" {part}*'))
        yield Asked(
            "mixed",
            f"({one} OR {two}) {three} year:2018..2022 is:unread",
            Match(
                f'("{one}" OR "{two}") AND "{three}"',
                "day between 20180000 and 20221231 and read = 0",
            ),
        )
        for phrase in list(self.phrases())[:2]:
            assert phrase.fts5 is not None
            match = f'{phrase.ours} OR "{four}"'
            yield Asked("mixed", f"{phrase.ours} OR {four}", Match(match))
