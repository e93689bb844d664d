"""The oracle: what answers a query, found by looking at every paper, one after the other."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from hypothesis import strategies as st

from tests.queries import trees
from tests.search.material import WORDS, Marked
from tui_reader.papers import Paper, arxiv_id, doi
from tui_reader.queries.tree import FIELDS, And, During, Field, Node, Not, Or, Phrase, Word
from tui_reader.queries.tree import Marked as InState
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.schema import field_text

STEMMED = {"title", "abstract", "keyword", "venue"}


@lru_cache(maxsize=10_000)
def _written(paper: Paper, field: Field) -> tuple[str, ...]:
    return tuple(tokens(field_text(paper, field)))


def _term(field: Field, word: str) -> str:
    return stem(word) if field in STEMMED else word


class Scan:
    """Some papers and the reader's marks on them."""

    def __init__(self, papers: Sequence[Paper], marked: Marked) -> None:
        self._papers = papers
        self._marked = {state: set(names) for state, names in marked.items()}

    def finds(self, tree: Node) -> list[int]:
        """Numbers of the papers that answer."""
        return [number for number, paper in enumerate(self._papers) if self._fits(tree, paper)]

    def _fits(self, tree: Node, paper: Paper) -> bool:
        match tree:
            case And(parts):
                return all(self._fits(part, paper) for part in parts)
            case Or(parts):
                return any(self._fits(part, paper) for part in parts)
            case Not(part):
                return not self._fits(part, paper)
            case During(first, last):
                return _during(paper, first, last)
            case InState(state):
                wanted = "read" if state == "unread" else state
                is_so = not self._marked[wanted].isdisjoint(paper.names)
                return is_so is not (state == "unread")
            case Phrase(words, field, prefix):
                found = [token for word in words for token in tokens(word)]
                return self._holds(paper, found, field, prefix=prefix)
            case Word(text, field, prefix):
                if not field and any(_is_named(text, known) for known in self._papers):
                    return _is_named(text, paper)
                return self._holds(paper, tokens(text), field, prefix=prefix)

    def _holds(self, paper: Paper, found: list[str], only: Field | None, *, prefix: bool) -> bool:
        fields = (only,) if only else FIELDS
        return not found or any(self._beside(paper, found, field, prefix) for field in fields)

    def _beside(self, paper: Paper, found: list[str], field: Field, prefix: bool) -> bool:
        choices = [{_term(field, word)} for word in found]
        if prefix:
            every = {word for known in self._papers for word in _written(known, field)}
            choices[-1] |= {_term(field, word) for word in every if word.startswith(found[-1])}
        here = [_term(field, word) for word in _written(paper, field)]
        return any(
            all(term in choice for term, choice in zip(here[start:], choices, strict=False))
            for start in range(len(here) - len(choices) + 1)
        )


def _is_named(text: str, paper: Paper) -> bool:
    by_arxiv = paper.arxiv_id != "" and arxiv_id(text) == paper.arxiv_id
    return by_arxiv or (paper.doi != "" and doi(text) == paper.doi)


def _during(paper: Paper, first: date | None, last: date | None) -> bool:
    said = paper.date or (str(paper.year) if paper.year else "")
    if not said:
        return False
    if len(said) == 10:
        begin = end = date.fromisoformat(said)
    elif len(said) == 7:
        begin = date.fromisoformat(f"{said}-01")
        end = begin.replace(day=monthrange(begin.year, begin.month)[1])
    else:
        begin, end = date(int(said), 1, 1), date(int(said), 12, 31)
    return (first is None or first <= begin) and (last is None or end <= last)


def _joined(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, max_size=3).map(tuple)
    return several.map(And) | several.map(Or) | parts.map(Not)


_some = st.sampled_from(WORDS)
_beginnings = st.builds(lambda word, size: word[:size], _some, st.integers(2, 4))
_leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, _some, trees.fields),
    st.builds(Word, _beginnings, trees.fields, st.just(True)),
    st.builds(Phrase, st.lists(_some, min_size=1, max_size=3).map(tuple), trees.fields),
    st.sampled_from(
        [
            Word("2401.00001"),
            Word("arXiv:2401.00000v3"),
            Word("https://doi.org/10.1000/XYZ1"),
            Word("ada"),
            Word("neurips"),
        ]
    ),
    st.builds(
        During,
        st.sampled_from([None, date(2024, 1, 1), date(2024, 2, 1), date(2023, 1, 1)]),
        st.sampled_from([None, date(2024, 12, 31), date(2024, 2, 29), date(2023, 12, 31)]),
    ),
    st.builds(InState, trees.states),
)
questions: st.SearchStrategy[Node] = st.recursive(_leaves, _joined, max_leaves=8) | trees.trees
"""Trees about the small vocabulary, and trees about anything."""
