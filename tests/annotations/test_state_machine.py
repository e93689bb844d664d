"""Any order of acts, saves, kills, edits by hand and damage ends with everything kept."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.annotations.material import (
    BAD_FILES,
    begun,
    kill,
    listed,
    note,
    opened,
    paper,
    read,
    searched,
    star,
    tag,
    write_by_hand,
)
from tui_reader.annotation import BLANK, Change
from tui_reader.annotations.changing import with_changes
from tui_reader.annotations.rendering import render
from tui_reader.annotations.store import AnnotationStore
from tui_reader.annotations.yaml_file import parse

NUMBERS = st.integers(0, 4)
COPIES = st.integers(0, 1)
FLAGS = st.sampled_from([star, read])
WORDS = st.sampled_from(["one", "two\nlines", "three"])
NAMES = st.sampled_from(["rag", "to read", "no"])
RANKS = st.sampled_from(["1", "2", "2.5"])


class TwoCopies(RuleBasedStateMachine):
    """Two copies of the program on one file; most is only set, so the model is what was set.

    Tags of a copy's own papers are taken away, too: the model knows how each was left.
    """

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "annotations.yaml"
        self.stores: list[AnnotationStore] = [opened(self.folder), opened(self.folder)]
        self.expected: set[tuple[int, str, str]] = set()
        self.own: dict[int, bool] = {}
        self.acts: list[str] = []
        self.lists: set[str] = set()
        self.searches: dict[str, str] = {}
        self.damaged: bytes | None = None
        self.good = b""

    def do(self, copy: int, *changes: Change, undone: str = "") -> str:
        act = self.stores[copy].apply(changes, "undo" if undone else "do", undone)
        self.acts.append(act.id)
        return act.id

    def now(self, copy: int, number: int, field: str, name: str = "") -> str:
        said = self.stores[copy].annotations.get(paper(number), BLANK)
        return said.value(field, name)  # type: ignore[arg-type] # the rules name fields

    @rule(copy=COPIES, number=NUMBERS, flag=FLAGS)
    def mark(self, copy: int, number: int, flag: object) -> None:
        change = star(number) if flag is star else read(number)
        self.do(copy, change)
        self.expected.add((number, change.field, ""))

    @rule(copy=COPIES, number=NUMBERS, word=WORDS)
    def write(self, copy: int, number: int, word: str) -> None:
        old = self.now(copy, number, "note")
        if word not in old:
            self.do(copy, note(number, f"{old}\n{word}", old=old))
        self.expected.add((number, "note", word))

    @rule(copy=COPIES, numbers=st.sets(NUMBERS, min_size=1), name=NAMES)
    def tag_several(self, copy: int, numbers: set[int], name: str) -> None:
        self.do(copy, *(tag(number, name) for number in numbers))
        self.expected |= {(number, "tag", name) for number in numbers}

    @rule(copy=COPIES, number=NUMBERS, name=NAMES, rank=RANKS)
    def place(self, copy: int, number: int, name: str, rank: str) -> None:
        old = self.now(copy, number, "list", name)
        self.do(copy, begun(name), listed(number, name, rank, old=old))
        self.expected.add((number, "list", name))
        self.lists.add(name)

    @rule(copy=COPIES, name=NAMES)
    def keep_search(self, copy: int, name: str) -> None:
        self.do(copy, searched(name, f"tag:{name}"))
        self.searches[name] = f"tag:{name}"

    @rule(copy=COPIES, number=NUMBERS, is_undone=st.booleans())
    def tag_and_take_back(self, copy: int, number: int, is_undone: bool) -> None:
        own = 20 + 10 * copy + number
        act = self.do(copy, tag(own, "own"))
        if is_undone:
            self.do(copy, tag(own, "own", new=False), undone=act)
        self.own[own] = not is_undone

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
        holdings = parse(self.content(), "").holdings
        if paper(number) not in holdings.papers:
            write_by_hand(self.folder, render(with_changes(holdings, [star(number)])))
            self.expected.add((number, "star", ""))

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
        holdings = parse(self.content(), "").holdings
        for number, field, name in self.expected:
            value = holdings.papers[paper(number)].value(field, name)  # type: ignore[arg-type] # as above
            assert name in value if field in {"note", "tag"} else value, (number, field, name)
        for number, is_tagged in self.own.items():
            said = holdings.papers.get(paper(number), BLANK)
            assert bool(said.value("tag", "own")) == is_tagged, number
        assert self.lists <= holdings.lists.keys()
        assert self.searches == {name: kept.query for name, kept in holdings.searches.items()}
        later = opened(self.folder)
        assert set(self.acts) <= {act.id for act in later.acts()}
        later.close()
        shutil.rmtree(self.folder)


TwoCopies.TestCase.settings = settings(deadline=None, max_examples=60, stateful_step_count=30)
TestTwoCopies = TwoCopies.TestCase
