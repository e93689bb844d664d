"""What holds for bibliographies of every kind, however hostile."""

import bz2
import gzip
import lzma
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dumps.bibliographies import ATOM, BIBTEX, CSL, MAIL, RIS, RULE
from tests.dumps.shared import Write, papers, problems
from tui_reader.dumps import atom_feed, bibtex, csl_json, listing_mail, ris
from tui_reader.dumps.layouts import layout_of
from tui_reader.dumps.source import Source
from tui_reader.dumps.sources import find_dumps
from tui_reader.errors import Problem
from tui_reader.papers import Paper

EVERY = {
    "BibTeX": BIBTEX,
    "RIS": RIS,
    "CSL-JSON": CSL,
    "an Atom feed of arXiv's": ATOM,
    "an arXiv listing e-mail": MAIL,
}
READERS = (bibtex, ris, csl_json, atom_feed, listing_mail)

FRAGMENTS = (
    *("@article{k, title={A}, ", "@string{a = ", "@comment{", "@misc(", "title = ", "author={"),
    *("{", "}", '"', "#", "=", ",", "%", "\\", " and ", "(", ")", "\n", "\n\n", "\\url{", "~"),
    *("TY  - JOUR\n", "TI  - A\n", "AU  - Moss, Ada\n", "DA  - 2024/13/41/\n", "ER  - \n", "KW  -"),
    *('[{"title": "A", ', '"issued": {"date-parts": [[', "]]}, ", '"author": [{"literal": 7}], '),
    *("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<title>A", "</title>"),
    *("<!DOCTYPE x [", "<!ENTITY a 'b'>", "&a;", "<![CDATA[", "]]>", "<link rel='alternate'/>"),
    *("\\\\\n", "arXiv:2401.01234\n", "Title: A\n", "  wrapped\n", RULE + "\n", "Date: x (1kb)\n"),
    *("Content-Transfer-Encoding: quoted-printable\n", "=\n", "=ZZ", "\x1b[31m", "\x00", "\u202e"),
    *("\ufeff", "\N{REPLACEMENT CHARACTER}", "10.48550/arXiv.2401.01234", "https://arxiv.org/abs/"),
)

PIECES = (
    *(
        "x",
        "x ",
        "{",
        "}",
        '"',
        "#",
        "=",
        ",",
        "@",
        "%",
        "\\",
        "\n",
        "\t\n",
        "@a{",
        "@a{b,",
        "@a{b=c",
    ),
    *("@a{b,c={", '@a{b,c="', "@a(", "@comment{", "@string{a={", "@string{a=a#a}", "\n@a{b,c=d#d}"),
    *("@a{b,c={d}}", "\n@a{title={d}}", "\n@misc{title={d},author={A, B and C}", "a # ", "a = b, "),
    *("TY  - A\n", "TY  - A\nTI  - b\n", "AU  - b, c\n", "KW  - a; b\n", "ER  - \n", "AB  -\nx\n"),
    *(
        "[",
        "{",
        '{"title": "a"}',
        '{"title": "a"',
        '"type": "paper-conference", ',
        '{"issued": ',
        "]",
        "[[",
    ),
    *("<", ">", "<entry", "<entry>", "</entry", "</entry>", "<entry></entry>", "<entry><a>", "&a;"),
    *("<entry><title>a</title></entry>\n", "<a:entry ", "<!--", "<entry <", "<entry\n</entry\n"),
    *(
        "\\\\\n",
        "arXiv:x\n",
        "\\\\\narXiv:x\n",
        "\\\\\narXiv:x\nTitle: a\n",
        "-",
        "%-",
        RULE + "\n",
    ),
    *("  a\n", "A: b\n", "(", "Date: x (", "=\n", "=41"),
)


def in_front(layout: str, text: str) -> str:
    """The text behind the beginning of a file of that layout."""
    beginnings = {
        "BibTeX": "@misc{a, title={A}, author=",
        "RIS": "TY  - JOUR\n",
        "CSL-JSON": '[{"type": "paper-conference", "title": "A"},',
        "an Atom feed of arXiv's": '<feed xmlns="http://www.w3.org/2005/Atom">\n',
        "an arXiv listing e-mail": (
            "Content-Transfer-Encoding: quoted-printable\n\n\\\\\narXiv:x\nTitle: A\n"
        ),
    }
    return beginnings[layout] + text


def calls_of(text: str) -> int:
    """How many functions are called to read a text: a measure of work without a clock."""
    layout = layout_of(text)
    assert layout
    assert layout.name in EVERY
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in layout.read(Source("any", text, iter([text]))):
            pass
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("layout", EVERY)
def test_a_bibliography_is_recognised_by_content(layout: str) -> None:
    found = layout_of(EVERY[layout])
    assert found
    assert found.name == layout


@pytest.mark.parametrize("layout", EVERY)
@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_one_reads_as_any_other(
    write: Write, layout: str, pack: Callable[[bytes], bytes]
) -> None:
    plain = papers(write(EVERY[layout], "a"))
    assert len(plain) == 3
    assert papers(write(pack(EVERY[layout].encode("utf-16")), "a")) == plain


def test_folders_of_them_are_read(tmp_path: Path) -> None:
    for number, text in enumerate(EVERY.values()):
        (tmp_path / f"day {number}.x").write_text(text)
    found, unread = find_dumps([tmp_path])
    assert unread == ()
    assert [len(papers(path)) for path in found] == [3] * len(EVERY)


@pytest.mark.parametrize("layout", EVERY)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(
    write: Write, layout: str, end: str
) -> None:
    text = EVERY[layout]
    path = write(text, "a")
    before = papers(path)
    assert papers(write("\ufeff" + text.replace("\n", end), "a")) == before
    assert problems(path) == []


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=30).map("".join))
@settings(deadline=None, max_examples=400)
def test_any_text_is_survived_by_each_reader(text: str) -> None:
    for reader in READERS:
        reader.looks_like(text)
        for found in reader.read(Source("any", text, iter([text]))):
            assert isinstance(found, Paper | Problem)
            if isinstance(found, Problem):
                assert 0 <= found.line <= text.count("\n") + 1


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20).map("".join), st.sampled_from(list(EVERY)))
@settings(deadline=None)
def test_all_text_of_a_paper_is_clean(text: str, layout: str) -> None:
    whole = in_front(layout, text)
    found = layout_of(whole)
    for item in found.read(Source("any", whole, iter([whole]))) if found else ():
        said = (
            f"{item.title}{item.abstract}{item.authors}{item.venue}{item.keywords}{item.url}"
            if isinstance(item, Paper)
            else item.reason
        )
        assert not {"\x1b", "\x00", "\u202e", "\ufeff"} & set(said)


@pytest.mark.parametrize("layout", EVERY)
@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_no_faster_than_the_text(layout: str, piece: str) -> None:
    few = calls_of(in_front(layout, piece * 300))
    assert calls_of(in_front(layout, piece * 1200)) <= 4.4 * few + 200


def test_a_line_over_the_limit_is_named(write: Write) -> None:
    for text in (BIBTEX, RIS, ATOM, MAIL):
        path = write(text.rstrip("\n") + "\n" + "x" * (17 << 20) + "\n")
        assert len(papers(path)) == 3
        assert [problem.line for problem in problems(path)] == [text.rstrip("\n").count("\n") + 2]
