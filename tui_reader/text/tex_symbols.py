"""TeX's named signs and what they look like. Tables only."""


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_GREEK = _pairs("""
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω
    textalpha α textbeta β textgamma γ textmu µ
""")

_RELATIONS = _pairs("""
    leq ≤ le ≤ leqslant ⩽ leqq ≦ geq ≥ ge ≥ geqslant ⩾ geqq ≧ neq ≠ ne ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙
    lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ nless ≮ ngtr ≯ nleq ≰ ngeq ≱
    approx ≈ approxeq ≊ sim ∼ nsim ≁ simeq ≃ cong ≅ ncong ≇ equiv ≡ asymp ≍ doteq ≐ triangleq ≜
    coloneqq ≔ eqqcolon ≕ coloneq ≔ propto ∝ varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰
    preccurlyeq ≼ succcurlyeq ≽ in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
    nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑
    sqsupseteq ⊒ Subset ⋐ Supset ⋑ perp ⊥ parallel ∥ nparallel ∦ mid ∣ nmid ∤ vdash ⊢ dashv ⊣
    models ⊨ vDash ⊨ Vdash ⊩ nvdash ⊬ nvDash ⊭ bowtie ⋈ smile ⌣ frown ⌢ between ≬ trianglelefteq ⊴
    trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵
""")

_OPERATORS = _pairs("""
    pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet • cdot ⋅ cdotp · cap ∩ cup ∪ uplus ⊎ sqcap ⊓
    sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ veebar ⊻ barwedge ⊼ setminus ∖ smallsetminus ∖ wr ≀
    amalg ⨿ diamond ⋄ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ dagger † ddagger ‡ dag † ddag ‡
    ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀
    bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆ neg ¬ lnot ¬ forall ∀ exists ∃
    nexists ∄ emptyset ∅ varnothing ∅ nabla ∇ partial ∂ infty ∞ surd √ prime ′ backprime ‵
    angle ∠ measuredangle ∡ sphericalangle ∢ triangle △ triangledown ▽ bigtriangleup △
    bigtriangledown ▽ square □ Box □ blacksquare ■ Diamond ◇ lozenge ◊ blacklozenge ⧫
    bigstar ★ blacktriangle ▲ bigcirc ◯ therefore ∴ because ∵ top ⊤ bot ⊥ complement ∁
""")

_ARROWS = _pairs("""
    to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕
    Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ implies ⟹
    impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹
    Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ leadsto ⇝ rightsquigarrow ⇝
    leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣
    rightrightarrows ⇉ leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ circlearrowleft ↺
    circlearrowright ↻ curvearrowleft ↶ curvearrowright ↷ nrightarrow ↛ nleftarrow ↚
    nRightarrow ⇏ multimap ⊸ textrightarrow → textleftarrow ←
""")

_OTHERS = _pairs("""
    ldots … dots … textellipsis … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ]
    llbracket ⟦ rrbracket ⟧ lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ backslash \\ colon :
    hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ imath ı jmath ȷ eth ð mho ℧
    AA Å angstrom Å degree ° textdegree ° checkmark ✓ cmark ✓ xmark ✗ maltese ✠ flat ♭ natural ♮
    sharp ♯ spadesuit ♠ heartsuit ♥ diamondsuit ♦ clubsuit ♣ copyright © textcopyright ©
    textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro € EUR € yen ¥
    textyen ¥ textcent ¢ textsection § textparagraph ¶ textbullet • textperiodcentered ·
    textdagger † textpm ± texttimes × textdiv ÷ textonehalf ½ textordfeminine ª
    textordmasculine º textquestiondown ¿ textexclamdown ¡ guillemotleft « guillemotright »
    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “
    textquotedblright ” textquotesingle ' textquotedbl " textasciigrave ` textbackslash \\
    textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater >
    textbraceleft { textbraceright } textdollar $ textpercent % textnumero №
    TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX argmax argmax argmin argmin bmod mod mod mod
    lt < gt > lq ‘ rq ’
""")

_FUNCTIONS = _words("""
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh
""")

SYMBOLS = _GREEK | _RELATIONS | _OPERATORS | _ARROWS | _OTHERS | {name: name for name in _FUNCTIONS}
"""Command to sign, in formulas and in prose."""

LETTERS = _pairs("""
    o ø O Ø l ł L Ł ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ
    ng ŋ NG Ŋ S § P ¶
""")
"""Letters and signs of prose; in formulas such short names are authors' own."""

SIGN_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307",
}  # fmt: skip
"""Accent commands written with a sign, as in `\\'e`."""

LETTER_ACCENTS = {
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a",
    "b": "\u0331", "d": "\u0323",
}  # fmt: skip
"""Accent commands written with a letter, as in `\\v{C}`; in prose only."""

MATHS_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "overline": "\u0305", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a", "not": "\u0338",
}  # fmt: skip
"""Marks over one sign of a formula."""

PROSE_WRAPPERS = _words("""
    emph text textrm textsf texttt textup textnormal textbf textmd textit textsl textsc underline
    uline mbox hbox textsuperscript textsubscript fbox makebox title section subsection
    subsubsection paragraph chapter enquote intertext sout ul hl textquote
""")
"""Commands that show their argument, which is prose."""

MATHS_WRAPPERS = _words("""
    mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb operatorname
    operatornamewithlimits mathop mathbin mathrel mathord mathopen mathclose ensuremath boxed
    underbrace overbrace substack smash overrightarrow cancel num vectorbold symbf
""")
"""Commands that show their argument, which is a formula."""

ALPHABETS = {
    "mathbb": "bb", "mathds": "bb", "mathbbm": "bb", "Bbb": "bb", "mathcal": "cal",
    "mathscr": "cal", "cal": "cal", "mathfrak": "frak",
}  # fmt: skip
"""Commands that choose an alphabet for one letter."""

DECLARATIONS = _words("""
    em bf it rm sf sl sc tt bfseries mdseries itshape slshape scshape upshape rmfamily sffamily
    ttfamily normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
    boldmath unboldmath centering noindent raggedright par
""")
"""Commands that change what follows and show nothing."""

SIZES = _words("""
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm
    displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits mathstrut allowbreak
    nonumber notag xspace protect relax
""")
"""Commands of size and place that show nothing."""

SPACES = _words("""
    quad qquad enspace thinspace medspace space newline linebreak hfill hline smallskip medskip
    bigskip
""")
"""Commands that stand for a space."""

DROPPED_WITH_ARGUMENT = _words(
    "label hspace vspace color phantom hphantom vphantom index pagestyle"
)
"""Commands that go with their argument."""

REFERENCES = _words("""
    cite citep citet citealp citealt citeauthor citeyear citeyearpar citenum parencite textcite
    autocite footcite nocite ref eqref autoref cref Cref pageref nameref vref
""")
"""Commands that point somewhere, shown as `[key]`."""
