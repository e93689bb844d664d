"""What comes through the door, and what does not."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.clean import clean

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
FILLERS = "\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0"

HOSTILE_PIECES = [
    "a", "é", "e\u0301", "深", "—", " ", "  ", "\t", "\n", "\r\n", "\r", "\v", "\x85", "\u2028",
    ESC, BEL, ST, f"{ESC}[31m", f"{ESC}]0;", f"{ESC}P", f"{ESC}Ptmux;", "\x9b", "\x9c", "\x9d",
    "\x93", "\x90", "[2J", "]8;;", "\u202e", "\u200b", "\ufeff", "\ue000", "\ud800", "\U000e0041",
    "\u0301" * 9, "\u0344" * 9, "\u0f71\u0f72" * 6, "\u302e", "\U0001d165", "\u0958", "\u00a0",
    "\u3000", "\ufffe", "\0", "\x1c", "ᄀ", "ᅡ", "ᆨ", "가", "😀", *FILLERS,
]  # fmt: skip
any_text = st.one_of(
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(HOSTILE_PIECES), max_size=30).map("".join),
)


def is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Attention is all you need",
        "É. Noël — “quotes” 深度学习 😀",
        "E = mc², α→β",
        "f: [0,1] → ℝ",
        "one line\nand another\n\nand a paragraph",
        "[/] [bold]x[/] [@click=app.quit]x[/]",
        "Kullback--Leibler --------- \\alpha $x$",
        "two  spaces",
    ],
)
def test_good_text_is_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{ESC}[31mred{ESC}[0m", "red"),
        (f"{ESC}[2Jx", "x"),
        (f"{ESC}]0;t{BEL}x", "x"),
        (f"{ESC}]2;t{ST}x", "x"),
        (f"{ESC}]52;c;ZXZpbA=={BEL}x", "x"),
        (f"{ESC}]52;c;ZXZpbA=={ST}x", "x"),
        (f"{ESC}]0;t\x9cx", "x"),
        (f"{ESC}]8;;file:///etc/passwd{ST}x{ESC}]8;;{ST}", "x"),
        (f"{ESC}Pq#0{ST}x", "x"),
        (f"{ESC}_Gf=100;AAAA{ST}x", "x"),
        (f"{ESC}^pm{ST}x", "x"),
        (f"{ESC}Xsos{ST}x", "x"),
        (f"{ESC}cx", "x"),
        (f"{ESC}(0x", "x"),
        (f"{ESC}[6n{ESC}[cx", "x"),
        (f"{ESC}[?1049lx", "x"),
        (f"{ESC}Ptmux;{ESC}{ESC}]52;c;ZZ{BEL}{ST}x", "x"),
        (f"{ESC}{ESC}[31mx", "x"),
        (f"a{ESC}", "a"),
    ],
)
def test_complete_sequences_vanish(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{ESC}]0;open and the abstract goes on", "]0;open and the abstract goes on"),
        (f"{ESC}]0;open {ESC}[31mred", "]0;open red"),
        (f"{ESC}[12é", "[12é"),
        (f"{ESC}]0;" + "a" * 100_001 + BEL, "]0;" + "a" * 100_001),
        (f"{ESC} x", " x"),
        (
            f"\x90keep me \x9d and me {ESC}]0;open but unterminated, and the abstract goes on",
            "keep me  and me ]0;open but unterminated, and the abstract goes on",
        ),
    ],
)
def test_an_open_sequence_loses_only_its_escape(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("\x93Quoted\x94 \x96 it\x92s", "“Quoted” – it’s"),
        ("\x80\x85", "€…"),
        ("a\x81b", "ab"),
        ("\x9b31mx", "›31mx"),
        ("e\u0301", "é"),
        ("a\u00a0b\tc\u3000d", "a b c d"),
        ("a\r\nb\rc\vd\fe\u2028f\u2029g\x1ch\x1di\x1ej", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj"),
    ],
)
def test_mojibake_and_odd_spaces_are_repaired(text: str, repaired: str) -> None:
    assert clean(text) == repaired


@pytest.mark.parametrize(
    "sign",
    [*"\u202a\u202e\u2066\u2069\u061c\u200b\u200e\ufeff\ufff9\ue000\U000e0041\ufffe\0\b\x1f\x7f",
     "\ud800", *FILLERS],
)  # fmt: skip
def test_invisible_signs_vanish(sign: str) -> None:
    assert clean(f"a{sign}b{sign}") == "ab"


def test_many_different_invisible_signs_vanish_as_well() -> None:
    assert clean("a" + "".join(map(chr, range(0xE000, 0xF000))) + "\tb") == "a b"


def test_at_most_eight_marks_stay_on_a_base() -> None:
    text = clean("x" + "\u0323" * 5_000 + "y" + "\u0301" * 3)
    assert text.count("\u0323") == 8
    assert text.endswith("ý\u0301\u0301")


def test_endless_marks_in_mixed_order_are_cut_before_they_are_sorted() -> None:
    assert len(clean("x" + "\u0f71\u0f72" * 100_000)) == 9


def test_single_lines_have_single_spaces() -> None:
    assert clean(" a\r\n\r\n b \t c\u2029", multiline=False) == "a b c"


@pytest.mark.parametrize(
    ("limit", "text"), [(5, "abcd…"), (6, "abcdef"), (1, "…"), (0, ""), (-3, "")]
)
def test_long_text_is_cut_with_an_ellipsis(limit: int, text: str) -> None:
    assert clean("abcdef", limit=limit) == text


@given(any_text, st.booleans(), st.integers(0, 40))
@settings(deadline=None)
def test_cleaning_twice_changes_nothing(text: str, multiline: bool, limit: int) -> None:
    once = clean(text, multiline=multiline, limit=limit)
    assert clean(once, multiline=multiline, limit=limit) == once
    assert len(once) <= limit


@given(any_text)
@settings(deadline=None)
def test_nothing_forbidden_is_left(text: str) -> None:
    left = clean(text)
    assert not [sign for sign in left if sign != "\n" and unicodedata.category(sign) in FORBIDDEN]
    assert not set(left) & set(FILLERS)
    assert unicodedata.is_normalized("NFC", left)
    assert left.encode("utf-8").decode("utf-8") == left


@given(any_text)
@settings(deadline=None)
def test_marks_never_heap(text: str) -> None:
    run = 0
    for sign in clean(text):
        run = run + 1 if is_mark(sign) else 0
        assert run <= 8


@given(any_text)
@settings(deadline=None)
def test_a_single_line_is_the_lines_joined(text: str) -> None:
    line = clean(text, multiline=False)
    assert line == " ".join(clean(text).split())


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_printable_ascii_is_kept(text: str) -> None:
    assert clean(text) == text
