"""How TeX reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.text.clean import clean
from tui_reader.text.tex import readable

REFERENCE = [
    ("$α$-divergence", "α-divergence"),
    (r"$\alpha$-$\beta$ \\ newline", "α-β newline"),
    (r"Schr\"odinger bridge", "Schrödinger bridge"),
    (r"G\'erard M{\o}ller, \v{C}ech, \c{S}", "Gérard Møller, Čech, Ş"),
    (r"33.3\% accuracy", "33.3% accuracy"),
    (r"\emph{very} \textbf{deep}", "very deep"),
    (r"{\em Old} style {\bf bold}", "Old style bold"),
    (r"$O(n \log n)$ time", "O(n log n) time"),
    ("H$_2$O and $10^{-3}$", "H₂O and 10⁻³"),
    (r"see \cite{foo2020,bar} and Sec.~\ref{s1}", "see [foo2020,bar] and Sec. [s1]"),
    (r"code: \url{https://github.com/a_b/c}", "code: https://github.com/a_b/c"),
    (r"\href{https://x.org/a_b}{our page}", "our page (https://x.org/a_b)"),
    (r"$\mathbb{R}^{d\times k}$, $\mathcal{L}_{\text{KL}}$", "ℝ^(d× k), ℒ_(KL)"),
    (r"$\frac{a+b}{c}$, $\sqrt{T}$", "(a+b)/c, √T"),
    (r"$\tilde{O}(\sqrt{dK^3T})$", "Õ(√(dK³T))"),
    (r"costs \$5 & 10$ only", "costs $5 & 10$ only"),
    (r"$x_i \in \{0,1\}^n$ s.t. $\|x\|_2 \leq \epsilon$", "xᵢ ∈ {0,1}ⁿ s.t. ‖x‖₂ ≤ ϵ"),
    ("``quoted'' text -- and --- dashes", "“quoted” text – and — dashes"),
    ("100% of A_b_c #1 & C~D", "100% of A_b_c #1 & C D"),
    (r"\texttt{pip install x} $\rightarrow$ $\sim$30\%", "pip install x → ∼30%"),
    (r"a \( x \) and \[ y \]", "a x and y"),
    (r"\textit{in vivo} p$<$0.05, R$^2$=0.9", "in vivo p<0.05, R²=0.9"),
    (r"$$\sum_{i=1}^{n} x_i$$", "∑ᵢ₌₁ⁿ xᵢ"),
    (r"\begin{equation} x = y \end{equation}", "x = y"),
    (r"10\textsuperscript{th} \& \_x\_", "10th & _x_"),
]

UNCHANGED = [
    "",
    "plain text with no TeX at all, 50% off",
    r"unbalanced { $x^2 and \foo",
    r"unbalanced } \alpha",
    r"\foo stays, \foo{with its argument} too",
    "from $5 to US$10",
    "about ~30%, or 5~10",
    "use --verbose",
    "above\n---\nbelow",
    "https://x.org/~bob/a--b_c",
    "a private sign \ue000 and \\alpha",
    "{" * 50 + "\\alpha" + "}" * 50,
    "$" + r"\hat" * 50 + "$",
    "A_b and x^2",
]

MORE = [
    (r"$\hat{x}_i \not\in A^\top$", "x̂ᵢ ∉ Aᵀ"),
    (r"$90^\circ$, $f'(x)$, $x^{\prime}$", "90°, f′(x), x′"),
    (r"$\left\{ a \right.$ $\big( b \big)$", "{ a ( b )"),
    (r"$\binom{n}{k}$, $\sqrt[3]{x+1}$, $\sqrt[n]{x}$", "(n choose k), ∛(x+1), ⁿ√x"),
    (r"$\operatorname*{argmax}_\theta x$", "argmax_θ x"),
    (r"$\frac12 + \frac{10}{3}$", "1/2 + 10/3"),
    (r"$x_{i,j}^{T}$ $a_{i = 1}^{n - 1}$", "x_(i,j)ᵀ aᵢ₌₁ⁿ⁻¹"),
    (r"$\mathbb{1}_{x>0}$, $\mathfrak{g}$, $\mathbb{RP}$", "𝟙_(x>0), 𝔤, RP"),
    (r"$\foo x$, $O(\poly(d)\sqrt{T})$", "foo x, O(poly(d)√T)"),
    (r"$x$$y$ and $$z$$", "xy and z"),
    (r"\$5--\$6, pages 3--5", "$5–$6, pages 3–5"),
    ("from $5 to $10 and $x^2$", "from $5 to $10 and x²"),
    ("Kullback--Leibler", "Kullback–Leibler"),
    (r"Stra\ss e, na\"{\i}ve, \AA ngstr\"om, {\'E}cole", "Straße, naïve, Ångström, École"),
    (r"\citep[see][p.~3]{a,b}, \eqref{e:1}", "[a,b], [e:1]"),
    (r"\href{https://x.org/a\_b}{https://x.org/a_b}", "https://x.org/a_b"),
    (r"\textcolor{red}{hi} \footnote{see} x\label{a} y", "hi (see) x y"),
    (r"\LaTeX{} is \LaTeX\ too", "LaTeX is LaTeX too"),
    (r"\emph{an $\alpha$ in \textbf{bold}}", "an α in bold"),
    ("{BERT}: pre-training", "BERT: pre-training"),
    (r"they said \"no\", don\'t", 'they said "no", don\'t'),
    (r"$\text{if } x$, $\text{a $y$ b}$", "if x, a y b"),
    (r"$\overset{!}{=}$, $\underset{x}{\min}$", "=^!, minₓ"),
    (r"\begin{itemize} \item one \item two \end{itemize}", "• one • two"),
]

TEX_PIECES = [
    r"\alpha", r"\emph", r"\frac", r"\sqrt", r"\hat", r"\'", r"\"", r"\v", r"\\", r"\{", r"\}",
    r"\$", r"\(", r"\)", r"\[", r"\]", "{", "}", "$", "$$", "^", "_", "~", "&", "%", "--", "---",
    "``", "''", r"\cite", r"\href", r"\url", r"\left", r"\right", r"\text", r"\mathbb", r"\foo",
    r"\item", r"\begin{equation}", r"\end{equation}", r"\begin{x}", "[", "]", "*", ".", "a", "b c",
    "5", " ", "  ", "é", "深", "https://x.org/~a_b", r"\o", r"\em", r"\footnote", r"\overset",
    r"\label", r"\hspace", r"\not", "'", "`", "-", r"\quad", r"\,", "\n", "\n\n", "\\", "\u0301",
    r"\|", "{a}", "{b^2}", "$x$",
]  # fmt: skip
tex_text = st.lists(st.sampled_from(TEX_PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(("tex", "said"), [*REFERENCE, *MORE])
def test_tex_reads_as_unicode(tex: str, said: str) -> None:
    assert readable(tex) == said


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_is_no_tex_stays(text: str) -> None:
    assert readable(text) == text


def test_text_without_tex_is_the_same_object() -> None:
    text = "Ordinary words, 50% of them — even Schrödinger’s."
    assert readable(text) is text


def test_paragraphs_stay_apart() -> None:
    assert readable("One $x$.\n\nTwo\\\\\nthree.\n") == "One x.\n\nTwo\nthree.\n"


def test_a_dollar_sign_does_not_reach_into_the_next_paragraph() -> None:
    assert readable("It costs $5.\n\nThen $x^2$.") == "It costs $5.\n\nThen x²."


def test_double_spaces_of_the_author_stay() -> None:
    assert readable(r"two  spaces, \noindent  one $x$") == "two  spaces, one x"


@pytest.mark.parametrize(
    "piece",
    [r"\(", "$5 ", "{}", "$", r"\\ ", r"\hat", "^", r"\cite[a", r"\begin{equation}", "~", r"\sqrt[",
     "{$x\n\n}", r"\foo{a}", "$\\;", " " * 500 + "\\\\", "\u0f71\u0f72$", "''", "\\"],
)  # fmt: skip
def test_endless_repetition_is_read_to_its_end(piece: str) -> None:
    said = readable(piece * 5_000)
    assert isinstance(said, str)
    assert len(said) <= 4 * len(piece * 5_000)


@given(st.one_of(st.text(st.characters()), tex_text))
@settings(deadline=None, max_examples=400)
def test_nothing_raises_and_no_seam_shows(text: str) -> None:
    said = readable(clean(text))
    assert "\ue000" not in said
    assert "\ue001" not in said


@given(tex_text)
@settings(deadline=None, max_examples=400)
def test_clean_text_stays_clean(text: str) -> None:
    said = readable(clean(text))
    assert clean(said) == said


@given(st.text(st.characters(exclude_characters="\\${}~-`'")))
@settings(deadline=None)
def test_text_without_its_signs_is_never_touched(text: str) -> None:
    assert readable(text) == text


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.sampled_from(["emph", "text"]))
@settings(deadline=None)
def test_a_wrapper_shows_what_it_wraps(word: str, command: str) -> None:
    assert readable(f"a \\{command}{{{clean(word)}}} b") == f"a {clean(word)} b"
