"""The kinds of labels papers have, in memory or in a generation's folder, read when asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import numpy as np

from tui_reader.papers import Paper
from tui_reader.search.array_file import ArrayFile, write_arrays
from tui_reader.search.labels import LabelBuilder, LabelNames, Labels

Kind = Literal["venues", "keywords", "dumps", "days"]

_NAMES_OF: Mapping[Kind, Callable[[Paper], Iterable[str]]] = MappingProxyType(
    {
        "venues": lambda paper: (paper.venue,),
        "keywords": lambda paper: (*paper.keywords, *paper.categories),
        "dumps": lambda paper: (sighting.dump for sighting in paper.seen),
        "days": lambda paper: (sighting.day for sighting in paper.seen),
    }
)


def labels_of(papers: Sequence[Paper], kind: Kind) -> Labels:
    """The labels of some papers."""
    builder = LabelBuilder()
    for paper in papers:
        builder.add(_NAMES_OF[kind](paper))
    return builder.labels()


class LabelSets:
    """The labels of one generation, each kind read or made when it is first asked for."""

    def __init__(self, labels: Callable[[Kind], Labels]) -> None:
        self._labels = labels

    def kind(self, kind: Kind) -> Labels:
        """The labels of one kind."""
        labels: Labels = getattr(self, kind)
        return labels

    @cached_property
    def venues(self) -> Labels:
        """Where the papers were published."""
        return self._labels("venues")

    @cached_property
    def keywords(self) -> Labels:
        """Keywords and arXiv categories."""
        return self._labels("keywords")

    @cached_property
    def dumps(self) -> Labels:
        """Names of the dumps the papers were seen in, in the order of sighting."""
        return self._labels("dumps")

    @cached_property
    def days(self) -> Labels:
        """Days of the lists they were seen in, as printed there, in the order of sighting."""
        return self._labels("days")


class LabelSetsBuilder:
    """Takes papers one by one and writes their labels of every kind."""

    def __init__(self) -> None:
        self._builders = {kind: LabelBuilder() for kind in _NAMES_OF}

    def add(self, paper: Paper) -> None:
        """Take in the next paper."""
        for kind, builder in self._builders.items():
            builder.add(_NAMES_OF[kind](paper))

    def write(self, folder: Path) -> None:
        """Write the labels of everything taken in. Raises OSError where that cannot be done."""
        for kind, builder in self._builders.items():
            labels = builder.labels()
            write_arrays(
                _file(folder, kind),
                rising=("names", "starts"),
                text=labels.names.text,
                names=labels.names.starts,
                starts=labels.starts,
                codes=labels.codes,
            )


def labels_in(folder: Path) -> LabelSets:
    """The labels of a generation; asking for some raises what a damaged file makes of it."""

    def read(kind: Kind) -> Labels:
        file = ArrayFile(_file(folder, kind))
        names = LabelNames(file.array("text", np.uint8), file.rising("names"))
        return Labels(names, file.rising("starts"), file.array("codes", np.int32))

    return LabelSets(read)


def _file(folder: Path, kind: Kind) -> Path:
    return folder / f"labels.{kind}.npz"


def labels_in_memory(papers: Sequence[Paper]) -> LabelSets:
    """The labels of papers, made from them when asked for."""
    return LabelSets(lambda kind: labels_of(papers, kind))
