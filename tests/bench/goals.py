"""What is wanted of each figure; here and nowhere else."""

from tests.bench.table import Goal

MANY = 100_000
"""Papers up to which the goals of a large library hold; above are those of a very large one."""

BUILD = Goal(5000.0, "least", "value")
"""Papers a second."""
WARM_MEDIAN = Goal(2.0)
WARM_P95 = Goal(1.0)
"""Beside FTS5's, of the queries both can answer, asked before."""
EXACT = Goal(0.95, "least", "value")
"""Known items found by three words of their title."""
MISTYPED = Goal(0.88, "least", "value")
ADDED = Goal(1.0, "most", "value")
"""Seconds until a day's dump can be searched."""
TYPED = Goal(0.05, "most", "value")
BLOCKED = Goal(0.016, "most", "value")
"""Seconds that the event loop may be kept waiting."""
STEP = Goal(600.0, "most", "value")
"""Bytes for a step in the list."""
DETAIL = Goal(0.016, "most", "value")
FILE = Goal(1.0, "most", "value")
"""Seconds to read the annotations of many papers, or to save a change of one."""
BULK = Goal(0.2, "most", "value")
"""Seconds to mark 500 papers, or to take that back."""
KEPT = Goal(0.016, "most", "value")
"""Seconds from a key to what it changes."""
START = Goal(1.3)
"""Beside a bare Textual app with one list."""


def disk(papers: int) -> Goal:
    """Bytes beside the texts: a thousand for each paper of a large library."""
    return Goal(1000.0 * max(papers, MANY), "most", "value")


def warm(papers: int) -> Goal:
    """Seconds: of a large library for the worst query, of a very large one for 95 of 100."""
    return Goal(0.05 if papers <= MANY else 0.1, "most", "value")


def cold(papers: int) -> Goal:
    """Seconds for 95 of 100 queries when they are asked first."""
    return Goal(0.06 if papers <= MANY else 0.3, "most", "value")


def memory(papers: int) -> Goal:
    """Bytes resident after some searches."""
    return Goal(250e6 if papers <= MANY else 900e6, "most", "value")
