"""Signs that stand together, cut into hyphens, field names, and a word or a value behind them."""

import re
from collections.abc import Iterator

from tui_reader.queries import problems
from tui_reader.queries.fields import PART_OF_A_WORD, WHOLE, named
from tui_reader.queries.stars import misplaced, settled
from tui_reader.queries.tokens import OPERATORS, QUOTES, Kind, Token, has_letters, letters

NEAR_LETTERS = 4
"""Letters or digits of a word that may have a typo; a shorter one is near to nearly anything."""

_FIELD = re.compile(r"([A-Za-z]+):")


def of_run(text: str, start: int, end: int, *, growing: bool) -> Iterator[Token]:
    """The tokens of the signs from `start` to `end`; `growing` while they are being typed.

    Stars and tildes that make no sense are left out, and the rest is read as if they were not
    there.
    """
    if start and text[start - 1] in QUOTES + ")":
        # In `"self"-attention` the hyphen joins; it takes nothing out.
        start = end - len(text[start:end].lstrip("-"))
    run = _Run(text[start:end], start)
    if run.signs in OPERATORS:
        yield run.token(OPERATORS[run.signs], run.signs, len(run.signs))
    followed = end < len(text) and text[end] in QUOTES + "("
    while run.signs:
        if prefix := _prefix(run.signs, followed=followed):
            kind, name, size = prefix
            yield run.token(kind, name, size, alone=size == len(run.signs) and not followed)
            if run.signs and kind is Kind.FIELD and named(name) in WHOLE:
                yield run.token(Kind.WORD, run.signs, len(run.signs))
        elif run.signs[0] in "~=" and "*" in run.signs and has_letters(run.signs):
            stars = [place for place, sign in enumerate(run.signs) if sign == "*"]
            run.leave_out(stars, problems.star_and_sign(run.signs))
        elif places := misplaced(run.signs):
            run.leave_out(places, problems.short_prefix(run.signs))
        elif run.signs[0] == "~" and 0 < letters(run.signs) < NEAR_LETTERS:
            run.leave_out([0], "" if growing else problems.short_near(run.signs))
        else:
            word, problem = settled(run.signs)
            yield run.token(Kind.WORD, word, len(run.signs), problem=problem)


class _Run:
    """What of a run is still to be read, and what was left out since the last token."""

    def __init__(self, signs: str, start: int) -> None:
        self.signs = signs
        self._start = start
        self._ends = list(range(start + 1, start + len(signs) + 1))
        self._said: list[str] = []

    def token(
        self, kind: Kind, text: str, size: int, *, alone: bool = False, problem: str = ""
    ) -> Token:
        """A token of the next `size` signs, which are read with that."""
        end = self._ends[size - 1]
        said = tuple(self._said + [problem] * bool(problem))
        token = Token(kind, text, self._start, end, alone=alone, problems=said)
        self.signs, self._ends = self.signs[size:], self._ends[size:]
        self._start, self._said = end, []
        return token

    def leave_out(self, places: list[int], problem: str) -> None:
        """Forget the signs at these places, and say so."""
        gone = set(places)
        kept = [place for place in range(len(self.signs)) if place not in gone]
        self.signs = "".join(self.signs[place] for place in kept)
        self._ends = [self._ends[place] for place in kept]
        self._said += [problem] * bool(problem)


def _prefix(signs: str, *, followed: bool) -> tuple[Kind, str, int] | None:
    """The hyphen or the field name that signs begin with, as kind, text and size."""
    if signs[0] == "-" and (len(signs) > 1 or followed):
        return Kind.NOT, "-", 1
    found = _FIELD.match(signs)
    if found and _is_field(found[1], signs[found.end() :], followed=followed):
        return Kind.FIELD, found[1], found.end()
    return None


def _is_field(name: str, value: str, *, followed: bool) -> bool:
    """Whether a name is a field's; an unknown one only where a value follows, not `BERT:`."""
    if named(name):
        return True
    if name.lower() in PART_OF_A_WORD:
        return False
    return value[0].isalnum() if value else followed
