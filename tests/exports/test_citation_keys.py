"""Keys of papers: readable, unique, and the same whatever else is exported."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.material import ATTENTION, entries
from tui_reader.exports.citation_keys import keys_of, plain_key
from tui_reader.exports.entries import Entry
from tui_reader.papers import Paper, PaperId


def keys(*papers: Paper) -> list[str]:
    return list(keys_of([Entry(paper) for paper in papers]))


OTHER = replace(ATTENTION, id=PaperId("arxiv:1111.11111"))


@pytest.mark.parametrize(
    ("authors", "year", "title", "key"),
    [
        (("Ashish Vaswani",), 2017, "Attention Is All You Need", "vaswani2017attention"),
        (("Laurens van der Maaten",), 2008, "Visualizing t-SNE", "vandermaaten2008visualizing"),
        (("G{\\'e}rard M{\\o}ller",), 2020, "The $\\beta$-VAE", "moller2020vae"),
        (("Martin King Jr.",), 1963, "On the Dream", "king1963dream"),
        (("O'Neil",), None, "How To", "oneilhow"),
        ((), 2024, "A Survey of Very Large Models", "surveyverylarge2024"),
        (("深度",), None, "学习", "paper"),
        ((), None, "a b},x\\n%é", "bxn"),
    ],
)
def test_a_key_is_first_author_year_and_first_telling_word(
    authors: tuple[str, ...], year: int | None, title: str, key: str
) -> None:
    assert plain_key(Paper(PaperId("x"), title, authors=authors, year=year)) == key


def test_two_papers_that_would_share_a_key_each_get_a_piece_of_their_id() -> None:
    one, other = keys(ATTENTION, OTHER)

    assert one != other
    assert {one.rpartition("-")[0], other.rpartition("-")[0]} == {"vaswani2017attention"}


def test_a_paper_listed_twice_gets_two_keys() -> None:
    assert len(set(keys(ATTENTION, ATTENTION))) == 2


def test_papers_without_a_readable_name_are_told_apart_for_ever() -> None:
    nameless = Paper(PaperId("title:1"), "学习")

    assert keys(nameless)[0] == keys(ATTENTION, nameless)[1]
    assert keys(nameless)[0].startswith("paper-")


@given(entries)
def test_keys_are_unique_and_plain(some: list[Entry]) -> None:
    found = list(keys_of(some))

    assert len(set(found)) == len(found) == len(some)
    assert all(re.fullmatch(r"[a-z0-9-]{1,80}", key) for key in found)


@given(entries, st.randoms())
def test_the_order_of_the_papers_changes_no_key(some: list[Entry], chance: Random) -> None:
    alone = list({entry.paper.id: entry for entry in some}.values())
    turned = chance.sample(alone, len(alone))
    before = dict(zip((each.paper.id for each in alone), keys_of(alone), strict=True))

    assert before == dict(zip((each.paper.id for each in turned), keys_of(turned), strict=True))


@given(entries)
def test_papers_beside_it_never_give_a_paper_more_than_a_piece_of_its_id(some: list[Entry]) -> None:
    ours = Entry(replace(ATTENTION, id=PaperId("ours")))
    key = [*keys_of([*some, ours])][-1]

    assert key in ("vaswani2017attention", keys(ours.paper, OTHER)[0])
