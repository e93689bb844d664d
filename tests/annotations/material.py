"""Files and texts that have hurt such stores, and the few words the tests share."""

import json
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tui_reader.annotation import Act, Annotation, Change, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.act_records import record_of
from tui_reader.annotations.rendering import render
from tui_reader.annotations.store import AnnotationStore
from tui_reader.papers import PaperId

BOMB = "a: &a [x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

BAD_FILES = {
    "cut inside a quoted note": b'papers:\n  "arxiv:1":\n    note: "half of',
    "conflict markers": b"papers:\n<<<<<<< HEAD\n  a: {starred: true}\n=======\n>>>>>>> other\n",
    "a paper twice": b"papers:\n  a:\n    starred: true\n  a:\n    read: true\n",
    "a list on top": b"- a\n- b\n",
    "indented by a tab": b"papers:\n\ta:\n\t\tstarred: true\n",
    "an alias": b"papers:\n  a: &x {starred: true}\n  b: *x\n",
    "an alias bomb": BOMB.encode(),
    "two documents": b"papers: {}\n---\npapers: {}\n",
    "a NUL": b"papers:\n  a:\n    note: x\0y\n",
    "5000 brackets": b"papers: " + b"[" * 5000,
    "a bare word": b"hello\n",
    "a colon in a plain title": b"papers:\n  a:\n    title: Foo: bar\n",
    "papers as a list": b"papers: [a]\n",
    "not UTF-8": b"papers:\n  a:\n    note: caf\xe9\n",
    "another version": b"version: 2\npapers: {}\n",
    "a tag": b"papers:\n  a:\n    note: !!python/name:os.system x\n",
    "a star that is neither": b"papers:\n  a:\n    starred: maybe\n",
    "a key that is a list": b"? [x]\n: 1\n",
    "a control character": b"papers:\n  a:\n    note: x\x07y\n",
    "a star on no day": b"papers:\n  a:\n    starred: tomorrow\n",
    "a status there is not": b"papers:\n  a:\n    title: A\n    status: maybe\n",
    "a read that is neither": b"papers:\n  a:\n    read: perhaps\n",
    "a place that is no number": b"papers:\n  a:\n    lists: {train: x}\n",
    "an endless place": b"papers:\n  a:\n    lists: {train: .inf, rag: Infinity}\n",
    "a tag that is a list": b"papers:\n  a:\n    tags: [rag, [x]]\n",
    "tags as fields": b"papers:\n  a:\n    tags: {rag: 1}\n",
    "a list twice for a paper": b'papers:\n  a:\n    lists:\n      "a b": 1\n      "a  b": 2\n',
    "two lists that look the same": b'lists:\n  "a b":\n    created: 2026-01-01\n  "a  b": {}\n',
    "two searches that look the same": b'searches:\n  x: {query: a}\n  "x ": {query: b}\n',
    "a list without a name": b"lists:\n  x: {}\n  ' ': {created: 2026-01-01}\n",
    "a description that is a list": b"lists:\n  x:\n    description: [a]\n",
    "a query that is a mapping": b"searches:\n  x:\n    query: {a: b}\n",
    "lists as a list": b"lists: [train]\n",
    "a search that is a word": b"searches:\n  x: rag\n",
}

SCALARS = [
    *("no", "2101.00010", "0704.0001", "0123", "1e3", "12:30", "null", "~", "2024-01-02"),
    *("true", "0x1f", ".nan", "=", "<<", "*a", "&a", "- x", "a: b", "#x", "", " x ", "\tx"),
    *("x\n", "\nx", "'", '"', "\u2028", "\x85", "\ufeff", "😀", "x" * 5000, "a\r\nb", "\x7f"),
    *("|", ">", "---", "...", "a\n---\nb", "# end of paperread file", "\\", "%x", "@x", "`x", "?"),
    *(
        "a\n b\n  c",
        " first\nsecond",
        "\n\n x",
        "x\n\n\n",
        "a \nb\t\nc",
        "ends: ",
        "{",
        "}",
        "]",
        ",",
    ),
    *("<<<<<<< HEAD\n=======\n>>>>>>> x", "\ue000", "\ufffe", "\U0010ffff", "a" * 990, "é" * 990),
]


def paper(number: int | str) -> PaperId:
    return PaperId(f"arxiv:2401.{number:05}" if isinstance(number, int) else number)


def star(number: int, new: bool = True) -> Change:
    old, then = ("", "true") if new else ("true", "")
    return Change(paper(number), f"Title {number}", "star", old, then)


