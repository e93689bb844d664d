"""What the reader did is taken back step by step, and nothing that others did since."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.annotations.material import kill
from tests.library.material import library_of, write_dump
from tui_reader import locations
from tui_reader.annotation import STATUSES, Annotation, Holdings
from tui_reader.library.deeds import Adding, Deed, Moving, Noting, Removing, Standing, Tagging
from tui_reader.library.library import Library
from tui_reader.library.list_deeds import Describing, Dropping, Renaming, SavingSearch
from tui_reader.library.merging import Merging
from tui_reader.papers import Paper, PaperId

NAMES = st.sampled_from(["rag", "to read"])
LINES = st.sampled_from(["", "a", "b"])
DEED: st.SearchStrategy[Deed] = st.one_of(
    st.builds(Standing, st.sampled_from(STATUSES)),
    st.builds(Tagging, st.tuples(NAMES), st.tuples(NAMES) | st.just(())),
    st.builds(Adding, NAMES),
    st.builds(Removing, NAMES),
    st.builds(Moving, NAMES, st.sampled_from(["up", "down", "top", "bottom"])),
    st.builds(Noting, st.text(max_size=3), st.just("")),
    st.builds(Describing, NAMES, LINES),
    st.builds(Dropping, NAMES),
    st.builds(SavingSearch, NAMES, LINES),
)
DEEDS = st.lists(st.tuples(DEED, st.sets(st.integers(0, 2), min_size=1)), max_size=8)
THREE = (0, 1, 2)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl")


def papers(library: Library, *numbers: int) -> list[Paper]:
    return [library.snapshot.paper(number) for number in numbers]


def kept(library: Library) -> Holdings:
    """All there is, but for papers without any mark, which the file does not keep."""
    said = {name: said for name, said in library.annotations.items() if not said.is_blank}
    return Holdings(said, library.holdings.lists, library.holdings.searches)


def by_hand(old: str, new: str) -> None:
    """Edit the annotations file, as an editor would."""
    path = locations.annotations_file()
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def undo_all(library: Library) -> int:
    count = 0
    while library.undo():
        count += 1
    return count


@given(DEEDS)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_steps_back_and_all_again(dump: Path, deeds: list[tuple[Deed, set[int]]]) -> None:
    with library_of(dump) as library:
        library.open()
        undo_all(library)
        before = kept(library)
        states = [before]
        for deed, numbers in deeds:
            if library.do(deed, papers(library, *numbers)):
                states.append(kept(library))
        for state in reversed(states[:-1]):
            library.undo()
            assert kept(library) == state
        assert library.undo() is None
        for state in states[1:]:
            library.redo()
            assert kept(library) == state
        assert len(states) == 1 or library.redo() is None


def test_many_papers_are_one_step(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        step = library.do(Tagging(("rag", "b")), papers(library, *THREE))
        assert len(step) == 6
        undone = library.undo()
        assert undone is not None
        assert len(undone.step) == 6
        assert kept(library) == Holdings()


def test_steps_of_earlier_runs_are_taken_back_and_done_again(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Standing("read"), papers(library, *THREE))
        library.do(Adding("train"), papers(library, 0))
        after = kept(library)
    for _ in range(2):
        with library_of(dump) as library:
            library.open()
            assert undo_all(library) == 2
            assert kept(library) == Holdings()
        with library_of(dump) as library:
            library.open()
            assert library.redo()
            assert library.redo()
            assert kept(library) == after


def test_steps_of_a_killed_run_are_taken_back(dump: Path) -> None:
    with library_of(dump) as library, library_of(dump) as later:
        library.open()
        library.do(Tagging(("rag",)), papers(library, *THREE))
        kill(library._store)
        later.open()
        assert later.tags() == {"rag": 3}
        assert later.undo()
        assert kept(later) == Holdings()


def test_another_step_forgets_what_was_taken_back(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        one, two = library.snapshot.paper(0), library.snapshot.paper(1)
        library.star(one)
        library.undo()
        library.star(two)
        assert library.redo() is None


def test_what_was_changed_elsewhere_since_stays(dump: Path) -> None:
    with library_of(dump) as mine, library_of(dump) as theirs:
        mine.open()
        theirs.open()
        paper = mine.snapshot.paper(0)
        mine.write_note(paper, "mine", "")
        mine.save()
        theirs.refresh()
        theirs.write_note(paper, "theirs", "mine")
        theirs.save()
        mine.refresh()
        undone = mine.undo()
        assert undone is not None
        assert undone.step == ()
        assert mine.annotation(paper).note == "theirs"
        assert mine.redo() is None


def test_of_a_step_only_what_still_stands_is_taken_back_and_done_again(dump: Path) -> None:
    with library_of(dump) as mine, library_of(dump) as theirs:
        mine.open()
        theirs.open()
        mine.do(Standing("to read"), papers(mine, *THREE))
        mine.save()
        theirs.refresh()
        theirs.do(Standing("done"), papers(theirs, 1))
        theirs.save()
        mine.refresh()
        undone = mine.undo()
        assert undone is not None
        assert (len(undone.step), len(undone.asked)) == (2, 3)
        assert statuses(mine) == ["", "done", ""]
        redone = mine.redo()
        assert redone is not None
        assert len(redone.asked) == 2
        assert statuses(mine) == ["to read", "done", "to read"]


def statuses(library: Library) -> Sequence[str]:
    return [library.annotation(paper).status for paper in papers(library, *THREE)]


def test_what_another_copy_does_meanwhile_is_not_taken_back(dump: Path) -> None:
    with library_of(dump) as mine, library_of(dump) as theirs:
        mine.open()
        theirs.open()
        theirs.star(theirs.snapshot.paper(0))
        theirs.save()
        mine.refresh()
        assert len(mine.history()) == 1
        assert mine.undo() is None
        assert mine.annotation(mine.snapshot.paper(0)).starred


def test_what_another_copy_took_back_is_not_taken_back_again(dump: Path) -> None:
    with library_of(dump) as first:
        first.open()
        first.star(first.snapshot.paper(0))
    with library_of(dump) as mine, library_of(dump) as theirs:
        mine.open()
        theirs.open()
        theirs.undo()
        theirs.save()
        mine.refresh()
        assert mine.undo() is None
        (past,) = mine.history()
        assert past.undone


def test_what_was_done_again_elsewhere_can_be_taken_back_later(dump: Path) -> None:
    with library_of(dump) as mine:
        mine.open()
        mine.star(mine.snapshot.paper(0))
        mine.undo()
        mine.save()
        with library_of(dump) as theirs:
            theirs.open()
            theirs.star(theirs.snapshot.paper(1))
        mine.refresh()
        assert mine.redo()
    with library_of(dump) as library:
        library.open()
        assert undo_all(library) == 2
        assert not any(said.starred for said in library.annotations.values())


def test_what_was_done_before_the_clock_was_set_back_is_taken_back(
    dump: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library_of(dump) as library:
        library.open()
        with monkeypatch.context() as patched:
            ahead = "2999-01-01T00:00:00.000+00:00"
            patched.setattr("tui_reader.annotations.store._now", lambda: ahead)
            library.star(library.snapshot.paper(0))
    with library_of(dump) as library:
        library.open()
        assert library.undo()
        assert not library.annotation(library.snapshot.paper(0)).starred


def test_any_number_of_tags_of_one_paper_are_taken_back_at_once(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        names = tuple(f"tag {number}" for number in range(20_000))
        library.do(Merging(Holdings({PaperId("title:x"): Annotation(tags=tuple(sorted(names)))})))
        undone = library.undo()
        assert undone is not None
        assert len(undone.step) == len(names)


def test_an_edit_by_hand_in_between_is_left_alone(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Standing("to read"), papers(library, 0, 1))
        library.do(Describing("train", "short"))
        library.save()
        by_hand("status: to read", "status: reading")
        by_hand('"short"', '"long"')
        library.refresh()
        assert undo_all(library) == 2
        assert sorted(statuses(library)) == ["", "", "reading"]
        assert library.holdings.lists["train"].description == "long"
        library.save()
        assert "status: reading" in locations.annotations_file().read_text()


def test_a_step_back_and_an_edit_that_meet_in_the_save_keep_the_edit(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Standing("to read"), papers(library, 0))
        library.save()
        library.undo()
        by_hand("status: to read", "status: reading")
        library.save()
        assert statuses(library)[0] == "reading"


def test_what_happened_by_itself_is_nothing_to_take_back(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        paper = library.snapshot.paper(0)
        library.mark_read(paper, True, by_itself=True)
        assert library.undo() is None
        assert library.annotation(paper).read
        assert library.history() == ()


def test_what_happened_by_itself_keeps_what_can_be_done_again(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.star(library.snapshot.paper(0))
        library.undo()
        library.mark_read(library.snapshot.paper(1), True, by_itself=True)
        assert library.redo()
        assert library.annotation(library.snapshot.paper(0)).starred


def test_a_step_back_is_kept_like_any_other(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        paper = library.snapshot.paper(0)
        library.write_note(paper, "a thought", "")
        library.write_note(paper, "another", "a thought")
        library.undo()
    with library_of(dump) as library:
        library.open()
        assert library.annotation(paper).note == "a thought"


def test_a_list_renamed_is_back_under_its_old_name_in_its_order(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Adding("train"), papers(library, 2, 0, 1))
        before = kept(library)
        library.do(Renaming("train", "bus"))
        assert library.lists() == {"bus": 3}
        library.undo()
        assert kept(library) == before


def test_the_history_is_newest_first_and_says_what_was_taken_back(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Tagging(("one",)), papers(library, 0))
        library.do(Tagging(("two",)), papers(library, 0))
        library.undo()
        library.save()
        names = [(past.step[0].name, past.undone) for past in library.history()]
        assert names == [("two", True), ("one", False)]


def test_going_back_to_a_step_and_forward_again(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        for name in ("one", "two", "three", "four"):
            library.do(Tagging((name,)), papers(library, *THREE))
        ids = {past.step[0].name: past.id for past in library.history()}
        assert len(library.go_back_to(ids["two"])) == 2
        assert set(library.tags()) == {"one", "two"}
        assert library.go_back_to(ids["two"]) == ()
        assert len(library.go_back_to(ids["four"])) == 2
        assert set(library.tags()) == {"one", "two", "three", "four"}
        assert library.go_back_to("no such act") == ()


def test_a_paper_that_the_dumps_no_longer_hold_is_taken_back_all_the_same(
    dump: Path, tmp_path: Path
) -> None:
    with library_of(dump) as library:
        library.open()
        library.do(Tagging(("rag",)), papers(library, *THREE))
    other = write_dump(tmp_path / "other.jsonl", {"title": "Something else"})
    with library_of(other) as library:
        library.open()
        assert library.undo()
        assert library.annotations.get(PaperId("arxiv:2401.00002"), Annotation()).tags == ()
        assert library.tags() == {}
