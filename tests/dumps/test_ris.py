import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dumps.bibliographies import RIS
from tests.dumps.shared import Write, papers, problems
from tui_reader.dumps import ris
from tui_reader.dumps.layouts import layout_of
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper


def read(text: str) -> list[Paper | Problem]:
    return list(ris.read(Source("a.ris", text, iter([text]))))


def test_an_article_is_read_with_all_its_fields(write: Write) -> None:
    path = write(RIS.replace("\n", "\r\n"))
    moss = papers(path)[0]
    assert problems(path) == []
    assert moss.title == "Mosses on Northern Roofs: A Slow Account"
    assert moss.abstract == "We count mosses, roof by roof.\nShade explains most of it."
    assert moss.authors == ("Ada Moss", "Bo van Roof Jr.")
    assert (moss.date, moss.venue) == ("2024-03-11", "Journal of Roofs")
    assert moss.keywords == ("moss", "roofs", "shade")
    assert (moss.url, moss.pdf) == ("https://example.org/moss", "https://example.org/moss.pdf")
    assert moss.doi == "10.1000/moss"


def test_an_entry_without_its_end_is_an_entry(write: Write) -> None:
    _, kettle, ladder = papers(write(RIS))
    assert (kettle.title, kettle.date, kettle.venue) == (
        *("Does the Kettle Remember?", "2023-02", "Kitchens"),
    )
    assert (ladder.id, ladder.date) == ("arxiv:2401.01234", "2024")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("PY  - 2024", "2024"),
        ("PY  - 2024///", "2024"),
        ("Y1  - 2024/3//Spring", "2024-03"),
        ("DA  - 2024-03-11", "2024-03-11"),
        ("DA  - 11 March 2024", "2024-03-11"),
        ("DA  - 2024/02/31", "2024-02"),
        ("PY  - 2024\nDA  - someday", "2024"),
        ("PY  - n.d.", ""),
    ],
)
def test_dates_come_in_many_shapes(line: str, date: str) -> None:
    (paper,) = read(f"TY  - JOUR\nTI  - Moss\n{line}\nER  - \n")
    assert isinstance(paper, Paper)
    assert paper.date == date


def test_an_entry_without_a_title_is_named_by_its_line() -> None:
    found = read("TY  - JOUR\nTI  - A\nER  -\n\nTY  - JOUR\nPY  - 2024\nER  - \nTY  - GEN\nT1  - B")
    assert [item.title for item in found if isinstance(item, Paper)] == ["A", "B"]
    assert [item.line for item in found if isinstance(item, Problem)] == [5]


_TITLE = st.text(st.characters(categories=("L", "N"), max_codepoint=0x17F), min_size=1, max_size=20)
_END = st.sampled_from(["ER  - ", "ER  -", "", "words on a line of their own\nER  - "])


@given(st.lists(st.tuples(_TITLE, st.booleans(), _END), min_size=1, max_size=8))
@settings(deadline=None)
def test_titles_read_back_however_entries_end(entries: list[tuple[str, bool, str]]) -> None:
    text = "\n".join(
        f"TY  - JOUR\n{'TI  - ' + title if titled else 'PY  - 2024'}\nN1  - x\n{end}"
        for title, titled, end in entries
    )
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines, 1) if line.startswith("TY")]
    found = read(text)
    assert [item.title for item in found if isinstance(item, Paper)] == [
        title for title, titled, _ in entries if titled
    ]
    assert [item.line for item in found if isinstance(item, Problem)] == [
        begin for begin, (_, titled, _) in zip(begins, entries, strict=True) if not titled
    ]


def test_an_entry_of_endless_lines_is_kept_within_bounds() -> None:
    (paper,) = read("TY  - JOUR\nTI  - Moss\nAB  - a\n" + "word " * 40 + "\n" + "b c d\n" * 200_000)
    assert isinstance(paper, Paper)
    assert len(paper.abstract) <= 200_000


def test_words_in_front_are_passed_over_if_they_are_few() -> None:
    found = layout_of("Provider: Roofs Inc.\nContent: text/plain\n\nTY  - JOUR\nTI  - Moss\n")
    assert found
    assert found.name == "RIS"
    assert layout_of("a line\n" * 20 + "TY  - JOUR\nTI  - Moss\n") is None
