"""Any order of changes, saves, kills, edits by hand and damage ends with everything kept."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.annotations.material import (
    BAD_FILES,
    kill,
    note,
    opened,
    paper,
    read,
    star,
    write_by_hand,
)
from tui_reader.annotation import BLANK
from tui_reader.annotations.rendering import render
from tui_reader.annotations.store import AnnotationStore
from tui_reader.annotations.yaml_file import parse

NUMBERS = st.integers(0, 4)
COPIES = st.integers(0, 1)
FLAGS = st.sampled_from([star, read])
WORDS = st.sampled_from(["one", "two\nlines", "three"])


class TwoCopies(RuleBasedStateMachine):
    """Two copies of the program on one file; marks are only set, so the model is what was set."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "annotations.yaml"
        self.stores: list[AnnotationStore] = [opened(self.folder), opened(self.folder)]
        self.expected: set[tuple[int, str]] = set()
        self.damaged: bytes | None = None
        self.good = b""

    @rule(copy=COPIES, number=NUMBERS, flag=FLAGS)
    def mark(self, copy: int, number: int, flag: object) -> None:
        change = star(number) if flag is star else read(number)
        self.stores[copy].apply([change])
        self.expected.add((number, change.field))

    @rule(copy=COPIES, number=NUMBERS, word=WORDS)
    def write(self, copy: int, number: int, word: str) -> None:
        before = self.stores[copy].annotations
        old = before[paper(number)].note if paper(number) in before else ""
        if word not in old:
            self.stores[copy].apply([note(number, f"{old}\n{word}", old=old)])
        self.expected.add((number, word))

    @rule(copy=COPIES)
    def save(self, copy: int) -> None:
        store = self.stores[copy]
        is_saved = store.save()
        assert is_saved == (store.unsaved == "")
        assert is_saved or self.damaged is not None

    @rule(copy=COPIES)
    def refresh(self, copy: int) -> None:
        self.stores[copy].refresh()

    @rule(copy=COPIES, is_killed=st.booleans())
    def restart(self, copy: int, is_killed: bool) -> None:
        if is_killed:
            kill(self.stores[copy])
        else:
            self.stores[copy].close()
        self.stores[copy] = opened(self.folder)

    @precondition(lambda self: self.damaged is None)
    @rule(number=st.integers(10, 14))
    def edit_by_hand(self, number: int) -> None:
        papers = dict(parse(self.content(), "").papers)
        change = star(number)
        if change.id not in papers:
            papers[change.id] = change.applied_to(papers.get(change.id) or BLANK)
            write_by_hand(self.folder, render(papers))
            self.expected.add((number, "starred"))

    @precondition(lambda self: self.damaged is None)
    @rule(name=st.sampled_from(sorted(BAD_FILES)))
    def damage(self, name: str) -> None:
        self.good = self.content()
        self.damaged = BAD_FILES[name]
        write_by_hand(self.folder, self.damaged)

    @precondition(lambda self: self.damaged is not None)
    @rule()
    def repair(self) -> None:
        self.damaged = None
        write_by_hand(self.folder, self.good)

    def content(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    @invariant()
    def a_damaged_file_is_left_alone(self) -> None:
        if getattr(self, "damaged", None) is not None:
            assert self.content() == self.damaged

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        if self.damaged is not None:
            self.repair()
        for store in self.stores:
            store.close()
        papers = parse(self.content(), "").papers
        for number, what in self.expected:
            entry = papers[paper(number)]
            is_kept = getattr(entry, what) if what in {"starred", "read"} else what in entry.note
            assert is_kept, (number, what)
        shutil.rmtree(self.folder)


TwoCopies.TestCase.settings = settings(deadline=None, max_examples=60, stateful_step_count=30)
TestTwoCopies = TwoCopies.TestCase
