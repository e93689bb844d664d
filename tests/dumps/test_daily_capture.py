import textwrap

import pytest

from tests.dumps.pages import KETTLE, LADDER, MOSS, Pair
from tests.dumps.shared import Write, pairs, papers

SITE = "https://huggingface.co"
IDS = {MOSS[0]: "2401.01234", KETTLE[0]: "2402.00042v2", LADDER[0]: "math.GT/0309136"}
HEADER = "---\nurl: https://huggingface.co/papers\nretrieved: 2026-01-03\n---\n"
NAVIGATION = (
    f"[Log In]({SITE}/login)\n\nnew\n\nGet trending papers in your email inbox!\n\n"
    f"[Subscribe]({SITE}/login?next=%2Fpapers)\n\n# Daily Papers\n\n"
    f"## by [![](x.png)AK]({SITE}/akhaliq) and the research community\n\n"
    f"- Daily\n- Weekly\n- Monthly\n\n[Trending Papers]({SITE}/papers/trending)\n\nDec 30\n\n"
)


def inline(paper: Pair, votes: int = 5, *, width: int = 0) -> str:
    """A record of a Markdown capture, its lines wrapped as capture tools do."""
    title, text = paper
    page = f"{SITE}/papers/{IDS[title]}"
    wrapped = "\\\\\n".join(textwrap.wrap(text, width)) if width else text
    vote = f"{SITE}/login?next=%2Fpapers%2F{IDS[title].replace('/', '%2F')}"
    return (
        f"[{votes}]({vote})\n\n### [{title}]({page})\n\n[{wrapped}]({page})\n\n"
        f"[- ![](a.svg)\\\\\n- 8 authors]({page})\n\n·\n\nJun 12, 2017[7]({page}#community)\n\n"
    )


def with_links(paper: Pair, votes: int = 5) -> str:
    """The same record as text in which every link's address has its own line."""
    title, text = paper
    page = f"{SITE}/papers/{IDS[title]}"
    return (
        f" [-] {votes}\n\n{SITE}/login?next=%2Fpapers%2F{IDS[title].replace('/', '%2F')}\n\n"
        f"{title}\n\n{page}\n\n{text}\n\n{page}\n\n[\n\n8 authors]({page})\n\n·\n\n"
        f"Jun 12, 2017 \n\n7\n\n{page}#community\n\n"
    )


@pytest.mark.parametrize("width", [0, 60, 90])
def test_a_markdown_capture_gives_titles_and_rejoined_abstracts(write: Write, width: int) -> None:
    records = "".join(inline(paper, width=width) for paper in (MOSS, KETTLE, LADDER))
    assert pairs(write(HEADER + NAVIGATION + records)) == [MOSS, KETTLE, LADDER]


def test_text_with_link_lines_gives_the_same_papers(write: Write) -> None:
    head = f"Daily Papers\n\nnew\n\nSubscribe\n\n{SITE}/login?next=%2Fpapers\n\nMar 25\n\n"
    records = "".join(with_links(paper) for paper in (MOSS, KETTLE, LADDER))
    assert pairs(write(head + records)) == [MOSS, KETTLE, LADDER]


@pytest.mark.parametrize("record", [inline, with_links])
def test_a_record_gives_id_votes_and_date(write: Write, record: type) -> None:
    first, second = papers(write(record(KETTLE, 412) + record(LADDER, 0)))
    assert (first.arxiv_id, first.id) == ("2402.00042", "arxiv:2402.00042")
    assert first.url == "https://arxiv.org/abs/2402.00042"
    assert second.arxiv_id == "math.GT/0309136"
    assert [paper.upvotes for paper in (first, second)] == [412, 0]
    assert [paper.date for paper in (first, second)] == ["2017-06-12"] * 2


def test_the_list_day_gets_its_year_from_the_day_of_the_capture(write: Write) -> None:
    (paper,) = papers(write(HEADER + NAVIGATION + inline(MOSS)))
    assert paper.seen[0].day == "2025-12-30"


def test_the_list_day_gets_its_year_from_a_link_to_the_next_day(write: Write) -> None:
    page = NAVIGATION + f"[]({SITE}/papers/date/2026-01-02)\n\n" + inline(MOSS)
    (paper,) = papers(write(page))
    assert paper.seen[0].day == "2025-12-30"


def test_a_day_that_nothing_gives_a_year_stays_as_printed(write: Write) -> None:
    (paper,) = papers(write(NAVIGATION + inline(MOSS)))
    assert paper.seen[0].day == "Dec 30"


def test_several_days_give_each_paper_its_own(write: Write) -> None:
    page = HEADER + NAVIGATION + inline(MOSS) + "Jan 2\n\n" + inline(KETTLE)
    assert [paper.seen[0].day for paper in papers(write(page))] == ["2025-12-30", "2026-01-02"]


def test_a_title_wrapped_with_escaped_spaces_is_one_line(write: Write) -> None:
    page = inline(MOSS).replace("Slow Account", "Slow\\  Account", 1)
    assert pairs(write(page + inline(KETTLE))) == [MOSS, KETTLE]


