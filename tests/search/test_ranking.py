"""Ranked answers are those of one stable sort, however far anybody looks into them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.ranking import HEAD, Ranked, RankedNumbers, Ranking

keys_of_many = st.lists(st.integers(0, 5), max_size=30)


def ranked(keys: list[int] | None, count: int, *, reverse: bool = False) -> RankedNumbers:
    docs = np.arange(10, 10 + count, dtype=np.int32)
    array = None if keys is None else np.array(keys, dtype=np.int32)
    ranking = Ranking(docs, array, reverse=reverse)
    return RankedNumbers(ranking, ranking.docs)


def sorted_by(keys: list[int], *, reverse: bool) -> list[int]:
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return [10 + place for place in (order[::-1] if reverse else order)]


@given(keys_of_many, st.booleans())
def test_papers_come_by_rising_key(keys: list[int], reverse: bool) -> None:
    assert list(ranked(keys, len(keys), reverse=reverse)) == sorted_by(keys, reverse=reverse)


@given(keys_of_many, st.booleans())
def test_a_place_is_known_without_sorting(keys: list[int], reverse: bool) -> None:
    numbers = ranked(keys, len(keys), reverse=reverse)
    assert [numbers.index(number) for number in list(numbers)] == list(range(len(keys)))


def test_many_papers_are_sorted_only_as_far_as_somebody_looks() -> None:
    keys = [number * 7919 % 5000 for number in range(HEAD * 4)]
    numbers, expected = ranked(keys, len(keys)), sorted_by(keys, reverse=False)

    assert numbers[:50] == expected[:50]
    assert numbers[HEAD + 5] == expected[HEAD + 5]
    assert numbers[-1] == expected[-1]
    assert numbers[HEAD - 2 : HEAD + 2] == expected[HEAD - 2 : HEAD + 2]


def test_ties_at_the_edge_of_what_is_sorted_keep_their_order() -> None:
    numbers = ranked([0] * (HEAD * 2), HEAD * 2)

    assert numbers[HEAD - 1] == 10 + HEAD - 1
    assert numbers[HEAD] == 10 + HEAD


def test_without_keys_papers_stay_as_they_are() -> None:
    assert list(ranked(None, 3)) == [10, 11, 12]
    assert list(ranked(None, 3, reverse=True)) == [12, 11, 10]


def test_values_follow_their_papers() -> None:
    docs, keys = np.arange(3, dtype=np.int32), np.array([2, 0, 1], dtype=np.int32)
    for reverse in (False, True):
        ranking = Ranking(docs, keys, reverse=reverse)
        scores = ranking.own(np.array([0.5, 2.5, 1.5], dtype=np.float32))
        found = list(Ranked(ranking, scores))
        assert found == ([0.5, 1.5, 2.5] if reverse else [2.5, 1.5, 0.5])


def test_what_is_not_among_them_has_no_place() -> None:
    numbers = ranked([1, 0], 2)

    assert 99 not in numbers
    with pytest.raises(ValueError, match="99"):
        numbers.index(99)
    with pytest.raises(IndexError):
        numbers[2]


def test_slices_go_backwards_as_in_a_list() -> None:
    found = ranked([2, 0, 1, 4, 3], 5)
    for cut in (slice(None, None, -1), slice(3, None, -2), slice(3, 0, -1), slice(1, 4, 2)):
        assert found[cut] == list(found)[cut]