def read(number: int, new: bool = True) -> Change:
    old, then = ("", "read") if new else ("read", "")
    return Change(paper(number), f"Title {number}", "status", old, then)


def note(number: int, new: str, old: str = "") -> Change:
    return Change(paper(number), f"Title {number}", "note", old, new)


def tag(number: int, name: str, new: bool = True) -> Change:
    old, then = ("", name) if new else (name, "")
    return Change(paper(number), f"Title {number}", "tag", old, then, name=name)


def listed(number: int, name: str, rank: str, old: str = "") -> Change:
    return Change(paper(number), f"Title {number}", "list", old, rank, name=name)


def begun(name: str, day: str = "2026-10-05", old: str = "") -> Change:
    return Change(PaperId(""), "", "created", old, day, name=name)


def described(name: str, new: str, old: str = "") -> Change:
    return Change(PaperId(""), "", "description", old, new, name=name)


def searched(name: str, query: str, old: str = "") -> Change:
    return Change(PaperId(""), "", "query", old, query, name=name)


def act(*changes: Change, name: str = "a1", at: str = "2026-10-05T08:00:00.000+00:00") -> Act:
    """An act as a store would have made it."""
    return Act(tuple(replace(change, at=at) for change in changes), name, at, run="r1")


def wrong_lines() -> list[str]:
    """Lines of JSON, or nearly, that are no acts."""
    good = {"step": 1, **record_of(act(star(1)))}
    papers = [["p", ""]]
    wrong_changes: list[object] = [
        [{}], [1], [None], 7, [[]], [["star", "", "", "true"]], [["star", "", "", "true", 7]],
        [["star", "", "", "true", [["p"]]]], [["star", "", "", "true", ["p"]]],
        [["colour", "", "", "true", papers]], [["star", "", "", "tomorrow", papers]],
        [["star", "", "", True, papers]], [["status", "", "", "maybe", papers]],
        [["list", "l", "", "x", papers]], [["tag", "", "", "true", papers]],
        [["star", "", "", "true", [["\ud800", ""]]]],
    ]  # fmt: skip
    records = [{**good, "changes": wrong} for wrong in wrong_changes]
    records += [{**good, "at": "soon"}, {**good, "kind": "redone"}, {**good, "act": "\x1b[2J"}]
    records += [{name: good[name] for name in good if name != gone} for gone in ("act", "at")]
    broken = ["[]", "{}", "null", "1", '"saved"', "[" * 9999, '{"step":Infinity}', "{", "\x00"]
    return [*broken, *map(json.dumps, records)]


def opened(folder: Path) -> AnnotationStore:
    """A store on the folder's file, opened."""
    store = AnnotationStore(folder / "annotations.yaml", folder / "state")
    store.open()
    return store


def is_well(store: AnnotationStore) -> bool:
    """Whether the store has nothing to complain of, asked anew each time."""
    return store.problem is None


def kill(store: AnnotationStore) -> None:
    """What the death of a process does to its store: its locks are free, nothing is saved."""
    assert store._journal is not None
    os.close(store._journal._descriptor)
    for bequest in store._bequests:
        bequest.release()


def write_by_hand(folder: Path, content: bytes | str) -> Path:
    """Put a file there as an editor would have some time ago."""
    path = folder / "annotations.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def of_papers(numbers: range) -> str:
    """A whole file as paperread writes it, with a star, a mark or a note on each paper."""
    return render(
        Holdings(
            {
                paper(number): Annotation(
                    title=f"Title {number}: on “things”",
                    star="true" if number % 3 == 0 else "",
                    status="read" if number % 3 == 1 else "",
                    note=f"first line of {number}\n\nlast line" if number % 3 == 2 else "",
                )
                for number in numbers
            }
        )
    )


def with_everything(numbers: range) -> str:
    """A whole file with tags, statuses, reading lists and searches as well."""
    papers = {
        paper(number): Annotation(
            title=f"Title {number}",
            star=("", "true", "2026-10-05")[number % 3],
            status=("", "to read", "reading", "done")[number % 4],
            tags=(("rag", "survey"), ())[number % 2],
            lists=((("to read", Decimal(number)), ("train", Decimal("2.5"))), ())[number % 2],
            note=f"about {number}\nat length" if number % 5 == 0 else "",
        )
        for number in numbers
    }
    lists = {"train": ReadingList("2026-10-05", "short ones"), "empty": ReadingList("2026-10-06")}
    return render(Holdings(papers, lists, {"new": SavedSearch("is:unread rag")}))
