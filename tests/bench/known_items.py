"""Known items: does what a person remembers of a title find the paper among the first ten?"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from tests.bench import goals
from tests.bench.fts5 import Fts5
from tests.bench.misspelling import misspelled
from tests.bench.papers import REAL_KIND, Papers, real, words_of
from tests.bench.queries import all_of
from tests.bench.stage import Stage
from tests.bench.table import Row, Section
from tests.bench.words import FUNCTION_WORDS
from tui_reader.library.library import Library
from tui_reader.library.listing import Question
from tui_reader.queries.query import Query

WANTED = 300
FIRST = 10
SHORTEST = 4
"""Letters of a word that a person would type to find a paper."""
SEED = 17

Finds = Callable[[Sequence[str], str], bool]


@dataclass(frozen=True, slots=True)
class Item:
    """A paper somebody has in mind, and what they type."""

    title: str
    words: tuple[str, ...]
    mistyped: tuple[str, ...]


def known_items(papers: Papers, seed: int = SEED) -> list[Item]:
    """Papers by three words of their titles, rather the long and rare ones, in their order."""
    chance = random.Random(seed)
    titles = [(row["title"], _memorable(row["title"])) for row in papers.rows()]
    seen = Counter(word for _, words in titles for word in words)
    possible = [(title, words) for title, words in titles if len(words) > 2]
    items = []
    for title, words in chance.sample(possible, min(WANTED, len(possible))):
        chosen = _drawn(
            words, [len(word) * log(len(titles) / seen[word]) for word in words], chance
        )
        wrong = chance.choice(chosen)
        mistyped = tuple(misspelled(word, chance) if word == wrong else word for word in chosen)
        items.append(Item(title, chosen, mistyped))
    return items


def _memorable(title: str) -> list[str]:
    words = [word for word in words_of(title) if len(word) >= SHORTEST]
    return list(dict.fromkeys(word for word in words if word not in FUNCTION_WORDS))


def _drawn(words: list[str], weights: list[float], chance: random.Random) -> tuple[str, ...]:
    """Three different words, drawn by weight."""
    left = dict(zip(words, weights, strict=True))
    chosen: set[str] = set()
    while len(chosen) < 3:
        [word] = chance.choices(list(left), list(left.values()))
        del left[word]
        chosen.add(word)
    return tuple(word for word in words if word in chosen)


def known_figures(stage: Stage) -> list[Section]:
    """How many of 100 are found in the real papers; nothing where there are none."""
    if stage.papers.kind == REAL_KIND:
        return [_figures(stage)]
    papers = real(stage.home / "real")
    if papers is None:
        return []
    (stage.home / "known").mkdir()
    return [_figures(Stage(stage.home / "known", papers))]


def _figures(stage: Stage) -> Section:
    items = known_items(stage.papers)
    with stage.library() as library, stage.fts5() as base:
        programs = (_ours(library), _theirs(base, stage, " "), _theirs(base, stage, " OR "))
        found = {finds: _shares(items, finds) for finds in programs}
    ours, every, any_ = found.values()
    remark = f"{len(items)} titles, three words each, among the first {FIRST}; FTS5 OR: any word"
    return Section(
        f"Known items, {stage.papers.kind}",
        [
            Row(
                "as in the title",
                "%",
                ours[0],
                every[0],
                goal=goals.EXACT,
                headline="known item by three words of its title",
            ),
            Row(
                "one word mistyped",
                "%",
                ours[1],
                every[1],
                goal=goals.MISTYPED,
                headline="known item, one word mistyped",
            ),
            Row("as in the title, FTS5 OR", "%", ours[0], any_[0]),
            Row("one word mistyped, FTS5 OR", "%", ours[1], any_[1]),
        ],
        remark,
    )


def _shares(items: Sequence[Item], finds: Finds) -> tuple[float, float]:
    exact = sum(finds(item.words, item.title) for item in items)
    mistyped = sum(finds(item.mistyped, item.title) for item in items)
    return exact / len(items), mistyped / len(items)


def _ours(library: Library) -> Finds:
    def finds(words: Sequence[str], title: str) -> bool:
        listing = library.search(Question(Query.parse(" ".join(words))))
        best = (listing.numbers[row] for row in range(min(FIRST, len(listing.numbers))))
        titles = (listing.snapshot.paper(number).title for number in best)
        return any(words_of(each) == words_of(title) for each in titles)

    return finds


def _theirs(base: Fts5, stage: Stage, between: str) -> Finds:
    titles = list(_titles(stage.papers))

    def finds(words: Sequence[str], title: str) -> bool:
        match = between.join(all_of(word) for word in words)
        return any(words_of(titles[row]) == words_of(title) for row in base.best(match, FIRST))

    return finds


def _titles(papers: Papers) -> Iterator[str]:
    return (row["title"] for row in papers.rows())
