"""Papers to export: a well-known one, and hostile ones of every kind."""

from decimal import Decimal

from hypothesis import strategies as st

from tui_reader.annotation import STATUSES, Annotation
from tui_reader.exports.entries import Entry
from tui_reader.exports.formats import FORMATS
from tui_reader.papers import Paper, PaperId

ATTENTION = Paper(
    id=PaperId("arxiv:1706.03762"),
    title="Attention Is All You Need",
    abstract="We propose the Transformer.\nIt costs $O(n^2)$ & more.",
    authors=("Ashish Vaswani", "Łukasz Kaiser"),
    date="2017-06-12",
    year=2017,
    url="https://arxiv.org/abs/1706.03762",
    arxiv_id="1706.03762",
    keywords=("attention", "translation"),
    categories=("cs.CL",),
)
NOTED = Annotation(
    star="2026-10-05",
    status="to read",
    tags=("nlp", "to cite"),
    lists=(("train", Decimal("2.5")),),
    note="Read again.\n\n- the figure\n- the ablation",
)

PIECES = (
    "}, howpublished={\\input{/etc/passwd}}% $x_1$ & #1~^",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](http://x.org/y)",
    "@article{b, title = {c}}",
    "=cmd|'/C calc'!A0",
    "\u202e=1",
    "＝1",
    "\x1b]0;t\x07",
    "\ud800",
    '"quoted", \'too\'',
    "\nER  - \nTY  - JOUR\n",
    "\r\n\x85\u2028",
    "\N{HEBREW LETTER ALEF}\u200f",
    " and ",
    "van der",
    "$\\alpha$ \\emph{very}",
    "GPT-4",
    "1. ",
    "---",
    "深度学习 😀 Schrödinger",
    "\\",
    "{",
    "}",
    "`",
    "~~a~~",
    "| a | b |",
    "&amp;",
    "0",
)  # fmt: skip

text = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=8), st.sampled_from("=+-@|%\t #*_>")),
    max_size=5,
).map("".join)
addresses = st.one_of(
    st.sampled_from(
        ["", "https://x.org/a_b?c=%20&d#e", "javascript:alert(1)", 'https://x.org/"><b>(c)}']
    ),
    text,
)
names = st.lists(
    st.one_of(text, st.sampled_from(["Ludwig van Beethoven", "King Jr.", "Qwen Team"])), max_size=4
).map(tuple)

papers = st.builds(
    Paper,
    id=text.map(PaperId),
    title=text,
    abstract=text,
    authors=names,
    date=st.one_of(st.sampled_from(["", "2017", "2017-06", "2017-06-12", "2017-99"]), text),
    year=st.one_of(st.none(), st.integers(1000, 3000)),
    venue=text,
    url=addresses,
    pdf=addresses,
    code=addresses,
    arxiv_id=st.one_of(st.sampled_from(["", "1706.03762", "math.GT/0309136"]), text),
    doi=st.one_of(st.sampled_from(["", "10.1000/x_y&z", "10.1000/}x"]), text),
    keywords=names,
    categories=names,
    upvotes=st.one_of(st.none(), st.integers(0, 10)),
)
annotations = st.builds(
    Annotation,
    star=st.sampled_from(["", "true", "2026-10-05"]),
    status=st.sampled_from(STATUSES),
    tags=names,
    lists=st.lists(st.tuples(text, st.decimals(1, 9, places=1)), max_size=3).map(tuple),
    note=text,
)
entries = st.lists(st.builds(Entry, papers, annotations), max_size=5)


def exported(name: str, *given: Entry | Paper) -> str:
    """Papers in a format."""
    every = [each if isinstance(each, Entry) else Entry(each) for each in given]
    return "".join(FORMATS[name].write(every))
