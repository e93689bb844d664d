import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dumps.bibliographies import MAIL, RULE
from tests.dumps.shared import Write, papers, problems
from tui_reader.dumps import listing_mail
from tui_reader.dumps.source import Source
from tui_reader.errors import Problem
from tui_reader.papers import Paper


def read(text: str) -> list[Paper | Problem]:
    return list(listing_mail.read(Source("mail.txt", text, iter([text]))))


def submission(number: int, title: str) -> str:
    return (
        f"\\\\\narXiv:2403.{number:05}\nDate: Mon, 11 Mar 2024 10:00:00 GMT   (1kb)\n\n"
        f"{title}Authors: Ada Moss\n\\\\\n  Text.\n\\\\ ( https://arxiv.org/abs/x ,  1kb)\n"
    )


def test_a_submission_is_read_with_all_its_fields(write: Write) -> None:
    path = write(MAIL)
    moss = papers(path)[0]
    assert problems(path) == []
    assert moss.title == "Mosses on Northern Roofs: A Slow Account"
    assert moss.abstract == "We count mosses, roof by roof."
    assert moss.authors == ("Ada Moss", "Bo van Roof")
    assert (moss.id, moss.doi) == ("arxiv:2403.00001", "10.1000/moss")
    assert (moss.date, moss.venue) == ("2024-03-11", "Roofs 3")
    assert moss.categories == ("math.GT", "cs.DS")
    assert moss.url == "https://arxiv.org/abs/2403.00001"


def test_a_cross_listing_is_a_paper_like_any_other(write: Write) -> None:
    kettle = papers(write(MAIL))[1]
    assert (kettle.id, kettle.date) == ("arxiv:2403.00002", "2024-03-10")
    assert kettle.abstract == "A kettle that was heated once."
    assert kettle.authors == ("Cy Schön", "Di Pot")


def test_the_day_of_a_replacement_is_not_that_of_the_paper(write: Write) -> None:
    ladder = papers(write(MAIL))[2]
    assert (ladder.id, ladder.date, ladder.abstract) == ("arxiv:math/0309136", "", "")


def test_the_day_of_the_mail_is_the_day_of_the_list(write: Write) -> None:
    assert {paper.seen[0].day for paper in papers(write(MAIL))} == {"2024-03-12"}
    bare = MAIL[MAIL.index(RULE) :]
    assert {paper.seen[0].day for paper in papers(write(bare))} == {""}


def test_a_quoted_printable_message_reads_like_its_text(write: Write) -> None:
    head, _, body = MAIL.partition("\n\n")
    packed = quopri.encodestring(body.replace("kettle", "kéttle").encode()).decode()
    text = f"{head}\nContent-Transfer-Encoding: quoted-printable\n\n{packed}"
    found = papers(write(text))
    assert [paper.title for paper in found] == [paper.title for paper in papers(write(MAIL))]
    assert found[1].abstract == "A kéttle that was heated once."


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=8))
@settings(deadline=None)
def test_good_submissions_survive_any_others(given_blocks: list[tuple[bool, bool]]) -> None:
    text, wrong = "", []
    for number, (titled, ruled) in enumerate(given_blocks):
        wrong += [] if titled else [text.count("\n") + 2]
        text += submission(number, f"Title: Paper {number}\n" if titled else "Titel: x\n")
        text += RULE + "\n" if ruled else ""
    found = read(text)
    assert [item.title for item in found if isinstance(item, Paper)] == [
        f"Paper {number}" for number, (titled, _) in enumerate(given_blocks) if titled
    ]
    assert [item.line for item in found if isinstance(item, Problem)] == wrong


@pytest.mark.parametrize("end", range(0, len(MAIL), 37))
def test_a_mail_cut_off_anywhere_is_read_as_far_as_it_goes(end: int) -> None:
    ids = [item.id for item in read(MAIL) if isinstance(item, Paper)]
    cut = [item.id for item in read(MAIL[:end]) if isinstance(item, Paper)]
    assert len(cut) <= len(ids)
    assert cut[:-1] == ids[: max(0, len(cut) - 1)]
