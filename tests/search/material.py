"""Small papers of our own invention, and corpora of them in memory and from an index."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from pathlib import Path

from hypothesis import strategies as st

from tui_reader.annotation import STATUSES, Annotation
from tui_reader.papers import Paper, PaperId, Sighting, identify
from tui_reader.queries.query import Query
from tui_reader.queries.tree import Node
from tui_reader.search.corpus import Answer, Corpus
from tui_reader.search.stored import open_generation, write_generation
from tui_reader.sorting import Order

Annotations = Mapping[PaperId, Annotation]

NOTHING_SAID: Annotations = {}
_ORDER = Order()


def paper(
    title: str,
    abstract: str = "",
    *,
    authors: Sequence[str] = (),
    keywords: Sequence[str] = (),
    venue: str = "",
    date: str = "",
    year: int | None = None,
    arxiv: str = "",
    doi: str = "",
    upvotes: int | None = None,
    code: str = "",
    seen: Sequence[Sighting] = (),
) -> Paper:
    """A paper with the id that its names give it."""
    return Paper(
        identify(arxiv, doi, title),
        title,
        abstract,
        tuple(authors),
        date,
        year,
        venue,
        arxiv_id=arxiv,
        doi=doi,
        keywords=tuple(keywords),
        upvotes=upvotes,
        code=code,
        seen=tuple(seen),
    )


def quietly(stage: str, done: int, total: int) -> None:
    """Progress that nobody listens to."""


def written(folder: Path, papers: Sequence[Paper]) -> Path:
    """A generation of these papers, in a new folder inside this one."""
    place = next(place for n in count() if not (place := folder / f"written-{n}").exists())
    place.mkdir()
    write_generation(place, papers, quietly)
    return place


def indexed(folder: Path, papers: Sequence[Paper]) -> Corpus:
    """The papers written to disk and opened again."""
    return open_generation(written(folder, papers))


def asked(
    corpus: Corpus, query: str, order: Order = _ORDER, *, said: Annotations = NOTHING_SAID
) -> list[int]:
    """The numbers of the papers that a query finds, in order."""
    return list(answer(corpus, query, order, said=said).numbers)


def answer(
    corpus: Corpus, query: str, order: Order = _ORDER, *, said: Annotations = NOTHING_SAID
) -> Answer:
    """What a query finds."""
    return find(corpus, Query.parse(query).tree, order, said)


def find(
    corpus: Corpus,
    tree: Node,
    order: Order = _ORDER,
    said: Annotations = NOTHING_SAID,
) -> Answer:
    """What a tree finds."""
    return corpus.answer(tree, order, corpus.said(said))


WORDS = (
    "diffusion", "diffuse", "models", "model", "robot", "robots", "robotic", "running", "run",
    "C++", "GPT-4", "H2O", "o1", "Schrödinger", 'Schr\\"odinger', "$α$", "H$_2$O", "深度学习",
    "the", "of", "graph", "networks", "2401.01234", "data-driven", "or", "title", "don't",
)  # fmt: skip
"""A small vocabulary, so that random words meet."""

texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
_names = st.lists(st.sampled_from(["Ada Öst", "Bo Run", "Chen Wang", "Åke Graph"]), max_size=2)
_sightings = st.builds(
    Sighting,
    st.sampled_from(["one.txt", "two.txt"]),
    st.sampled_from(["", "2024-02-03", "2024-02-04", "Mar 11"]),
)
_dates = st.sampled_from(["", "2023", "2024-02", "2024-02-29", "2024-12-31", "1999-07"])

_memberships = st.tuples(
    st.sampled_from(["train", "Train", "training", "to read"]), st.integers(0, 3).map(Decimal)
)


@st.composite
def papers(draw: st.DrawFn) -> list[Paper]:
    """Some papers whose titles differ by their first word."""
    return [
        paper(
            f"No{number} {draw(texts)}",
            draw(texts),
            authors=draw(_names),
            keywords=draw(st.lists(st.sampled_from(WORDS), max_size=2)),
            venue=draw(st.sampled_from(["", "Running Letters", "NeurIPS 2024"])),
            date=draw(_dates),
            year=draw(st.sampled_from([None, 1999, 2024])),
            arxiv=f"2401.{number:05}" if draw(st.booleans()) else "",
            doi=f"10.1000/xyz{number}" if draw(st.booleans()) else "",
            upvotes=draw(st.none() | st.integers(0, 3)),
            code=draw(st.sampled_from(["", "https://example.org/code"])),
            seen=draw(st.lists(_sightings, max_size=2)),
        )
        for number in range(draw(st.integers(0, 7)))
    ]


@st.composite
def annotations(draw: st.DrawFn, known: Sequence[Paper]) -> Annotations:
    """Anything said under any of the papers' names, and under a name nobody has."""
    names = [name for each in known for name in each.names]
    return draw(
        st.dictionaries(
            st.sampled_from([*names, paper("unknown").id]),
            st.builds(
                Annotation,
                star=st.sampled_from(["", "true", "2024-02-29", "2026-10-05", "soon"]),
                status=st.sampled_from(STATUSES),
                tags=st.lists(st.sampled_from(["rag", "RAG", "Rag-time", "★"]), max_size=2).map(
                    tuple
                ),
                lists=st.lists(_memberships, max_size=2).map(tuple),
                note=st.just("") | texts,
            ),
            max_size=4,
        )
    )
