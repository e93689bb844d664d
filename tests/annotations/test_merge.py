"""The laws of the three-way merge."""

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotation import (
    BLANK,
    STATUSES,
    Annotation,
    Holdings,
    ReadingList,
    SavedSearch,
)
from tui_reader.annotations.merge import merge
from tui_reader.annotations.merge_fields import SEPARATOR
from tui_reader.annotations.tidying import in_order
from tui_reader.papers import PaperId

# Few different values, so that sides often agree, contain one another or clash.
TEXTS = st.sampled_from(["", "a", "b", "ab", "a\nb", "c", "abc"])
LINES = st.sampled_from(["", "a", "b", "ab", "c"])
VALUES = TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS, max_size=2)
EXTRAS = st.dictionaries(st.sampled_from("xyz"), VALUES, max_size=2).map(lambda d: tuple(d.items()))
STARS = st.sampled_from(["", "true", "2026-01-31", "2026-10-05"])
TAGS = st.lists(st.sampled_from(["rag", "RAG", "b", "c"]), max_size=3).map(in_order)
RANKS = st.sampled_from([Decimal(1), Decimal("1.5"), Decimal(2)])
PLACES = st.dictionaries(st.sampled_from("lm"), RANKS).map(lambda d: tuple(sorted(d.items())))
ANNOTATIONS = st.builds(
    Annotation, TEXTS, STARS, st.sampled_from(STATUSES), TAGS, PLACES, TEXTS, EXTRAS
)
LISTS = st.dictionaries(st.sampled_from("lm"), st.builds(ReadingList, STARS, LINES, EXTRAS))
SEARCHES = st.dictionaries(st.sampled_from("st"), st.builds(SavedSearch, LINES, EXTRAS))
PAPERS = st.dictionaries(st.sampled_from("pqr").map(PaperId), ANNOTATIONS)
SIDES = st.builds(Holdings, PAPERS, LISTS, SEARCHES)
P = PaperId("p")


def merged(base: Annotation | None, ours: Annotation, theirs: Annotation) -> Annotation:
    """What comes of one paper."""
    sides = (Holdings({P: side} if side else {}) for side in (base, ours, theirs))
    return merge(*sides).papers[P]


@settings(deadline=None, max_examples=500)
@given(SIDES, SIDES, SIDES)
def test_merge_commutes(base: Holdings, x: Holdings, y: Holdings) -> None:
    assert merge(base, x, y) == merge(base, y, x)


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES)
def test_merge_is_idempotent(base: Holdings, x: Holdings) -> None:
    assert merge(base, base, x) == x
    assert merge(base, x, base) == x
    assert merge(base, x, x) == x


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_merging_the_outcome_again_changes_nothing(
    base: Holdings, x: Holdings, y: Holdings
) -> None:
    once = merge(base, x, y)
    assert merge(y, once, y) == once
    assert merge(x, x, once) == once


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_no_line_of_a_changed_note_is_lost(base: Holdings, x: Holdings, y: Holdings) -> None:
    after = merge(base, x, y)
    for side in (x, y):
        for name, annotation in side.papers.items():
            if annotation.note != base.papers.get(name, BLANK).note:
                assert annotation.note in after.papers[name].note


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_no_description_and_no_query_that_was_changed_is_lost(
    base: Holdings, x: Holdings, y: Holdings
) -> None:
    after = merge(base, x, y)
    for side in (x, y):
        for name, own in side.lists.items():
            if own.description != base.lists.get(name, ReadingList()).description:
                assert own.description in after.lists[name].description
        for name, search in side.searches.items():
            if search.query != base.searches.get(name, SavedSearch()).query:
                assert search.query in after.searches[name].query


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_tags_and_places_that_one_side_added_are_there(
    base: Holdings, x: Holdings, y: Holdings
) -> None:
    after = merge(base, x, y)
    for side in (x, y):
        for name, annotation in side.papers.items():
            old = base.papers.get(name, BLANK)
            for tag in annotation.tags:
                assert old.value("tag", tag) or after.papers[name].value("tag", tag)
            for place, _ in annotation.lists:
                assert old.value("list", place) or after.papers[name].value("list", place)


@settings(deadline=None, max_examples=300)
@given(SIDES, SIDES, SIDES)
def test_merged_annotations_are_as_annotations_are(
    base: Holdings, x: Holdings, y: Holdings
) -> None:
    for annotation in merge(base, x, y).papers.values():
        assert annotation.tags == in_order(annotation.tags)
        assert list(annotation.lists) == sorted(dict(annotation.lists).items())


