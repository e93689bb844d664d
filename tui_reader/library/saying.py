"""What the reader said as numbers of a snapshot's papers, made anew when either changes."""

from typing import TYPE_CHECKING

from tui_reader.library.marks import Annotations
from tui_reader.library.snapshot import Searchable

if TYPE_CHECKING:
    from tui_reader.search.said import Said


class Saying:
    """Remembers the last answer. Belongs to one thread at a time."""

    def __init__(self) -> None:
        self._last: tuple[Searchable, Annotations, Said] | None = None

    def of(self, corpus: Searchable, annotations: Annotations) -> "Said":
        """What the annotations say of the papers of a corpus."""
        if self._last is not None:
            before, said_of, said = self._last
            if before is corpus and said_of is annotations:
                return said
        said = corpus.said(annotations)
        self._last = corpus, annotations, said
        return said
