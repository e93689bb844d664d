"""Whole names of authors that go on from a beginning, with the number of papers of each."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from tui_reader.queries.completing import Completion
from tui_reader.queries.narrowing import clause_for
from tui_reader.search.analysis import fold, tokens
from tui_reader.search.arrays import Ints
from tui_reader.search.paper_file import Papers
from tui_reader.search.scoring import Scorer

WORDS = 8
"""Words that begin like the last one typed which are looked for, the commonest."""
LOOKED_AT = 200
"""Papers of which the names are read; where there are more, they are picked evenly."""
NAMES_LOOKED_AT = 5000
"""Names after which no further paper is read: some are by thousands."""


def author_names(scorer: Scorer, papers: Papers, beginning: str, most: int) -> list[Completion]:
    """Names in which the words stand side by side, the last of them as a beginning.

    Raises OSError or ValueError where a paper cannot be read.
    """
    typed = tokens(beginning)
    *whole, last = typed if beginning[-1:].isalnum() else [*typed, ""]
    met, looked_at = Counter[str](), 0
    for number in _some(_holding(scorer, whole, last)):
        paper = papers[number]
        names = dict.fromkeys((*paper.authors, paper.organisation))
        met.update(name for name in names if last in fold(name) and _goes_on(name, whole, last))
        looked_at += len(names)
        if looked_at > NAMES_LOOKED_AT:
            break
    found: dict[str, int] = {}
    for name, _ in met.most_common(most):
        text, words = clause_for("author", name).removeprefix("author:"), tokens(name)
        if text and words != typed:
            found[text] = len(scorer.phrase("author", [(word,) for word in words], 0).docs)
    order = sorted(found, key=lambda text: -found[text])
    return [Completion(text, papers=found[text]) for text in order]


def _goes_on(name: str, whole: Sequence[str], last: str) -> bool:
    words = tokens(name)
    return any(
        words[place : place + len(whole)] == whole and words[place + len(whole)].startswith(last)
        for place in range(len(words) - len(whole))
    )


def _holding(scorer: Scorer, whole: Sequence[str], last: str) -> Ints:
    """The papers by somebody with all the words and one of the commonest that begin like the last.

    They may be different people's.
    """
    begun = Counter[str]()
    for lexicon in scorer.segments.lexicons("author"):
        low, high = lexicon.beginning(last)
        counts = lexicon.word_counts[low:high]
        for place in np.argsort(-counts, kind="stable")[:WORDS].tolist():
            begun[lexicon.word(low + place)] += int(counts[place])
    docs = [scorer.scored("author", word).docs for word, _ in begun.most_common(WORDS)]
    found = np.unique(np.concatenate(docs)) if docs else np.zeros(0, dtype=np.int32)
    for word in whole:
        found = np.intersect1d(found, scorer.scored("author", word).docs, assume_unique=True)
    return found


def _some(docs: Ints) -> list[int]:
    """So many of the papers that all their names can be read at once."""
    step = max(1, -(-len(docs) // LOOKED_AT))
    few: list[int] = docs[::step].tolist()
    return few
