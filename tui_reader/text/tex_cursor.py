"""A place in TeX that moves forward: the next argument, the next letter, the optional bracket."""

from tui_reader.text.tex_tokens import Source

_LONGEST_OPTION = 24
"""Tokens looked through for the bracket that closes an optional argument."""


class Cursor:
    """The tokens of a text, read once from left to right and never past `end`."""

    def __init__(self, source: Source) -> None:
        self.tokens = list(source.tokens)
        self.partner = source.partner
        self.formulas = source.formulas
        self.at = 0
        self.end = len(self.tokens)

    def peek(self) -> str:
        """The next token, or empty at the end."""
        return self.tokens[self.at] if self.at < self.end else ""

    def before(self) -> str:
        """The character before the token just taken."""
        return self.tokens[self.at - 2][-1] if self.at > 1 else ""

    def behind(self) -> str:
        """The character after the token just taken."""
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        """The next token, passed."""
        self.at += 1
        return self.tokens[self.at - 1]

    def take_sign(self) -> str:
        """The first character of the next token, which keeps the rest."""
        token = self.peek()
        self._shorten(len(token[:1]))
        return token[:1]

    def skip_spaces(self, signs: str = " ") -> None:
        """Pass the spaces, or other signs, that stand next."""
        token = self.peek()
        self._shorten(len(token) - len(token.lstrip(signs)))

    def skip(self, sign: str) -> None:
        """Pass one character if it stands next."""
        if self.peek().startswith(sign):
            self._shorten(len(sign))

    def option(self) -> str:
        """The text of an optional argument in square brackets, passed; empty without one."""
        if not self.peek().startswith("["):
            return ""
        last = min(self.end, self.at + _LONGEST_OPTION)
        for place in range(self.at, last):
            if self.tokens[place] in {"{", "}"}:
                break
            found = self.tokens[place].find("]")
            if found >= 0:
                inside = "".join([*self.tokens[self.at : place], self.tokens[place][:found]])
                self.at = place
                self._shorten(found + 1)
                return inside[1:]
        return ""

    def raw_group(self) -> str | None:
        """The source between the braces that stand next, passed; nothing without braces."""
        if self.peek() != "{":
            return None
        close = self.partner[self.at]
        inside = "".join(self.tokens[self.at + 1 : close])
        self.at = close + 1
        return inside

    def _shorten(self, count: int) -> None:
        if not count:
            return
        rest = self.tokens[self.at][count:]
        if rest:
            self.tokens[self.at] = rest
        else:
            self.at += 1
