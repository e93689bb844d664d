"""Another machine's annotations brought in as one step."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.annotations.material import BAD_FILES, opened, with_everything
from tests.annotations.strategies import NO_EXTRAS, holdings
from tests.library.material import library_of, write_dump
from tui_reader.annotation import Annotation, Holdings, ReadingList
from tui_reader.annotations.changing import with_changes
from tui_reader.annotations.merge import merge
from tui_reader.errors import PaperReadError, UnreadableError
from tui_reader.library.merging import Merging, left_out, merging, read_other
from tui_reader.papers import PaperId

PLAIN = holdings(extras=NO_EXTRAS)
P = PaperId("p")


def said(holdings: Holdings) -> Holdings:
    """Without titles, and without papers and lists of which nothing else is said."""
    papers = {
        name: Annotation("", said.star, said.status, said.tags, said.lists, said.note)
        for name, said in holdings.papers.items()
        if not said.is_blank
    }
    lists = {name: own for name, own in holdings.lists.items() if own != ReadingList()}
    searches = {name: kept for name, kept in holdings.searches.items() if kept.query}
    return Holdings(papers, lists, searches)


@settings(deadline=None)
@given(PLAIN, PLAIN)
def test_changes_bring_in_what_a_merge_does(ours: Holdings, theirs: Holdings) -> None:
    after = with_changes(ours, merging(ours, theirs))
    assert said(after) == said(merge(Holdings(), ours, theirs))
    assert merging(after, theirs) == []


@settings(deadline=None, max_examples=30)
@given(PLAIN)
def test_what_a_store_is_given_is_in_the_next_one(
    tmp_path_factory: pytest.TempPathFactory, wanted: Holdings
) -> None:
    folder = tmp_path_factory.mktemp("store")
    store = opened(folder)
    store.apply(merging(Holdings(), wanted))
    now = store.holdings
    assert said(now) == said(wanted)
    store.close()
    later = opened(folder)
    assert later.holdings == now
    later.close()


def test_a_tag_we_spell_otherwise_stays_as_it_is() -> None:
    ours, theirs = (Holdings({P: Annotation(tags=(tag,))}) for tag in ("RAG", "rag"))
    assert merging(ours, theirs) == []


def test_unknown_fields_are_counted_as_left_out() -> None:
    extra = (("rating", "5"), ("mood", "good"))
    theirs = Holdings({P: Annotation(extra=extra)}, {"l": ReadingList(extra=extra)})
    assert left_out(Holdings({P: Annotation(extra=extra[:1])}), theirs) == 3


def test_another_file_is_one_step_that_is_taken_back(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(with_everything(range(10)))
    theirs = read_other(tmp_path / "other.yaml")
    with library_of(write_dump(tmp_path / "dump.jsonl")) as library:
        library.open()
        library.star(library.snapshot.paper(0))
        before = library.holdings
        assert library.do(Merging(theirs))
        assert library.do(Merging(theirs)) == ()
        assert len(library.lists()) == 3
        assert len(library.history()) == 2
        library.undo()
        assert said(library.holdings) == said(before)


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.yaml").write_bytes(BAD_FILES[name])
    with pytest.raises(PaperReadError, match=r"other\.yaml"):
        read_other(tmp_path / "other.yaml")


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"none\.yaml: No such file"):
        read_other(tmp_path / "none.yaml")
