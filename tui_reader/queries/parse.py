"""Tokens understood as a tree: OR between conjunctions, then AND, then NOT and fields.

Every token is looked at once. What makes no sense is named and left out, and the rest stands.
"""

from dataclasses import dataclass, replace
from datetime import date

from tui_reader.queries import problems
from tui_reader.queries.clauses import Clause, Place
from tui_reader.queries.combining import all_of, any_of, none_of
from tui_reader.queries.fields import Name, named
from tui_reader.queries.parentheses import balanced
from tui_reader.queries.tokens import Kind, Scan, Token
from tui_reader.queries.tree import EVERYTHING, Node
from tui_reader.queries.words import phrase, word
from tui_reader.sorting import Order

CLAUSES = 20
"""Words, phrases and filters that one query may have."""

_OPERANDS = frozenset({Kind.WORD, Kind.PHRASE})
_ENDS = frozenset({Kind.AND, Kind.OR, Kind.CLOSE})


@dataclass(frozen=True, slots=True)
class Understood:
    """What tokens mean."""

    tree: Node
    order: Order | None
    """What the last `sort:` asks for."""
    problems: tuple[str, ...]
    """What could not be understood, each said once."""


def understood(scan: Scan, *, typing: bool, today: date) -> Understood:
    """The meaning of any tokens whatever; `today` is what words such as `last-week` go by."""
    reading = _Reading(scan, typing=typing, today=today)
    tree = reading.group(_Scope()) or EVERYTHING
    return Understood(tree, reading.order, tuple(dict.fromkeys(reading.said)))


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds for everything inside parentheses."""

    field: Name | None = None
    negated: bool = False
    grouped: bool = False
    """Whether there are any parentheses."""


class _Reading:
    """One walk through the tokens of one query."""

    def __init__(self, scan: Scan, *, typing: bool, today: date) -> None:
        self.said: list[str] = []
        self.order: Order | None = None
        self._typing = typing
        self._today = today
        self._length = scan.length
        self._last_operand = max((t.end for t in scan.tokens if t.kind in _OPERANDS), default=0)
        self._clauses = 0
        if scan.unclosed_quote and not typing:
            self.said.append(problems.UNCLOSED_QUOTE)
        self._tokens, said = balanced(scan.tokens, scan.length, typing=typing)
        self.said += said
        self._place = 0

    def group(self, scope: _Scope) -> Node | None:
        """Everything up to a closing parenthesis, which is passed; None if there is nothing."""
        alternatives: list[list[Node]] = [[]]
        waiting: Token | None = None
        operand = False
        while (token := self._take()).kind is not Kind.CLOSE:
            if token.kind is Kind.AND or token.kind is Kind.OR:
                if not operand:
                    self._lacks(token)
                    continue
                waiting, operand = token, False
                if token.kind is Kind.OR:
                    alternatives.append([])
            else:
                waiting, operand = None, True
                part = self._part(token, scope)
                if part:
                    alternatives[-1].append(part)
        if waiting:
            self._lacks(waiting)
        return any_of(part for parts in alternatives if (part := all_of(parts)))

    def _take(self) -> Token:
        self._place += 1
        token = self._tokens[self._place - 1]
        self.said += token.problems
        return token

    def _part(self, token: Token, scope: _Scope) -> Node | None:
        """A word, phrase, filter or group, with the hyphens, NOTs and fields before it."""
        field, negated = scope.field, False
        while token.kind is Kind.NOT or token.kind is Kind.FIELD:
            if token.alone or self._tokens[self._place].kind in _ENDS:
                self._lacks(token)
                return None
            if token.kind is Kind.NOT:
                negated = not negated
            elif name := named(token.text):
                field = name
            else:
                # What stands after it is still searched, as if it had no field.
                self.said.append(problems.unknown_field(token.text))
            token = self._take()
        part = self._operand(token, _Scope(field, scope.negated is not negated, scope.grouped))
        return none_of(part) if part and negated else part

    def _operand(self, token: Token, scope: _Scope) -> Node | None:
        if token.kind is Kind.OPEN:
            return self.group(replace(scope, grouped=True))
        if scope.field == "sort" and (scope.negated or scope.grouped):
            self.said.append(problems.MISPLACED_SORT)
            return None
        growing = self._typing and token.end == self._length
        place = Place(scope.field, self._today, growing, scope.negated)
        clause = phrase(token, place) if token.kind is Kind.PHRASE else word(token.text, place)
        self.order = clause.order or self.order
        return self._counted(clause)

    def _counted(self, clause: Clause) -> Node | None:
        """What a clause means, unless there are too many; its problems are said."""
        if clause.node and self._clauses == CLAUSES:
            self.said.append(problems.only_first(CLAUSES, "words and phrases"))
            return None
        self.said += clause.problems
        self._clauses += clause.node is not None
        return clause.node

    def _lacks(self, token: Token) -> None:
        """An operator or a field has nothing to act on; no fault where typing may still give it."""
        if self._typing and token.start >= self._last_operand:
            return
        if token.kind is Kind.FIELD:
            self.said.append(problems.nothing_after(token.text))
        else:
            self.said.append(problems.dangling(token.text))
