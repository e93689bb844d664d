"""Which papers hold given terms side by side, by the stream of their terms."""

import numpy as np

from tui_reader.search.inversion import Ints
from tui_reader.search.postings import Stream


def side_by_side(stream: Stream, docs: Ints, choices: list[Ints]) -> Ints:
    """Those of `docs` where, at some place, each term is one of the choices for it in turn.

    Args:
        stream: the field's terms in reading order.
        docs: shape (D,), rising paper numbers to look at.
        choices: for each place of the phrase the numbers of the terms allowed there.
    """
    starts, ends = stream.starts[docs], stream.starts[docs + 1]
    sizes = ends - starts
    total = int(sizes.sum())
    if not total:
        return docs[:0]
    # All candidate papers' terms in one row, with the paper each belongs to.
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
    row = stream.terms[np.arange(total) + offsets]
    owner = np.repeat(np.arange(len(docs), dtype=np.int32), sizes)
    here = np.flatnonzero(np.isin(row, choices[0]))
    for step, allowed in enumerate(choices[1:], start=1):
        here = here[here + step < total]
        here = here[owner[here + step] == owner[here]]
        here = here[np.isin(row[here + step], allowed)]
    return docs[np.unique(owner[here])]
