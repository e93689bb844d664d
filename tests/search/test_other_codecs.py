"""Where Whoosh keeps its index in a way that we do not know, it writes and reads it itself."""

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh.codec.plaintext import PlainTextCodec
from whoosh.codec.whoosh3 import W3LeafMatcher, W3PostingsWriter

from tests.search import material
from tests.search.material import answer, asked, indexed, paper, written
from tui_reader.papers import Paper
from tui_reader.search import stored
from tui_reader.search.by_whoosh import write_by_whoosh
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.field_files import FieldFiles
from tui_reader.search.index_postings import IndexPostings
from tui_reader.search.known_codec import codec_is_known
from tui_reader.search.postings import MemoryPostings
from tui_reader.search.schema import SEARCHED
from tui_reader.search.stored import WHOOSH, open_generation
from tui_reader.sorting import Order

PAPERS = [
    paper(
        f"No{number} models {'of robots ' * (number % 3)}",
        f"graph{'s' * (number % 2)} {'running ' * (number % 5)}",
        authors=["Ada Öst", "Chen Wang"][: number % 3],
        keywords=["深度学习"] if number % 7 == 0 else [],
        venue="Running Letters" if number % 4 else "",
        year=2020 + number % 5,
    )
    for number in range(300)
]
QUERIES = (
    "models", "robots graph", "run*", "author:wang", '"of robots"', "venue:letters year:2021..",
    "models -robots", "深度", "seldom", "robos", "(ada OR running) graphs",
)  # fmt: skip


@pytest.fixture(autouse=True)
def tried_anew() -> Iterator[None]:
    codec_is_known.cache_clear()
    yield
    codec_is_known.cache_clear()


def by_whoosh(folder: Path, papers: Sequence[Paper], patch: pytest.MonkeyPatch) -> Corpus:
    """A generation whose index Whoosh wrote."""
    with patch.context() as while_writing:
        while_writing.setattr(stored, "codec_is_known", lambda: False)
        return indexed(folder, papers)


def same_answers(one: Corpus, other: Corpus, queries: Sequence[str] = QUERIES) -> None:
    for query in queries:
        here, there = answer(one, query), answer(other, query)
        assert list(here.numbers) == list(there.numbers), query
        assert list(here.scores) == pytest.approx(list(there.scores), abs=1e-4), query


def same_postings(folder: Path, papers: Sequence[Paper]) -> None:
    """Every list of a generation's index, as it is read, holds what the papers hold."""
    index = whoosh_index.open_dir(str(folder / WHOOSH))
    ours, known = IndexPostings(index.reader(), FieldFiles(folder)), MemoryPostings(papers)
    for field in SEARCHED:
        for term in known.lexicon(field.name).sorted_terms.encoded():
            read, right = (each.posting(field.name, term.decode()) for each in (ours, known))
            assert read.docs.tolist() == right.docs.tolist()
            assert read.weights.tolist() == right.weights.tolist()


# What is installed here


def test_the_installed_whoosh_reads_what_we_write() -> None:
    assert codec_is_known()


def test_an_index_written_by_whoosh_answers_like_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = by_whoosh(tmp_path, PAPERS, monkeypatch)
    same_answers(theirs, indexed(tmp_path, PAPERS))
    same_answers(theirs, corpus_of(PAPERS))


@given(material.papers(), st.lists(material.texts, max_size=3))
@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_papers_written_by_whoosh_answer_as_from_memory(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    papers: list[Paper],
    queries: list[str],
) -> None:
    theirs = by_whoosh(tmp_path_factory.mktemp("generation"), papers, monkeypatch)
    same_answers(theirs, corpus_of(papers), queries)


def test_a_long_word_is_the_same_to_whoosh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "a" * 300
    papers = [paper("Long", long, authors=[long]), paper("Longer", long + "b")]
    theirs = by_whoosh(tmp_path, papers, monkeypatch)
    same_answers(theirs, corpus_of(papers), [long, f"author:{long}", "a" * 64 + "*"])


