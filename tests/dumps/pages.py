"""Made-up papers, and the ways a Daily Papers page shows them."""

from collections.abc import Sequence
from random import Random

from hypothesis import strategies as st

MOSS = (
    "Mosses on Northern Roofs: A Slow Account of Green Things",
    (
        "Roofs that face north collect moss for reasons nobody had counted before. We count them, "
        "roof by roof, and find that shade explains most of it. The rest is left to patience, and "
        "to a longer ladder than the one at hand."
    ),
)
KETTLE = (
    "Does the Kettle Remember? Evidence from $n$ Kitchens",
    (
        "A kettle that was heated once is heated faster the second time, or so it is said. Over "
        "three winters this study weighs the saying against 33.3\\% of a pantry. It turns out "
        "that the cook remembers, and that the kettle does not."
    ),
)
LADDER = (
    "zkLadder: Proofs of Having Climbed",
    (
        "Climbing leaves no trace on a ladder that is dusted daily. A protocol is given by which a "
        "climber convinces a doubter, without showing the view from the top. It costs two ropes "
        "and one afternoon, and scales to ladders of any length."
    ),
)
THREE = (MOSS, KETTLE, LADDER)

BLANK_HEAD = (
    "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"
    "Daily Papers\n\nby AK and the research community\n\n"
)
GLUED_BYLINE_HEAD = (
    "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n"
    "byAK and the research community\n\nMar 11\n\n"
)
COMPACT_HEAD = (
    "Get trending papers in your email inbox once a day!\n"
    "Get trending papers in your email inbox!\nSubscribe"
)

Pair = tuple[str, str]


def blank(papers: Sequence[Pair], head: str = BLANK_HEAD) -> str:
    """Titles and abstracts with blank lines between."""
    return head + "\n\n".join(text for paper in papers for text in paper if text)


def compact(papers: Sequence[Pair]) -> str:
    """One line after the other, the first title glued to a button."""
    return COMPACT_HEAD + "\n".join(text for paper in papers for text in paper if text)


def _sentence(chance: Random, words: int) -> list[str]:
    return [
        "".join(chance.choices("abcdefghilmnoprstuv", k=chance.randint(4, 11)))
        for _ in range(words)
    ]


def _paper(seed: int) -> Pair:
    chance = Random(seed)
    title = " ".join(word.capitalize() for word in _sentence(chance, chance.randint(4, 12)))
    sentences = (" ".join(_sentence(chance, chance.randint(14, 24))) for _ in range(seed % 4 + 3))
    return title, " ".join(f"{sentence.capitalize()}." for sentence in sentences)


made_up_papers = st.lists(st.integers(0, 10**6), min_size=2, max_size=6, unique=True).map(
    lambda seeds: [_paper(seed) for seed in seeds]
)
"""Titles and abstracts of random words, in the shape titles and abstracts have."""
