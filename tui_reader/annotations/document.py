"""What an annotations file holds, as values; nothing here knows YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from tui_reader.annotation import Annotation, Holdings, ReadingList, SavedSearch
from tui_reader.errors import PaperReadError, Problem
from tui_reader.papers import PaperId

VERSION = "1"
SENTINEL = "# end of paperread file"
"""The last line of a whole file: where it is missing, the file may be cut short."""

SectionName = Literal["papers", "lists", "searches"]
SECTIONS: tuple[SectionName, ...] = ("papers", "lists", "searches")
"""The parts of a file that hold one block for each name, in the order they are written."""

Entry = Annotation | ReadingList | SavedSearch
"""What stands in a block."""


class Plain(str):
    """Text that stood without quotes in the file; so `5` stays a number for other programs."""

    __slots__ = ()


class Span(NamedTuple):
    """Where one block lies in the text, in characters."""

    start: int
    """First character of its name."""
    end: int
    """One past the last character of its last value."""


@dataclass(frozen=True, slots=True)
class Section:
    """Where a part of the file lies."""

    head: int
    """One past the word that names it."""
    spans: Mapping[str, Span]
    """Where each block lies, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Document:
    """One reading of an annotations file."""

    holdings: Holdings = field(default_factory=Holdings)
    extra: tuple[tuple[str, object], ...] = ()
    """Unknown top-level fields in their order: text, lists and mappings of text."""
    text: str = ""
    """The file's text, without a byte order mark."""
    sections: Mapping[SectionName, Section] = field(default_factory=dict)
    """Those parts that the text has."""

    @property
    def papers(self) -> Mapping[PaperId, Annotation]:
        """What is said of papers."""
        return self.holdings.papers

    @property
    def is_ended(self) -> bool:
        """Whether the last line says that the file is whole."""
        place = self.text.rfind(SENTINEL)
        before = self.text[self.text.rfind("\n", 0, place) + 1 : place]
        return place >= 0 and not before.strip() and not self.text[place + len(SENTINEL) :].strip()

    @property
    def weight(self) -> int:
        """How many papers have something of the reader's on them."""
        return sum(not annotation.is_blank for annotation in self.papers.values())


def entries(holdings: Holdings, section: SectionName) -> Mapping[str, Entry]:
    """The blocks of one part of a file, by name."""
    found: Mapping[Any, Entry] = holdings.papers
    if section != "papers":
        found = holdings.lists if section == "lists" else holdings.searches
    return found


class UnintelligibleError(PaperReadError):
    """A file cannot be understood, so it must not be written over."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
        """What is wrong, and on which line."""
