"""The formats of an export as the reader chooses among them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format."""

    name: str
    """As the library knows it."""
    title: str
    ending: str
    """Of files, with its dot."""
    about: str


EXPORT_FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("bibtex", "BibTeX", ".bib", "for LaTeX and reference managers"),
    ExportFormat("ris", "RIS", ".ris", "for Zotero, EndNote and their like"),
    ExportFormat("csl", "CSL-JSON", ".json", "for Pandoc and Zotero"),
    ExportFormat("markdown", "Markdown", ".md", "a reading list with your notes"),
    ExportFormat("csv", "CSV", ".csv", "a table for spreadsheets"),
    ExportFormat("json", "JSON", ".json", "everything known, for programs"),
    ExportFormat("jsonl", "JSON Lines", ".jsonl", "the same, a paper in each line"),
    ExportFormat("text", "Text", ".txt", "to be read as it is, or printed"),
    ExportFormat("html", "HTML", ".html", "a page for the browser"),
)
"""In the order in which they are offered; a digit chooses."""


def _letters() -> dict[str, int]:
    firsts = [each.title[0].lower() for each in EXPORT_FORMATS]
    # c copies and j moves; a letter that two begin with would choose neither.
    return {
        letter: place
        for place, letter in enumerate(firsts)
        if firsts.count(letter) == 1 and letter not in "cj"
    }


CHOOSING = {str(place + 1): place for place in range(len(EXPORT_FORMATS))} | _letters()
"""Keys that choose a format, and its place."""
ENDINGS = frozenset(each.ending for each in EXPORT_FORMATS)
