"""The table of formats: what each is called, and the module that writes it."""

from collections.abc import Iterator, Mapping
from typing import Protocol, cast

from tui_reader.exports.entries import Entries
from tui_reader.later import LaterModule


class Format(Protocol):
    """A way to write papers."""

    def write(self, entries: Entries) -> Iterator[str]:
        """The whole text piece by piece, hardly more than a paper at a time.

        It ends with a line break and can be encoded as UTF-8, whatever the papers hold. The same
        papers in the same order always make the same text.
        """


def _module(name: str) -> Format:
    return cast("Format", LaterModule(f"tui_reader.exports.{name}"))


FORMATS: Mapping[str, Format] = {
    "bibtex": _module("bibtex"),
    "ris": _module("ris"),
    "csl": _module("csl_json"),
    "markdown": _module("markdown"),
    "csv": _module("csv_table"),
    "json": _module("json_list"),
    "jsonl": _module("json_lines"),
    "text": _module("plain_text"),
    "html": _module("html_page"),
}
