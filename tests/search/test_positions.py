"""Places of words, from memory and from disk, and the phrases found by them."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.search.arrays import Ints, Longs
from tui_reader.search.phrases import in_order, papers_at
from tui_reader.search.positions import MemoryPositions, PositionFile, write_positions
from tui_reader.search.runs import laid_together, sorted_by

WORDS = 6
rows = st.lists(st.lists(st.integers(0, WORDS - 1), max_size=8), max_size=6)


def by_word(row: Ints, words: int = WORDS) -> tuple[Ints, Longs]:
    """The places of each word, and where those of each word begin."""
    runs, (places,) = laid_together([sorted_by(row, np.arange(len(row), dtype=np.int32))], words)
    return places, runs


def flat(papers: list[list[int]]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array([word for paper in papers for word in paper], dtype=np.int32)


def sizes(papers: list[list[int]]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.array([len(paper) for paper in papers], dtype=np.int32)


@given(rows, st.sets(st.integers(0, WORDS - 1)))
def test_a_word_stands_where_it_was_read(papers: list[list[int]], words: set[int]) -> None:
    places = MemoryPositions(*by_word(flat(papers)), sizes(papers))
    wanted = np.array(sorted(words), dtype=np.int32)

    found = places.of(wanted).tolist()
    assert found == [place for place, word in enumerate(flat(papers).tolist()) if word in words]


@given(rows, st.integers(0, WORDS - 1))
@settings(deadline=None, max_examples=50)
def test_disk_gives_back_the_places(papers: list[list[int]], word: int) -> None:
    wanted = np.array([word], dtype=np.int32)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places"
        runs = write_positions(path, *by_word(flat(papers)))
        kept = PositionFile(path, runs, sizes(papers)).of(wanted)

    assert (
        kept.tolist() == MemoryPositions(*by_word(flat(papers)), sizes(papers)).of(wanted).tolist()
    )


def test_steps_of_every_size_are_kept(tmp_path: Path) -> None:
    stream = np.ones(3_000_000, dtype=np.int32)
    places = [0, 1, 128, 255, 16_500, 2_200_000, 2_999_999]
    stream[places] = 0
    runs = write_positions(tmp_path / "places", *by_word(stream, 2))
    kept = PositionFile(tmp_path / "places", runs, np.array([len(stream)], dtype=np.int32))

    assert kept.of(np.array([0], dtype=np.int32)).tolist() == places


@given(rows, st.lists(st.integers(0, WORDS - 1), min_size=1, max_size=3), st.integers(0, 3))
def test_a_phrase_is_found_in_one_paper_in_order_within_its_gap(
    papers: list[list[int]], phrase: list[int], gap: int
) -> None:
    places = MemoryPositions(*by_word(flat(papers)), sizes(papers))
    choices = [places.of(np.array([word], dtype=np.int32)) for word in phrase]

    found = in_order(choices, places.starts, gap).tolist()
    assert found == [number for number, paper in enumerate(papers) if follows(paper, phrase, gap)]


def follows(paper: list[int], phrase: list[int], gap: int) -> bool:
    """Whether a phrase stands in a paper, by trying every way."""
    ends = {(place, 0) for place, word in enumerate(paper) if word == phrase[0]}
    for word in phrase[1:]:
        ends = {
            (place, skipped + place - end - 1)
            for end, skipped in ends
            for place in range(end + 1, len(paper))
            if paper[place] == word and skipped + place - end - 1 <= gap
        }
    return bool(ends)


@given(rows, st.integers(0, WORDS - 1))
def test_papers_with_a_word_are_counted(papers: list[list[int]], word: int) -> None:
    places = MemoryPositions(*by_word(flat(papers)), sizes(papers))
    docs, counts = papers_at(places.of(np.array([word], dtype=np.int32)), places.starts)

    expected = [(n, paper.count(word)) for n, paper in enumerate(papers) if word in paper]
    assert list(zip(docs.tolist(), counts.tolist(), strict=True)) == expected
