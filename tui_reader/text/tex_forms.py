"""TeX commands with arguments, and how each is said: one small function per form."""

from collections.abc import Callable
from typing import Protocol

from tui_reader.text import tex_maths
from tui_reader.text.tex_seams import GAP, GONE
from tui_reader.text.tex_symbols import (
    ALPHABETS,
    DECLARATIONS,
    DROPPED_WITH_ARGUMENT,
    MATHS_ACCENTS,
    MATHS_WRAPPERS,
    PROSE_WRAPPERS,
    REFERENCES,
    SIZES,
    SPACES,
)


class Arguments(Protocol):
    """What a form may ask of the text that follows its command."""

    def argument(self, *, maths: bool) -> str:
        """The next argument, said."""

    def raw_group(self) -> str | None:
        """The next group's source."""

    def option(self) -> str:
        """The next optional argument's source."""

    def peek(self) -> str:
        """The next token."""

    def skip(self, sign: str) -> None:
        """Pass one character if it stands next."""

    def skip_spaces(self) -> None:
        """Pass spaces."""


Form = Callable[[Arguments, str, bool], str]
"""Takes what follows, the command as written, and whether it stands in a formula."""


def _prose(text: Arguments, _token: str, _maths: bool) -> str:
    text.skip("*")
    return text.argument(maths=False)


def _maths(text: Arguments, _token: str, _maths: bool) -> str:
    text.skip("*")
    return text.argument(maths=True)


def _declaration(text: Arguments, _token: str, _maths: bool) -> str:
    text.skip_spaces()
    return GONE


def _size(text: Arguments, token: str, maths: bool) -> str:
    if not maths:
        return token
    if token in {"\\left", "\\right"}:
        text.skip(".")
    return GONE


def _space(_text: Arguments, _token: str, _maths: bool) -> str:
    return GAP


def _dropped(text: Arguments, token: str, maths: bool) -> str:
    text.skip("*")
    text.option()
    if text.raw_group() is None:
        return token[1:] if maths else token
    return GAP if token.endswith("space") else GONE


def _reference(text: Arguments, token: str, _maths: bool) -> str:
    text.skip("*")
    text.option()
    text.option()
    keys = text.raw_group()
    return token if keys is None else f"[{keys}]"


def _url(text: Arguments, token: str, _maths: bool) -> str:
    address = text.raw_group()
    return token if address is None else _unescaped(address)


def _link(text: Arguments, token: str, _maths: bool) -> str:
    address = text.raw_group()
    if address is None:
        return token
    address = _unescaped(address)
    shown = text.argument(maths=False)
    return f"{shown} ({address})" if shown and shown != address else address


def _unescaped(address: str) -> str:
    for sign in "_%#&~$":
        address = address.replace("\\" + sign, sign)
    return address


def _second(text: Arguments, _token: str, maths: bool) -> str:
    text.option()
    text.argument(maths=True)
    return text.argument(maths=maths)


def _footnote(text: Arguments, token: str, _maths: bool) -> str:
    text.option()
    return f"{GAP}({text.argument(maths=False)})" if text.peek() == "{" else token


def _item(text: Arguments, _token: str, _maths: bool) -> str:
    label = text.option()
    return f"{GAP}{label or '•'}{GAP}"


def _fraction(text: Arguments, token: str, _maths: bool) -> str:
    over, under = text.argument(maths=True), text.argument(maths=True)
    return tex_maths.fraction(over, under) if over and under else f"{token[1:]} {over}{under}"


def _binomial(text: Arguments, _token: str, _maths: bool) -> str:
    return f"({text.argument(maths=True)} choose {text.argument(maths=True)})"


def _root(text: Arguments, _token: str, _maths: bool) -> str:
    degree = text.option()
    inside = text.argument(maths=True)
    return tex_maths.root(degree, inside) if inside else "√"


def _alphabet(text: Arguments, token: str, _maths: bool) -> str:
    return tex_maths.letter(ALPHABETS[token[1:]], text.argument(maths=True))


def _accent(text: Arguments, token: str, _maths: bool) -> str:
    return tex_maths.marked(text.argument(maths=True), MATHS_ACCENTS[token[1:]])


def _over(text: Arguments, _token: str, _maths: bool) -> str:
    above, base = text.argument(maths=True), text.argument(maths=True)
    return base + tex_maths.script("^", above)


def _under(text: Arguments, _token: str, _maths: bool) -> str:
    below, base = text.argument(maths=True), text.argument(maths=True)
    return base + tex_maths.script("_", below)


def _labelled_arrow(text: Arguments, token: str, _maths: bool) -> str:
    text.option()
    arrow = "←" if "left" in token else "→"
    return arrow + tex_maths.script("^", text.argument(maths=True))


def _modulo(text: Arguments, _token: str, _maths: bool) -> str:
    return f"(mod {text.argument(maths=True)})"


def _tag(text: Arguments, _token: str, _maths: bool) -> str:
    text.skip("*")
    return f"{GAP}({text.argument(maths=False)})"


FORMS: dict[str, Form] = {
    **dict.fromkeys(PROSE_WRAPPERS, _prose),
    **dict.fromkeys(MATHS_WRAPPERS, _maths),
    **dict.fromkeys(DECLARATIONS, _declaration),
    **dict.fromkeys(SIZES, _size),
    **dict.fromkeys(SPACES, _space),
    **dict.fromkeys(DROPPED_WITH_ARGUMENT, _dropped),
    **dict.fromkeys(REFERENCES, _reference),
    **dict.fromkeys(ALPHABETS, _alphabet),
    **dict.fromkeys(MATHS_ACCENTS, _accent),
    **dict.fromkeys(("url", "path", "nolinkurl"), _url),
    "href": _link,
    **dict.fromkeys(("textcolor", "colorbox", "scalebox", "raisebox"), _second),
    **dict.fromkeys(("footnote", "thanks"), _footnote),
    "item": _item,
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
    "sqrt": _root,
    **dict.fromkeys(("overset", "stackrel"), _over),
    "underset": _under,
    **dict.fromkeys(("xrightarrow", "xleftarrow"), _labelled_arrow),
    **dict.fromkeys(("pmod", "pod"), _modulo),
    "tag": _tag,
}
"""Command name to form."""
