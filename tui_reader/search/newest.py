"""Which papers the newest list brought."""

import re

from tui_reader.search.arrays import Mask
from tui_reader.search.label_sets import LabelSets

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def newest(labels: LabelSets) -> Mask:
    """The papers first seen on the latest day of any list, else in the last dump. Shape (N,)."""
    days = labels.days
    dated = [(name, code) for code, name in enumerate(days.names) if _DAY.fullmatch(name)]
    if dated:
        latest: Mask = days.first_codes() == max(dated)[1]
        return latest
    dumps = labels.dumps
    last = len(dumps.names) - 1  # labels are numbered as they were met
    first: Mask = dumps.first_codes() == (last if last >= 0 else -2)
    return first
