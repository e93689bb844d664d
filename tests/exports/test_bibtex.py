"""BibTeX: honest entries, read back by a parser, inert whatever they hold."""

import re
from dataclasses import replace
from typing import cast

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import given

from tests.exports.material import ATTENTION, NOTED, PIECES, entries, exported
from tui_reader.exports.bibtex import escaped
from tui_reader.exports.citation_keys import keys_of
from tui_reader.exports.entries import Entry
from tui_reader.exports.wording import authors, line
from tui_reader.papers import Paper, PaperId

_TOKEN = re.compile(r"\\(text[a-z]+)\{\}|\\([%#$&_])|[{}]")
_NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def as_read(value: str) -> str:
    """What a value says, without braces and escapes."""
    return _TOKEN.sub(lambda found: _NAMED.get(found[1] or "", found[2] or ""), value)


def upright(name: str) -> str:
    """A name as it was given."""
    if name.startswith("{"):
        return as_read(name)
    parts = name.split(", ")
    return " ".join([parts[-1], parts[0], *parts[1:-1]])


def parsed(text: str) -> list[dict[str, object]]:
    """Fields of all entries; fails where the parser complains of anything."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    return [
        {"kind": entry.entry_type, "key": entry.key}
        | {field.key: field.value for field in entry.fields}
        for entry in library.entries
    ]


def only(paper: Paper | Entry) -> dict[str, object]:
    (entry,) = parsed(exported("bibtex", paper))
    return entry


def test_a_preprint_is_a_misc_with_its_eprint() -> None:
    entry = only(ATTENTION)

    assert (entry["kind"], entry["key"]) == ("misc", "vaswani2017attention")
    assert (entry["eprint"], entry["archiveprefix"], entry["primaryclass"]) == (
        "1706.03762",
        "arXiv",
        "cs.CL",
    )
    assert (entry["year"], entry["month"]) == ("2017", "jun")
    assert entry["author"] == ["Vaswani, Ashish", "Kaiser, Łukasz"]


def test_a_paper_with_a_venue_is_an_article() -> None:
    entry = only(replace(ATTENTION, venue="Phys. Rev. D"))

    assert (entry["kind"], entry["journal"]) == ("article", "Phys. Rev. D")


def test_what_is_not_known_is_not_there() -> None:
    assert set(only(Paper(PaperId("title:1"), "Bare"))) == {"kind", "key", "title"}


def test_an_address_stands_as_it_is() -> None:
    assert only(replace(ATTENTION, url="https://x.org/a_b%20c"))["url"] == "https://x.org/a_b%20c"


def test_words_with_capitals_inside_keep_them() -> None:
    assert only(replace(ATTENTION, title="Does GPT-4 Lie"))["title"] == "Does {GPT-4} Lie"


def test_tex_is_written_as_unicode() -> None:
    assert "costs O(n²) \\& more" in str(only(ATTENTION)["abstract"])


def test_a_note_is_an_annotation_no_style_prints() -> None:
    assert only(Entry(ATTENTION, NOTED))["annote"] == "Read again. - the figure - the ablation"


def test_tags_are_keywords_to_programs_that_manage_references() -> None:
    entry = only(Entry(replace(ATTENTION, keywords=("NLP",)), NOTED))

    assert entry["keywords"] == "NLP, to cite"


def test_a_status_and_lists_are_nobody_elses_business() -> None:
    assert "to read" not in exported("bibtex", Entry(ATTENTION, NOTED))
    assert "train" not in exported("bibtex", Entry(ATTENTION, NOTED))


def test_a_group_is_one_name_though_it_says_and() -> None:
    entry = only(replace(ATTENTION, authors=("Health and Safety", "Ada Lovelace", "ACME, Inc.")))

    assert entry["author"] == ["{Health and Safety}", "Lovelace, Ada", "{ACME, Inc.}"]


def test_no_paper_is_no_entry() -> None:
    assert parsed(exported("bibtex")) == []


def test_braces_always_balance_without_regard_to_backslashes() -> None:
    for piece in PIECES:
        text = escaped(piece)
        depths = [text[:end].count("{") - text[:end].count("}") for end in range(len(text) + 1)]
        assert (min(depths), depths[-1]) == (0, 0)


@given(entries)
def test_whatever_they_hold_they_are_read_back(some: list[Entry]) -> None:
    found = parsed(exported("bibtex", *some))

    assert [entry["key"] for entry in found] == list(keys_of(some))
    for entry, given_one in zip(found, some, strict=True):
        paper = given_one.paper
        assert as_read(str(entry.get("title", ""))) == line(paper.title)
        names = cast("list[str]", entry.get("author", []))
        assert list(map(upright, names)) == authors(paper)
        assert entry.get("year") == (None if paper.year is None else str(paper.year))
        assert as_read(str(entry.get("abstract", ""))) == line(paper.abstract)
