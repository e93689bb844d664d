"""One searched field on disk beside the Whoosh index: its words, lengths and reading order."""

from pathlib import Path

import numpy as np

from tui_reader.queries.tree import Field
from tui_reader.search.inversion import Floats, Ints, InvertedField, Lexicon
from tui_reader.search.postings import Stream, rounded_lengths, stream_starts


def write_field(folder: Path, name: Field, field: InvertedField) -> None:
    """Write what Whoosh does not keep of a field into a generation's folder."""
    lexicon = field.lexicon
    (folder / f"{name}.words").write_text("\n".join(lexicon.words), encoding="utf-8")
    (folder / f"{name}.terms").write_text("\n".join(lexicon.terms), encoding="utf-8")
    np.savez(
        folder / f"{name}.npz",
        word_terms=lexicon.word_terms,
        word_counts=lexicon.word_counts,
        lengths=field.lengths,
        stream=field.stream,
    )


class FieldFiles:
    """Lexicons, lengths and streams of a generation, read when a query first needs them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._arrays: dict[tuple[Field, str], Ints] = {}
        self._lexicons: dict[Field, Lexicon] = {}
        self._streams: dict[Field, Stream] = {}

    def _array(self, field: Field, part: str) -> Ints:
        if (field, part) not in self._arrays:
            with np.load(self._folder / f"{field}.npz", allow_pickle=False) as kept:
                self._arrays[field, part] = kept[part]
        return self._arrays[field, part]

    def _lines(self, field: Field, part: str) -> list[str]:
        text = (self._folder / f"{field}.{part}").read_text(encoding="utf-8")
        return text.split("\n") if text else []

    def lexicon(self, field: Field) -> Lexicon:
        """The field's words and terms."""
        if field not in self._lexicons:
            self._lexicons[field] = Lexicon(
                self._lines(field, "terms"),
                self._lines(field, "words"),
                self._array(field, "word_terms"),
                self._array(field, "word_counts"),
            )
        return self._lexicons[field]

    def lengths(self, field: Field) -> Floats:
        """Shape (N,): the field's length in each paper, rounded as Whoosh rounds it."""
        return rounded_lengths(self._array(field, "lengths"))

    def stream(self, field: Field) -> Stream:
        """The field's terms in reading order."""
        if field not in self._streams:
            starts = stream_starts(self._array(field, "lengths"))
            self._streams[field] = Stream(starts, self._array(field, "stream"))
        return self._streams[field]
