"""Labels: counted, found and kept just as one would by looking at every paper."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.search.material import indexed, paper, quietly
from tui_reader.papers import Sighting
from tui_reader.search.columns import HAS_CODE, HAS_PDF, columns_of
from tui_reader.search.corpus import corpus_of
from tui_reader.search.label_sets import labels_in
from tui_reader.search.labels import LabelBuilder, Labels
from tui_reader.search.stored import write_generation

NAMES = ("", "RL", "rl", "Rl", "graphs", "Graphs", "深度学习", "ß", "SS", "cs.CL", "\ud800")

lists = st.lists(st.lists(st.sampled_from(NAMES), max_size=5), max_size=12)


def labels(given: Sequence[Sequence[str]]) -> Labels:
    builder = LabelBuilder()
    for names in given:
        builder.add(names)
    return builder.labels()


def folded(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name.casefold() for name in names if name))


def place(found: Labels, name: str) -> int:
    return [known.casefold() for known in found.names].index(name)


@given(lists, st.data())
def test_labels_are_counted_once_in_each_paper_asked_for(
    given: list[list[str]], data: st.DataObject
) -> None:
    names = [[name for name in row if name != "\ud800"] for row in given]
    some = data.draw(st.sets(st.integers(0, max(len(names) - 1, 0))) if names else st.just(set()))
    docs = np.array(data.draw(st.permutations(sorted(some))), dtype=np.int32)
    found = labels(names)

    wanted = Counter(name for number in some for name in folded(names[number]))

    counts = {
        name.casefold(): int(count)
        for name, count in zip(found.names, found.counts(docs), strict=True)
        if count
    }
    assert counts == wanted


@given(lists)
def test_every_paper_has_its_labels_in_its_own_order(given: list[list[str]]) -> None:
    found = labels(given)

    assert len(found.starts) == len(given) + 1
    for number, names in enumerate(given):
        codes = found.codes[found.starts[number] : found.starts[number + 1]]
        assert [found.names[code].casefold() for code in codes] == [
            name.replace("\ud800", "?") for name in folded(names)
        ]


@given(lists, st.sets(st.sampled_from(["rl", "graphs", "ss", "深度学习"])))
def test_papers_with_one_of_some_labels_are_found(given: list[list[str]], some: set[str]) -> None:
    found = labels(given)
    known = {name.casefold() for name in found.names}
    codes = np.array(sorted(place(found, name) for name in some & known), dtype=np.int32)

    assert found.papers(codes).tolist() == [bool(some & set(folded(names))) for names in given]


@given(lists)
def test_the_first_label_of_each_paper_is_known(given: list[list[str]]) -> None:
    found = labels(given)
    first = [found.names[code].casefold() if code >= 0 else "" for code in found.first_codes()]

    assert first == [[*folded(names), ""][0].replace("\ud800", "?") for names in given]


@given(lists)
def test_a_label_is_called_by_its_commonest_spelling(given: list[list[str]]) -> None:
    written = Counter(name for names in given for name in names if name != "\ud800")
    found = labels(given)

    for name in set(found.names) - {"?"}:
        spellings = [other for other in written if other.casefold() == name.casefold()]
        assert written[name] == max(written[other] for other in spellings)


def test_labels_are_found_by_a_part_of_their_name_in_any_case() -> None:
    found = labels([["2025-03-11.TXT"], ["2025-03-12.json", "Straße"]])

    assert found.find("03-1").tolist() == [0, 1]
    assert found.find(".txt").tolist() == [0]
    assert found.find("STRASSE").tolist() == [2]
    assert found.find("2024").tolist() == []


PAPERS = [
    replace(
        paper("One", keywords=["RL", "Graphs"], venue="ICLR 2024", seen=[Sighting("a.txt")]),
        categories=("cs.CL", "rl"),
        code="https://example.org/code",
    ),
    paper(
        "Two",
        arxiv="2401.00001",
        venue="iclr 2024",
        seen=[Sighting("b.txt", "Mar 11"), Sighting("a.txt", "2025-03-12"), Sighting("b.txt")],
    ),
    replace(paper("Three", keywords=["rl"]), pdf="https://example.org/a.pdf"),
]


def test_labels_on_disk_are_those_in_memory(tmp_path: Path) -> None:
    for corpus in (corpus_of(PAPERS), indexed(tmp_path, PAPERS)):
        sets = corpus.labels
        every = np.arange(3, dtype=np.int32)
        counted = {
            name: int(count)
            for found in (sets.venues, sets.keywords, sets.dumps, sets.days)
            for name, count in zip(found.names, found.counts(every), strict=True)
        }

        assert counted == {
            "ICLR 2024": 2, "rl": 2, "Graphs": 1, "cs.CL": 1,
            "a.txt": 2, "b.txt": 1, "Mar 11": 1, "2025-03-12": 1,
        }  # fmt: skip
        assert sets.dumps.first_codes().tolist() == [0, 1, -1]


def test_nothing_is_read_before_a_label_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "generation"
    folder.mkdir()
    sets = labels_in(folder)
    write_generation(folder, PAPERS, quietly)

    assert list(sets.dumps.names) == ["a.txt", "b.txt"]


def test_papers_with_code_and_with_a_pdf_are_flagged(tmp_path: Path) -> None:
    for columns in (columns_of(PAPERS), indexed(tmp_path, PAPERS).columns):
        assert columns.with_flag(HAS_CODE).tolist() == [True, False, False]
        assert columns.with_flag(HAS_PDF).tolist() == [False, True, True]
