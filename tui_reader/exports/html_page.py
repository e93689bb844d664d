"""HTML: one page that needs nothing else, holds no script, and shows every text as it is."""

from collections.abc import Iterator
from html import escape

from tui_reader.exports.entries import Entries, Entry
from tui_reader.exports.wording import (
    address,
    addresses,
    authors,
    day,
    line,
    marks,
    note_lines,
    paragraphs,
    tags,
)

_OPENING = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Reading list</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { margin: 2.5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0; }
p { margin: 0.4rem 0; }
blockquote { margin: 0.8rem 0; padding-left: 1rem; border-left: 0.2rem solid; white-space: pre-wrap; }
</style>
</head>
<body>
<h1>Reading list</h1>
"""  # noqa: E501 - the policy and a rule of style are one line each
_CLOSING = "</body>\n</html>\n"


def write(entries: Entries) -> Iterator[str]:
    """The page with one article per paper."""
    yield _OPENING
    for entry in entries:
        yield "\n".join(["<article>", *_elements(entry), "</article>", ""])
    yield _CLOSING


def _elements(entry: Entry) -> Iterator[str]:
    paper, said = entry.paper, entry.said
    title, page = escape(line(paper.title)), address(paper)
    yield f'<h2 dir="auto">{_link(title, page) if page else title}</h2>'
    if names := authors(paper):
        yield f'<p dir="auto">{escape(", ".join(names))}</p>'
    facts = [escape(fact) for fact in (day(paper), line(paper.venue)) if fact]
    facts += [_link(name, safe) for name, safe in addresses(paper)]
    facts += [f"<strong>{mark}</strong>" for mark in marks(said)]
    facts += [escape(f"#{tag}") for tag in tags(said)]
    if facts:
        yield f"<p>{' · '.join(facts)}</p>"
    if note := note_lines(said):
        yield f'<blockquote dir="auto">{escape(chr(10).join(note))}</blockquote>'
    for part in paragraphs(paper.abstract):
        yield f'<p dir="auto">{escape(part)}</p>'


def _link(shown: str, address: str) -> str:
    return f'<a href="{escape(address)}">{shown}</a>'
