"""Files and texts that have hurt such stores, and the few words the tests share."""

import os
from pathlib import Path

from tui_reader.annotation import Annotation, Change
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
    return Change(paper(number), f"Title {number}", "starred", not new, new)


def read(number: int, new: bool = True) -> Change:
    return Change(paper(number), f"Title {number}", "read", not new, new)


def note(number: int, new: str, old: str = "") -> Change:
    return Change(paper(number), f"Title {number}", "note", old, new)


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
        {
            paper(number): Annotation(
                title=f"Title {number}: on “things”",
                starred=number % 3 == 0,
                read=number % 3 == 1,
                note=f"first line of {number}\n\nlast line" if number % 3 == 2 else "",
            )
            for number in numbers
        }
    )
