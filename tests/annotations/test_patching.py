"""A save changes the lines of the paper that was changed, and no others."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import of_papers, opened, paper, star, write_by_hand
from tui_reader.annotation import Annotation
from tui_reader.annotations import annotations_file
from tui_reader.annotations.annotations_file import Look, load, next_content
from tui_reader.annotations.document import UnintelligibleError
from tui_reader.annotations.patching import patch
from tui_reader.annotations.rendering import render
from tui_reader.annotations.yaml_file import parse
from tui_reader.papers import PaperId

BY_HAND = """\
# my own heading
version: 1
owner: me   # who else

papers:
    # the one everybody cites
    "b":
        title: Plain title   # as I call it
        starred: yes
        rating: 5

    # another
    arxiv:1:
        note: >
            folded
            text

    d: {starred: true}
# after the papers
later: [1, 2]
"""


def lines_changed(before: str, after: str) -> list[str]:
    diff = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in diff if line[0] in "+-"]


def patched(text: str, **papers: Annotation | None) -> str:
    document = parse(text.encode(), "a.yaml")
    wanted = dict(document.papers)
    for name, annotation in papers.items():
        if annotation is None:
            del wanted[PaperId(name)]
        else:
            wanted[PaperId(name)] = annotation
    after = patch(document, wanted)
    assert after is not None
    assert parse(after.encode(), "a.yaml").papers == wanted
    assert parse(after.encode(), "a.yaml").extra == document.extra
    return after


def test_starring_a_paper_changes_its_block_alone() -> None:
    before = of_papers(range(20))
    document = parse(before.encode(), "a.yaml")
    wanted = {**document.papers, paper(7): Annotation("Title", starred=True, read=True)}
    after = patch(document, wanted) or ""
    assert lines_changed(before, after) == [
        '-     title: "Title 7: on “things”"',
        '+     title: "Title"',
        "+     starred: true",
    ]


def test_a_hand_written_file_keeps_comments_order_and_indentation() -> None:
    after = patched(BY_HAND, b=Annotation("Plain title", starred=True, read=True))
    assert set(lines_changed(BY_HAND, after)) == {
        "-         title: Plain title   # as I call it",
        '+         title: "Plain title"',
        "-         starred: yes",
        "-         rating: 5",
        "+         starred: true",
        "+         read: true",
        "+ # end of paperread file",
    }


def test_a_new_paper_comes_before_the_comment_of_the_next() -> None:
    after = patched(BY_HAND, c=Annotation("C", starred=True))
    assert lines_changed(BY_HAND, after) == [
        *('+     "c":', '+         title: "C"', "+         starred: true"),
        "+ # end of paperread file",
    ]


def test_a_paper_taken_out_leaves_every_other_line() -> None:
    changed = lines_changed(BY_HAND, patched(BY_HAND, d=None))
    assert changed == ["-     d: {starred: true}", "+ # end of paperread file"]


def test_carriage_returns_stay() -> None:
    after = patched(BY_HAND.replace("\n", "\r\n"), c=Annotation("C", note="one\ntwo"))
    assert "\n" not in after.replace("\r\n", "")


def test_papers_that_share_a_line_are_not_patched() -> None:
    document = parse(b"papers: {a: {starred: true}, b: {read: true}}\n", "a.yaml")
    assert patch(document, {}) is None


def test_a_file_that_cannot_be_patched_is_written_anew() -> None:
    content = b"extra: 1\npapers: {a: {starred: true}, b: {read: true}}\n"
    document = load(content, "a.yaml")
    wanted = {PaperId("a"): Annotation(starred=True)}
    after, _ = next_content(Look.at(content), document, wanted, "a.yaml")
    assert after == render(wanted, document.extra).encode()


def test_the_first_paper_goes_below_the_heading_of_an_empty_file() -> None:
    before = "# mine\npapers:   # none yet\nother: x\n"
    after = patched(before, a=Annotation(starred=True))
    assert after.startswith('# mine\npapers:   # none yet\n  "a":\n    starred: true\nother: x\n')


def test_a_save_of_one_paper_changes_its_lines_alone(tmp_path: Path) -> None:
    before = of_papers(range(30))
    path = write_by_hand(tmp_path, before)
    store = opened(tmp_path)
    store.apply([star(10)])
    assert store.save()
    assert lines_changed(before, path.read_text()) == [
        '-     title: "Title 10: on “things”"',
        '+     title: "Title 10"',
        "+     starred: true",
    ]
    store.close()


def test_a_patch_that_says_something_else_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    content = BY_HAND.encode()
    document = load(content, "a.yaml")
    wanted = {PaperId("a"): Annotation(starred=True)}
    monkeypatch.setattr(annotations_file, "patch", lambda document, wanted: document.text)
    after, _ = next_content(Look.at(content), document, wanted, "a.yaml")
    assert after == render(wanted, document.extra).encode()


def test_what_does_not_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    content = BY_HAND.encode()
    document = load(content, "a.yaml")
    monkeypatch.setattr(annotations_file, "patch", lambda document, wanted: "[")
    monkeypatch.setattr(annotations_file, "render", lambda papers, extra: "papers:\n")
    with pytest.raises(UnintelligibleError, match="read back"):
        next_content(Look.at(content), document, {PaperId("a"): Annotation(starred=True)}, "a.yaml")


COMMENTS = st.lists(st.sampled_from(["", "# a comment", "    # deeper", "  # so so"]), max_size=2)


@settings(deadline=None)
@given(st.lists(COMMENTS, min_size=6, max_size=6), st.integers(0, 5), st.booleans())
def test_comments_between_papers_survive(
    comments: list[list[str]], number: int, is_taken_out: bool
) -> None:
    lines = ["papers:"]
    for place, above in enumerate(comments):
        lines += [*above, f"  p{place}:", f"    note: n{place}", "    rating: 3", "    read: true"]
    document = parse("\n".join(lines).encode(), "a.yaml")
    wanted = dict(document.papers)
    block = [f"  p{number}:", f"    note: n{number}", "    rating: 3", "    read: true"]
    place = lines.index(block[0])
    if is_taken_out:
        del wanted[PaperId(f"p{number}")]
        fresh = []
    else:
        wanted[PaperId(f"p{number}")] = Annotation(starred=True)
        fresh = [f'  "p{number}":', "    starred: true"]
    after = (patch(document, wanted) or "").splitlines()
    assert after == [*lines[:place], *fresh, *lines[place + 4 :], "# end of paperread file"]


@pytest.mark.parametrize("text", [BY_HAND, of_papers(range(4))])
def test_nothing_changed_writes_nothing(text: str, tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, text)
    before = path.stat()
    store = opened(tmp_path)
    store.apply([star(99)])
    store.apply([star(99, new=False)])
    assert store.save()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    store.close()
