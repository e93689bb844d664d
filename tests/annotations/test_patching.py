"""A save changes the lines of what was changed, and no others."""

import difflib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotations.material import (
    begun,
    described,
    listed,
    of_papers,
    opened,
    paper,
    searched,
    star,
    tag,
    with_everything,
    write_by_hand,
)
from tests.annotations.strategies import holdings
from tui_reader.annotation import Annotation, Holdings, ReadingList, SavedSearch
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
lists:   # mine
    # for the train
    train:
        description: short ones   # really
        colour: red

    later: {}
searches:
  # the daily one
  new: {query: is:unread}
# after the searches
later: [1, 2]
"""
STARRED = Annotation(star="true")
K = TypeVar("K", bound=str)
T = TypeVar("T")


def lines_changed(before: str, after: str) -> list[str]:
    diff = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in diff if line[0] in "+-"]


def patched_to(text: str, wanted: Holdings) -> str:
    document = parse(text.encode(), "a.yaml")
    after = patch(document, wanted)
    assert after is not None
    assert parse(after.encode(), "a.yaml").holdings == wanted
    assert parse(after.encode(), "a.yaml").extra == document.extra
    return after


def patched(text: str, **papers: Annotation | None) -> str:
    before = parse(text.encode(), "a.yaml").holdings
    wanted = dict(before.papers)
    for name, annotation in papers.items():
        if annotation is None:
            del wanted[PaperId(name)]
        else:
            wanted[PaperId(name)] = annotation
    return patched_to(text, replace(before, papers=wanted))


def test_starring_a_paper_changes_its_block_alone() -> None:
    before = of_papers(range(20))
    document = parse(before.encode(), "a.yaml")
    wanted = {**document.papers, paper(7): Annotation("Title", star="true", status="read")}
    after = patch(document, Holdings(wanted)) or ""
    assert lines_changed(before, after) == [
        '-     title: "Title 7: on “things”"',
        '+     title: "Title"',
        "+     starred: true",
    ]


def test_a_hand_written_file_keeps_comments_order_and_indentation() -> None:
    after = patched(BY_HAND, b=Annotation("Plain title", star="true", status="read"))
    assert set(lines_changed(BY_HAND, after)) == {
        "-         title: Plain title   # as I call it",
        '+         title: "Plain title"',
        "-         starred: yes",
        "-         rating: 5",
        "+         starred: true",
        "+         status: read",
        "+ # end of paperread file",
    }


def test_a_new_paper_comes_before_the_comment_of_the_next() -> None:
    after = patched(BY_HAND, c=Annotation("C", star="true"))
    assert lines_changed(BY_HAND, after) == [
        *('+     "c":', '+         title: "C"', "+         starred: true"),
        "+ # end of paperread file",
    ]


def test_a_paper_taken_out_leaves_every_other_line() -> None:
    changed = lines_changed(BY_HAND, patched(BY_HAND, d=None))
    assert changed == ["-     d: {starred: true}", "+ # end of paperread file"]


def test_a_list_or_search_that_changes_leaves_every_other_line() -> None:
    before = parse(BY_HAND.encode(), "a.yaml").holdings
    lists = {**before.lists, "train": ReadingList("2026-10-05", "short")}
    searches = {**before.searches, "a": SavedSearch("x")}
    after = patched_to(BY_HAND, replace(before, lists=lists, searches=searches))
    assert set(lines_changed(BY_HAND, after)) == {
        *("-     train:", "-         description: short ones   # really"),
        *("-         colour: red", '+     "train":', "+         created: 2026-10-05"),
        '+         description: "short"',
        *('+   "a":', '+     query: "x"'),
        "+ # end of paperread file",
    }


def test_the_first_list_and_search_go_to_the_end() -> None:
    before = of_papers(range(3))
    now = parse(before.encode(), "a.yaml").holdings
    wanted = replace(now, lists={"l": ReadingList("2026-10-05")}, searches={"s": SavedSearch("q")})
    assert lines_changed(before, patched_to(before, wanted)) == [
        *("+ lists:", '+   "l":', "+     created: 2026-10-05"),
        *("+ searches:", '+   "s":', '+     query: "q"'),
    ]


def test_the_first_paper_of_a_file_of_lists_leaves_them_as_they_are() -> None:
    before = "# mine\nlists:\n  train:   # for the train\n    created: 2026-10-05"
    now = parse(before.encode(), "a.yaml").holdings
    after = patched_to(before, replace(now, papers={PaperId("a"): STARRED}))
    assert after == (f'{before}\npapers:\n  "a":\n    starred: true\n# end of paperread file\n')


def test_carriage_returns_stay() -> None:
    before = BY_HAND.replace("\n", "\r\n")
    now = parse(before.encode(), "a.yaml").holdings
    wanted = Holdings(
        {**now.papers, PaperId("c"): Annotation("C", note="one\ntwo")},
        {**now.lists, "new": ReadingList("2026-10-05")},
        {**now.searches, "x": SavedSearch("y")},
    )
    assert "\n" not in patched_to(before, wanted).replace("\r\n", "")


def test_papers_that_share_a_line_are_not_patched() -> None:
    document = parse(b"papers: {a: {starred: true}, b: {read: true}}\n", "a.yaml")
    assert patch(document, Holdings()) is None


def test_a_file_that_cannot_be_patched_is_written_anew() -> None:
    content = b"extra: 1\npapers: {a: {starred: true}, b: {read: true}}\n"
    document = load(content, "a.yaml")
    wanted = Holdings({PaperId("a"): STARRED})
    after, _ = next_content(Look.at(content), document, wanted, "a.yaml")
    assert after == render(wanted, document.extra).encode()


def test_the_first_paper_goes_below_the_heading_of_an_empty_file() -> None:
    before = "# mine\npapers:   # none yet\nother: x\n"
    after = patched(before, a=STARRED)
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


def test_a_save_of_tags_places_lists_and_searches_changes_their_lines_alone(
    tmp_path: Path,
) -> None:
    before = with_everything(range(30))
    path = write_by_hand(tmp_path, before)
    store = opened(tmp_path)
    store.apply([tag(10, "new one"), listed(10, "train", "7", old="2.5")])
    store.apply([described("train", "long ones", old="short ones"), begun("later")])
    store.apply([searched("old", "is:read")])
    assert store.save()
    assert set(lines_changed(before, path.read_text())) == {
        "-     tags: [rag, survey]",
        "-     lists: {to read: 10, train: 2.5}",
        "+     tags: [new one, rag, survey]",
        "+     lists: {to read: 10, train: 7}",
        *('+   "later":', "+     created: 2026-10-05"),
        *('-     description: "short ones"', '+     description: "long ones"'),
        *('+   "old":', '+     query: "is:read"'),
    }
    store.close()


def test_a_patch_that_says_something_else_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    content = BY_HAND.encode()
    document = load(content, "a.yaml")
    wanted = Holdings({PaperId("a"): STARRED})
    monkeypatch.setattr(annotations_file, "patch", lambda document, wanted: document.text)
    after, _ = next_content(Look.at(content), document, wanted, "a.yaml")
    assert after == render(wanted, document.extra).encode()


def test_what_does_not_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    content = BY_HAND.encode()
    document = load(content, "a.yaml")
    monkeypatch.setattr(annotations_file, "patch", lambda document, wanted: "[")
    monkeypatch.setattr(annotations_file, "render", lambda holdings, extra: "papers:\n")
    with pytest.raises(UnintelligibleError, match="read back"):
        next_content(Look.at(content), document, Holdings({PaperId("a"): STARRED}), "a.yaml")


@settings(deadline=None)
@given(holdings(), holdings())
def test_any_file_is_brought_to_hold_anything_and_its_comments_stay(
    before: Holdings, wanted: Holdings
) -> None:
    lines: list[str] = []
    for line in render(before).splitlines():
        # Only what stands between the blocks stays for sure.
        is_between = line.startswith('  "') or line in {"papers:", "lists:", "searches:"}
        lines += [f"# kept {len(lines)}"] if is_between else []
        lines.append(line)
    content = ("\n".join(lines) + "\n").encode()
    after, document = next_content(Look.at(content), load(content, ""), wanted, "")
    assert after is not None
    assert load(after, "").holdings == document.holdings == wanted
    kept = [line for line in lines if line.startswith("# kept")]
    assert [line for line in after.decode().splitlines() if line.startswith("# kept")] == kept


@settings(deadline=None)
@given(holdings(), st.data())
def test_the_lines_of_what_was_not_touched_are_those_they_were(
    before: Holdings, data: st.DataObject
) -> None:
    text = render(before)
    touched = data.draw(st.sampled_from([*map(str, before.papers), "new"]))
    changed = data.draw(holdings()).papers.values()
    annotation = next(iter(changed), STARRED)
    wanted = replace(before, papers={**before.papers, PaperId(touched): annotation})
    after = patch(parse(text.encode(), ""), wanted) or ""
    gone = render(Holdings({PaperId(touched): before.papers.get(PaperId(touched), STARRED)}))
    for line in lines_changed(text, after):
        assert line[0] == "+" or line[2:] in gone.splitlines()


def with_entry(entries: Mapping[K, T], name: K, entry: T | None) -> Mapping[K, T]:
    """With another entry where there is one of this name, or without it."""
    if name not in entries:
        return entries
    rest = {each: kept for each, kept in entries.items() if each != name}
    return rest if entry is None else {**rest, name: entry}


COMMENTS = st.lists(st.sampled_from(["", "# a comment", "    # deeper", "  # so so"]), max_size=2)
BLOCKS = {
    "papers": ["    note: n", "    rating: 3", "    read: true"],
    "lists": ["    created: 2026-10-05", "    rating: 3", "    description: d"],
    "searches": ["    query: q", "    rating: 3", "    shown: yes"],
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(BLOCKS)),
    st.lists(COMMENTS, min_size=6, max_size=6),
    st.integers(0, 5),
    st.booleans(),
)
def test_comments_between_blocks_survive(
    section: str, comments: list[list[str]], number: int, is_taken_out: bool
) -> None:
    lines = [f"{section}:"]
    for place, above in enumerate(comments):
        lines += [*above, f"  p{place}:", *BLOCKS[section]]
    document = parse("\n".join(lines).encode(), "a.yaml")
    place = lines.index(f"  p{number}:")
    name = f"p{number}"
    fresh = {
        "papers": [f'  "{name}":', "    starred: true"],
        "lists": [f'  "{name}":', '    description: "new"'],
        "searches": [f'  "{name}":', '    query: "new"'],
    }[section]
    wanted = Holdings(
        with_entry(document.holdings.papers, PaperId(name), None if is_taken_out else STARRED),
        with_entry(document.holdings.lists, name, None if is_taken_out else ReadingList("", "new")),
        with_entry(document.holdings.searches, name, None if is_taken_out else SavedSearch("new")),
    )
    after = (patch(document, wanted) or "").splitlines()
    fresh = [] if is_taken_out else fresh
    assert after == [*lines[:place], *fresh, *lines[place + 4 :], "# end of paperread file"]


@pytest.mark.parametrize("text", [BY_HAND, of_papers(range(4)), with_everything(range(4))])
def test_nothing_changed_writes_nothing(text: str, tmp_path: Path) -> None:
    path = write_by_hand(tmp_path, text)
    before = path.stat()
    store = opened(tmp_path)
    store.apply([star(99), tag(99, "a"), begun("new")])
    store.apply([star(99, new=False), tag(99, "a", new=False), begun("new", "", "2026-10-05")])
    assert store.save()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    store.close()
