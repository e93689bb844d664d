"""Words that no paper has are taken for their neighbours; rare ones get an offer."""

from tests.search.material import answer, asked, find, paper
from tui_reader.queries.corrected import Correction
from tui_reader.queries.query import Query
from tui_reader.search.corpus import corpus_of
from tui_reader.search.notes import NotePostings
from tui_reader.search.spelling import LEXICONS, Spelling

SHELF = corpus_of(
    [
        *(paper(f"Diffusion number {number}", "Attention transforms") for number in range(80)),
        paper("Confusion of transformers", "An infusion"),
        paper("A single attantion", "by Ølgård", authors=["Geoffrey Hinton"]),
    ]
)


def test_an_unknown_word_is_taken_for_its_nearest_neighbour() -> None:
    found = answer(SHELF, "difusion")

    assert len(found.numbers) == 80
    assert found.corrections == (Correction("difusion", ("diffusion",), taken=True),)


def test_neighbours_are_looked_for_in_the_field_that_was_named() -> None:
    assert asked(SHELF, "author:hintn") == [81]
    assert asked(SHELF, "title:hintn") == []


def test_a_much_commoner_neighbour_of_a_rare_word_is_offered() -> None:
    found = answer(SHELF, "attantion")

    assert list(found.numbers) == [81]
    assert found.corrections == (Correction("attantion", ("attention",), taken=False),)


def test_it_is_offered_for_the_last_word_of_the_bar_too() -> None:
    tree = Query.parse("attantion", begun=True).tree

    assert find(SHELF, tree).corrections == answer(SHELF, "attantion").corrections != ()


def test_a_common_word_is_not_corrected() -> None:
    assert answer(SHELF, "diffusion").corrections == ()


def test_what_is_taken_out_is_never_corrected() -> None:
    found = answer(SHELF, "diffusion -difusion")

    assert len(found.numbers) == 80
    assert found.corrections == ()


def test_short_words_and_gibberish_have_no_neighbours() -> None:
    assert answer(SHELF, "xyz").corrections == ()
    assert answer(SHELF, "qqqqqqqqqq").corrections == ()


def test_a_word_in_a_phrase_is_taken_for_its_neighbour() -> None:
    assert len(answer(SHELF, '"atention transforms"').numbers) == 80


def test_hits_of_neighbours_are_marked() -> None:
    assert answer(SHELF, "difusion").terms["title"] == {"diffus"}


def test_a_word_meant_exactly_is_not_corrected() -> None:
    assert list(answer(SHELF, "=difusion").numbers) == []


def test_notes_that_were_changed_are_forgotten() -> None:
    spelling = Spelling(1)
    for number in range(3 * LEXICONS):
        lexicon = NotePostings(1, {0: f"margin{number:03}"}).lexicon("note")
        (near,) = spelling.nearest(f"nargin{number:03}", [lexicon])
        assert near.word == f"margin{number:03}"
    assert len(spelling._lexicons) <= LEXICONS + 1
