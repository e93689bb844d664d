"""A paper in one line says what is known and nothing else."""

from tui_reader.exports.one_line import citation, link
from tui_reader.papers import Paper, PaperId


def paper(**fields: object) -> Paper:
    given = {"id": PaperId("title:0"), "title": "Rivers [run]"} | fields
    return Paper(**given)  # type: ignore[arg-type] # the fields of a paper, some of them


def test_a_citation_has_people_title_venue_year_and_address() -> None:
    known = paper(
        authors=("Ada Hill", "Bob Vale"), venue="Streams", date="2024-03-11", arxiv_id="2403.00001"
    )
    assert citation(known) == (
        "Ada Hill, Bob Vale. Rivers [run]. Streams, 2024. https://arxiv.org/abs/2403.00001"
    )


def test_of_many_authors_the_first_stands_for_all() -> None:
    many = tuple(f"Author {number}" for number in range(9))
    assert citation(paper(authors=many)) == "Author 0 et al. Rivers [run]."


def test_a_title_that_asks_keeps_its_mark() -> None:
    assert citation(paper(title="Do rivers run?")) == "Do rivers run?"


def test_a_link_is_no_markup_but_the_link() -> None:
    there = paper(url="https://example.org/a")
    assert link(there) == r"[Rivers \[run\]](<https://example.org/a>)"
    assert link(paper()) == r"Rivers \[run\]"