def test_a_star_set_on_one_side_is_set() -> None:
    after = merged(None, Annotation(star="true"), Annotation(status="read"))
    assert after == Annotation(star="true", status="read")


def test_a_star_taken_away_on_one_side_is_away() -> None:
    both = Annotation(star="true", note="n")
    assert merged(both, Annotation(note="n"), both) == Annotation(note="n")


def test_of_two_stars_the_earlier_day_is_kept_and_a_day_rather_than_none() -> None:
    early, late, never = (Annotation(star=star) for star in ("2026-01-31", "2026-10-05", "true"))
    assert merged(None, early, late) == merged(never, early, late) == early
    assert merged(None, never, late) == late


def test_of_two_statuses_the_further_one_is_kept() -> None:
    reading, done = Annotation(status="reading"), Annotation(status="done")
    assert merged(None, reading, done) == done
    assert merged(done, reading, done) == reading


def test_tags_merge_one_by_one() -> None:
    base, ours, theirs = (
        Annotation(tags=tags) for tags in (("a", "b"), ("b", "c"), ("a", "b", "d"))
    )
    assert merged(base, ours, theirs).tags == ("b", "c", "d")


def test_a_tag_spelled_in_two_ways_is_one() -> None:
    assert merged(None, Annotation(tags=("RAG",)), Annotation(tags=("rag",))).tags == ("rag",)


def test_reading_lists_of_a_paper_merge_one_by_one() -> None:
    base = Annotation(lists=(("a", Decimal(1)), ("b", Decimal(1))))
    ours = Annotation(lists=(("b", Decimal(1)), ("c", Decimal(5))))
    theirs = Annotation(lists=(("a", Decimal(1)), ("b", Decimal(2)), ("c", Decimal(3))))
    assert merged(base, ours, theirs).lists == (("b", Decimal(2)), ("c", Decimal(3)))


def test_a_list_described_in_two_places_has_both_descriptions() -> None:
    mine, hers = (Holdings(lists={"a": ReadingList("", text)}) for text in ("mine", "hers"))
    assert merge(Holdings(), mine, hers).lists == {"a": ReadingList("", "hers / mine")}


def test_a_search_saved_in_two_places_finds_what_either_did() -> None:
    mine, hers = (Holdings(searches={"a": SavedSearch(text)}) for text in ("x y", "z"))
    assert merge(Holdings(), mine, hers).searches == {"a": SavedSearch("(x y) OR (z)")}


def test_deleted_on_both_sides_is_gone() -> None:
    assert merge(Holdings({P: Annotation(star="true")}), Holdings(), Holdings()) == Holdings()


def test_an_edit_wins_over_a_deletion() -> None:
    edited = Holdings({P: Annotation(star="true", note="new")})
    assert merge(Holdings({P: Annotation(star="true")}), Holdings(), edited) == edited


def test_two_notes_are_both_kept() -> None:
    after = merged(None, Annotation(note="mine"), Annotation(note="hers"))
    assert after.note == f"hers{SEPARATOR}mine"


def test_the_longer_note_is_kept_where_it_holds_the_other() -> None:
    after = merged(None, Annotation(note="one"), Annotation(note="one and two"))
    assert after.note == "one and two"


def test_lists_of_unknown_fields_merge_as_sets() -> None:
    base, ours, theirs = (
        Annotation(extra=(("see also", list(items)),)) for items in ("ab", "bc", "abd")
    )
    assert merged(base, ours, theirs).extra == (("see also", ["b", "c", "d"]),)


def test_what_no_side_changed_stays_the_same_mapping() -> None:
    papers: Mapping[PaperId, Annotation] = {P: Annotation(star="true")}
    base, ours = Holdings(papers), Holdings(papers, {"a": ReadingList("2026-10-05")})
    assert merge(base, ours, base).papers is papers


def test_two_queries_of_one_name_find_together_what_each_found() -> None:
    def named(query: str) -> Holdings:
        return Holdings(searches={"s": SavedSearch(query)})

    merged = merge(Holdings(), named("cat"), named("category"))
    assert merged.searches["s"].query == "(cat) OR (category)"
    assert merge(Holdings(), merged, named("cat")) == merged
