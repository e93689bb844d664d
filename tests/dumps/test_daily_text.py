import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dumps.pages import (
    BLANK_HEAD,
    COMPACT_HEAD,
    GLUED_BYLINE_HEAD,
    KETTLE,
    LADDER,
    MOSS,
    THREE,
    Pair,
    blank,
    compact,
    made_up_papers,
)
from tests.dumps.shared import Write, pairs, papers, problems

_AS_THEY_COME = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("head", [BLANK_HEAD, GLUED_BYLINE_HEAD, ""])
def test_titles_and_abstracts_between_blank_lines_become_papers(write: Write, head: str) -> None:
    assert pairs(write(blank(THREE, head))) == list(THREE)


def test_the_first_title_is_parted_from_the_button_it_is_glued_to(write: Write) -> None:
    assert pairs(write(compact(THREE))) == list(THREE)


def test_a_title_that_begins_like_the_button_keeps_its_letters(write: Write) -> None:
    paper = ("Subscribers and Their Discontents in Small Towns", MOSS[1])
    assert pairs(write(blank([MOSS, paper])))[1] == paper


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(
    write: Write, end: str, mark: str, last: str
) -> None:
    assert pairs(write((mark + blank(THREE) + last).replace("\n", end))) == list(THREE)


@given(found=made_up_papers, width=st.sampled_from([0, 70, 90]))
@_AS_THEY_COME
def test_any_page_between_blank_lines_reads_back(
    write: Write, found: list[Pair], width: int
) -> None:
    shown = [(title, textwrap.fill(text, width) if width else text) for title, text in found]
    assert pairs(write(blank(shown))) == found


@given(found=made_up_papers)
@_AS_THEY_COME
def test_any_compact_page_reads_back(write: Write, found: list[Pair]) -> None:
    assert pairs(write(compact(found))) == found


@given(found=made_up_papers, extras=st.data())
@_AS_THEY_COME
def test_details_a_browser_copies_along_change_nothing(
    write: Write, found: list[Pair], extras: st.DataObject
) -> None:
    before = ["412", "1.2k", "Submitted by\n\nsome-reader", "Upvote\n\n7", "[-] 18"]
    after = ["·\n\n8 authors\n\n·\n\nMay 29", "Small Town Institute\n\n·\n\nFeb 27, 2025\n\n3"]
    page = BLANK_HEAD
    for title, text in found:
        above, below = (extras.draw(st.sampled_from(lines)) for lines in (before, after))
        page += f"{above}\n\n{title}\n\n{text}\n\n{below}\n\nGitHub 1.2k\n\narXiv Page\n\n"
    assert pairs(write(page)) == found


def test_lines_of_the_page_are_never_papers(write: Write) -> None:
    navigation = "Daily\n\nWeekly\n\nMonthly\n\nTrending Papers\n\nLog In\n\nMar 11\n\n"
    assert pairs(write(BLANK_HEAD + navigation + blank([MOSS], ""))) == [MOSS]
    assert pairs(write(BLANK_HEAD + navigation)) == []


def test_each_day_gives_its_papers_that_day(write: Write) -> None:
    page = blank([MOSS, KETTLE], GLUED_BYLINE_HEAD) + "\n\nMar 12, 2025\n\n" + blank([LADDER], "")
    days = [paper.seen[0].day for paper in papers(write(page))]
    assert days == ["Mar 11", "Mar 11", "2025-03-12"]


def test_a_page_without_a_day_gives_none(write: Write) -> None:
    assert {paper.seen[0].day for paper in papers(write(blank(THREE)))} == {""}


def test_a_whole_page_may_follow_another_in_one_file(write: Write) -> None:
    page = blank([MOSS, KETTLE], GLUED_BYLINE_HEAD) + "\n\n" + blank([LADDER], BLANK_HEAD)
    assert pairs(write(page)) == list(THREE)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_missing_abstract_is_empty(write: Write, between: str) -> None:
    head = BLANK_HEAD if between == "\n\n" else COMPACT_HEAD
    texts = [*MOSS, KETTLE[0], *LADDER]
    assert pairs(write(head + between.join(texts))) == [MOSS, (KETTLE[0], ""), LADDER]


def test_a_last_title_without_abstract_is_kept(write: Write) -> None:
    assert pairs(write(blank([MOSS, (KETTLE[0], "")]))) == [MOSS, (KETTLE[0], "")]


