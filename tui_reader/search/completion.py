"""What a piece of a query may be completed to: the library's own words, names, labels and years."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from whoosh.analysis import STOP_WORDS

from tui_reader.queries.completing import Completion, Unfinished
from tui_reader.queries.tree import Field
from tui_reader.search.analysis import tokens
from tui_reader.search.arrays import Ints
from tui_reader.search.author_names import author_names
from tui_reader.search.facts import Facts
from tui_reader.search.forms import term
from tui_reader.search.label_names import LabelField, label_names, years
from tui_reader.search.labels import Labels
from tui_reader.search.lexicon import Lexicon
from tui_reader.search.paper_file import Papers
from tui_reader.search.said import Said
from tui_reader.search.schema import SEARCHED
from tui_reader.search.scoring import Scorer

MOST = 24
"""Completions offered."""
MOST_BESIDE = 8
"""Words tried beside another, as behind a hyphen: to see where both stand takes longer."""

_TEXTS: tuple[Field, ...] = ("title", "abstract")
_EVERY: tuple[Field, ...] = tuple(field.name for field in SEARCHED)
_LAST_WORD = re.compile(r"[^\W_]+\Z")


def completions(
    piece: Unfinished, scorer: Scorer, papers: Papers, facts: Facts, said: Said
) -> tuple[Completion, ...]:
    """What the papers offer in the place of a piece, the commonest first; newest first for days."""
    match piece.field:
        case None | "title" | "abstract" | "note" as field:
            return tuple(_words(scorer, field, piece.beginning))
        case "author":
            return tuple(author_names(scorer, papers, piece.beginning, MOST))
        case "venue" | "keyword" | "seen" | "tag" | "list" as field:
            labels = _labels(field, facts, said)
            return tuple(label_names(labels, field, piece.beginning, MOST, _present(scorer)))
        case "year":
            return tuple(years(facts.columns, piece.beginning, MOST, _present(scorer)))
        case _:
            return ()


def _labels(field: LabelField, facts: Facts, said: Said) -> Labels:
    match field:
        case "venue":
            return facts.labels.venues
        case "keyword":
            return facts.labels.keywords
        case "seen":
            return facts.labels.dumps
        case "tag" | "list":
            return said.labels(field)


def _present(scorer: Scorer) -> Ints:
    """The papers that count."""
    return np.flatnonzero(scorer.segments.present).astype(np.int32)


def _words(scorer: Scorer, field: Field | None, beginning: str) -> list[Completion]:
    """One word for each stem, since all forms of a word find the same papers."""
    found, last = tokens(beginning), _LAST_WORD.search(beginning)
    if not found or last is None or tokens(last[0]) != found[-1:]:
        return []
    forms = _commonest_forms(scorer, _TEXTS if field is None else (field,), found[-1])
    words = [word for word in forms if word != found[-1] and word not in STOP_WORDS]
    words = words[: MOST if len(found) == 1 else MOST_BESIDE]
    counted = _EVERY if field is None else (field,)
    papers = {word: _papers(scorer, counted, [*found[:-1], word]) for word in words}
    start = beginning[: last.start()]
    return [
        Completion(start + word, papers=papers[word])
        for word in sorted(papers, key=lambda word: -papers[word])
        if papers[word]
    ]


def _commonest_forms(scorer: Scorer, fields: tuple[Field, ...], prefix: str) -> list[str]:
    """Of each stem the commonest word that begins so; the commonest stems first."""
    times: Counter[str] = Counter()
    forms: dict[str, tuple[int, str]] = {}
    for field in fields:
        for lexicon in scorer.segments.lexicons(field):
            for stem, of_stem, form in _begun(lexicon, prefix):
                times[stem] += of_stem
                forms[stem] = max(form, forms.get(stem, form))
    return [forms[stem][1] for stem, _ in times.most_common()]


def _begun(lexicon: Lexicon, prefix: str) -> Iterator[tuple[str, int, tuple[int, str]]]:
    """Stems of words that begin so, how often these occur, and the commonest with its times."""
    low, high = lexicon.beginning(prefix)
    counts, stems = lexicon.word_counts[low:high], lexicon.word_terms[low:high]
    order = np.lexsort((-counts, stems))
    first = np.flatnonzero(np.diff(stems[order], prepend=-1))
    times = np.add.reduceat(counts[order], first, dtype=np.int64) if len(first) else first
    # Some of the commonest are left out, or fall together with those of another field.
    for place in np.argsort(-times, kind="stable")[: 3 * MOST].tolist():
        number = int(order[first[place]])
        form = int(counts[number]), lexicon.word(low + number)
        yield lexicon.term(int(stems[number])), int(times[place]), form


def _papers(scorer: Scorer, fields: tuple[Field, ...], words: list[str]) -> int:
    """How many papers have a word, or several side by side, in one of the fields."""
    mask = np.zeros(scorer.segments.size, dtype=np.bool_)
    for field in fields:
        keys = [term(field, word) for word in words]
        if len(keys) == 1:
            mask[scorer.scored(field, keys[0]).docs] = True
        else:
            mask[scorer.phrase(field, [(key,) for key in keys], 0).docs] = True
    return int(np.count_nonzero(mask))
