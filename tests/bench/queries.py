"""Queries to measure with: one to five words, common and rare, phrases, operators, prefixes."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.papers import Paper
from tui_reader.search.analysis import tokens


@dataclass(frozen=True, slots=True)
class Asked:
    """One query in the words of each program."""

    ours: str
    fts5: str
    """Empty where FTS5 has nothing of the kind."""


def queries(papers: Sequence[Paper], seed: int = 11) -> list[Asked]:
    """About seventy queries made of the papers' own words."""
    chance = random.Random(seed)
    some = chance.sample(list(papers), min(len(papers), 500))
    texts = [tokens(paper.abstract) for paper in some]
    counts = Counter(word for text in texts for word in text if len(word) > 3 and word.isascii())
    common = [word for word, _ in counts.most_common(60)]
    rare = [word for word, count in counts.items() if count <= 2][:400]
    asked = [Asked(word, f'"{word}"') for word in (*common[:8], *chance.sample(rare, 8))]
    for size in (2, 3, 4, 5):
        for _ in range(5):
            words = chance.sample(common, size - 1) + chance.sample(rare + common, 1)
            asked.append(Asked(" ".join(words), " ".join(f'"{word}"' for word in words)))
    asked += _phrases(chance, texts)
    for one, other in zip(common[:8], common[8:16], strict=True):
        asked.append(Asked(f"{one} OR {other}", f'"{one}" OR "{other}"'))
        asked.append(Asked(f"{one} -{other}", f'"{one}" NOT "{other}"'))
    word = common[0]
    asked += [Asked(f"{word[:n]}*", f"{word[:n]}*") for n in range(2, min(len(word), 6) + 1)]
    asked += [Asked(f"title:{word}", f'title:"{word}"') for word in common[16:20]]
    asked += [Asked(f"{word} year:2015..2020", "") for word in common[20:24]]
    return asked


def _phrases(chance: random.Random, texts: Sequence[list[str]]) -> list[Asked]:
    found = []
    for text in chance.sample(list(texts), min(8, len(texts))):
        start = chance.randrange(max(1, len(text) - 3))
        phrase = " ".join(text[start : start + 2])
        found.append(Asked(f'"{phrase}"', f'"{phrase}"'))
    return found
