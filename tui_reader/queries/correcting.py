"""A query's text with a mistyped word put right."""

import re
import unicodedata
from collections.abc import Iterator

from tui_reader.queries.fields import FILTERS, Name, named
from tui_reader.queries.query import within_limit
from tui_reader.queries.scanning import scan
from tui_reader.queries.tokens import Kind, Token

_TERM = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:\+\+|[+#]+(?!\w))?")


def with_word(text: str, word: str, replacement: str) -> str:
    """The query with a replacement wherever the word stands, in fields and phrases too.

    Capitals and accents make no difference. All else stays as typed: operators, names of fields,
    values of filters, parts of longer words, and what is beyond the limit of what is searched.
    """
    wanted = _bare(word)
    parts: list[str] = []
    place = 0
    for token in _searched(within_limit(text)):
        for found in _TERM.finditer(text, token.start, token.end):
            if _bare(found[0]) == wanted:
                parts += [text[place : found.start()], replacement]
                place = found.end()
    return "".join(parts) + text[place:]


def _searched(text: str) -> Iterator[Token]:
    """The words and phrases that are looked for in texts."""
    around: list[Name | None] = [None]
    name: Name | None = None
    for token in scan(text).tokens:
        match token.kind:
            case Kind.NOT:
                continue
            case Kind.FIELD if not token.alone:
                name = named(token.text) or name
                continue
            case Kind.OPEN:
                around.append(name)
            case Kind.CLOSE:
                around = around[:-1] or [None]
            case Kind.WORD | Kind.PHRASE:
                if name not in FILTERS:
                    yield token
        name = around[-1]


def _bare(word: str) -> str:
    """A word without capitals and accents, to compare it."""
    signs = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))