def test_papers_that_whoosh_takes_in_are_counted(tmp_path: Path) -> None:
    told: list[int] = []
    write_by_whoosh(tmp_path, PAPERS[:3], told.append)
    assert told == [1, 2, 3]


def test_a_folder_that_cannot_be_written_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_by_whoosh(tmp_path / "nowhere", PAPERS[:3], lambda done: None)


def test_an_index_of_several_parts_with_papers_taken_out_is_read(tmp_path: Path) -> None:
    folder = written(tmp_path, PAPERS)
    (tmp_path / "parts").mkdir()
    write_by_whoosh(tmp_path / "parts", PAPERS[:200], lambda done: None)
    index = whoosh_index.open_dir(str(tmp_path / "parts"))
    writer = index.writer()
    for each in PAPERS[200:]:
        writer.add_document(id=each.id, title=each.title)
    writer.delete_document(7)
    writer.commit(merge=False)
    read = IndexPostings(index.reader(), FieldFiles(folder)).posting("title", "model")
    assert read.docs.tolist() == [number for number in range(300) if number != 7]
    assert set(read.weights.tolist()) == {3.0}


# Another codec altogether


# Whoosh does not close what it cannot make sense of.
leaves_files_open = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


@pytest.fixture
def plain_text(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("whoosh.codec.default_codec", PlainTextCodec)
    yield
    gc.collect()


@leaves_files_open
@pytest.mark.usefixtures("plain_text")
def test_a_codec_that_cannot_read_what_we_write_is_not_known() -> None:
    assert not codec_is_known()


@leaves_files_open
@pytest.mark.usefixtures("plain_text")
def test_an_index_in_another_codec_is_built_and_answers(tmp_path: Path) -> None:
    papers = PAPERS[:40]
    folder = written(tmp_path, papers)
    assert list((folder / WHOOSH).glob("*.dcs"))
    corpus, known = open_generation(folder), corpus_of(papers)
    for query in QUERIES:
        assert asked(corpus, query, Order("dump")) == asked(known, query, Order("dump")), query
    same_postings(folder, papers)


# The codec's name, but other blocks

Patch = pytest.MonkeyPatch


def numbers_without_steps(patch: Patch) -> None:
    def read(matcher: Any) -> None:
        matcher._read_data()
        matcher._ids = matcher._data[0]

    patch.setattr(W3PostingsWriter, "_mini_ids", lambda writer: tuple(writer._ids))
    patch.setattr(W3LeafMatcher, "_read_ids", read)


def numbers_as_text(patch: Patch) -> None:
    def read(matcher: Any) -> None:
        matcher._read_data()
        matcher._ids = [int(number) for number in matcher._data[0].split()]

    patch.setattr(W3PostingsWriter, "_mini_ids", lambda writer: " ".join(map(str, writer._ids)))
    patch.setattr(W3LeafMatcher, "_read_ids", read)


def halved_weights(patch: Patch) -> None:
    def read(matcher: Any) -> None:
        matcher._read_data()
        matcher._weights = [2 * weight for weight in matcher._data[1]]

    def halves(writer: Any) -> tuple[float, ...]:
        return tuple(weight / 2 for weight in writer._weights)

    patch.setattr(W3PostingsWriter, "_mini_weights", halves)
    patch.setattr(W3LeafMatcher, "_read_weights", read)


@pytest.mark.parametrize("change", [numbers_without_steps, numbers_as_text, halved_weights])
def test_blocks_of_another_kind_are_noticed_and_left_to_whoosh(
    tmp_path: Path, monkeypatch: Patch, change: Callable[[Patch], None]
) -> None:
    change(monkeypatch)
    assert not codec_is_known()
    folder = written(tmp_path, PAPERS)
    same_answers(open_generation(folder), corpus_of(PAPERS))
    same_postings(folder, PAPERS)


def test_a_codec_without_what_we_need_of_it_is_not_known(monkeypatch: Patch) -> None:
    monkeypatch.delattr("whoosh.codec.default_codec")
    assert not codec_is_known()


def test_no_room_to_try_is_no_fault_of_the_codec(monkeypatch: Patch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(FileNotFoundError):
        codec_is_known()
