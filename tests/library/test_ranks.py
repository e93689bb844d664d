"""Places in a reading list."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.annotation import Annotation
from tui_reader.library.ranks import Ranked, Way, behind, between, moved, placed, ranked
from tui_reader.papers import PaperId

NUMBERS = st.decimals(-1000, 1000, places=3)
RANKS = st.lists(NUMBERS | st.integers(0, 3).map(Decimal), min_size=1, max_size=12)
WAYS: st.SearchStrategy[Way] = st.sampled_from(["up", "down", "top", "bottom"])


def listing(ranks: list[Decimal]) -> list[Ranked]:
    return sorted((rank, PaperId(f"p{number:02}")) for number, rank in enumerate(ranks))


def after(order: list[Ranked], ranks: dict[PaperId, Decimal]) -> list[PaperId]:
    """The papers in their new order."""
    return [paper for _, paper in sorted((ranks.get(each, rank), each) for rank, each in order)]


@given(NUMBERS, NUMBERS, st.integers(1, 600))
def test_ranks_between_two_rise_strictly_between_them(
    one: Decimal, other: Decimal, count: int
) -> None:
    low, high = sorted((one, other))
    found = between(low, high, count)
    assert [low, *found, high] == sorted({low, *found, high}) or not found
    assert len(found) == count or high - low < Decimal("0.001")


def test_a_rank_between_two_is_as_short_as_can_be() -> None:
    assert between(Decimal(1), Decimal(3), 1) == [Decimal(2)]
    assert between(Decimal(1), Decimal(2), 1) == [Decimal("1.5")]
    assert between(Decimal("1.5"), Decimal(2), 1) == [Decimal("1.8")]
    assert between(Decimal(1), Decimal(1), 1) == []


def test_at_an_end_ranks_are_whole_numbers() -> None:
    assert between(None, None, 2) == [1, 2]
    assert between(Decimal("2.5"), None, 2) == [3, 4]
    assert between(None, Decimal("2.5"), 2) == [1, 2]
    assert behind([]) == 1
    assert behind(listing([Decimal(1), Decimal("7.5")])) == 8


@given(RANKS, st.data())
def test_papers_come_to_their_place_in_their_order_and_the_others_keep_theirs(
    ranks: list[Decimal], data: st.DataObject
) -> None:
    order = listing(ranks)
    names = [paper for _, paper in order]
    moving = data.draw(st.permutations(names))[: data.draw(st.integers(1, len(names)))]
    place = data.draw(st.integers(-1, len(names) + 1))
    rest = [name for name in names if name not in moving]
    at = max(0, min(place, len(rest)))
    wanted = [*rest[:at], *moving, *rest[at:]]
    assert after(order, placed(order, moving, place)) == wanted


@given(RANKS, st.sets(st.integers(0, 11), min_size=1), WAYS, st.integers(1, 5))
def test_papers_move_together_and_no_others_change_their_order(
    ranks: list[Decimal], chosen: set[int], way: Way, by: int
) -> None:
    order = listing(ranks)
    names = [paper for _, paper in order]
    moving = [PaperId(f"p{number:02}") for number in chosen]
    found = after(order, moved(order, moving, way, by))
    kept = [name for name in names if name in moving]
    rest = [name for name in names if name not in moving]
    assert [name for name in found if name not in moving] == rest
    assert [name for name in found if name in moving] == kept
    if kept:
        first = found.index(kept[0])
        assert found[first : first + len(kept)] == kept
        before = names.index(kept[0])
        wanted = {"up": before - by, "down": before + by, "top": 0, "bottom": len(rest)}[way]
        assert first == max(0, min(wanted, len(rest)))


def test_moving_one_paper_changes_its_rank_alone() -> None:
    order = listing([Decimal(number) for number in range(10)])
    assert len(moved(order, [PaperId("p05")], "up", 3)) == 1


def test_a_hundred_moves_into_one_gap_still_find_a_place() -> None:
    order = listing([Decimal(number) for number in range(60)])
    names = [paper for _, paper in order]
    for number in range(2, 60):
        ranks = placed(order, [names[number]], 1)
        order = sorted((ranks.get(paper, rank), paper) for rank, paper in order)
    assert [paper for _, paper in order] == [names[0], *reversed(names[2:]), names[1]]


def test_many_papers_go_into_one_gap() -> None:
    order = listing([Decimal(number) for number in range(600)])
    moving = [paper for _, paper in order[100:]]
    assert after(order, placed(order, moving, 1))[1:501] == moving


def test_what_is_there_already_does_not_move() -> None:
    order = listing([Decimal(1), Decimal(2)])
    assert moved(order, [PaperId("p00")], "up", 1) == {}
    assert moved(order, [PaperId("p01")], "bottom", 1) == {}
    assert moved(order, [PaperId("p07")], "top", 1) == {}


def test_a_list_is_ordered_by_rank_and_then_by_id() -> None:
    said = {
        PaperId(name): Annotation(lists=((where, Decimal(rank)),))
        for name, where, rank in (
            ("b", "l", "1"),
            ("a", "l", "1"),
            ("c", "l", "0.5"),
            ("d", "m", 0),
        )
    }
    assert [paper for _, paper in ranked(said, "l")] == ["c", "a", "b"]
