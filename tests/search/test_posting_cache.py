"""The cache keeps within its room, and keeps what was asked for last."""

import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import asked, paper
from tui_reader.search.corpus import corpus_of
from tui_reader.search.posting_cache import LEAST_ROOM, MOST_ROOM, OVERHEAD, PostingCache, Scored


def scored(size: int) -> Scored:
    return Scored(np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.float32))


@given(st.integers(0, 10**7))
def test_its_room_grows_with_the_library_within_bounds(papers: int) -> None:
    assert LEAST_ROOM <= PostingCache(papers).room <= MOST_ROOM


def test_it_never_keeps_more_than_it_has_room_for() -> None:
    cache = PostingCache(0)
    for number in range(20):
        cache.put(("title", str(number)), scored(cache.room // 40))

    assert 0 < cache.size <= cache.room


def test_however_short_its_lists_are_it_takes_no_more_memory_than_its_room() -> None:
    cache = PostingCache(0)
    lists = 10_000
    cache.room = lists * (8 + OVERHEAD)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(2 * lists):
        cache.put(("abstract", f"word {number}"), scored(1))
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert cache.room / 2 < taken - before <= cache.room
    assert cache.size <= cache.room


def test_a_list_put_twice_counts_once() -> None:
    cache = PostingCache(0)
    cache.put(("title", "a"), scored(100))
    before = cache.size
    cache.put(("title", "a"), scored(100))

    assert cache.size == before


def test_what_was_asked_for_last_stays() -> None:
    cache = PostingCache(0)
    third = scored((cache.room // 3 - OVERHEAD) // 8)
    for name in "abc":
        cache.put(("title", name), third)
    cache.get(("title", "a"))
    cache.put(("title", "d"), third)

    assert cache.get(("title", "a")) is third
    assert cache.get(("title", "b")) is None


def test_it_counts_hits_and_misses() -> None:
    cache = PostingCache(0)
    cache.get(("title", "a"))
    cache.put(("title", "a"), scored(1))
    cache.get(("title", "a"))

    assert (cache.hits, cache.misses) == (1, 1)


def test_what_one_question_asks_for_twice_counts_once() -> None:
    corpus = corpus_of([paper("Rivers run"), paper("Clouds")])
    counts = []
    for _ in range(3):
        asked(corpus, "title:rivers")
        counts.append((corpus.cache.hits, corpus.cache.misses))

    assert counts == [(0, 1), (1, 1), (2, 1)]
