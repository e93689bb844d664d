"""Changes on whatever state they meet, once or again."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import (
    begun,
    described,
    listed,
    note,
    paper,
    read,
    searched,
    star,
    tag,
)
from tests.annotations.test_merge import SIDES, TEXTS
from tui_reader.annotation import (
    STATUSES,
    Annotation,
    Change,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.annotations.changing import with_changes, without_emptied
from tui_reader.annotations.merge_fields import SEPARATOR
from tui_reader.papers import PaperId

PAPERS = st.sampled_from("pq").map(PaperId)
NAMES = st.sampled_from(["l", "m", "rag", "RAG"])
LINES = st.sampled_from(["", "a", "b"])


def on_papers(field: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[Change]:
    return st.builds(Change, PAPERS, st.just("t"), st.just(field), values, values, name=NAMES)


NOTHING = st.just(PaperId(""))
CHANGES = st.lists(
    st.one_of(
        on_papers("note", TEXTS),
        on_papers("star", st.sampled_from(["", "true", "2026-10-05"])),
        on_papers("status", st.sampled_from(STATUSES)),
        on_papers("list", st.sampled_from(["", "1", "2.5"])),
        NAMES.flatmap(lambda name: on_papers("tag", st.sampled_from(["", name]))),
        st.builds(Change, NOTHING, st.just(""), st.just("created"), LINES, LINES, name=NAMES),
        st.builds(Change, NOTHING, st.just(""), st.just("description"), LINES, LINES, name=NAMES),
        st.builds(Change, NOTHING, st.just(""), st.just("query"), LINES, LINES, name=NAMES),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=500)
@given(SIDES, CHANGES)
def test_replaying_changes_twice_is_replaying_them_once(
    side: Holdings, changes: list[Change]
) -> None:
    once = with_changes(side, changes)
    assert with_changes(once, changes) == once


@settings(deadline=None, max_examples=300)
@given(SIDES, CHANGES)
def test_what_does_not_change_stays_the_same_mapping(side: Holdings, changes: list[Change]) -> None:
    once = with_changes(side, changes)
    assert (once.papers is side.papers) == (once.papers == side.papers)
    assert (once.lists is side.lists) == (once.lists == side.lists)
    assert (once.searches is side.searches) == (once.searches == side.searches)


def test_every_field_of_a_paper_is_changed() -> None:
    changes = [star(1), read(1), tag(1, "rag"), tag(1, "b"), listed(1, "l", "2.5"), note(1, "n")]
    assert with_changes(Holdings(), changes).papers == {
        paper(1): Annotation("Title 1", "true", "read", ("b", "rag"), (("l", Decimal("2.5")),), "n")
    }


def test_a_paper_takes_any_number_of_tags_and_lists_at_once() -> None:
    names = [f"name {number:05}" for number in range(20_000)]
    changes = [change for name in names for change in (tag(1, name), listed(1, name, "1"))]
    after = with_changes(Holdings(), changes).papers[paper(1)]
    assert after.tags == tuple(names)
    assert after.lists == tuple((name, Decimal(1)) for name in names)


def test_a_tag_is_taken_away_in_whichever_capitals() -> None:
    side = Holdings({paper(1): Annotation("t", tags=("RAG", "survey"))})
    after = with_changes(side, [tag(1, "rag", new=False)])
    assert after.papers[paper(1)].tags == ("survey",)


def test_lists_and_searches_come_and_go() -> None:
    changes = [begun("l"), described("l", "short"), searched("s", "tag:rag")]
    there = with_changes(Holdings(), changes)
    assert there.lists == {"l": ReadingList("2026-10-05", "short")}
    assert there.searches == {"s": SavedSearch("tag:rag")}
    back = [begun("l", "", "2026-10-05"), described("l", "", "short")]
    back.append(searched("s", "", "tag:rag"))
    assert with_changes(there, back) == Holdings()


def test_an_empty_list_that_somebody_wrote_stays_when_another_is_changed() -> None:
    side = Holdings(lists={"mine": ReadingList()})
    assert with_changes(side, [begun("l")]).lists.keys() == {"mine", "l"}


def test_unknown_fields_stay_through_every_change() -> None:
    extra = (("rating", "5"),)
    side = Holdings(
        {paper(1): Annotation(extra=extra)},
        {"l": ReadingList(extra=extra)},
        {"s": SavedSearch(extra=extra)},
    )
    changes = [star(1), tag(1, "a"), note(1, "n"), begun("l"), searched("s", "q")]
    after = with_changes(
        with_changes(side, changes), [searched("s", "", "q"), begun("l", "", "2026-10-05")]
    )
    assert after.papers[paper(1)].extra == extra
    assert after.lists["l"].extra == after.searches["s"].extra == extra


def test_changes_replay_on_a_state_that_already_holds_some_of_them() -> None:
    changes = [note(1, "a"), note(1, "completely new", old="a"), read(1), star(1)]
    after_first = with_changes(Holdings(), changes[:1])
    assert with_changes(after_first, changes) == with_changes(Holdings(), changes)


def test_a_note_written_elsewhere_meanwhile_is_kept_beside_ours() -> None:
    current = Holdings({paper(1): Annotation(note="from the other machine")})
    after = with_changes(current, [note(1, "mine", old="before")])
    assert after.papers[paper(1)].note == f"from the other machine{SEPARATOR}mine"


def test_what_else_was_changed_elsewhere_meanwhile_is_merged_with_ours() -> None:
    now = Holdings(
        {paper(1): Annotation("t", "2026-01-31", "done", ("RAG",), (("l", Decimal(5)),))},
        {"l": ReadingList("2026-10-01", "theirs")},
        {"s": SavedSearch("theirs")},
    )
    ours = [star(1), Change(paper(1), "t", "status", "", "reading"), listed(1, "l", "2", old="1")]
    ours += [begun("l"), described("l", "ours", "before"), searched("s", "ours", "before")]
    assert with_changes(now, ours) == Holdings(
        {paper(1): Annotation("Title 1", "2026-01-31", "done", ("RAG",), (("l", Decimal(2)),))},
        {"l": ReadingList("2026-10-01", "ours / theirs")},
        {"s": SavedSearch("(ours) OR (theirs)")},
    )


def test_a_mark_taken_away_stays_where_it_was_made_anew_elsewhere() -> None:
    now = Holdings({paper(1): Annotation("t", "2026-10-07", "done")})
    assert with_changes(now, [star(1, new=False), read(1, new=False)]).papers[paper(1)] == (
        Annotation("Title 1", "2026-10-07", "done")
    )


def test_a_paper_without_marks_goes_unless_it_was_so_in_the_file() -> None:
    blank = Annotation("Title")
    merged = Holdings({PaperId("a"): blank, PaperId("b"): blank, PaperId("c"): blank})
    theirs = {PaperId("a"): blank, PaperId("b"): Annotation("Title", "true")}
    assert without_emptied(merged, theirs).papers == {PaperId("a"): blank}
