"""Annotations turned into numbers of one generation's papers, over and over as they change."""

from collections.abc import Mapping

from tui_reader.annotation import Annotation
from tui_reader.papers import PaperId
from tui_reader.search.names import Naming
from tui_reader.search.notes import NotePostings
from tui_reader.search.said import Said, Told


class Saying:
    """Keeps what the next change leaves as it is: where papers are, and the words of the notes."""

    def __init__(self, names: Naming, size: int) -> None:
        """`size`: how many paper numbers there are."""
        self._names = names
        self._size = size
        self._numbers: dict[PaperId, list[int]] = {}
        self._texts: dict[int, str] = {}
        self._notes = NotePostings(size, {})

    def of(self, papers: Mapping[PaperId, Annotation]) -> Said:
        """What annotations say; of papers that are not here, nothing."""
        self._look_up([name for name in papers if name not in self._numbers])
        told: list[Told] = [
            (number, name, said) for name, said in papers.items() for number in self._numbers[name]
        ]
        return Said(self._size, told, self._noted(told))

    def _look_up(self, names: list[PaperId]) -> None:
        if not names:
            return
        self._numbers.update((name, []) for name in names)
        places, numbers = self._names.named(names)
        for place, number in zip(places.tolist(), numbers.tolist(), strict=True):
            self._numbers[names[place]].append(number)

    def _noted(self, told: list[Told]) -> NotePostings:
        """The posting lists of the notes, made anew only where a note changed."""
        texts: dict[int, str] = {}
        for number, _, said in told:
            if said.note:
                known = texts.get(number)
                texts[number] = said.note if known is None else f"{known}\n{said.note}"
        if texts != self._texts:
            self._texts, self._notes = texts, NotePostings(self._size, texts)
        return self._notes
