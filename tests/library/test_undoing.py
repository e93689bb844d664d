"""What the reader did is taken back step by step, and nothing that others did since."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.material import library_of, write_dump
from tui_reader.annotation import Annotation
from tui_reader.library.library import Library
from tui_reader.papers import Paper, PaperId

DEEDS = st.lists(
    st.tuples(st.sampled_from(["star", "read", "note"]), st.integers(0, 2), st.text(max_size=3)),
    max_size=8,
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write_dump(tmp_path / "dump.jsonl")


def do(library: Library, deed: str, paper: Paper, note: str) -> None:
    if deed == "star":
        library.star(paper)
    elif deed == "read":
        library.mark_read(paper, not library.annotation(paper).read)
    else:
        library.write_note(paper, note, library.annotation(paper).note)


def kept(library: Library) -> dict[PaperId, Annotation]:
    return {name: said for name, said in library.annotations.items() if not said.is_blank}


@given(DEEDS)
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_steps_back_and_all_again(dump: Path, deeds: list[tuple[str, int, str]]) -> None:
    with library_of(dump) as library:
        library.open()
        before = kept(library)
        for deed, number, note in deeds:
            do(library, deed, library.snapshot.paper(number), note)
        after = kept(library)
        while library.undo():
            pass
        assert kept(library) == before
        while library.redo():
            pass
        assert kept(library) == after


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


def test_what_happened_by_itself_is_nothing_to_take_back(dump: Path) -> None:
    with library_of(dump) as library:
        library.open()
        paper = library.snapshot.paper(0)
        library.mark_read(paper, True, by_itself=True)
        assert library.undo() is None
        assert library.annotation(paper).read


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
