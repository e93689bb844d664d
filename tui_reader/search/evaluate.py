"""A query's tree over posting lists, as arithmetic on whole arrays."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from tui_reader.queries.corrected import Correction
from tui_reader.queries.shown import shown
from tui_reader.queries.tree import (
    FIELDS,
    And,
    During,
    Exact,
    Field,
    Filtered,
    Labelled,
    Marked,
    Named,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Seen,
    StarredOn,
    These,
    Word,
    Words,
)
from tui_reader.search.analysis import tokens
from tui_reader.search.arrays import Floats, Ints, Mask
from tui_reader.search.facts import Facts
from tui_reader.search.forms import GAP, Kind, form, term
from tui_reader.search.said import Said, is_own
from tui_reader.search.scoring import Keys, Scorer
from tui_reader.search.spelling import SHORTEST, Spelling

LONGEST = 32
"""Terms side by side that are looked at, of a word of many parts."""
NEIGHBOURS = 5
"""Words that an unknown one is taken for at most."""
LOOKED_UP = 6
"""Words of one query whose neighbours are looked for; of more, the first."""
FEW = 3
"""Papers with a word that may still be a typo of a much commoner one."""
MUCH_COMMONER = 20
"""Times a neighbour must occur for each paper with the word, to be offered in its place."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Which papers a part of the query found, and how well."""

    mask: Mask
    """Shape (N,)."""
    scores: Floats | None
    """Shape (N,), 0 where nothing matched; None where the part does not rank."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a word or phrase of the query was taken for in one field."""

    clause: str
    """As a query."""
    field: Field
    words: tuple[Keys, ...]
    """For a word its terms; for a phrase those of each word, which count where all follow."""
    gap: int = 0
    """Other words that may stand in between."""
    typed: bool = False
    """Whether it is a word that may go on: its own term, the first, counts most."""

    @property
    def keys(self) -> Keys:
        """All terms."""
        return tuple(dict.fromkeys(key for keys in self.words for key in keys))


@dataclass(frozen=True, slots=True)
class Watched:
    """How some papers did at one part of the tree."""

    matched: Mask
    """Shape (papers watched,)."""
    sought: tuple[Sought, ...]
    """What it looked for, where it is a word or phrase."""


