"""What is said of a query that was taken otherwise than it was typed."""

from dataclasses import replace

from tui_reader.library.listing import EMPTY, Listing, Question
from tui_reader.queries.corrected import Correction
from tui_reader.queries.query import Query
from tui_reader.ui.understood import below_the_bar, corrected, offer

TAKEN = Correction("difusion", ("diffusion",), taken=True)
OFFERED = Correction("tranformer", ("transformer",), taken=False)


def listing(query: str, *corrections: Correction) -> Listing:
    """An answer to a query with corrections."""
    asked = Query.parse(query, typing=query.startswith('"'))
    return replace(EMPTY, question=Question(asked), corrections=corrections)


def test_a_word_that_was_taken_for_others_is_said_with_them() -> None:
    two = replace(TAKEN, instead=("diffusion", "effusion"))

    assert below_the_bar(listing("difusion", two), typing=False) == (
        "No paper has 'difusion': searched for diffusion, effusion"
    )


def test_problems_and_corrections_stand_side_by_side() -> None:
    said = below_the_bar(listing("difusion year:x", TAKEN), typing=False)

    assert said.startswith("year: takes")
    assert said.endswith(". No paper has 'difusion': searched for diffusion")


def test_a_word_that_is_only_offered_comes_with_its_key() -> None:
    there = listing("tranformer", OFFERED)

    assert offer(there, "ctrl+t", typing=False) == "Did you mean transformer? ctrl+t"
    assert offer(there, "", typing=False) == "Did you mean transformer?"
    assert below_the_bar(there, typing=False) == ""


def test_where_nothing_is_offered_nothing_is_said() -> None:
    assert offer(listing("difusion", TAKEN), "ctrl+t", typing=False) == ""


def test_the_word_that_is_being_typed_is_left_alone() -> None:
    for query in ("Difusion", "deep title:difusion", '"deep difusion'):
        assert below_the_bar(listing(query, TAKEN), typing=True) == ""
    assert offer(listing("tranformer", OFFERED), "ctrl+t", typing=True) == ""


def test_a_word_before_it_is_not() -> None:
    for query in ("difusion ", "difusion mod"):
        assert "diffusion" in below_the_bar(listing(query, TAKEN), typing=True)


def test_the_corrected_query_has_all_that_was_meant() -> None:
    there = listing("difusion -title:Tranformer is:unread", TAKEN, OFFERED)

    assert corrected(there) == "diffusion -title:transformer is:unread"


def test_a_long_or_hostile_word_fits_into_its_line() -> None:
    word = "x\x1b[2J" + "y" * 500
    said = below_the_bar(listing("a", Correction(word, (word,), taken=True)), typing=False)

    assert said.isprintable()
    assert len(said) < 120
