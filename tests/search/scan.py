"""The oracle: what answers a query, found by looking at every paper, one after the other."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from hypothesis import strategies as st

from tests.queries import trees
from tests.search.material import WORDS, Annotations
from tui_reader.annotation import STATUSES, Annotation
from tui_reader.links import pdf_of
from tui_reader.papers import Paper, PaperId, arxiv_id, doi
from tui_reader.queries.tree import (
    FIELDS,
    And,
    During,
    Exact,
    Field,
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
)
from tui_reader.search.analysis import stem, tokens
from tui_reader.search.schema import field_text

STEMMED = {"title", "abstract", "keyword", "venue", "note"}
STAR = "ƪ"
NEIGHBOURS = 5
MUCH_RARER = 100

Asked = tuple[str, str]
"""A folded word, and how it is meant: `stem`, `begin`, `exact`, `near`, `pattern`."""


@lru_cache(maxsize=10_000)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(tokens(text))


def _term(field: Field, word: str) -> str:
    return stem(word) if field in STEMMED else word


def typos(one: str, other: str) -> int:
    """Letters wrong, too many, too few or swapped with their neighbour, by the book."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, start=1):
        rows.append([i])
        for j, b in enumerate(other, start=1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


class Scan:
    """Some papers and what the reader said of them."""

    def __init__(self, papers: Sequence[Paper], said: Annotations) -> None:
        self._papers = papers
        self._annotations = said
        self._excluding = False

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
                self._excluding = not self._excluding
                fits = self._fits(part, paper)
                self._excluding = not self._excluding
                return not fits
            case During(first, last):
                return _during(paper, first, last)
            case Marked(state):
                return self._in_state(paper, state)
            case Labelled(kind, text, prefix):
                return any(self._is_meant(name, tree) for name in self._labels(paper, kind))
            case StarredOn(first, last):
                return any(_starred_on(said, first, last) for said in self._said(paper))
            case These(names):
                return not names.isdisjoint(paper.names)
            case Seen(dump):
                seen = [text for each in paper.seen for text in (each.dump, each.day)]
                return any(dump.casefold() in text.casefold() for text in seen if text)
            case Named(text, prefix):
                return _has_id(paper, text.lower(), prefix=prefix) or (
                    not prefix and _is_named(text, paper)
                )
            case Word(text, None) if any(_is_named(text, known) for known in self._papers):
                return _is_named(text, paper)
        asked, field, gap = _asked(tree)
        fields = [field] if field else list(FIELDS)
        return not asked or any(self._holds(paper, asked, each, fields, gap) for each in fields)

    def _in_state(self, paper: Paper, state: str) -> bool:
        match state:
            case "code":
                return bool(paper.code)
            case "pdf":
                return bool(pdf_of(paper))
            case "new":
                return self._is_new(paper)
            case "starred":
                return any(each.star for each in self._said(paper))
            case "note":
                return any(each.note for each in self._said(paper))
            case "tag" | "list" as kind:
                return bool(self._labels(paper, kind))
        status = max((each.status for each in self._said(paper)), key=STATUSES.index, default="")
        match state:
            case "unread":
                return status == ""
            case "read":
                return status in {"read", "skipped", "done"}
        return status == state.replace("-", " ")

    # What the reader said

    def _said(self, paper: Paper) -> list[Annotation]:
        return [said for name, said in self._annotations.items() if name in paper.names]

    def _labels(self, paper: Paper, kind: str) -> list[str]:
        """The names of a paper's tags or reading lists."""
        every = self._said(paper)
        if kind == "tag":
            return [tag for said in every for tag in said.tags]
        return [name for said in every for name, _ in said.lists]

    def _is_meant(self, name: str, clause: Labelled) -> bool:
        """Whether a label is one that a clause means, among all that the papers have."""
        wanted, here = clause.text.casefold(), name.casefold()
        every = {label for paper in self._papers for label in self._labels(paper, clause.kind)}
        whole = not clause.prefix or (
            clause.typed and any(label.casefold() == wanted for label in every)
        )
        if not whole:
            return here.startswith(wanted)
        exact = clause.kind == "list" and clause.text in every
        return name == clause.text if exact else here == wanted

    def _is_new(self, paper: Paper) -> bool:
        every = [each for known in self._papers for each in known.seen]
        days = [each.day for each in every if re.fullmatch(r"\d{4}-\d\d-\d\d", each.day)]
        own = [each.day for each in paper.seen if each.day]
        if days:
            return own[:1] == [max(days)]
        dumps = list(dict.fromkeys(each.dump for each in every))
        return bool(paper.seen) and paper.seen[0].dump == dumps[-1]

    # Words

    def _text(self, paper: Paper, field: Field) -> str:
        if field != "note":
            return field_text(paper, field)
        return "\n".join(said.note for said in self._said(paper))

    def _words(self, field: Field) -> Counter[str]:
        texts = [self._text(known, field) for known in self._papers]
        return Counter(word for text in texts for word in _tokens(text))

    def _holds(
        self, paper: Paper, asked: Sequence[Asked], field: Field, fields: list[Field], gap: int
    ) -> bool:
        here = _tokens(self._text(paper, field))
        allowed = [self._allowed(word, field, fields) for word in asked]
        fits = [[self._is_one(word, field, each) for word in here] for each in allowed]
        return any(_follows(fits, start, gap) for start in range(len(here)))

    def _is_one(self, word: str, field: Field, allowed: tuple[set[str], bool]) -> bool:
        terms, as_written = allowed
        return (word if as_written else _term(field, word)) in terms

    def _allowed(self, asked: Asked, field: Field, fields: list[Field]) -> tuple[set[str], bool]:
        """The terms, or else the words as written, that a word stands for in a field."""
        word, kind = asked
        if kind == "exact":
            return {word}, True
        if kind == "pattern":
            pattern = re.compile(".*".join(map(re.escape, word.split(STAR))))
            return {other for other in self._words(field) if pattern.fullmatch(other)}, True
        terms = self._terms(asked, field)
        if kind in {"stem", "begin"} and not self._excluding:
            known = any(
                _term(each, other) in self._terms(asked, each)
                for each in fields
                for other in self._words(each)
            )
            if not known:
                near = self._neighbours(word, fields)
                terms = {_term(field, each) for each in near} or terms
        return terms, False

    def _terms(self, asked: Asked, field: Field) -> set[str]:
        word, kind = asked
        every = self._words(field)
        fits: Mapping[str, Callable[[str], bool]] = {
            "stem": lambda other: False,
            "begin": lambda other: other.startswith(word),
            "near": lambda other: typos(word, other) < 2,
        }
        return {_term(field, word)} | {_term(field, other) for other in every if fits[kind](other)}

    def _neighbours(self, word: str, fields: list[Field]) -> list[str]:
        counts: Counter[str] = sum((self._words(each) for each in fields), Counter())
        most = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        near = {other: far for other in counts if 0 < (far := typos(word, other)) <= most}
        least = min(near.values(), default=0)
        found = [other for other, far in near.items() if far == least]
        most_often = max((counts[other] for other in found), default=0)
        found = [other for other in found if counts[other] * MUCH_RARER >= most_often]
        found.sort(key=lambda other: (other[0] != word[0], -counts[other], other))
        return found[:NEIGHBOURS]


def _asked(tree: Node) -> tuple[list[Asked], Field | None, int]:
    """The words of a part of the query, the field they are for, and the gap between them."""
    match tree:
        case Word(text, field, prefix):
            return _ending([(each, "stem") for each in tokens(text)], prefix), field, 0
        case Phrase(words, field, prefix, gap):
            found = [(each, "stem") for word in words for each in tokens(word)]
            return _ending(found, prefix), field, gap
        case Exact(text, field):
            return [(each, "exact") for each in tokens(text)], field, 0
        case Near(text, field):
            return [(each, "near" if len(each) > 3 else "stem") for each in tokens(text)], field, 0
        case Pattern(text, field):
            found = [(each, STAR) for each in tokens(text.replace("*", STAR))]
            return [(e, "pattern" if STAR in e else "stem") for e, _ in found], field, 0
    raise AssertionError(tree)


def _ending(found: list[Asked], prefix: bool) -> list[Asked]:
    return [*found[:-1], (found[-1][0], "begin")] if prefix and found else found


def _follows(fits: list[list[bool]], start: int, gap: int) -> bool:
    """Whether a phrase begins at a place, however its gaps are shared out."""
    if not fits[0][start]:
        return False
    if len(fits) == 1:
        return True
    return any(
        start + 1 + skipped < len(fits[1])
        and _follows(fits[1:], start + 1 + skipped, gap - skipped)
        for skipped in range(gap + 1)
    )


def _has_id(paper: Paper, text: str, *, prefix: bool) -> bool:
    names = [name.lower() for name in paper.names]
    if not prefix:
        return text in paper.names
    strong = [name for name in names if name.startswith(("arxiv:", "doi:"))]
    begins = (text,) if text.startswith(("arxiv:", "doi:")) else (f"arxiv:{text}", f"doi:{text}")
    return any(name.startswith(begins) for name in strong)


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


def _starred_on(said: Annotation, first: date | None, last: date | None) -> bool:
    try:
        day = date.fromisoformat(said.star)
    except ValueError:
        return False
    return (first is None or first <= day) and (last is None or day <= last)


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
    st.builds(Marked, trees.states),
    st.builds(
        Labelled,
        trees.kinds,
        st.sampled_from(["rag", "RAG", "train", "Train", "TRAIN", "t", "to read", "★", ""]),
        st.booleans(),
        typed=st.booleans(),
    ),
    st.builds(
        StarredOn,
        st.sampled_from([None, date(2024, 1, 1), date(2026, 10, 5)]),
        st.sampled_from([None, date(2024, 2, 29), date(2026, 10, 4)]),
    ),
    st.builds(
        These,
        st.frozensets(st.sampled_from([PaperId("arxiv:2401.00001"), PaperId("doi:10.1000/xyz2")])),
    ),
    st.builds(Exact, _some, trees.fields),
    st.builds(Near, st.sampled_from(["difusion", "modle", "robto", "graph"]), trees.fields),
    st.builds(Word, st.sampled_from(["difusion", "modle", "robto", "gph"]), trees.fields),
    st.builds(Pattern, st.sampled_from(["di*ion", "ro*t*s", "mo*", "data-d*n"]), trees.fields),
    st.builds(
        Phrase,
        st.lists(_some, min_size=2, max_size=3).map(tuple),
        trees.fields,
        gap=st.integers(1, 4),
    ),
    st.builds(Seen, st.sampled_from(["one", "TWO.txt", "2024-02-03", "x"])),
    st.builds(
        Named,
        st.sampled_from(["2401.00001", "arxiv:2401", "10.1000/xyz", "doi:10.1000/XYZ2", "24"]),
        st.booleans(),
    ),
)
questions: st.SearchStrategy[Node] = st.recursive(_leaves, _joined, max_leaves=8) | trees.trees
"""Trees about the small vocabulary, and trees about anything."""
