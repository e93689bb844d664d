"""The same paper in several dumps is one paper, and different papers stay different."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import paper
from tui_reader.catalog import Gathering, merged
from tui_reader.papers import Paper, Sighting, arxiv_id, doi, identify, identities


def gathered(*records: Paper) -> tuple[Paper, ...]:
    gathering = Gathering()
    for record in records:
        gathering.add(record)
    return gathering.catalog().papers


# What a paper is called


def test_an_arxiv_id_is_the_strongest_name() -> None:
    assert identify("2401.01234", "10.1000/a", "Title") == "arxiv:2401.01234"


def test_a_doi_is_the_next() -> None:
    assert identify("", "10.1000/a", "Title") == "doi:10.1000/a"


def test_a_title_names_a_paper_that_has_nothing_else() -> None:
    name = identify("", "", "Title")
    assert name.startswith("title:")
    assert len(name) == len("title:") + 16


def test_a_paper_keeps_its_weaker_names() -> None:
    assert identities("1", "2", "T") == paper("T", arxiv="1", doi="2").names
    assert len(paper("T", arxiv="1", doi="2").names) == 3


@pytest.mark.parametrize(
    "same", ["SCHRÖDINGER  bridges!", 'Schr\\"odinger Bridges', "schrodinger-bridges"]
)
def test_a_title_is_the_same_in_any_spelling(same: str) -> None:
    assert identify("", "", same) == identify("", "", "Schrödinger bridges")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2401.01234v2", "2401.01234"),
        ("arXiv:2401.01234", "2401.01234"),
        ("https://arxiv.org/abs/2401.01234v1", "2401.01234"),
        ("https://huggingface.co/papers/2401.01234", "2401.01234"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("HEP-TH/9901001v3", "hep-th/9901001"),
        ("math.gt/0309136", "math.GT/0309136"),
        ("٢٤٠١.٠١٢٣٤", ""),
        ("2401.123", ""),
        ("see 2401.01234", ""),
        ("2401.01234\x1b[2J", ""),
    ],
)
def test_an_arxiv_id_is_read_in_every_usual_form(text: str, name: str) -> None:
    assert arxiv_id(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("https://doi.org/10.1000/abc", "10.1000/abc"),
        ("doi: 10.1000/abc", "10.1000/abc"),
        ("10.1000/a\x1b]52;c;x\x07", ""),
        ("10.1000/a\u202eb", ""),
        ("10.1000/\ud800", ""),
        ("10.1000/", ""),
        ("10.1000/" + "x" * 500, ""),
    ],
)
def test_a_doi_is_read_in_every_usual_form_and_holds_nothing_else(text: str, name: str) -> None:
    assert doi(text) == name


# Which records are one paper


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (paper("One", arxiv="2401.00001"), paper("Other title", arxiv="2401.00001")),
        (paper("One", doi="10.1000/a"), paper("Other title", doi="10.1000/a")),
        (paper("One title"), paper("ONE TITLE.")),
        (paper("One title"), paper("One title", arxiv="2401.00001")),
        (paper("One title", doi="10.1000/a"), paper("One title", arxiv="2401.00001")),
        (
            paper("One", arxiv="2401.00001", doi="10.1000/a"),
            paper("Other", arxiv="2401.00001", doi="10.1000/b"),
        ),
    ],
)
def test_records_that_share_a_name_are_one_paper(first: Paper, second: Paper) -> None:
    assert len(gathered(first, second)) == len(gathered(second, first)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (paper("One title", arxiv="2401.00001"), paper("One title", arxiv="2401.00002")),
        (paper("One title", doi="10.1000/a"), paper("One title", doi="10.1000/b")),
        (paper("One title"), paper("One title, continued")),
        (
            paper("One", arxiv="2401.00001", doi="10.1000/a"),
            paper("Two", arxiv="2401.00002", doi="10.1000/a"),
        ),
    ],
)
def test_records_with_different_stronger_names_stay_two(first: Paper, second: Paper) -> None:
    assert len(gathered(first, second)) == len(gathered(second, first)) == 2


BRIDGE = (
    paper("One title", "From the daily page."),
    paper("Another title", arxiv="2401.00001"),
    paper("One title", arxiv="2401.00001"),
)


@pytest.mark.parametrize("records", list(permutations(BRIDGE)))
def test_a_record_that_bridges_two_papers_makes_them_one(records: tuple[Paper, ...]) -> None:
    (whole,) = gathered(*records)
    assert (whole.id, whole.abstract) == ("arxiv:2401.00001", "From the daily page.")


def test_all_names_of_bridged_papers_lead_to_the_whole() -> None:
    rivals = [paper(f"Title {n}", doi=f"10.1000/{n}") for n in range(3)]
    bridges = [replace(rivals[n], doi="", arxiv_id="2401.00001") for n in range(1)]
    late = [paper("Title 0"), paper("New title", arxiv="2401.00001"), paper("New title")]
    assert len(gathered(*rivals, *bridges, *late)) == 3


def test_chains_of_bridges_end_in_one_paper() -> None:
    titles = [paper(f"Title {n}") for n in range(6)]
    links = [paper(f"Title {n}", arxiv="2401.00001") for n in (5, 3, 4, 1, 2, 0)]
    again = [paper(f"Title {n}") for n in range(6)]
    gathering = Gathering()
    for record in (*titles, *links, *again):
        gathering.add(record)
    assert gathering.count == len(gathering.catalog().papers) == 1
    assert gathering.catalog().duplicates == 17


def test_papers_keep_the_order_they_were_first_seen_in() -> None:
    records = [paper("B"), paper("A"), paper("C"), paper("a", arxiv="2401.00001"), paper("D")]
    assert [found.title for found in gathered(*records)] == ["B", "A", "C", "D"]


def test_a_known_paper_is_told_from_a_new_one() -> None:
    gathering = Gathering()
    told = [gathering.add(record) for record in (paper("A"), paper("B"), paper("a"))]
    assert (told, gathering.count) == ([False, False, True], 2)


# What is known of a paper seen twice


def test_every_sighting_is_kept_once_and_in_order() -> None:
    first, second = Sighting("a.txt", "2025-03-10"), Sighting("b.json", "2025-03-11")
    records = [paper("T", seen=[first]), paper("T", seen=[second]), paper("T", seen=[first])]
    assert gathered(*records)[0].seen == (first, second)


@pytest.mark.parametrize(
    ("poor", "rich", "field"),
    [
        (paper("T", "short"), paper("T", "somewhat longer"), "abstract"),
        (paper("T", authors=["A"]), paper("T", authors=["A", "B"]), "authors"),
        (paper("T", date="2024"), paper("T", date="2024-03-11"), "date"),
        (paper("T"), paper("T", year=2024), "year"),
        (paper("T"), paper("T", venue="V"), "venue"),
        (paper("T"), paper("T", keywords=["k"]), "keywords"),
        (paper("T", upvotes=3), paper("T", upvotes=9), "upvotes"),
        (paper("T"), paper("T", upvotes=0), "upvotes"),
        (paper("T"), paper("T", arxiv="2401.00001"), "id"),
        (paper("T"), paper("T", doi="10.1000/a"), "doi"),
    ],
)
def test_of_two_fields_the_richer_is_kept(poor: Paper, rich: Paper, field: str) -> None:
    for whole in (merged(poor, rich), merged(rich, poor)):
        assert getattr(whole, field) == getattr(rich, field)


def test_between_equals_the_first_is_kept() -> None:
    assert merged(paper("T", "one"), paper("T", "two")).abstract == "one"


def test_the_year_goes_with_the_date() -> None:
    whole = merged(paper("T", date="2024", year=2024), paper("T", date="2023-12-30", year=2023))
    assert (whole.date, whole.year) == ("2023-12-30", 2023)


_ids = st.sampled_from(["", "2401.00001"])
_records = st.builds(
    paper,
    st.sampled_from(["Title", "TITLE", "A title"]),
    st.text("ab", max_size=3),
    authors=st.lists(st.sampled_from("AB"), max_size=2),
    keywords=st.lists(st.sampled_from("kl"), max_size=2),
    venue=st.sampled_from(["", "V", "W"]),
    date=st.sampled_from(["", "2023", "2024", "2024-01", "2024-01-02"]),
    year=st.sampled_from([None, 2023, 2024]),
    arxiv=_ids,
    doi=st.sampled_from(["", "10.1000/a"]),
    upvotes=st.none() | st.integers(0, 9),
    seen=st.lists(st.builds(Sighting, st.sampled_from("xyz")), max_size=2),
)


def content(whole: Paper) -> tuple[object, ...]:
    """What must not depend on the order of two records: all but which of two equals was first."""
    return (
        *(whole.arxiv_id, whole.doi, whole.upvotes, frozenset(whole.seen)),
        *(len(whole.abstract), len(whole.authors), len(whole.keywords), len(whole.date)),
        *(bool(whole.venue), bool(whole.year), bool(whole.title)),
    )


@given(_records, _records)
@settings(deadline=None)
def test_merging_commutes_in_content(first: Paper, second: Paper) -> None:
    assert content(merged(first, second)) == content(merged(second, first))


@given(_records, _records, _records)
@settings(deadline=None)
def test_merging_is_associative_in_content(first: Paper, second: Paper, third: Paper) -> None:
    left, right = merged(merged(first, second), third), merged(first, merged(second, third))
    assert content(left) == content(right)


@given(_records)
@settings(deadline=None)
def test_a_paper_merged_with_itself_is_itself(record: Paper) -> None:
    assert merged(record, record) == replace(record, seen=tuple(dict.fromkeys(record.seen)))


@given(st.lists(_records, max_size=8))
@settings(deadline=None)
def test_no_two_papers_have_one_id(records: list[Paper]) -> None:
    ids = [found.id for found in gathered(*records)]
    assert len(set(ids)) == len(ids)


@given(st.lists(_records, max_size=8))
@settings(deadline=None)
def test_every_record_is_a_paper_or_a_duplicate(records: list[Paper]) -> None:
    gathering = Gathering()
    for record in records:
        gathering.add(record)
    catalog = gathering.catalog()
    assert len(catalog.papers) + catalog.duplicates == len(records)
    assert gathering.count == len(catalog.papers)
