"""Papers to measure on: real ones where they are, else made up with words as in life."""

import gzip
import json
import os
import random
from pathlib import Path

from tui_reader.papers import Paper, identify

SHARED = Path(
    os.environ.get("PAPERREAD_SHARED", str(Path(__file__).resolve().parents[3] / "shared"))
)
REAL = SHARED / "corpora" / "conference-29k.jsonl.gz"

_SYLLABLES = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er", "ion")]


def real_papers(most: int) -> list[Paper]:
    """The first papers of the real corpus; none where it is not on this machine."""
    if not REAL.exists():
        return []
    papers = []
    with gzip.open(REAL, "rt", encoding="utf-8") as file:
        for line, _ in zip(file, range(most), strict=False):
            row = json.loads(line)
            papers.append(_paper(row["title"], row["abstract"], tuple(row["authors"]), row["year"]))
    return papers


def made_papers(count: int, seed: int = 7) -> list[Paper]:
    """Made-up papers: Zipf's law for words, and a vocabulary that grows with the papers."""
    chance = random.Random(seed)
    papers = []
    for number in range(count):
        known = 3000 + 4 * number
        title = " ".join(_words(chance, known, 8))
        abstract = " ".join(_words(chance, known, 150))
        people = tuple(f"{_word(chance.randrange(5000))} {_word(n)}" for n in (number % 997, 3))
        papers.append(_paper(f"{title} {number}", abstract, people, 2000 + number % 25))
    return papers


def _words(chance: random.Random, known: int, count: int) -> list[str]:
    # A Pareto rank of exponent 1 gives the frequencies of Zipf's law, cut at the vocabulary.
    return [_word(min(int(chance.paretovariate(0.9)), known)) for _ in range(count)]


def _word(rank: int) -> str:
    word, rest = "", rank
    while rest or not word:
        rest, syllable = divmod(rest, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word


def _paper(title: str, abstract: str, authors: tuple[str, ...], year: int) -> Paper:
    return Paper(identify("", "", title), title, abstract, authors, year=year)
