"""How a query was understood, and what the score of a paper is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tui_reader.queries.corrected import Correction
from tui_reader.queries.tree import (
    FIELDS,
    And,
    Exact,
    Field,
    Named,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Word,
)
from tui_reader.search.arrays import Ints
from tui_reader.search.evaluate import Evaluation, Matches, Sought
from tui_reader.search.postings import NOWHERE
from tui_reader.search.scoring import AS_WRITTEN, Keys, Part, Scorer

SHOWN_TERMS = 12
"""Terms of one word that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A word or phrase of the query, and what it was taken for."""

    text: str
    """As a query."""
    fields: tuple[Field, ...]
    """Where papers have it."""
    terms: tuple[str, ...]
    """The commonest terms it stands for, those written in just this form with `=` before them."""
    more: int
    """How many more there are."""
    papers: int
    """How many papers have it, in any of the fields."""


@dataclass(frozen=True, slots=True)
class Score:
    """What the score of one paper is made of."""

    answers: bool
    """Whether the paper answers the query at all."""
    total: float | None
    """None where nothing in the query ranks papers, or the paper does not answer."""
    parts: tuple[Part, ...]
    """What it is the sum of, the largest first."""
    named: int = 0
    """How often the query names the paper by its id, which adds 1 each time."""


@dataclass(frozen=True, slots=True)
class Explained:
    """How a query was understood, and the scores of some papers."""

    clauses: tuple[Clause, ...]
    corrections: tuple[Correction, ...]
    papers: int
    """How many papers answer."""
    scores: tuple[Score, ...]
    """Of the papers asked about."""


def explain(evaluation: Evaluation, tree: Node, numbers: Sequence[int]) -> Explained:
    """Explain a query, and the scores of the papers with some numbers; -1 is no paper."""
    evaluation.watched = np.array([max(number, 0) for number in numbers], dtype=np.int32)
    found = evaluation.of(tree)
    mask = found.mask & evaluation.scorer.segments.present
    return Explained(
        tuple(_clauses(evaluation.scorer, evaluation.sought)),
        tuple(dict.fromkeys(evaluation.corrections)),
        int(mask.sum()),
        tuple(
            _score(evaluation, found, tree, number, place)
            if number >= 0 and mask[number]
            else Score(False, None, ())
            for place, number in enumerate(numbers)
        ),
    )


def _score(evaluation: Evaluation, found: Matches, tree: Node, number: int, place: int) -> Score:
    if found.scores is None:
        return Score(True, None, ())
    leaves = list(_matched(evaluation, tree, place))
    every = (
        _parts(evaluation.scorer, sought, number)
        for leaf in leaves
        for sought in evaluation.seen[id(leaf)].sought
    )
    parts = sorted((part for some in every for part in some), key=lambda part: -part.score)
    named = sum(not evaluation.seen[id(leaf)].sought for leaf in leaves)
    return Score(True, float(found.scores[number]), tuple(parts), named)


def _matched(evaluation: Evaluation, node: Node, place: int) -> Iterator[Node]:
    """The words, phrases and ids of a tree that add to the score of one of the papers watched."""
    if not evaluation.seen[id(node)].matched[place]:
        return
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _matched(evaluation, part, place)
        case Word() | Exact() | Near() | Pattern() | Phrase() | Named():
            yield node
        case _:
            return


def _parts(scorer: Scorer, sought: Sought, number: int) -> list[Part]:
    if sought.typed:
        part = scorer.typed_part(sought.field, sought.keys, number)
        return [] if part is None else [part]
    if len(sought.words) > 1:
        docs = scorer.phrase(sought.field, sought.words, sought.gap).docs
        place = int(docs.searchsorted(number))
        if place == len(docs) or docs[place] != number:
            return []
    found = (scorer.part(sought.field, key, number) for key in sought.keys)
    return [part for part in found if part is not None]


def _clauses(scorer: Scorer, every: list[Sought]) -> list[Clause]:
    by_text: dict[str, list[Sought]] = {}
    for sought in every:
        by_text.setdefault(sought.clause, []).append(sought)
    return [_clause(scorer, text, found) for text, found in by_text.items()]


def _clause(scorer: Scorer, text: str, found: list[Sought]) -> Clause:
    fields: list[Field] = []
    terms: dict[str, None] = {}
    papers = NOWHERE.docs
    for sought in found:
        known = _known(scorer, sought)
        terms |= dict.fromkeys(known)
        docs = _docs(scorer, sought)
        if len(docs):
            fields.append(sought.field)
            papers = np.union1d(papers, docs)
    names = tuple(terms)
    order = tuple(name for name in FIELDS if name in fields)
    return Clause(text, order, names[:SHOWN_TERMS], max(0, len(names) - SHOWN_TERMS), len(papers))


def _known(scorer: Scorer, sought: Sought) -> Keys:
    return tuple(
        key
        for key in sought.keys
        if key.startswith(AS_WRITTEN) or scorer.segments.knows(sought.field, key)
    )


def _docs(scorer: Scorer, sought: Sought) -> Ints:
    if len(sought.words) > 1:
        return scorer.phrase(sought.field, sought.words, sought.gap).docs
    found = (scorer.scored(sought.field, key).docs for key in sought.keys)
    return np.concatenate([NOWHERE.docs, *found])
