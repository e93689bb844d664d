"""Going through earlier queries, as a plain value."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.ui.recall import Recall, recall

QUERIES = ("deep nets", "diffusion", "Deep learning", "robots", "diffusion")
ANY = st.lists(st.text(max_size=5), max_size=8)


def older(way: Recall) -> list[str]:
    """Everything one comes to on the way back."""
    found = []
    while (step := way.older()) is not None:
        way = step
        found.append(way.text)
    return found


def test_the_way_back_begins_with_the_newest_and_has_every_query_once() -> None:
    assert older(recall("", QUERIES, "")) == ["diffusion", "robots", "Deep learning", "deep nets"]


def test_only_queries_that_begin_like_what_was_typed_are_on_it() -> None:
    assert older(recall("deep", QUERIES, "deep")) == ["Deep learning", "deep nets"]
    assert older(recall("zebra", QUERIES, "zebra")) == []


def test_what_stands_there_already_is_left_out() -> None:
    assert older(recall("diffusion", QUERIES, "")) == ["robots", "Deep learning", "deep nets"]


def test_forth_from_the_newest_comes_what_was_typed_and_then_nothing() -> None:
    way = recall("de", QUERIES, "de").older()
    assert way
    back = way.newer()

    assert back
    assert back.text == "de"
    assert back.newer() is None


@given(ANY, st.text(max_size=5), st.integers(1, 8))
def test_so_far_forth_as_back_is_where_one_began(queries: list[str], text: str, far: int) -> None:
    way: Recall | None = recall(text, queries, text)
    steps = 0
    while way and steps < far and (step := way.older()):
        way, steps = step, steps + 1
    for _ in range(steps):
        way = way.newer() if way else None

    assert way
    assert way.text == text
