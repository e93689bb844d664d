"""TeX read aloud: walks the tokens once and says each piece in Unicode."""

import unicodedata

from tui_reader.text import tex_maths
from tui_reader.text.tex_cursor import Cursor
from tui_reader.text.tex_forms import FORMS, Form
from tui_reader.text.tex_seams import GAP, GONE, formula
from tui_reader.text.tex_symbols import LETTER_ACCENTS, LETTERS, SIGN_ACCENTS, SYMBOLS
from tui_reader.text.tex_tokens import DEEPEST, Source

_BARE = frozenset("%&_#${}")
_MATHS_SPACING = frozenset(",;:!>/-")
_DOTTED = {"ı": "i", "ȷ": "j"}
_UMLAUT_LETTERS = frozenset("aeiouyAEIOUYı")
_BEFORE_TIE = frozenset(".,:;)]}$'\"%")
_BESIDE_DASH = frozenset("${})]\\")


class TooDeepError(Exception):
    """Commands are nested deeper than prose ever is."""


class Reading(Cursor):
    """One pass over a text. Its `span` may raise `TooDeepError`."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._depth = 0

    def span(self, end: int, *, maths: bool) -> str:
        """Everything from here to the token `end`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeepError
        outer, self.end = self.end, end
        pieces: list[str] = []
        while self.at < end:
            pieces.append(self._piece(maths=maths))
        self.end = outer
        self._depth -= 1
        return "".join(pieces)

    def argument(self, *, maths: bool) -> str:
        """What a command applies to: a group in braces, a command, or one sign."""
        self.skip_spaces(" \n")
        token = self.peek()
        if not token or token == "}":
            return ""
        if token == "{":
            close = self.partner[self.at]
            self.at += 1
            said = self.span(close, maths=maths)
            self.at = close + 1
        elif token[0] in "\\$":
            self._depth += 1
            if self._depth > DEEPEST:
                raise TooDeepError
            said = self._piece(maths=maths)
            self._depth -= 1
        else:
            said = self.take_sign()
        return formula(said) if maths else said

    def _piece(self, *, maths: bool) -> str:
        place = self.at
        token = self.take()
        head = token[0]
        if head in "\\$" and not maths:
            extent = self.formulas.get(place)
            if extent and extent.end <= self.end:
                self.at = extent.start
                said = formula(self.span(extent.end, maths=True))
                self.at = extent.after
                # An environment stands apart from the words around it.
                return f"{GAP}{said}{GAP}" if token.startswith("\\begin") else said
        if head == "\\":
            return self._command(token, maths=maths)
        if head == "{":
            self.at = place
            return self.argument(maths=maths)
        if head == "}":
            return ""
        return self._maths_sign(token) if maths else self._prose_sign(token)

    def _maths_sign(self, token: str) -> str:
        if token in {"^", "_"}:
            return tex_maths.script(token, self.argument(maths=True)) or token
        if token in {"$", "&"}:
            return GONE
        if token == "~":
            return " "
        return token.replace("'", "′") if token[0] == "'" else token

    def _prose_sign(self, token: str) -> str:
        if token == "~":
            return " " if self._ties(self.before(), self.behind()) else token
        if token == "``":
            return "“"
        if token == "''":
            return "”"
        if token in {"--", "---"}:
            return self._dash(token)
        return token

    @staticmethod
    def _ties(left: str, right: str) -> bool:
        """Whether a tilde ties two words; elsewhere it means `about`, or a range in `5~10`."""
        if not right or right.isspace() or (left.isdigit() and right.isdigit()):
            return False
        return left.isalnum() or left in _BEFORE_TIE

    def _dash(self, token: str) -> str:
        left, right = self.before(), self.behind()
        if token == "---":
            alone = left in {"", "\n"} and right in {"", "\n"}
            return token if alone else "—"
        spaced = left.isspace() and right.isspace()
        joined = all(sign.isalnum() or sign in _BESIDE_DASH for sign in (left, right))
        return "–" if spaced or (joined and left and right) else token

    def _command(self, token: str, *, maths: bool) -> str:
        name = token[1:]
        if token.startswith(("\\begin", "\\end")) and token.endswith("}"):
            return GAP
        if not name.isalpha() or not name.isascii():
            return self._sign_command(token, maths=maths)
        form: Form | None = FORMS.get(name)
        if form:
            return form(self, token, maths)
        if not maths and name in LETTERS:
            self.skip_spaces()
            return LETTERS[name]
        if not maths and name in LETTER_ACCENTS:
            return self._accented(token, LETTER_ACCENTS[name])
        return SYMBOLS.get(name) or self._unknown(token, maths=maths)

    def _sign_command(self, token: str, *, maths: bool) -> str:
        sign = token[1:]
        if sign in _BARE:
            return sign
        if sign == "\\":
            return GAP
        if sign.isspace():
            return sign
        if maths:
            return GONE if sign in _MATHS_SPACING else {"|": "‖"}.get(sign, sign)
        if sign in SIGN_ACCENTS:
            return self._accented(token, SIGN_ACCENTS[sign])
        if sign == ",":
            return " "
        return GONE if sign and sign in "-/@" else token

    def _accented(self, token: str, mark: str) -> str:
        """An accent over the letter that follows; a bare quote where none can carry it."""
        sign = token[1:]
        if self.peek()[:1] in {"", " ", "\n"} and not sign.isalpha():
            return sign if sign in "'\"`" else token
        braced = self.peek() == "{"
        text = self.argument(maths=False)
        if not text and braced:
            return sign
        if not text[:1].isalpha() or (sign == '"' and text[0] not in _UMLAUT_LETTERS):
            return (sign if sign in "'\"`" else token) + text
        base = text[0] if sign in "ckbd" else _DOTTED.get(text[0], text[0])
        accented = unicodedata.normalize("NFC", base + mark)
        if sign in "'`" and len(accented) > 1:
            return sign + text
        return accented + text[1:]

    def _unknown(self, token: str, *, maths: bool) -> str:
        """A command nobody knows: its name in a formula, as it stands in prose."""
        said = token[1:] if maths else token
        opening, closing = "()" if maths else "{}"
        while self.peek() == "{":
            said += f"{opening}{self.argument(maths=maths)}{closing}"
        return said
