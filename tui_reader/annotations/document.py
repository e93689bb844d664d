"""What an annotations file holds, as values; nothing here knows YAML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_reader.annotation import Annotation
from tui_reader.errors import PaperReadError, Problem
from tui_reader.papers import PaperId

VERSION = "1"
SENTINEL = "# end of paperread file"
"""The last line of a whole file: where it is missing, the file may be cut short."""


class Plain(str):
    """Text that stood without quotes in the file; so `5` stays a number for other programs."""

    __slots__ = ()


class Span(NamedTuple):
    """Where one paper lies in the text, in characters."""

    start: int
    """First character of its id."""
    end: int
    """One past the last character of its last value."""


@dataclass(frozen=True, slots=True)
class Document:
    """One reading of an annotations file."""

    papers: Mapping[PaperId, Annotation] = field(default_factory=dict)
    extra: tuple[tuple[str, object], ...] = ()
    """Unknown top-level fields in their order: text, lists and mappings of text."""
    text: str = ""
    """The file's text, without a byte order mark."""
    spans: Mapping[PaperId, Span] = field(default_factory=dict)
    """Where each paper lies in the text, in the order of the file."""
    papers_end: int = -1
    """One past the word `papers` in the text; -1 where there is none."""

    @property
    def is_ended(self) -> bool:
        """Whether the last line says that the file is whole."""
        return self.text.rstrip().rpartition("\n")[2].strip() == SENTINEL

    @property
    def weight(self) -> int:
        """How many papers have something of the reader's on them."""
        return sum(not annotation.is_blank for annotation in self.papers.values())


class UnintelligibleError(PaperReadError):
    """A file cannot be understood, so it must not be written over."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
        """What is wrong, and on which line."""
