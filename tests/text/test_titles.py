"""Which spellings are one title."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.titles import normal_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all you need."),
        ("Multi-modal Learning", "Multimodal  Learning"),
        (r"Schr\"odinger bridges", "Schrödinger Bridges"),
        ("Schrödinger bridges", "Schrodinger bridges"),
        (r"$\alpha$-divergence", "α-Divergence"),
        (r"$\ell_2$ norms in $\mathbb{R}^n$", "ℓ₂ norms in ℝⁿ"),
        ("H$_2$O", "H2O"),
        (r"\emph{Deep} {BERT}", "Deep BERT"),
        (r"M{\o}ller's {\L}ódź", "Moller’s Lodz"),
        ("``Why''—a study", '"Why" -- A Study'),
        ("Straße", "STRASSE"),
        ("e\u0301tude", "étude"),
        ("ＧＰＴ-4", "GPT-4"),
        (r"On \textit{k}-Means", "On $k$-means"),
    ],
)
def test_spellings_of_one_title_agree(one: str, other: str) -> None:
    assert normal_title(one) == normal_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Learning", "Earning"),
        ("GPT-3", "GPT-4"),
        ("深度学习", "深度学"),
        ("かき", "がき"),
        ("हिन्दी", "हन्द"),
        ("α", "β"),
        ("?", "!"),
    ],
)
def test_different_titles_differ(one: str, other: str) -> None:
    assert normal_title(one) != normal_title(other)


@pytest.mark.parametrize("blank", ["", " ", "\n\t "])
def test_a_blank_title_is_empty(blank: str) -> None:
    assert normal_title(blank) == ""


@given(st.text(st.characters()))
@settings(deadline=None)
def test_no_other_title_is_empty(title: str) -> None:
    assert bool(normal_title(title)) == bool(title.strip())


@given(st.text(st.characters()))
@settings(deadline=None)
def test_a_normal_title_can_be_hashed(title: str) -> None:
    normal = normal_title(title)
    assert normal.encode("utf-8").decode("utf-8") == normal


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="\\$")))
@settings(deadline=None)
def test_the_short_way_for_ascii_agrees_with_the_long_one(title: str) -> None:
    assert normal_title(f"A{title}") == normal_title(f"Á{title}")


@given(st.text(st.characters(categories=["L", "Nd"], max_codepoint=0x24F), min_size=1))
@settings(deadline=None)
def test_composition_and_spacing_do_not_matter(title: str) -> None:
    spaced = " ".join(unicodedata.normalize("NFD", title))
    assert normal_title(spaced) == normal_title(title)
