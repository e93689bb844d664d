"""By what papers are sorted: one key for each, the smallest first."""

import numpy as np

from tui_reader.search.arrays import Floats, Ints
from tui_reader.search.columns import Columns
from tui_reader.search.ranking import Keys, Ranking
from tui_reader.sorting import Order

STEPS = np.float32(1e4)
"""Scores are told apart to one part of this: float32 sums are noisy behind it."""


def ranking(docs: Ints, scores: Floats | None, columns: Columns, order: Order) -> Ranking:
    """Papers in order; equal keys keep the order of the dumps, or its reverse.

    Args:
        docs: paper numbers, rising.
        scores: of these papers; None where nothing ranks.
    """
    keys = _keys(docs, scores, columns, order)
    return Ranking(docs, keys, reverse=order.reverse)


def _keys(docs: Ints, scores: Floats | None, columns: Columns, order: Order) -> Keys | None:
    match order.key:
        case "relevance" if scores is not None:
            return -np.round(scores * STEPS).astype(np.int32)
        case "date":
            return -columns.first_day[docs]
        case "title":
            return columns.title_rank[docs]
        case "upvotes":
            return -columns.upvotes[docs]
    return None
