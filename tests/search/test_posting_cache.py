"""The cache keeps within its room, and keeps what was asked for last."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.posting_cache import LEAST_ROOM, MOST_ROOM, PostingCache, Scored


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


def test_what_was_asked_for_last_stays() -> None:
    cache = PostingCache(0)
    third = scored(cache.room // 8 // 3)
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
