"""At which place of each reading list a paper stands."""

from collections.abc import Mapping

from tui_reader.annotation import Holdings
from tui_reader.library.marks import annotation_of
from tui_reader.library.ranks import ranked
from tui_reader.papers import Paper, PaperId


class ListPlaces:
    """The places in all reading lists, each list being numbered when it is first asked for."""

    def __init__(self, holdings: Holdings) -> None:
        self._papers = holdings.papers
        self._numbered: dict[str, Mapping[PaperId, int]] = {}

    def of(self, paper: Paper) -> dict[str, int]:
        """The lists a paper is in, and its place in each, counted from 1."""
        names = [name for name, _ in annotation_of(paper, self._papers).lists]
        return {
            name: min(numbers[each] for each in paper.names if each in numbers)
            for name in names
            if (numbers := self._in(name))
        }

    def _in(self, name: str) -> Mapping[PaperId, int]:
        if name not in self._numbered:
            order = ranked(self._papers, name)
            self._numbered[name] = {paper: place for place, (_, paper) in enumerate(order, start=1)}
        return self._numbered[name]
