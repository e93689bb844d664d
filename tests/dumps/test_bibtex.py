import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dumps.bibliographies import BIBTEX
from tests.dumps.shared import Write, papers, problems
from tui_reader.dumps import bibtex
from tui_reader.dumps.bibtex_names import people
from tui_reader.dumps.layouts import layout_of
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper


def read(text: str) -> list[Paper | Problem]:
    return list(bibtex.read(Source("a.bib", text, iter([text]))))


def one(fields: str) -> Paper:
    """The one paper of an entry with these fields."""
    (paper,) = read(f"@misc{{key, title={{Moss}}, {fields}}}")
    assert isinstance(paper, Paper)
    return paper


def test_an_article_is_read_with_all_its_fields(write: Write) -> None:
    path = write(BIBTEX)
    moss = papers(path)[0]
    assert problems(path) == []
    assert moss.title == "Mosses on {Northern} Roofs: A {{S}low} Account"
    assert moss.abstract == "We count mosses, roof by roof. Shade explains most of it."
    assert moss.authors == ("Ada Moss", "Bo van Roof", "The Ladder Team")
    assert (moss.date, moss.year) == ("2024-03-11", 2024)
    assert moss.venue == "Journal of Northern Roofs (Letters)"
    assert (moss.doi, moss.url) == ("10.1000/moss_1", "https://example.org/moss_roofs")
    assert moss.keywords == ("moss", "roofs")


def test_parentheses_quotes_and_capitals_make_no_difference(write: Write) -> None:
    kettle = papers(write(BIBTEX))[1]
    assert kettle.authors == ("Cy Schön Jr.", "Di Müller")
    assert (kettle.venue, kettle.date) == ("Proc. of Kitchens", "2023-02-11")


def test_an_eprint_of_arxivs_is_the_papers_id(write: Write) -> None:
    ladder = papers(write(BIBTEX))[2]
    assert (ladder.id, ladder.categories) == ("arxiv:2401.01234", ("cs.CR",))
    assert (ladder.url, ladder.date) == ("https://example.org/l", "2024-01-02")


@pytest.mark.parametrize(
    "fields",
    [
        "eprint={2401.01234}",
        "eprint={arXiv:2401.01234v3}, eprinttype={arxiv}",
        "url={https://arxiv.org/abs/2401.01234}",
        r"howpublished={\url{http://arxiv.org/pdf/2401.01234v1}}",
        "journal={arXiv preprint arXiv:2401.01234}",
        "doi={10.48550/arXiv.2401.01234}",
        "doi={https://doi.org/10.48550/ARXIV.2401.01234}",
    ],
)
def test_arxivs_id_is_found_wherever_it_is_written(fields: str) -> None:
    paper = one(fields)
    assert paper.arxiv_id == "2401.01234"
    assert paper.url == "https://arxiv.org/abs/2401.01234"


def test_an_eprint_of_another_archive_is_not_arxivs() -> None:
    assert one("eprint={2401.01234}, archivePrefix={hal}").arxiv_id == ""


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year=2024", "2024"),
        ("year={2024}, month={3}", "2024-03"),
        ('year="2024", month="March"', "2024-03"),
        ("year=2024, month=mar # {~11}", "2024-03-11"),
        ("year=2024, month=feb, day=31", "2024-02"),
        ("year=2024, month=spring", "2024"),
        ("date={2024-03-11}", "2024-03-11"),
        ("date={2024-03/2024-05}", "2024-03"),
        ("date={soon}, year=2024", "2024"),
        ("year={in press}", ""),
        ("year=,month=mar", ""),
    ],
)
def test_months_and_years_are_a_date(fields: str, date: str) -> None:
    assert one(fields).date == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Moss", ("Ada Moss",)),
        ("Moss, Ada and Roof, Bo", ("Ada Moss", "Bo Roof")),
        ("Moss, Ada AND Roof", ("Ada AND Roof Moss",)),
        ("de la Roof, Jr., Bo", ("Bo de la Roof Jr.",)),
        ("{Moss and Roof, Inc.} and\n Ada Moss", ("Moss and Roof, Inc.", "Ada Moss")),
        (r"M{\"u}ller, Di and {\O}st, K{\'a}ri", ("Di Müller", "Kári Øst")),
        ("Ada~Moss and others", ("Ada Moss",)),
        ("and and", ()),
        ("", ()),
        ("}}} and {{{", ("}}}", "{{{")),
    ],
)
def test_names_are_turned_round(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


def test_abbreviations_hold_from_where_they_are_defined() -> None:
    text = (
        '@string(roofs = "Roofs")\n@misc{a, title=roofs}\n'
        "@string{more = roofs # { and } # ROOFS}\n@misc{b, title=more # 7 # unknown}"
    )
    assert [item.title for item in read(text) if isinstance(item, Paper)] == [
        *("Roofs", "Roofs and Roofs7unknown")
    ]


def test_abbreviations_do_not_grow_without_end() -> None:
    doubling = "@string{a0={xxxxxxxxxx}}\n" + "".join(
        f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(200)
    )
    (paper,) = read(doubling + "@misc{k, title={T}, abstract=a200 # a200}")
    assert isinstance(paper, Paper)
    assert len(paper.abstract) <= 600


def test_comments_preambles_and_words_between_are_no_entries() -> None:
    text = (
        "Exported by somebody.\n@comment{not, title={Not}}\n@preamble{ {not} # {@misc(} }\n"
        "% @misc{not, title={Not}}\nmail me@example {at} home\n"
        "@misc{moss, % a remark\n title={Moss}, % title={Not},\n}\n"
    )
    (paper,) = read(text)
    assert isinstance(paper, Paper)
    assert paper.title == "Moss"


def test_commas_may_be_missing_or_left_over() -> None:
    (paper,) = read("@misc{ , title={Moss} year=2024,,}")
    assert isinstance(paper, Paper)
    assert (paper.title, paper.year) == ("Moss", 2024)


def test_the_first_of_a_repeated_field_counts() -> None:
    assert one("year=2024, year=2025").year == 2024


def test_escaped_braces_and_quotes_close_nothing() -> None:
    assert one(r"abstract={a \} b \{ c}").abstract == r"a \} b \{ c"
    assert one(r'abstract="a \" b {"} c"').abstract == r'a \" b {"} c'


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("@misc{bad, title={Cut off", "not closed"),
        ('@misc{bad, title="Cut off', "not closed"),
        ("@misc{bad, title={A}", "not closed"),
        ("@misc{bad, title {A}}", "the field title has no value"),
        ("@misc{bad, title={A}, = {B}}", "stands where a field should begin"),
        ('@misc{bad, title="A}"}', "a brace closes that was not opened"),
        ("@misc{bad, year=2024}", "no title"),
        ("@misc{bad}", "no title"),
        ("@misc{bad, title=" + "{" * 100_000, "not closed"),
        ("@misc{bad", "not closed"),
    ],
)
def test_a_broken_entry_costs_itself(write: Write, broken: str, reason: str) -> None:
    path = write(f"@misc{{a, title={{Moss}}}}\n\n{broken}\n\n@misc{{b,\ntitle={{Kettle}}}}\n")
    assert [paper.title for paper in papers(path)] == ["Moss", "Kettle"]
    (problem,) = problems(path)
    assert problem.line == 3
    assert reason in problem.reason


