"""What is known of every paper beside its words: dates, addresses, names, where it was seen."""

from dataclasses import dataclass

import numpy as np

from tui_reader.papers import PaperId, arxiv_id, doi
from tui_reader.queries.tree import State
from tui_reader.search.arrays import Ints, Mask
from tui_reader.search.columns import HAS_CODE, HAS_PDF, Columns
from tui_reader.search.ids import Ids
from tui_reader.search.label_sets import LabelSets
from tui_reader.search.names import Naming
from tui_reader.search.newest import newest


@dataclass(frozen=True)
class Facts:
    """Everything a filter of a query looks at."""

    columns: Columns
    names: Naming
    labels: LabelSets
    ids: Ids

    def having(self, state: State) -> Mask:
        """Papers in a state that the dumps tell: `code`, `pdf`, `new`."""
        if state == "new":
            return newest(self.labels)
        return self.columns.with_flag(HAS_CODE if state == "code" else HAS_PDF)

    def seen(self, text: str) -> Mask:
        """Papers of a dump whose name holds a text, or of a list of that day."""
        dumps, days = self.labels.dumps, self.labels.days
        return dumps.papers(dumps.find(text)) | days.papers(days.find(text))

    def known_as(self, text: str) -> Ints:
        """The paper whose arXiv id or DOI a word is, if it is one."""
        names = [f"arxiv:{arxiv_id(text)}", f"doi:{doi(text)}"]
        found = [self.names.number(PaperId(name)) for name in names if name[-1] != ":"]
        return np.array([number for number in found if number >= 0], dtype=np.int32)

    def named(self, text: str, *, prefix: bool) -> Ints:
        """The papers whose arXiv id, DOI or own id is the text, or begins so."""
        if prefix:
            return self.ids.beginning(text)
        number = self.names.number(PaperId(text.lower()))
        own = np.array([number] if number >= 0 else [], dtype=np.int32)
        return np.concatenate([own, self.known_as(text)])
