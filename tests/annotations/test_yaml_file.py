"""Reading and writing the YAML file's text."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import BAD_FILES, SCALARS, of_papers, with_everything
from tests.annotations.strategies import EXTRAS, TEXTS, holdings
from tui_reader.annotation import STATUSES, Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.annotations_file import load
from tui_reader.annotations.document import Plain, UnintelligibleError
from tui_reader.annotations.rendering import render
from tui_reader.annotations.tidying import tidy_name, tidy_title
from tui_reader.annotations.yaml_file import parse
from tui_reader.errors import Problem
from tui_reader.papers import PaperId


def parsed(text: str) -> dict[PaperId, Annotation]:
    return dict(parse(text.encode(), "a.yaml").papers)


def said(field: str) -> Annotation:
    """What one field of a paper comes to."""
    return parsed(f"papers:\n  a:\n    {field}\n")[PaperId("a")]


@settings(deadline=None)
@given(holdings(TEXTS, TEXTS), EXTRAS)
def test_what_is_written_reads_back_the_same(
    wanted: Holdings, extra: tuple[tuple[str, object], ...]
) -> None:
    document = parse(render(wanted, extra).encode(), "a.yaml")
    assert (document.holdings, document.extra) == (wanted, extra)


@settings(deadline=None)
@given(holdings())
def test_tidy_holdings_are_loaded_as_they_are(wanted: Holdings) -> None:
    assert load(render(wanted).encode(), "a.yaml").holdings == wanted


@pytest.mark.parametrize("text", SCALARS, ids=ascii)
def test_any_text_survives_as_note_title_and_id(text: str) -> None:
    papers = {PaperId(text): Annotation(title=text, star="true", note=text)}
    assert parsed(render(Holdings(papers))) == papers


@pytest.mark.parametrize("text", SCALARS, ids=ascii)
def test_any_text_survives_tidied_as_tag_list_search_description_and_query(text: str) -> None:
    name, line = tidy_name(text) or "x", tidy_title(text)
    papers = {PaperId("a"): Annotation(tags=(name,), lists=((name, Decimal(1)),))}
    wanted = Holdings(papers, {name: ReadingList(line, line)}, {name: SavedSearch(line)})
    assert parse(render(wanted).encode(), "a.yaml").holdings == wanted


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("spelled", [str.upper, str.title, lambda text: text.replace(" ", "-")])
def test_a_status_may_be_spelled_in_any_case_and_with_a_dash(
    status: str, spelled: Callable[[str], str]
) -> None:
    assert callable(spelled)
    assert said(f"status: {spelled(status) or 'Unread'}").status == status


@pytest.mark.parametrize(
    ("field", "tags"),
    [
        ("tags: rag, survey", ("rag", "survey")),
        ("tags: rag", ("rag",)),
        ("tags: [survey, rag]", ("rag", "survey")),
        ("tags: [rag, Rag, '']", ("rag",)),
        ("tags:\n      - rag\n      - no", ("no", "rag")),
        ("tags: ", ()),
        ("tags: []", ()),
        ('tags: ["  a \\e[31m  b "]', ("a b",)),
    ],
)
def test_tags_may_be_written_in_several_forms(field: str, tags: tuple[str, ...]) -> None:
    assert said(field).tags == tags


@pytest.mark.parametrize(
    ("field", "lists"),
    [
        ("lists: [train]", {"train": "0"}),
        ("lists: train", {"train": "0"}),
        ("lists: train, thesis", {"thesis": "0", "train": "0"}),
        ("lists: {train: 2.50, to read: -3}", {"to read": "-3", "train": "2.5"}),
        ("lists:\n      train: 1e2", {"train": "100"}),
        ("lists: {train: }", {"train": "0"}),
        ("lists: {train: -0}", {"train": "0"}),
        ("lists: ", {}),
    ],
)
def test_lists_may_be_written_in_several_forms(field: str, lists: dict[str, str]) -> None:
    assert {name: f"{rank:f}" for name, rank in said(field).lists} == lists


@pytest.mark.parametrize(
    ("field", "star"),
    [("2026-10-05", "2026-10-05"), ("2026-1-5", "2026-01-05"), ("yes", "true"), ("no", "")],
)
def test_a_star_has_a_day_or_none(field: str, star: str) -> None:
    assert said(f"starred: {field}").star == star


def test_read_is_a_short_way_to_say_a_status() -> None:
    assert said("read: true").status == "read"
    assert said("read: no").status == ""
    assert said("read: true\n    status: reading").status == "reading"


@pytest.mark.parametrize(
    "text", ["no", "2101.00010", "0123", "1e3", "12:30", "null", "~", "2024-01-02", ".nan"]
)
def test_unquoted_text_is_the_text_typed(text: str) -> None:
    assert parsed(f"papers:\n  {text}:\n    note: {text}\n") == {
        PaperId(text): Annotation(note=text)
    }


@pytest.mark.parametrize("word", ["true", "True", "yes", "on", "1", '"yes"'])
def test_all_usual_words_for_true_set_a_star(word: str) -> None:
    assert parsed(f"papers:\n  a:\n    starred: {word}\n")[PaperId("a")].starred


@pytest.mark.parametrize("word", ["false", "no", "off", "0", "", "~", "null"])
def test_all_usual_words_for_false_set_none(word: str) -> None:
    assert not parsed(f"papers:\n  a:\n    starred: {word}\n")[PaperId("a")].starred


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_in_words(name: str) -> None:
    with pytest.raises(UnintelligibleError) as caught:
        parse(BAD_FILES[name], "a.yaml")
    problem = caught.value.problem
    assert problem.file == "a.yaml"
    assert problem.reason.isprintable()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("conflict markers", 2),
        ("a paper twice", 4),
        ("a list on top", 1),
        ("indented by a tab", 2),
        ("an alias", 2),
        ("two documents", 2),
        ("a NUL", 3),
        ("a colon in a plain title", 3),
        ("papers as a list", 1),
        ("not UTF-8", 3),
        ("another version", 1),
        ("a star that is neither", 3),
        ("a star on no day", 3),
        ("a status there is not", 4),
        ("a read that is neither", 3),
        ("a place that is no number", 3),
        ("an endless place", 3),
        ("a tag that is a list", 3),
        ("tags as fields", 3),
        ("a list twice for a paper", 5),
        ("two lists that look the same", 4),
        ("two searches that look the same", 3),
        ("a list without a name", 3),
        ("a description that is a list", 3),
        ("a query that is a mapping", 3),
        ("lists as a list", 1),
        ("a search that is a word", 2),
    ],
)
def test_a_bad_file_is_refused_with_the_line(name: str, line: int) -> None:
    with pytest.raises(UnintelligibleError) as caught:
        parse(BAD_FILES[name], "a.yaml")
    assert caught.value.problem.line == line


@pytest.mark.parametrize(
    "text",
    ["a: [", "a: b: c", "- a\nb: 1\n", "&a [*a]", "{a: 1, a: 2}", "? [x]\n: 1\n", "<<: &a 1"],
)
def test_more_malformed_text_is_refused(text: str) -> None:
    with pytest.raises(UnintelligibleError):
        parse(text.encode(), "a.yaml")


def understood(text: str) -> Holdings | Problem:
    try:
        return load(text.encode(), "a.yaml").holdings
    except UnintelligibleError as error:
        return error.problem


SPLICES = st.lists(
    st.tuples(
        st.integers(0, 2000),
        st.integers(0, 30),
        st.sampled_from([*SCALARS, *"[]{}:?-|>&*!#,'\"%", "\n", "  ", "\nlists:\n", "- "]),
    ),
    max_size=4,
)
WHOLE = with_everything(range(12))


@settings(deadline=None, max_examples=300)
@given(SPLICES)
def test_any_text_is_understood_or_refused_in_words(splices: list[tuple[int, int, str]]) -> None:
    text = WHOLE
    for place, length, new in splices:
        text = text[:place] + new + text[place + length :]
    found = understood(text)
    if isinstance(found, Problem):
        assert found.reason.isprintable()
    else:
        assert understood(render(found)) == found


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "papers:\n", "papers: {}\n"])
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    assert parsed(text) == {}


def test_a_byte_order_mark_and_carriage_returns_are_fine() -> None:
    text = "papers:\r\n  a:\r\n    note: |\r\n      one\r\n      two\r\n"
    document = parse(b"\xef\xbb\xbf" + text.encode(), "a.yaml")
    assert document.papers[PaperId("a")].note == "one\ntwo\n"


def test_an_unknown_number_stays_a_number_for_other_programs() -> None:
    rated = Annotation(extra=((Plain("rating"), Plain("5")),))
    text = render(Holdings({PaperId("a"): rated}))
    assert "\n    rating: 5\n" in text


def test_everything_is_sorted_and_only_what_is_so_is_written() -> None:
    papers = {
        PaperId("b"): Annotation("B", "2026-10-05", "to read", ("no", "rag"), note="x"),
        PaperId("a"): Annotation(
            "A", lists=(("to read", Decimal("2.5")), ("x: y", Decimal(10))), note="x"
        ),
    }
    lists = {"train": ReadingList("2026-10-05", "short"), "a": ReadingList()}
    text = render(Holdings(papers, lists, {"rag": SavedSearch("tag:rag")}))
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == [
        *("version: 1", "papers:"),
        *('  "a":', '    title: "A"', '    lists: {to read: 2.5, "x: y": 10}'),
        *("    note: |-", "      x"),
        *('  "b":', '    title: "B"', "    starred: 2026-10-05", "    status: to read"),
        *('    tags: ["no", rag]', "    note: |-", "      x"),
        *("lists:", '  "a": {}'),
        *('  "train":', "    created: 2026-10-05", '    description: "short"'),
        *("searches:", '  "rag":', '    query: "tag:rag"'),
    ]


def test_a_note_with_emoji_is_a_literal_block() -> None:
    text = render(Holdings({PaperId("a"): Annotation(note="fine 😀")}))
    assert "note: |-\n      fine 😀\n" in text


def test_the_end_line_is_the_last() -> None:
    assert of_papers(range(3)).endswith("\n# end of paperread file\n")
    assert parse(of_papers(range(3)).encode(), "a.yaml").is_ended
