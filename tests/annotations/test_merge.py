"""The laws of the three-way merge."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import note, paper, read, star
from tui_reader.annotation import Annotation, Change
from tui_reader.annotations.merge import SEPARATOR, merge, with_changes
from tui_reader.papers import PaperId

# Few different values, so that sides often agree, contain one another or clash.
TEXTS = st.sampled_from(["", "a", "b", "ab", "a\nb", "c", "abc"])
VALUES = TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS, max_size=2)
EXTRAS = st.dictionaries(st.sampled_from("xyz"), VALUES, max_size=2).map(lambda d: tuple(d.items()))
ANNOTATIONS = st.builds(Annotation, TEXTS, st.booleans(), st.booleans(), TEXTS, EXTRAS)
SIDES = st.dictionaries(st.sampled_from("pqr").map(PaperId), ANNOTATIONS)
CHANGES = st.lists(
    st.builds(
        Change, st.sampled_from("pq").map(PaperId), st.just("t"), st.just("note"), TEXTS, TEXTS
    )
    | st.builds(
        Change,
        st.sampled_from("pq").map(PaperId),
        st.just("t"),
        st.sampled_from(["starred", "read"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)
Side = dict[PaperId, Annotation]
P = PaperId("p")


@settings(deadline=None, max_examples=500)
@given(SIDES, SIDES, SIDES)
def test_merge_commutes(base: Side, x: Side, y: Side) -> None:
    assert merge(base, x, y) == merge(base, y, x)


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES)
def test_merge_is_idempotent(base: Side, x: Side) -> None:
    assert merge(base, base, x) == x
    assert merge(base, x, base) == x
    assert merge(base, x, x) == x


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_merging_the_outcome_again_changes_nothing(base: Side, x: Side, y: Side) -> None:
    once = merge(base, x, y)
    assert merge(y, once, y) == once
    assert merge(x, x, once) == once


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_no_line_of_a_changed_note_is_lost(base: Side, x: Side, y: Side) -> None:
    merged = merge(base, x, y)
    for side in (x, y):
        for name, annotation in side.items():
            if annotation.note != base.get(name, Annotation()).note:
                assert annotation.note in merged[name].note


def test_a_star_set_on_one_side_is_set() -> None:
    assert merge({}, {P: Annotation(starred=True)}, {P: Annotation(read=True)}) == {
        P: Annotation(starred=True, read=True)
    }


def test_a_star_taken_away_on_one_side_is_away() -> None:
    both = {P: Annotation(starred=True, note="n")}
    assert merge(both, {P: Annotation(note="n")}, both) == {P: Annotation(note="n")}


def test_deleted_on_both_sides_is_gone() -> None:
    assert merge({P: Annotation(starred=True)}, {}, {}) == {}


def test_an_edit_wins_over_a_deletion() -> None:
    edited = {P: Annotation(starred=True, note="new")}
    assert merge({P: Annotation(starred=True)}, {}, edited) == edited


def test_two_notes_are_both_kept() -> None:
    merged = merge({}, {P: Annotation(note="mine")}, {P: Annotation(note="hers")})
    assert merged[P].note == f"hers{SEPARATOR}mine"


def test_the_longer_note_is_kept_where_it_holds_the_other() -> None:
    merged = merge({}, {P: Annotation(note="one")}, {P: Annotation(note="one and two")})
    assert merged[P].note == "one and two"


def test_lists_of_unknown_fields_merge_as_sets() -> None:
    base = {P: Annotation(extra=(("tags", ["a", "b"]),))}
    ours = {P: Annotation(extra=(("tags", ["b", "c"]),))}
    theirs = {P: Annotation(extra=(("tags", ["a", "b", "d"]),))}
    assert merge(base, ours, theirs)[P].extra == (("tags", ["b", "c", "d"]),)


@settings(deadline=None, max_examples=300)
@given(SIDES, CHANGES)
def test_replaying_changes_twice_is_replaying_them_once(side: Side, changes: list[Change]) -> None:
    once = with_changes(side, changes)
    assert with_changes(once, changes) == once


def test_changes_replay_on_a_state_that_already_holds_some_of_them() -> None:
    changes = [note(1, "a"), note(1, "completely new", old="a"), read(1), star(1)]
    after_first = with_changes({}, changes[:1])
    assert with_changes(after_first, changes) == with_changes({}, changes)


def test_a_note_written_elsewhere_meanwhile_is_kept_beside_ours() -> None:
    current = {paper(1): Annotation(note="from the other machine")}
    after = with_changes(current, [note(1, "mine", old="before")])
    assert after[paper(1)].note == f"from the other machine{SEPARATOR}mine"
