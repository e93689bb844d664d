"""What a word or a phrase means."""

import re
from dataclasses import replace

from tui_reader.queries import problems
from tui_reader.queries.clauses import Clause, Place
from tui_reader.queries.filters import filtered
from tui_reader.queries.stars import PREFIX_LETTERS, STARS, of_phrase
from tui_reader.queries.tokens import OPERATORS, Token, has_letters, letters
from tui_reader.queries.tree import Exact, Field, Near, Pattern, Phrase, Word

PHRASE_WORDS = 12
"""Words of a phrase that are searched; beyond that a phrase is a text, and slow."""

GAP = 50
"""Other words that may stand between the words of a phrase at most."""

_NUMBER = re.compile("[0-9]+")


def word(text: str, place: Place) -> Clause:
    """A word as typed, with its stars or the sign before it; or a filter's value."""
    match place.name:
        case "year" | "date" | "starred" | "seen" | "is" | "has" | "tag" | "list" | "id" | "sort":
            return filtered(place.name, text, place)
        case name:
            return _word(text, name, place)


def phrase(token: Token, place: Place) -> Clause:
    """The words between two quotation marks; for a filter they are its value."""
    match place.name:
        case "year" | "date" | "starred" | "seen" | "is" | "has" | "tag" | "list" | "id" | "sort":
            return _quoted(token, place)
        case name:
            return _phrase(token, name, growing=place.growing)


def _word(text: str, name: Field | None, place: Place) -> Clause:
    bare = text.rstrip("*")
    if not has_letters(bare):
        return Clause(problems=() if place.growing else (problems.nothing_in(text),))
    if text[0] == "~":
        return Clause(Near(text[1:], name))
    if text[0] == "=":
        return Clause(Exact(text[1:], name))
    may_grow = place.growing and not place.excluded
    if "*" in bare:
        unfinished = may_grow and bare == text and text.count("*") < STARS
        return Clause(Pattern(text + "*" * unfinished, name))
    enough = letters(bare) >= PREFIX_LETTERS
    if bare != text:
        said = () if enough else (problems.short_prefix(text),)
        return Clause(Word(bare, name, enough), said)
    begins_operator = any(operator.startswith(text) for operator in OPERATORS)
    begun = may_grow and enough and not begins_operator
    return Clause(Word(text, name, begun, typed=begun))


def _quoted(token: Token, place: Place) -> Clause:
    growing = place.growing and token.unclosed
    found = word(token.text.strip(), replace(place, growing=growing))
    said = (problems.no_gap(token.gap),) if token.gap else ()
    return replace(found, problems=found.problems + said)


def _phrase(token: Token, name: Field | None, *, growing: bool) -> Clause:
    """The last word may end with a star, or be growing where the second mark is still to come.

    Then it is the beginning of a word, and left out while it is a single letter.
    """
    text, stray = of_phrase(token.text)
    parts = [part for part in text.split() if has_letters(part)]
    if not parts:
        nothing = problems.nothing_in(text.strip()) if text.strip() else ""
        return Clause(problems=_said(stray, nothing))
    begun = growing and token.unclosed and not text[-1].isspace()
    prefix = begun or parts[-1].endswith("*")
    parts = [part.rstrip("*") for part in parts]
    if prefix and letters(parts[-1]) < PREFIX_LETTERS:
        prefix, parts = False, (parts[:-1] if begun else []) or parts
    too_long = ""
    if len(parts) > PHRASE_WORDS:
        parts, prefix = parts[:PHRASE_WORDS], False
        too_long = problems.only_first(PHRASE_WORDS, "words of a phrase")
    gap, bad_gap = _gap(token.gap, growing=growing)
    return Clause(Phrase(tuple(parts), name, prefix, gap), _said(stray, too_long, bad_gap))


def _gap(text: str, *, growing: bool) -> tuple[int, str]:
    """The number of words in `~3`, and what is to be said of it."""
    number = text[1:]
    if not _NUMBER.fullmatch(number):
        unfinished = growing and not number
        return 0, problems.bad_gap(text) if text and not unfinished else ""
    return min(int(number), GAP), problems.wide_gap(GAP) if int(number) > GAP else ""


def _said(*sentences: str) -> tuple[str, ...]:
    return tuple(filter(None, sentences))
