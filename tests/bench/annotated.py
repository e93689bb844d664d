"""Many annotated papers, as a reader has them after years: the file, and a stage with it."""

import os
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench.stage import Stage
from tui_reader.annotation import STATUSES, Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.annotations.rendering import render
from tui_reader.annotations.store import AnnotationStore
from tui_reader.papers import Paper, PaperId

COUNT = 10_000
TAGS = ("baseline", "diffusion", "GNN", "rag", "survey", "theory", "to cite", "vision")
LISTS = ("thesis", "to read", "train")


class Annotated(Stage):
    """The papers and the index of another stage, with annotations of its own."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.home / "annotated", stage.papers)
        self._stage = stage
        self.home.mkdir(exist_ok=True)

    def build_ours(self) -> None:
        """Build our index, unless it is there."""
        self._stage.build_ours()

    @property
    def file(self) -> Path:
        """The annotations file."""
        return self.home / "annotations.yaml"

    @property
    def store(self) -> AnnotationStore:
        """A store on it, still to be opened."""
        return AnnotationStore(self.file, self.home / "state")

    def write(self) -> list[Paper]:
        """Write the file anew; returns its papers."""
        with self.library() as library:
            snapshot = library.snapshot
            papers = [snapshot.paper(number) for number in range(min(COUNT, snapshot.count))]
        missing = range(len(papers), COUNT)
        papers += [Paper(PaperId(f"arxiv:1001.{n:05}"), f"Title {n}") for n in missing]
        self.file.write_text(render(annotations_of(papers)), encoding="utf-8")
        os.utime(self.file, (1_700_000_000, 1_700_000_000))  # nobody is just writing it
        return papers


def annotations_of(papers: list[Paper]) -> Holdings:
    """A mark on each of them, tags and lists on many, and a note of three lines on every third."""
    chance = Random(7)
    said = {}
    for number, paper in enumerate(papers):
        words = [*paper.title.split(), "and", "so", "on"]
        note = "\n".join(" ".join(islice(iter(words), 12)) for _ in range(3))
        said[paper.id] = Annotation(
            paper.title,
            chance.choice(("", "", "2026-03-02", "2026-10-05", "true")),
            chance.choice(STATUSES[1:]),
            tuple(sorted(chance.sample(TAGS, chance.randrange(4)), key=str.casefold)),
            tuple((name, Decimal(number)) for name in LISTS if chance.random() < 0.2),
            note if number % 3 == 0 else "",
        )
    lists = {name: ReadingList("2026-01-01", f"for {name}") for name in LISTS}
    return Holdings(said, lists, {"new": SavedSearch("is:unread rag")})
