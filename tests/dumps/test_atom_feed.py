import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dumps.bibliographies import ATOM
from tests.dumps.shared import Write, papers, problems
from tui_reader.dumps import atom_feed
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper

HEAD = '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Feed</title>\n'
GOOD = "<entry><title>Moss</title></entry>"


def read(text: str) -> list[Paper | Problem]:
    return list(atom_feed.read(Source("a.xml", text, iter([text]))))


def titles(found: list[Paper | Problem]) -> list[str]:
    return [item.title for item in found if isinstance(item, Paper)]


def test_an_entry_is_read_with_all_its_fields(write: Write) -> None:
    path = write(ATOM)
    moss = papers(path)[0]
    assert problems(path) == []
    assert moss.title == "Mosses on Northern Roofs & Walls"
    assert moss.abstract == "We count mosses, roof by roof."
    assert moss.authors == ("Ada Moss", "Bo van Roof")
    assert (moss.id, moss.doi) == ("arxiv:2403.00001", "10.1000/moss")
    assert (moss.date, moss.venue) == ("2024-03-11", "Roofs 3")
    assert moss.categories == ("math.GT", "cs.DS")
    assert moss.url == "https://arxiv.org/abs/2403.00001"
    assert moss.pdf == "https://arxiv.org/pdf/2403.00001"


def test_entries_may_share_a_line_and_lack_most_things(write: Write) -> None:
    assert [paper.id for paper in papers(write(ATOM))[1:]] == [
        *("arxiv:2302.00002", "arxiv:math/0309136")
    ]


def test_a_prefix_for_atom_itself_makes_no_difference(write: Write) -> None:
    text = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Moss</a:title></a:entry>'
    )
    assert [paper.title for paper in papers(write(text))] == ["Moss"]


def test_an_error_of_arxivs_is_told() -> None:
    entry = (
        "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
        "<summary>incorrect id format</summary></entry>"
    )
    (problem,) = read(HEAD + entry + "</feed>")
    assert isinstance(problem, Problem)
    assert "incorrect id format" in problem.reason


@pytest.mark.parametrize(
    "broken",
    [
        "<entry><title>A & B</title></entry>",
        "<entry><title>A &nbsp; B</title></entry>",
        "<entry><title>A</b></entry>",
        "<entry><title>A",
        "<entry><!DOCTYPE x [<!ENTITY a 'b'>]><title>&a;</title></entry>",
        "<entry/>",
        "<entry><summary>No title</summary></entry>",
        "<entry>" + "<a>" * 100_000 + "</entry>",
        "<entry>\x01<title>A</title></entry>",
        "<entry><title>" + "x" * (3 << 20) + "</title></entry>",
    ],
)
def test_a_broken_entry_costs_itself(broken: str) -> None:
    found = read(f"{HEAD}{GOOD}\n{broken}\n{GOOD}\n</feed>")
    assert titles(found) == ["Moss", "Moss"]
    assert [item.line for item in found if isinstance(item, Problem)] == [5]


def test_nothing_is_taken_from_a_document_type(write: Write) -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(20))
    text = (
        f'<?xml version="1.0"?>\n<!DOCTYPE feed [<!ENTITY a0 "x">{bomb}'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<entry><title>&a20;</title></entry>\n<entry><title>&f;</title></entry>\n{GOOD}</feed>"
    )
    path = write(text)
    assert [paper.title for paper in papers(path)] == ["Moss"]
    assert [problem.line for problem in problems(path)] == [4, 5]


def test_depth_alone_is_no_trouble() -> None:
    deep = "<entry><title>Moss</title>" + "<a>" * 50_000 + "</a>" * 50_000 + "</entry>"
    assert titles(read(HEAD + deep + "</feed>")) == ["Moss"]


@given(st.integers(0, len(ATOM)))
@settings(deadline=None)
def test_a_feed_cut_off_anywhere_keeps_what_stands_before(end: int) -> None:
    cut = titles(read(ATOM[:end]))
    assert cut == titles(read(ATOM))[: len(cut)]


@given(st.lists(st.sampled_from([GOOD, "<entry><title>A", "<entry>&x;</entry>"]), max_size=12))
@settings(deadline=None)
def test_good_entries_survive_any_others(entries: list[str]) -> None:
    found = read(HEAD + "\n".join(entries))
    bad = [number for number, entry in enumerate(entries, 4) if entry != GOOD]
    assert titles(found) == ["Moss"] * entries.count(GOOD)
    assert [item.line for item in found if isinstance(item, Problem)] == bad
