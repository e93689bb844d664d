"""The index on disk is an ordinary Whoosh index, and our scores are Whoosh's exact ones."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from whoosh import index as whoosh_index
from whoosh.qparser import QueryParser
from whoosh.query import And, Or, Prefix, Term
from whoosh.scoring import BM25F

from tests.search.material import asked, find, paper, written
from tui_reader.papers import Paper
from tui_reader.queries import tree
from tui_reader.search.analysis import fold, stem
from tui_reader.search.blocks import BLOCK
from tui_reader.search.corpus import Corpus
from tui_reader.search.schema import SEARCHED, field_text, whoosh_schema
from tui_reader.search.stored import WHOOSH, open_generation
from tui_reader.sorting import Order
from tui_reader.text.tex import readable

SYLLABLES = ("ba", "do", "ki", "lu", "me", "ra", "su", "ti")
FIELDS = tuple(field.name for field in SEARCHED)
MANY = BLOCK + 300
"""So many papers that common words need more than one block."""


def invented(count: int) -> list[Paper]:
    """Papers of invented words, some in nearly every paper and most in few."""
    draw = Random(7)
    words = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in ("", "ning", "s")]
    weights = [1 / place for place in range(1, len(words) + 1)]

    def some(most: int) -> str:
        return " ".join(draw.choices(words, weights, k=draw.randint(1, most)))

    return [
        paper(
            f"No{number} {some(8)}",
            some(40),
            authors=[some(2) for _ in range(draw.randint(0, 2))],
            keywords=[some(1)] if number % 3 else [],
            venue=f"{words[0]} letters" if number % 2 else "",
            year=draw.choice([None, 1999, 2023, 2024]),
            arxiv=f"2401.{number:05}" if number % 2 else "",
        )
        for number in range(count)
    ]


PAPERS = invented(MANY)
COMMON, RARE = ["baba", "badoning", "baki", "dobas"], ["titi", "sutining", "tisus"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("generation"), PAPERS)


@pytest.fixture(scope="module")
def ours(folder: Path) -> Corpus:
    return open_generation(folder)


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Any]:
    index = whoosh_index.open_dir(str(folder / WHOOSH))
    with index.searcher(weighting=BM25F()) as searcher:
        yield searcher
    index.close()


@pytest.fixture(scope="module")
def document_by_document(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A searcher on the same papers, written by Whoosh's own `add_document`."""
    index = whoosh_index.create_in(str(tmp_path_factory.mktemp("whoosh")), whoosh_schema())
    writer = index.writer()
    for each in PAPERS:
        texts = {name: fold(readable(field_text(each, name))) for name in FIELDS}
        writer.add_document(id=str(each.id), year=each.year, heading=each.title, **texts)
    writer.commit()
    with index.searcher(weighting=BM25F()) as searcher:
        yield searcher
    index.close()


def exact(searcher: Any, query: Any) -> dict[int, float]:
    """Whoosh's exact answer, without the short cuts that lose hits."""
    return {hit.docnum: hit.score for hit in searcher.search(query, limit=None)}


def scores(corpus: Corpus, node: tree.Node) -> Mapping[int, float]:
    answer = find(corpus, node)
    return dict(zip(answer.numbers, answer.scores, strict=True))


def term(field: str, word: str) -> Any:
    return Term(field, word if field == "author" else stem(word))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("word", [*COMMON, *RARE, "letters", "nowhere"])
def test_a_word_in_a_field_scores_as_in_whoosh(
    ours: Corpus, searcher: Any, field: tree.Field, word: str
) -> None:
    theirs = exact(searcher, term(field, word))
    assert scores(ours, tree.Word(word, field)) == pytest.approx(theirs, abs=1e-4)


@pytest.mark.parametrize("word", [*COMMON, *RARE])
def test_a_word_anywhere_scores_the_sum_of_its_fields(
    ours: Corpus, searcher: Any, word: str
) -> None:
    theirs = exact(searcher, Or([term(field, word) for field in FIELDS]))
    assert scores(ours, tree.Word(word)) == pytest.approx(theirs, abs=1e-4)


