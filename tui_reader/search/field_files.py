"""One searched field on disk beside the Whoosh index: its words, lengths and reading order."""

from pathlib import Path

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.array_file import ArrayFile, write_arrays
from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.inversion import InvertedField
from tui_reader.search.lexicon import Lexicon, SortedStrings
from tui_reader.search.positions import PositionFile, write_positions
from tui_reader.search.postings import rounded_lengths


def write_field(folder: Path, name: Field, field: InvertedField) -> None:
    """Write what Whoosh does not keep of a field into a generation's folder."""
    lexicon = field.lexicon
    (folder / f"{name}.words").write_bytes(lexicon.sorted_words.lines)
    (folder / f"{name}.terms").write_bytes(lexicon.sorted_terms.lines)
    write_arrays(
        folder / f"{name}.npz",
        rising=("runs",),
        word_terms=lexicon.word_terms,
        word_counts=lexicon.word_counts,
        lengths=field.lengths,
        runs=write_positions(folder / f"{name}.positions", field.places, field.runs),
    )


class FieldFiles:
    """Lexicons, lengths and streams of a generation, read when a query first needs them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arrays: dict[tuple[Field, str], Ints] = {}
        self._lexicons: dict[Field, Lexicon] = {}
        self._positions: dict[Field, PositionFile] = {}

    def _file(self, field: Field) -> ArrayFile:
        return ArrayFile(self._folder / f"{field}.npz")

    def _array(self, field: Field, part: str) -> Ints:
        if (field, part) not in self._arrays:
            self._arrays[field, part] = self._file(field).array(part, np.int32)
        return self._arrays[field, part]

    def _strings(self, field: Field, part: str) -> SortedStrings:
        return SortedStrings((self._folder / f"{field}.{part}").read_bytes())

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""
        if field not in self._lexicons:
            self._lexicons[field] = Lexicon(
                self._strings(field, "words"),
                self._strings(field, "terms"),
                self._array(field, "word_terms"),
                self._array(field, "word_counts"),
            )
        return self._lexicons[field]

    def lengths(self, field: Field) -> Floats:
        """Shape (N,): the field's length in each paper, rounded as Whoosh rounds it."""
        return rounded_lengths(self._array(field, "lengths"))

    def positions(self, field: Field) -> PositionFile:
        """Where the field's words stand."""
        if field not in self._positions:
            runs = self._file(field).rising("runs")
            self._positions[field] = PositionFile(
                self._folder / f"{field}.positions", runs, self._array(field, "lengths")
            )
        return self._positions[field]