@pytest.mark.parametrize(
    "piece", ["@a(", "@a{", "@a{b={", '@a{b="', "@comment{", "{", '"', "%", " "]
)
def test_a_long_line_of_openings_is_gone_through_once(piece: str) -> None:
    found = read("@misc{a, title={Moss}}" + piece * 100_000)
    assert [item.title for item in found if isinstance(item, Paper)] == ["Moss"]


def test_entries_may_share_a_line() -> None:
    text = "@misc{a, title={A}} @misc{b, title {B}} @misc{c, title={C}} @misc{d}\n@misc{e}"
    found = read(text)
    assert [item.title for item in found if isinstance(item, Paper)] == ["A", "C"]
    assert [item.line for item in found if isinstance(item, Problem)] == [1, 1, 2]


_PLAIN = st.text(
    st.characters(categories=("L", "N"), max_codepoint=0x17F) | st.sampled_from(" -:?,'"),
    min_size=1,
    max_size=30,
).map(lambda text: " ".join(f"t{text}".split()))
_VALUE = st.sampled_from(["{%s}", "{{%s}}", '"%s"', '{} # {%s} # ""'])
_BROKEN = st.sampled_from(
    ["@misc{x, title={A", '@misc{x, title="A', "@misc{x, y}", "@misc{x, title={A} }}", "@misc{x}"]
)


@given(st.lists(st.tuples(_PLAIN, _VALUE, st.none() | _BROKEN), min_size=1, max_size=8))
@settings(deadline=None)
def test_titles_read_back_whatever_stands_between(
    given_entries: list[tuple[str, str, str | None]],
) -> None:
    lines: list[str] = []
    wrong: list[int] = []
    for title, value, broken in given_entries:
        lines += ["@article{key,", f"  title = {value % title},", "}"]
        if broken:
            lines.append(broken)
            wrong += [] if broken.endswith("}}") else [len(lines)]
    found = read("\n".join(lines))
    titles = [item.title for item in found if isinstance(item, Paper) and item.title != "A"]
    assert titles == [title for title, _, _ in given_entries]
    assert [item.line for item in found if isinstance(item, Problem)] == wrong


@given(st.integers(0, len(BIBTEX)))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_off_anywhere_keeps_what_stands_before(end: int) -> None:
    whole = [item.title for item in read(BIBTEX) if isinstance(item, Paper)]
    cut = [item.title for item in read(BIBTEX[:end]) if isinstance(item, Paper)]
    assert cut == whole[: len(cut)]


@pytest.mark.parametrize(
    "text",
    [
        "@dataclass(frozen=True)\nclass Moss:\n    pass\n",
        "@media (max-width: 3em) {\n  a { color: red }\n}\n",
        "@font-face {\n  font-family: moss;\n}\n",
        "a line\n" * 20 + "@article{moss, title={Moss}}",
    ],
)
def test_other_texts_with_such_signs_are_no_bibtex(text: str) -> None:
    assert layout_of(text) is None
