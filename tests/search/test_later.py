"""Papers that came after the index was built answer as if they had been there from the start."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import find, indexed, paper, papers
from tests.search.scan import questions
from tui_reader.annotation import Annotation
from tui_reader.catalog import Gathering
from tui_reader.papers import Paper, PaperId, Sighting
from tui_reader.queries.tree import Named, Node, Seen, Word
from tui_reader.search.corpus import Corpus, corpus_of
from tui_reader.search.later import Later, with_later
from tui_reader.sorting import SORT_KEYS, Order


def joined(base: Corpus, records: Sequence[Paper]) -> Corpus:
    """An index with records that came later."""

    def known(name: PaperId) -> tuple[int, Paper] | None:
        number = base.number(name)
        return (number, base.papers[number]) if number >= 0 else None

    gathering = Gathering(known)
    for record in records:
        gathering.add(record)
    return with_later(base, Later(*gathering.later()))


def gathered(records: Sequence[Paper]) -> list[Paper]:
    gathering = Gathering()
    for record in records:
        gathering.add(record)
    return list(gathering.catalog().papers)


def found(corpus: Corpus, tree: Node, order: Order = Order("dump")) -> list[str]:  # noqa: B008 - frozen
    return [corpus.papers[number].id for number in find(corpus, tree, order).numbers]


@given(papers(), papers(), questions)
@settings(deadline=None, max_examples=80)
def test_they_are_found_as_in_one_gathering(
    tmp_path_factory: pytest.TempPathFactory, old: list[Paper], new: list[Paper], tree: Node
) -> None:
    base = indexed(tmp_path_factory.mktemp("index"), gathered(old))
    both, whole = joined(base, new), corpus_of(gathered([*old, *new]))

    assert sorted(found(both, tree)) == sorted(found(whole, tree))


@given(papers(), papers(), st.sampled_from(["diffusion", "robots", "model"]))
@settings(deadline=None, max_examples=40)
def test_new_papers_score_as_in_one_gathering(
    tmp_path_factory: pytest.TempPathFactory, old: list[Paper], new: list[Paper], word: str
) -> None:
    fresh = [paper(f"Later {each.title}", each.abstract) for each in new]
    base = indexed(tmp_path_factory.mktemp("index"), gathered(old))
    both, whole = joined(base, fresh), corpus_of(gathered([*old, *fresh]))
    ours, theirs = find(both, Word(word)), find(whole, Word(word))

    assert list(ours.numbers) == list(theirs.numbers)
    assert list(ours.scores) == pytest.approx(list(theirs.scores), abs=1e-4)


@given(papers(), papers(), st.sampled_from(SORT_KEYS), st.booleans())
@settings(deadline=None, max_examples=40)
def test_new_papers_are_sorted_in_among_the_old(
    tmp_path_factory: pytest.TempPathFactory,
    old: list[Paper],
    new: list[Paper],
    key: str,
    reverse: bool,
) -> None:
    order = Order(key, reverse)  # type: ignore[arg-type] # drawn from the sort keys
    fresh = [paper(f"A {each.title}", date=each.date, upvotes=each.upvotes) for each in new]
    base = indexed(tmp_path_factory.mktemp("index"), gathered(old))
    both, whole = joined(base, fresh), corpus_of(gathered([*old, *fresh]))

    assert found(both, Word("no*"), order) == found(whole, Word("no*"), order)


def test_an_enriched_paper_is_listed_once_with_what_is_new(tmp_path: Path) -> None:
    old = [paper("Rivers", "slow"), paper("Hills", "steep", seen=[Sighting("one.txt")])]
    new = paper("Hills", "steep and green meadows", arxiv="2401.00007", seen=[Sighting("two.txt")])
    both = joined(indexed(tmp_path, old), [new])

    assert len(found(both, Word("steep"))) == 1
    assert found(both, Word("meadows")) == found(both, Named("2401.00007")) == ["arxiv:2401.00007"]
    assert found(both, Seen("one.txt")) == found(both, Seen("two.txt")) == ["arxiv:2401.00007"]
    assert found(both, Named("2401.0", prefix=True)) == ["arxiv:2401.00007"]


def test_what_was_said_of_an_enriched_paper_still_holds(tmp_path: Path) -> None:
    old = paper("Hills", "steep")
    both = joined(indexed(tmp_path, [old]), [paper("Hills", "green", arxiv="2401.00007")])
    said = both.said({old.id: Annotation(star="true")})

    assert said.mask("starred").tolist() == [False, True]


def test_a_paper_seen_again_without_anything_new_stays_where_it_is(tmp_path: Path) -> None:
    known = [paper("Rivers", "slow"), paper("Hills", "steep")]
    both = joined(indexed(tmp_path, known), [known[0]])

    assert len(both.papers) == 2
