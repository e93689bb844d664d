"""One clause of a query: a word, a phrase or a filter's value, and what is wrong with it."""

from dataclasses import dataclass
from typing import Literal

from tui_reader.queries import problems
from tui_reader.queries.dates import during, so_far
from tui_reader.queries.fields import STATES, Name
from tui_reader.queries.tokens import OPERATORS, has_letters
from tui_reader.queries.tree import Marked, Node, Phrase, Word

PHRASE_WORDS = 12
"""Words of a phrase that are searched; beyond that a phrase is a text, and slow."""

PREFIX_LETTERS = 2
"""Letters or digits a prefix has at least; a shorter one stands in nearly every paper."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause means."""

    node: Node | None
    """None if there is nothing to search for."""
    problem: str = ""


def word(text: str, name: Name | None, *, growing: bool, excluded: bool) -> Clause:
    """A word as typed, with its star, or a filter's value; `growing` while it is being typed.

    A word that is `excluded` takes out only what is written: half of it would take out far more.
    """
    match name:
        case "year" | "date":
            return _range(name, text, growing=growing)
        case "is" | "has":
            return _state(name, text, growing=growing)
    bare = text.rstrip("*")
    if not has_letters(bare):
        return Clause(None, "" if growing else problems.nothing_in(text))
    enough = sum(sign.isalnum() for sign in bare) >= PREFIX_LETTERS
    if bare != text:
        return Clause(Word(bare, name, enough), "" if enough else problems.short_prefix(text))
    begins_operator = any(operator.startswith(text) for operator in OPERATORS)
    return Clause(Word(text, name, growing and enough and not (excluded or begins_operator)))


def phrase(text: str, name: Name | None, *, growing: bool) -> Clause:
    """The words between two quotation marks; for a filter they are its value.

    The last word may end with a star, or be `growing` where the second mark is still to come: then
    it is the beginning of a word, and left out while it is a single letter.
    """
    match name:
        case "year" | "date" | "is" | "has":
            return word(text.strip(), name, growing=False, excluded=False)
    parts = [part for part in text.split() if has_letters(part)]
    if not parts:
        return Clause(None, problems.nothing_in(text.strip()) if text.strip() else "")
    growing = growing and not text[-1].isspace()
    prefix = growing or parts[-1].endswith("*")
    parts = [part.rstrip("*") for part in parts]
    if prefix and sum(sign.isalnum() for sign in parts[-1]) < PREFIX_LETTERS:
        prefix, parts = False, (parts[:-1] if growing else []) or parts
    words = tuple(parts)
    if len(words) <= PHRASE_WORDS:
        return Clause(Phrase(words, name, prefix))
    too_long = problems.only_first(PHRASE_WORDS, "words of a phrase")
    return Clause(Phrase(words[:PHRASE_WORDS], name), too_long)


def _range(name: Literal["year", "date"], text: str, *, growing: bool) -> Clause:
    complete = so_far(text) if growing else None
    if complete == "":
        return Clause(None)
    days = during(name, text) or during(name, complete or "")
    return Clause(days, "" if days else problems.bad_value(name, text))


def _state(name: Literal["is", "has"], text: str, *, growing: bool) -> Clause:
    asked = text.lower()
    for state in STATES[name]:
        if state == asked:
            return Clause(Marked(state))
    hopeful = growing and any(state.startswith(asked) for state in STATES[name])
    return Clause(None, "" if hopeful else problems.bad_value(name, text))