class Evaluation:
    """Evaluates trees over one generation, for one state of the reader's marks."""

    def __init__(self, scorer: Scorer, spelling: Spelling, facts: Facts, said: Said) -> None:
        self.scorer = scorer
        self._segments = scorer.segments
        self._spelling = spelling
        self._facts = facts
        self._said = said
        self._size = self._segments.size
        self._excluding = False
        self._looked_up = 0
        self.sought: list[Sought] = []
        """What the positive parts of the query looked for."""
        self.corrections: list[Correction] = []
        self.watched: Ints | None = None
        """Papers of which is remembered what parts of the tree they match; None: of none."""
        self.seen: dict[int, Watched] = {}
        """What was remembered, by the identity of the part."""

    def of(self, node: Node) -> Matches:
        """The papers that match a tree."""
        before = len(self.sought)
        found = self._of(node)
        if self.watched is not None:
            sought = tuple(self.sought[before:])
            self.seen[id(node)] = Watched(found.mask[self.watched], sought)
        return found

    def _of(self, node: Node) -> Matches:
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any(parts)
            case Not(part):
                with self._turned():
                    return Matches(~self.of(part).mask, None)
            case Named(text, prefix):
                return self._these(self._facts.named(text, prefix=prefix))
            case Word() | Exact() | Near() | Pattern() | Phrase():
                return self._words(node)
            case _:
                return Matches(self._filtered(node), None)

    def _filtered(self, node: Filtered) -> Mask:
        match node:
            case During(first, last):
                return self._facts.columns.during(first, last)
            case Marked(state):
                return self._said.mask(state) if is_own(state) else self._facts.having(state)
            case Labelled():
                return self._said.labelled(node)
            case StarredOn(first, last):
                return self._said.starred_on(first, last)
            case These(names):
                return self._said.these(self._facts.names.every(names))
            case Seen(dump):
                return self._facts.seen(dump)

    @contextmanager
    def _turned(self) -> Iterator[None]:
        """Inside, what is found is taken out; twice inside, it is not."""
        self._excluding = not self._excluding
        yield
        self._excluding = not self._excluding

    def _all(self, parts: Sequence[Node]) -> Matches:
        mask, scores = np.ones(self._size, dtype=np.bool_), None
        for part in parts:
            found = self.of(part)
            mask &= found.mask
            scores = _added(scores, found.scores)
        return Matches(mask, None if scores is None else scores * mask)

    def _any(self, parts: Sequence[Node]) -> Matches:
        mask, scores = np.zeros(self._size, dtype=np.bool_), None
        for part in parts:
            found = self.of(part)
            mask |= found.mask
            scores = _added(scores, found.scores)
        return Matches(mask, scores)

    def _these(self, numbers: Ints) -> Matches:
        mask = np.zeros(self._size, dtype=np.bool_)
        mask[numbers] = True
        return Matches(mask, mask.astype(np.float32))

    # Words and phrases

    def _words(self, node: Words) -> Matches:
        found = _read(node)[:LONGEST]
        if not found:
            return self._all(())
        if isinstance(node, Word) and not node.field:
            known = self._facts.known_as(node.text)
            if len(known):
                return self._these(known)
        fields = (node.field,) if node.field else FIELDS
        by_word = [self._forms(token, kind, fields) for token, kind in found]
        mask = np.zeros(self._size, dtype=np.bool_)
        scores = np.zeros(self._size, dtype=np.float32)
        gap = node.gap if isinstance(node, Phrase) else 0
        for place, field in enumerate(fields):
            forms = [each[place] for each in by_word]
            typed = found[0][1] is Kind.TYPED
            if len(forms) > 1:
                found_here = [self.scorer.phrase(field, forms, gap)]
            elif typed:
                found_here = [self.scorer.typed(field, forms[0])]
            else:
                found_here = [self.scorer.scored(field, key) for key in forms[0]]
            for scored in found_here:
                mask[scored.docs] = True
                scores[scored.docs] += scored.scores
            if not self._excluding:
                self.sought.append(Sought(shown(node), field, tuple(forms), gap, typed))
        return Matches(mask, scores)

    def _forms(self, token: str, kind: Kind, fields: Sequence[Field]) -> list[Keys]:
        """What a word stands for in each field; an unknown one stands for its neighbours."""
        forms = [form(self._segments, self._spelling, field, token, kind) for field in fields]
        if self._excluding or kind not in {Kind.STEM, Kind.BEGINNING, Kind.TYPED}:
            return forms
        pairs = list(zip(fields, forms, strict=True))
        if any(self._segments.knows(field, key) for field, each in pairs for key in each):
            if kind is not Kind.BEGINNING:
                self._offer(token, pairs)
            return forms
        if not self._may_look_up():
            return forms
        lexicons = [lexicon for field in fields for lexicon in self._segments.lexicons(field)]
        near = [each.word for each in self._spelling.nearest(token, lexicons)[:NEIGHBOURS]]
        if not near:
            return forms
        self.corrections.append(Correction(token, tuple(near), taken=True))
        return [tuple(dict.fromkeys(term(field, word) for word in near)) for field in fields]

    def _may_look_up(self) -> bool:
        """Whether one more word may be compared with every word of the library."""
        self._looked_up += 1
        return self._looked_up <= LOOKED_UP

    def _offer(self, token: str, forms: Sequence[tuple[Field, Keys]]) -> None:
        """Offer a much commoner neighbour of a word that is in very few papers."""
        if len(token) < SHORTEST:
            return
        papers = sum(
            len(self.scorer.scored(field, key).docs) for field, each in forms for key in each
        )
        if papers > FEW or not self._may_look_up():
            return
        lexicons = [lexicon for field, _ in forms for lexicon in self._segments.lexicons(field)]
        near = self._spelling.within(token, lexicons, 1)
        best = max(near, key=lambda each: each.times, default=None)
        same = {term(field, token) for field, _ in forms}
        if (
            best
            and best.times >= MUCH_COMMONER * papers
            and term("abstract", best.word) not in same
        ):
            self.corrections.append(Correction(token, (best.word,), taken=False))


def _read(node: Words) -> list[tuple[str, Kind]]:
    """The folded words of a part of the query, and how each is meant."""
    end = Kind.BEGINNING
    match node:
        case Word(text, _, prefix):
            found = [(token, Kind.STEM) for token in tokens(text)]
            end = Kind.TYPED if node.typed and len(found) == 1 else end
        case Phrase(words, _, prefix):
            found = [(token, Kind.STEM) for word in words for token in tokens(word)]
        case Exact(text):
            return [(token, Kind.EXACT) for token in tokens(text)]
        case Near(text):
            return [(token, _near_kind(token)) for token in tokens(text)]
        case Pattern(text):
            pieces = tokens(text.replace("*", GAP))
            return [(piece, Kind.PATTERN if GAP in piece else Kind.STEM) for piece in pieces]
    if prefix and 0 < len(found) <= LONGEST:
        found[-1] = (found[-1][0], end)
    return found


def _near_kind(token: str) -> Kind:
    return Kind.NEAR if len(token) >= SHORTEST else Kind.STEM


def _added(one: Floats | None, other: Floats | None) -> Floats | None:
    if one is None:
        return other
    return one if other is None else one + other
