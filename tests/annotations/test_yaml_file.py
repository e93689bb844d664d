"""Reading and writing the YAML file's text."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import BAD_FILES, SCALARS, of_papers
from tui_reader.annotation import Annotation
from tui_reader.annotations.document import Plain, UnintelligibleError
from tui_reader.annotations.rendering import render
from tui_reader.annotations.yaml_file import parse
from tui_reader.papers import PaperId

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
UNKNOWN = st.recursive(
    TEXTS | TEXTS.map(Plain),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
FREE_NAMES = st.text(string.ascii_letters + " -:#", min_size=1, max_size=12).map("x-".__add__)
EXTRAS = st.dictionaries(FREE_NAMES, UNKNOWN, max_size=3).map(lambda extra: tuple(extra.items()))
ANNOTATIONS = st.builds(Annotation, TEXTS, st.booleans(), st.booleans(), TEXTS, EXTRAS)
PAPERS = st.dictionaries(TEXTS.map(PaperId), ANNOTATIONS, max_size=5)


def parsed(text: str) -> dict[PaperId, Annotation]:
    return dict(parse(text.encode(), "a.yaml").papers)


@settings(deadline=None)
@given(PAPERS, EXTRAS)
def test_what_is_written_reads_back_the_same(
    papers: dict[PaperId, Annotation], extra: tuple[tuple[str, object], ...]
) -> None:
    document = parse(render(papers, extra).encode(), "a.yaml")
    assert (document.papers, document.extra) == (papers, extra)


@pytest.mark.parametrize("text", SCALARS, ids=ascii)
def test_any_text_survives_as_note_title_and_id(text: str) -> None:
    papers = {PaperId(text): Annotation(title=text, starred=True, note=text)}
    assert parsed(render(papers)) == papers


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


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "papers:\n", "papers: {}\n"])
def test_a_file_that_says_nothing_is_empty(text: str) -> None:
    assert parsed(text) == {}


def test_a_byte_order_mark_and_carriage_returns_are_fine() -> None:
    text = "papers:\r\n  a:\r\n    note: |\r\n      one\r\n      two\r\n"
    document = parse(b"\xef\xbb\xbf" + text.encode(), "a.yaml")
    assert document.papers[PaperId("a")].note == "one\ntwo\n"


def test_an_unknown_number_stays_a_number_for_other_programs() -> None:
    text = render({PaperId("a"): Annotation(extra=((Plain("rating"), Plain("5")),))})
    assert "\n    rating: 5\n" in text


def test_papers_are_sorted_and_only_what_is_so_is_written() -> None:
    papers = {PaperId("b"): Annotation("B", starred=True), PaperId("a"): Annotation("A", note="x")}
    lines = [line for line in render(papers).splitlines() if not line.startswith("#")]
    assert lines == [
        *("version: 1", "papers:"),
        *('  "a":', '    title: "A"', "    note: |-", "      x"),
        *('  "b":', '    title: "B"', "    starred: true"),
    ]


def test_a_note_with_emoji_is_a_literal_block() -> None:
    assert "note: |-\n      fine 😀\n" in render({PaperId("a"): Annotation(note="fine 😀")})


def test_the_end_line_is_the_last() -> None:
    assert of_papers(range(3)).endswith("\n# end of paperread file\n")
    assert parse(of_papers(range(3)).encode(), "a.yaml").is_ended
