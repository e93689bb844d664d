"""Facets are counted as one would by looking at every paper."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import annotations, answer, indexed, paper, papers
from tui_reader.annotation import Annotation
from tui_reader.papers import Paper, Sighting
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.facet_counts import KEPT, Counts, FacetName
from tui_reader.sorting import Order

_seen = st.lists(
    st.builds(Sighting, st.sampled_from(["a.txt", "b.txt", "B.txt"]), st.just("")), max_size=3
)


@st.composite
def seen_papers(draw: st.DrawFn) -> list[Paper]:
    """Papers that were seen somewhere and have addresses."""
    return [
        replace(
            each,
            seen=tuple(draw(_seen)),
            code=draw(st.sampled_from(["", "https://example.org/code"])),
            pdf=draw(st.sampled_from(["", "https://example.org/a.pdf"])),
        )
        for each in draw(papers())
    ]


def counted(
    corpus: Corpus, numbers: Sequence[int], starred: Sequence[Paper] = ()
) -> dict[FacetName, Counts]:
    marked = Annotation(star="true", status="done", note="Good", tags=("rag",))
    return dict(corpus.facets(numbers, corpus.said({each.id: marked for each in starred})))


def by_hand(found: Sequence[Paper]) -> dict[str, Counter[str]]:
    counts = {name: Counter[str]() for name in ("year", "venue", "keyword", "seen")}
    for each in found:
        values = {
            "year": [each.date[:4] or str(each.year or "")],
            "venue": [each.venue],
            "keyword": [*each.keywords, *each.categories],
            "seen": [sighting.dump for sighting in each.seen],
        }
        for name, own in values.items():
            counts[name].update({value.casefold() for value in own if value})
    return counts


@given(seen_papers(), st.data())
def test_every_listed_paper_counts_once_for_each_of_its_values(
    every: list[Paper], data: st.DataObject
) -> None:
    some = data.draw(st.sets(st.sampled_from(range(len(every)))) if every else st.just(set[int]()))
    numbers = array("i", data.draw(st.permutations(sorted(some))))
    found = counted(corpus_of(every), numbers)
    wanted = by_hand([every[number] for number in numbers])

    for name in ("year", "venue", "keyword", "seen"):
        values = found[name].values
        assert {value.casefold(): papers for value, papers in values} == wanted[name]


@given(seen_papers(), st.data())
def test_marks_and_addresses_are_counted(every: list[Paper], data: st.DataObject) -> None:
    starred = data.draw(st.lists(st.sampled_from(every), unique=True) if every else st.just([]))
    found = counted(corpus_of(every), range(len(every)), starred)
    wanted = {
        "starred": len(starred),
        "unread": len(every) - len(starred),
        "done": len(starred),
        "note": len(starred),
        "code": sum(bool(each.code) for each in every),
        "pdf": sum(bool(each.pdf or each.arxiv_id) for each in every),
    }

    assert dict(found["marks"].values) == {mark: count for mark, count in wanted.items() if count}


@given(papers(), st.data())
def test_tags_and_lists_are_counted_under_whichever_id(
    every: list[Paper], data: st.DataObject
) -> None:
    said = data.draw(annotations(every))
    corpus = corpus_of(every)
    found = corpus.facets(range(len(every)), corpus.said(said))
    own = [[said[name] for name in each.names if name in said] for each in every]
    tags = Counter(t for some in own for t in {t.casefold() for one in some for t in one.tags})
    lists = Counter(name for some in own for name in {n for one in some for n, _ in one.lists})

    assert {value.casefold(): count for value, count in found["tag"].values} == tags
    assert dict(found["list"].values) == lists


def several(values: Sequence[str]) -> list[Paper]:
    """Papers with one keyword each."""
    return [paper(f"Paper {n}", keywords=[value]) for n, value in enumerate(values)]


def test_the_commonest_come_first_and_the_rest_is_told_by_number() -> None:
    rare = [f"rare {n:03}" for n in range(KEPT + 50)]
    found = counted(corpus_of(several(["often", *rare, "often"])), range(KEPT + 52))["keyword"]

    assert found.values[0] == ("often", 2)
    assert len(found.values) == KEPT
    assert found.more == 51


def test_years_and_dumps_come_from_the_newest() -> None:
    every = [
        paper(f"Paper {place}", year=year, seen=[Sighting(f"{year}.json")])
        for place, year in enumerate((2023, 2025, 2024, 2025))
    ]
    found = counted(corpus_of(every), range(4))

    assert found["year"].values == (("2025", 2), ("2024", 1), ("2023", 1))
    assert found["seen"].values == (("2025.json", 2), ("2024.json", 1), ("2023.json", 1))


def test_an_answer_is_counted_in_whatever_order_it_is(tmp_path: Path) -> None:
    corpus = indexed(tmp_path, several(["a", "b", "a"]))
    found = answer(corpus, "paper", Order("title", reverse=True))

    assert counted(corpus, found.numbers)["keyword"].values == (("a", 2), ("b", 1))