@pytest.mark.parametrize("both", [(tree.And, And), (tree.Or, Or)])
def test_several_words_score_the_sum_of_all(
    ours: Corpus, searcher: Any, both: tuple[type[tree.And] | type[tree.Or], type]
) -> None:
    join, their_join = both
    words = tuple(tree.Word(word, "abstract") for word in (COMMON[0], COMMON[1], RARE[0]))
    theirs = exact(searcher, their_join([term("abstract", word.text) for word in words]))
    assert theirs
    assert scores(ours, join(words)) == pytest.approx(theirs, abs=1e-4)


@pytest.mark.parametrize("field", FIELDS)
def test_whoosh_finds_by_prefix_what_we_find(ours: Corpus, searcher: Any, field: str) -> None:
    theirs = exact(searcher, Prefix(field, "tit"))
    assert asked(ours, f"{field}:tit*", Order("dump")) == sorted(theirs)


def plain(searcher: Any, text: str) -> Sequence[int]:
    query = QueryParser("abstract", searcher.schema).parse(text)
    return sorted(exact(searcher, query))


@pytest.mark.parametrize(
    "text",
    [
        "title:baba",
        "abstract:bakining",
        "author:dobas",
        "keyword:baba",
        "venue:letters",
        "baba badoning",
        "titi OR sutining",
        "baba NOT badoning",
        "title:ba*",
        "year:2024",
        "year:[1999 TO 2023]",
        "year:[2024 TO]",
        "id:'arxiv:2401.00001'",
    ],
)
def test_plain_whoosh_finds_the_same_as_in_an_index_of_its_own(
    searcher: Any, document_by_document: Any, text: str
) -> None:
    found = plain(searcher, text)
    assert found == plain(document_by_document, text)
    assert found


@pytest.mark.parametrize("field", FIELDS)
def test_both_indexes_hold_the_same_terms(
    searcher: Any, document_by_document: Any, field: str
) -> None:
    def facts(reader: Any) -> list[tuple[Any, ...]]:
        infos = reader.iter_field(field)
        return [
            (name, info.weight(), info.doc_frequency(), info.min_id(), info.max_id())
            for name, info in infos
        ]

    assert facts(searcher.reader()) == facts(document_by_document.reader())


@pytest.mark.parametrize("field", FIELDS)
def test_both_indexes_score_alike(searcher: Any, document_by_document: Any, field: str) -> None:
    query = term(field, COMMON[0])
    assert exact(searcher, query) == pytest.approx(exact(document_by_document, query), abs=1e-4)


def test_plain_whoosh_gives_back_what_was_stored(searcher: Any) -> None:
    hit = searcher.document(id="arxiv:2401.00001")
    assert hit == {"id": "arxiv:2401.00001", "heading": PAPERS[1].title}


def test_plain_whoosh_can_read_every_posting(searcher: Any) -> None:
    reader = searcher.reader()
    for field in FIELDS:
        found = sum(
            len(list(reader.postings(field, name).all_ids())) for name in reader.lexicon(field)
        )
        assert found == sum(reader.doc_frequency(field, name) for name in reader.lexicon(field))


def test_plain_whoosh_can_add_to_the_index(tmp_path: Path) -> None:
    folder = written(tmp_path, PAPERS[:20])
    index = whoosh_index.open_dir(str(folder / WHOOSH))
    writer = index.writer()
    writer.add_document(id="title:new", title="entirely new", year=2025)
    writer.commit(optimize=True)
    with index.searcher() as searcher:
        assert [hit["id"] for hit in searcher.search(Term("title", "entir"))] == ["title:new"]
        assert len(exact(searcher, Term("venue", "letter"))) == 10


def test_an_index_of_no_papers_opens(tmp_path: Path) -> None:
    index = whoosh_index.open_dir(str(written(tmp_path, []) / WHOOSH))
    assert index.doc_count() == 0
