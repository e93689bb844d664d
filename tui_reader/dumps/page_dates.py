"""The days of a captured page: printed without a year, which its addresses or header may give."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from tui_reader.dumps import fields
from tui_reader.dumps.daily_lines import full_date

_IN_ADDRESS = re.compile(r"/papers(?:/date/|\?(?:[^#\s]*&)?date=)(\d{4}-\d\d-\d\d)")
_RETRIEVED = re.compile(
    r"(?:retrieved|fetched|captured|accessed|saved|date)(?:[ _-]?at)?"
    r"\s*:\s*[\"']?(\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_NEAR = timedelta(days=7)


class PageDates:
    """What a page says about years."""

    def __init__(self, header: str, text: str) -> None:
        self._linked = [day for found in _IN_ADDRESS.findall(text) if (day := fields.day(found))]
        retrieved = _RETRIEVED.search(header)
        self.retrieved = fields.day(retrieved[1]) if retrieved else ""
        """The day the page was saved, if its header says so."""

    def day(self, printed: str) -> str:
        """The list's day as `YYYY-MM-DD` where the year is known, else as printed.

        A list's neighbours, which it links to, are at most a few days away from it.
        """
        if not printed or (known := full_date(printed)):
            return printed and known
        for year in {linked[:4] for linked in self._linked}:
            for candidate in _around(int(year), printed):
                if _is_near(candidate, self._linked):
                    return candidate
        return full_date(printed, self.retrieved) or printed


def _around(year: int, printed: str) -> Iterable[str]:
    days = (fields.day(f"{printed}, {year + more}") for more in (0, -1, 1))
    return (day for day in days if day)


def _is_near(day: str, linked: Iterable[str]) -> bool:
    here = date.fromisoformat(day)
    return any(abs(date.fromisoformat(other) - here) <= _NEAR for other in linked)