@pytest.mark.parametrize("table", [True, False])
def test_reference_links_are_read_with_and_without_their_table(write: Write, table: bool) -> None:
    page, rows = NAVIGATION, []
    for number, (title, text) in enumerate((MOSS, KETTLE)):
        row = number * 10
        page += (
            f"[{number + 40}][{row}]\n\n### [{title}][{row + 1}]\n\n[\n\n{text}\n\n][{row + 2}]\n\n"
        )
        page += f"[- 8 authors][{row + 3}]\n\n·\n\nJun 12, 2017[7][{row + 4}]\n\n"
        address = f"{SITE}/papers/{IDS[title]}"
        vote = f"{SITE}/login?next=%2Fpapers%2F{IDS[title]}"
        targets = [vote, address, address, address, f"{address}#community"]
        rows += [f"[{row + more}]: {target}" for more, target in enumerate(targets)]
    found = papers(write(page + ("\n".join(rows) if table else "")))
    assert [(paper.title, paper.abstract) for paper in found] == [MOSS, KETTLE]
    assert [paper.arxiv_id for paper in found] == (
        ["2401.01234", "2402.00042"] if table else [""] * 2
    )
    assert [paper.upvotes for paper in found] == [40, 41]
    assert [paper.date for paper in found] == ["2017-06-12"] * 2


def test_headings_without_links_are_titles(write: Write) -> None:
    page = "# Daily Papers\n\nMar 25\n\n" + "".join(
        f"### {title}\n\n{text}\n\n- 8 authors\n\n·\n\nJun 12, 2017\n\n"
        for title, text in (MOSS, KETTLE)
    )
    assert pairs(write(page)) == [MOSS, KETTLE]


def test_a_heading_may_have_no_link_where_its_abstract_has(write: Write) -> None:
    page = inline(MOSS).replace(f"### [{MOSS[0]}]({SITE}/papers/2401.01234)", f"### {MOSS[0]}")
    found = papers(write(page + inline(KETTLE)))
    assert [(paper.title, paper.arxiv_id) for paper in found] == [
        (MOSS[0], "2401.01234"),
        (KETTLE[0], "2402.00042"),
    ]


def test_the_same_paper_twice_in_a_row_is_one(write: Write) -> None:
    assert pairs(write(NAVIGATION + inline(MOSS) * 2 + inline(KETTLE))) == [MOSS, KETTLE]


def test_anchors_and_pictures_leave_no_trace(write: Write) -> None:
    page = inline(MOSS).replace(
        "### [", '<a id="p1"></a>\n\n![Thumbnail](t.png)\n\n[Image: moss]\n\n### ['
    )
    assert pairs(write(NAVIGATION + page + inline(KETTLE))) == [MOSS, KETTLE]


@pytest.mark.parametrize(
    "inside",
    [
        "on the interval [0, 1) of roofs",
        "on the interval (0, 1] of roofs",
        "on [Block-sparse] roofs",
        "as f[x](y) says",
        "with `moss_count` (see https://example.org/a_b)",
        "at 80.5\\% with $\\{a\\}$, $r \\ll \\min(d,k)$ and \\(x\\)",
        "where \\[ x = y^2 \\] holds",
        "after Schr\\\"odinger and G\\'erard",
    ],
)
def test_brackets_and_tex_in_an_abstract_survive(write: Write, inside: str) -> None:
    paper = (MOSS[0], f"{MOSS[1]} It holds {inside}. This is the end of it.")
    assert pairs(write(inline(paper) + inline(KETTLE))) == [paper, KETTLE]
    assert pairs(write(with_links(paper) + with_links(KETTLE))) == [paper, KETTLE]


@pytest.mark.parametrize(
    ("escaped", "plain"),
    [
        ("moss\\_count", "moss_count"),
        ("2 \\* 3", "2 * 3"),
        ("\\[Block-sparse\\] roofs", "[Block-sparse] roofs"),
        ("\\[0, 1) and \\[2, 3)", "[0, 1) and [2, 3)"),
        ("\\`flag\\`", "`flag`"),
    ],
)
def test_escapes_of_markdown_are_undone(write: Write, escaped: str, plain: str) -> None:
    paper = (MOSS[0], f"{MOSS[1]} So much for {escaped}.")
    found = pairs(write(inline(paper) + inline(KETTLE)))
    assert found[0][1] == f"{MOSS[1]} So much for {plain}."


def test_links_inside_an_abstract_become_their_words(write: Write) -> None:
    code = "https://github.com/moss/roofs"
    paper = (MOSS[0], f"{MOSS[1]} See [our ladder]({code}) for more.")
    (found, _) = papers(write(inline(paper) + inline(KETTLE)))
    assert found.abstract == f"{MOSS[1]} See our ladder for more."
    assert found.code == code


def test_a_linked_repository_is_the_papers_code(write: Write) -> None:
    page = inline(MOSS).replace("·", "[GitHub 12](https://github.com/moss/roofs)\n\n·")
    assert [paper.code for paper in papers(write(page + inline(KETTLE)))] == [
        "https://github.com/moss/roofs",
        "",
    ]


def test_an_abstract_in_paragraphs_between_its_addresses_is_whole(write: Write) -> None:
    paper = (MOSS[0], f"{MOSS[1]}\n\nA second paragraph without an end")
    found = pairs(write(with_links(paper) + with_links(KETTLE)))
    assert found == [(MOSS[0], paper[1].replace("\n\n", "\n")), KETTLE]


def test_what_stands_below_the_last_paper_is_not_part_of_it(write: Write) -> None:
    footer = f"Made by reading people\n\n[Careers]({SITE}/jobs)\n\nTOS\n\nPrivacy\n\n"
    assert pairs(write(NAVIGATION + inline(MOSS) + inline(KETTLE) + footer)) == [MOSS, KETTLE]