@pytest.mark.parametrize(
    "second",
    [
        "A second paragraph tells of what was found on the roofs of the south.",
        "Code: https://example.org/moss",
        "Our ladders will be lent to anyone who asks",
        "Keywords: moss, roofs, ladders",
        "- roofs that face north; and those that do not",
    ],
)
def test_a_paragraph_belongs_to_the_abstract_above_it(write: Write, second: str) -> None:
    page = BLANK_HEAD + "\n\n".join([*MOSS, second, *KETTLE])
    assert pairs(write(page)) == [(MOSS[0], f"{MOSS[1]}\n{second}"), KETTLE]


def test_a_title_may_be_a_sentence_in_title_case_with_a_full_stop(write: Write) -> None:
    paper = ("Patience Is All the Ladder Needs.", LADDER[1])
    assert pairs(write(blank([MOSS, paper]))) == [MOSS, paper]


def test_wrapped_titles_and_abstracts_are_joined(write: Write) -> None:
    wrapped = [(textwrap.fill(title, 44), textwrap.fill(text, 60)) for title, text in THREE]
    assert pairs(write(blank(wrapped))) == list(THREE)


def test_a_paper_may_be_one_block_with_its_title_on_the_first_line(write: Write) -> None:
    blocks = [f"{title}\n{textwrap.fill(text, 72)}" for title, text in THREE]
    assert pairs(write(BLANK_HEAD + "\n\n".join(blocks))) == list(THREE)


def test_a_title_shown_twice_is_one_paper(write: Write) -> None:
    assert pairs(write(BLANK_HEAD + "\n\n".join([MOSS[0], *MOSS, *KETTLE]))) == [MOSS, KETTLE]


def test_votes_stand_above_a_title_and_comments_below(write: Write) -> None:
    page = BLANK_HEAD
    for (title, text), votes in zip(THREE, (412, 7, 1), strict=True):
        page += f"{votes}\n\n{title}\n\n{text}\n\n2 authors\n\n·\n\nMay 29\n\n5\n\n"
    assert [paper.upvotes for paper in papers(write(page))] == [412, 7, 1]


def test_counts_below_every_paper_are_not_taken_for_votes(write: Write) -> None:
    page = BLANK_HEAD + "".join(
        f"{title}\n\n{text}\n\n·\n\nMay 29\n\n5\n\n" for title, text in THREE
    )
    assert [paper.upvotes for paper in papers(write(page))] == [None, None, None]


def test_a_papers_own_date_counts_only_with_its_year(write: Write) -> None:
    page = BLANK_HEAD + "\n\n".join(
        [*MOSS, "3 authors", "·", "Feb 27, 2025", *KETTLE, "1 author", "·", "May 29"]
    )
    assert [(paper.date, paper.year) for paper in papers(write(page))] == [
        ("2025-02-27", 2025),
        ("", None),
    ]


def test_a_date_without_year_is_the_newest_not_after_the_lists_day(write: Write) -> None:
    page = BLANK_HEAD + "\n\n".join(
        ["Mar 11, 2025", *MOSS, "3 authors", "·", "Mar 10", *KETTLE, "1 author", "·", "Dec 30"]
    )
    assert [paper.date for paper in papers(write(page))] == ["2025-03-10", "2024-12-30"]


def test_the_organisation_stands_before_the_dot(write: Write) -> None:
    page = BLANK_HEAD + "\n\n".join([*MOSS, "Roof Institute", "·", "May 29", *KETTLE])
    assert [paper.organisation for paper in papers(write(page))] == ["Roof Institute", ""]


def test_the_code_is_the_one_repository_the_abstract_names(write: Write) -> None:
    here, there = "https://github.com/moss/roofs", "https://github.com/other/ladders"
    found = papers(
        write(
            blank(
                [
                    (MOSS[0], f"{MOSS[1]} It is at {here}."),
                    (KETTLE[0], f"{KETTLE[1]} We build on {there}. Code: {here}."),
                    (LADDER[0], f"{LADDER[1]} See {here} and {there}."),
                ]
            )
        )
    )
    assert [paper.code for paper in found] == [here, here, ""]


def test_an_abstract_without_a_title_is_told_with_its_line(write: Write) -> None:
    path = write(BLANK_HEAD + MOSS[1] * 2 + "\n\n" + blank([KETTLE], ""))
    assert [(problem.line, "without a title" in problem.reason) for problem in problems(path)] == [
        (11, True)
    ]
    assert [paper.title for paper in papers(path)] == [KETTLE[0]]
