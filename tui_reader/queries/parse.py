"""Tokens understood as a tree: OR between conjunctions, then AND, then NOT and fields.

Every token is looked at once. What makes no sense is named and left out, and the rest stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.queries import problems
from tui_reader.queries.clauses import Clause, phrase, word
from tui_reader.queries.fields import Name, named
from tui_reader.queries.tokens import Kind, Scan, Token
from tui_reader.queries.tree import EVERYTHING, And, Node, Not, Or

CLAUSES = 20
"""Words, phrases and filters that one query may have."""

DEPTH = 20
"""Parentheses that may stand inside one another."""

_OPERANDS = frozenset({Kind.WORD, Kind.PHRASE})
_ENDS = frozenset({Kind.AND, Kind.OR, Kind.CLOSE})


def understood(scan: Scan, *, typing: bool) -> tuple[Node, tuple[str, ...]]:
    """The tree that tokens mean, and what could not be understood, each said once."""
    reading = _Reading(scan, typing=typing)
    tree = reading.group(_Scope()) or EVERYTHING
    return tree, tuple(dict.fromkeys(reading.said))


def all_of(parts: Iterable[Node]) -> Node | None:
    """The conjunction of parts, without needless layers; None of no parts."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(parts: Iterable[Node]) -> Node | None:
    """The disjunction of parts, without needless layers; None of no parts."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def none_of(part: Node) -> Node:
    """The negation of a part; twice negated is itself."""
    return part.part if isinstance(part, Not) else Not(part)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds for everything inside parentheses."""

    field: Name | None = None
    negated: bool = False


class _Reading:
    """One walk through the tokens of one query."""

    def __init__(self, scan: Scan, *, typing: bool) -> None:
        self.said: list[str] = []
        self._typing = typing
        self._length = scan.length
        self._last_operand = max((t.end for t in scan.tokens if t.kind in _OPERANDS), default=0)
        self._clauses = 0
        self._open_quote = scan.unclosed_quote and typing
        if scan.unclosed_quote and not typing:
            self.said.append(problems.UNCLOSED_QUOTE)
        if scan.stray_star:
            self.said.append(problems.STRAY_STAR)
        self._tokens = self._balanced(scan.tokens)
        self._place = 0

    def _balanced(self, tokens: tuple[Token, ...]) -> list[Token]:
        """The tokens with parentheses in pairs and none too deep."""
        kept: list[Token] = []
        depth = 0
        for token in tokens:
            if token.kind is Kind.OPEN:
                depth += 1
                if depth > DEPTH:
                    self.said.append(problems.too_deep(DEPTH))
                    continue
            elif token.kind is Kind.CLOSE:
                if not depth:
                    self.said.append(problems.UNOPENED_PARENTHESIS)
                    continue
                depth -= 1
                if depth >= DEPTH:
                    continue
            kept.append(token)
        if depth and not self._typing:
            self.said.append(problems.UNCLOSED_PARENTHESIS)
        end = Token(Kind.CLOSE, ")", self._length, self._length)
        return [*kept, *[end] * (min(depth, DEPTH) + 1)]

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
        return self._tokens[self._place - 1]

    def _part(self, token: Token, scope: _Scope) -> Node | None:
        """A word, phrase, filter or group, with the hyphens, NOTs and fields before it."""
        field, negated = scope.field, False
        parts: list[Node | None] = []
        while token.kind is Kind.NOT or token.kind is Kind.FIELD:
            if token.alone or self._tokens[self._place].kind in _ENDS:
                self._lacks(token)
                break
            if token.kind is Kind.NOT:
                negated = not negated
            elif name := named(token.text):
                field = name
            else:
                # What stands after it is still searched, as if it had no field.
                self.said.append(problems.unknown_field(token.text))
            token = self._take()
        else:
            inner = _Scope(field, scope.negated is not negated)
            parts.append(self._operand(token, inner))
        part = all_of(part for part in parts if part)
        return none_of(part) if part and negated else part

    def _operand(self, token: Token, scope: _Scope) -> Node | None:
        if token.kind is Kind.OPEN:
            return self.group(scope)
        if token.kind is Kind.PHRASE:
            growing = self._open_quote and token.end == self._length
            return self._counted(phrase(token.text, scope.field, growing=growing))
        growing = self._typing and token.end == self._length
        found = word(token.text, scope.field, growing=growing, excluded=scope.negated)
        return self._counted(found)

    def _counted(self, clause: Clause) -> Node | None:
        """What a clause means, unless there are too many; its problem is said."""
        if clause.node and self._clauses == CLAUSES:
            self.said.append(problems.only_first(CLAUSES, "words and phrases"))
            return None
        if clause.problem:
            self.said.append(clause.problem)
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
