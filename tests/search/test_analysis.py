"""How text becomes terms, for papers and for queries alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.material import WORDS, asked, paper
from tui_reader.search.analysis import TOKEN, fold, stem, terms, tokens
from tui_reader.search.corpus import corpus_of


@pytest.mark.parametrize(
    ("words", "term"),
    [
        (("run", "runs", "running"), "run"),
        (("plan", "plans", "planning", "planned"), "plan"),
        (("fit", "fitting", "fitted"), "fit"),
        (("network", "networks", "networking"), "network"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...], term: str) -> None:
    assert {stem(word) for word in words} == {term}


def test_different_words_keep_different_stems() -> None:
    assert stem("data") != stem("bias")


def test_names_are_not_stemmed() -> None:
    assert terms("Reading Rivers", stemmed=False) == ["reading", "rivers"]


@pytest.mark.parametrize(
    ("accented", "plain"),
    [
        ("Schrödinger", "schrodinger"),
        ("Łukasz Đoković", "lukasz dokovic"),
        ("Guðmundsson", "gudmundsson"),
        ("Æther œuvre", "aether oeuvre"),
        ("Straße", "strasse"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ﬁne", "fine"),
        ("ＧＰＴ", "gpt"),
        ("H₂O x²", "h2o x2"),
        ("naïve", "naïve".replace("ï", "i")),
    ],
)
def test_accents_and_forms_of_letters_do_not_matter(accented: str, plain: str) -> None:
    assert fold(accented) == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++", ["c++"]),
        ("C# and F#", ["c#", "and", "f#"]),
        ("C++17", ["c++", "17"]),
        ("a+b", ["a", "b"]),
        ("GPT-4", ["gpt", "4"]),
        ("H2O", ["h2o"]),
        ("H$_2$O", ["h2o"]),
        ("o1", ["o1"]),
        ('Schr\\"odinger', ["schrodinger"]),
        ("$\\alpha$-divergence", ["α", "divergence"]),
        ("snake_case", ["snake", "case"]),
        ("深度学习", ["深", "度", "学", "习"]),
        ("한국어", ["한", "국", "어"]),
        ("BERT模型", ["bert", "模", "型"]),
        ("++ -- ## 😀", []),
    ],
)
def test_words_are_cut_as_readers_would_look_for_them(text: str, found: list[str]) -> None:
    assert tokens(text) == found


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_gives_words_that_stay_words(text: str) -> None:
    assert all(TOKEN.fullmatch(token) and fold(token).strip() == token for token in tokens(text))


def test_a_word_of_any_length_has_a_stem_of_bounded_length() -> None:
    assert 0 < len(stem("x" * 70_000 + "ing")) <= 64


@pytest.mark.parametrize("word", [word for word in WORDS if '"' not in word])
def test_a_word_of_a_paper_finds_that_paper(word: str) -> None:
    corpus = corpus_of([paper("Something else"), paper(f"About {word} at last")])
    assert asked(corpus, f"title:{word}") == [1]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("schrodinger", 'Schr\\"odinger bridges'),
        ("Schrödinger", "Schrodinger bridges"),
        ("runs", "Running far"),
        ("h2o", "H$_2$O"),
        ("H₂O", "H2O"),
        ("学习", "深度学习"),
        ("GPT4", "GPT4"),
        ('"gpt 4"', "GPT-4"),
        ("c++", "Modern C++."),
    ],
)
def test_a_query_is_cut_as_the_paper_is(query: str, text: str) -> None:
    assert asked(corpus_of([paper("Nothing"), paper(text)]), query) == [1]


def test_a_part_of_a_name_with_signs_is_not_the_name() -> None:
    assert asked(corpus_of([paper("Modern C")]), "C++") == []
