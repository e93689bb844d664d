"""Formulas in one line of Unicode: scripts, alphabets, fractions, roots and hats."""

import re
import unicodedata

SUPERSCRIPTS = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ",
        strict=True,
    )
)
"""Signs that can stand raised."""

SUBSCRIPTS = dict(
    zip(
        "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
        strict=True,
    )
)
"""Signs that can stand lowered."""

_SCRIPTED = "".join(dict.fromkeys([*SUPERSCRIPTS.values(), *SUBSCRIPTS.values(), "′", "°"]))
_ONE_SIGN = re.compile(
    rf"[0-9]+(?:\.[0-9]+)?|.[\u0300-\u036f\u20d0-\u20ff]{{0,4}}[{_SCRIPTED}]*", re.DOTALL
)
_AROUND_OPERATORS = re.compile(r" ?([+\-=]) ?")

_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}

_ALPHABETS = {
    # (capital A, small a, digit 0 or none)
    "bb": (0x1D538, 0x1D552, 0x1D7D8),
    "cal": (0x1D49C, 0x1D4B6, 0),
    "frak": (0x1D504, 0x1D51E, 0),
}
_OLDER = {
    "bb": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "cal": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "frak": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
}
"""Letters that had a place of their own before the alphabets were added."""


def script(kind: str, text: str) -> str:
    """The text raised (`^`) or lowered (`_`): in Unicode if it can be, else `^x` or `^(…)`."""
    if not text or text.strip("′") == "":
        return text
    if kind == "^" and text in {"∘", "◦"}:
        return "°"
    table = SUPERSCRIPTS if kind == "^" else SUBSCRIPTS
    tight = _AROUND_OPERATORS.sub(r"\1", text)
    if all(sign in table for sign in tight):
        return "".join(table[sign] for sign in tight)
    return kind + bracketed(text)


def bracketed(text: str) -> str:
    """The text in parentheses, unless it is one sign, one number or in parentheses already."""
    if _ONE_SIGN.fullmatch(text) or (text.startswith("(") and text.find(")") == len(text) - 1):
        return text
    return f"({text})"


def fraction(over: str, under: str) -> str:
    """`over/under`, with the parentheses it takes to read it rightly."""
    return f"{bracketed(over)}/{bracketed(under)}"


def root(degree: str, text: str) -> str:
    """`√x`, `√(x+y)`, `∛x` or `ⁿ√x`."""
    sign = _ROOTS.get(degree) or f"{script('^', degree)}√"
    return sign + bracketed(text)


def letter(alphabet: str, text: str) -> str:
    """A single letter from the alphabet `bb`, `cal` or `frak`; other text as it is."""
    if len(text) != 1 or not text.isascii():
        return text
    capital, small, digit = _ALPHABETS[alphabet]
    older = _OLDER[alphabet].get(text)
    if older:
        return older
    if text.isupper():
        return chr(capital + ord(text) - ord("A"))
    if text.islower():
        return chr(small + ord(text) - ord("a"))
    return chr(digit + int(text)) if digit and text.isdigit() else text


def marked(text: str, mark: str) -> str:
    """One sign under a combining mark, in NFC; longer text as it is."""
    if not _ONE_SIGN.fullmatch(text) or text[0].isdigit() or text.isspace():
        return text
    base = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    return unicodedata.normalize("NFC", base + mark + text[1:])
