"""Queries that made other parsers raise or hang: 126 fixed ones, more, and a fuzzer of tokens."""

from string import ascii_lowercase

from hypothesis import strategies as st

_TWENTY_NINES = "9" * 20

STARS = (
    "", "   ", "*", "***", "*" * 10, "title:*", "?", "????", "*a*", "*a*b*c*", "a*", "*e",
    "?*" * 8, "*" + "a*" * 30, "*?" * 200, "title:[a-z]*", "a[*", "*:*", "title:(* OR *)",
    " ".join(f"*{letter}*" for letter in ascii_lowercase),
    " OR ".join(f"*{letter}*" for letter in ascii_lowercase), "'*'",
)  # fmt: skip
FUZZY_AND_BOOST = (
    "graf~", "graph~9", "graph~2/9", "graph~99999999", "x" * 3000 + "~2", "~", "~2", "graph^2",
    "graph^abc", "graph^1e999", "graph^-5", "graph^nan", "graph^0",
)  # fmt: skip
SIZE = (
    "x" * 10_000, "graph " * 2000, " ".join(f"word{n}" for n in range(1800)),
    " OR ".join(["graph"] * 8000), "NOT " * 2000 + "x", " AND ".join(["(graph OR neural)"] * 150),
    "(" * 300 + "graph" + ")" * 300, "(" * 2000 + "graph" + ")" * 2000, "(" * 5000,
)  # fmt: skip
QUOTES = (
    '"', '"graph neural', '"""', '""', '"the of"', '"' + "graph " * 1500 + '"',
    '"graph neural"~99999999', "'graph", "'",
)  # fmt: skip
BRACKETS = (
    "(", ")", "((graph", "graph))", "()", "[", "]", "{", "[TO]", "[ TO ]", "title:[TO]",
    "title:[a TO zzz]",
)  # fmt: skip
OPERATORS = (
    "the of and", "NOT", "NOT the", "NOT graph", "AND", "OR", "AND OR NOT", "graph AND",
    "AND graph", "graph ANDNOT", "ANDMAYBE", "REQUIRE", "NOT (NOT (NOT graph))", "+", "-",
    "+graph -", "--x", ";", "\\",
)  # fmt: skip
FIELDS = (
    "title:", "title: ", ":", "title:abstract:x", "foo:bar", "https://arxiv.org/abs/1706.03762",
    "10:30", "10.1000/xyz123", "C++", "starred:maybe", "starred:*",
)  # fmt: skip
DATES = (
    "year:[TO]", "year:[2000 TO]", "year:[ TO 2000]", "year:[a TO b]", "year:abc", "year:>",
    "year:>=2000", f"year:{_TWENTY_NINES}", f"year:[1 TO {_TWENTY_NINES}]", "year:1e999",
    "year:nan", "year:٣", "year:2*", "date:notadate", "date:2020", "date:[2020 TO]",
    "date:20209999",
)  # fmt: skip
EXPRESSIONS = ('r"(a+)+$"', 'r"("', 'r"(([a-z])+.)+[A-Z]([a-z])+$"', 'r".*"')
SIGNS = (
    "gra\x00ph", "\ud800", "😀", "\u202egraph", "e" + "\u0301" * 500, "\u200b", "ｇｒａｐｈ",
    "graph\nneural", "graph\tneural", "深度学习",
)  # fmt: skip
VECTORS = (
    *STARS, *FUZZY_AND_BOOST, *SIZE, *QUOTES, *BRACKETS, *OPERATORS, *FIELDS, *DATES,
    *EXPRESSIONS, *SIGNS,
)  # fmt: skip

CONSTRUCTS = (
    '"a b"~', '"a b"~3', '"a b"~99', '"a b"~x', '"a b"~3.5', '"a b"~-1', '"a b"~٣', '"a b*"~2',
    '"a b"~' + "9" * 400, '"a b"~~3', '"a b"~3"c d"', '"a b"~3(c)', 'year:"2024"~3', "~",
    "~~", "~ab", "~abcd", "~~abcd", "~-abcd", "~title:abcd", "~ti:x", "-~abcd", "~-~abcd",
    "~abcd*", '~"a b"', "~(abcd)", "=", "==", "=a", "=-a", "=OR", "=*", "=a*b", "a=b", '="a b"',
    "title:=a", "year:=2024", "is:~new", "mo*ing", "m*ing", "mo*", "mo**ing", "mo*i*n*g*",
    "*" * 100 + "a", "a" + "*" * 100 + "b", "ab" + "*c" * 100, "ab*,", "ab*-cd", "-ab*cd",
    "t*itle:x", "ti*tle:x", "*-x", "-*-x", "*OR", "ab*OR", "id:", "id:*", "id:a*", "id:a*b",
    "id:-x", "id:title:x", "ID:10.1/a(b)c", "id:10.1/a(b", "(id:a(b))", "id:(a b*)", 'id:"a (b"',
    "ſeen:a(b)", "ıd:a(b)", "seen:", "seen:*", "seen:*a*", 'seen:"a b.txt"', 'seen:"* a *"',
    "seen:(a -b)", "note:x", 'note:"a b"~2', "note:(a b)", "is:new", "has:pdf", "sort:",
    "sort:date", "sort:-date", "sort:date-reversed", "-sort:date", "--sort:date", "(sort:date)",
    "sort:(date title)", "aa OR sort:date", "sort:date OR aa", 'sort:"date"', "sort:da",
    "sort:date-r", "date:today", "date:TODAY", "date:yest", "date:this-", "date:this-week-",
    "date:..today", "date:last-year..today", "date:>last-week", "date:last-week*",
    "year:this-year", "date:İ..to", "tag:", "tag:*", "tag:**", "tag:a*", "tag:a*b", "tag:*a",
    "tag:-x", "tag:!", "tag:a(b", "-tag:a(b)", "tag:(a -b* NOT *)", 'tag:" "', 'tag:"a *"~2',
    'list:"to read', 'list:"to read*"', "NOT list:*", "lists:x", "list:tag:x", "starred:",
    "starred:2025-1", "starred:last-week..", "starred:>2024", "starred:..", "(starred:today)",
    "is:to-", "is:to-read", "has:tag", "has:list",
)  # fmt: skip
"""More of the language's own: gaps, signs before words, stars inside them, and its filters."""

TOKENS = (
    "graph", "neural", "the", "of", "AND", "OR", "NOT", "ANDNOT", "ANDMAYBE", "REQUIRE", "(", ")",
    '"', "'", "[", "]", "{", "}", "TO", "to", ":", "title:", "year:", "date:", "starred:", "tags:",
    "status:", "foo:", "*", "?", "^", "^2", "^abc", "~", "~2", "~9", "+", "-", ">", "<", ">=", "=",
    "\\", "/", "2000", "1999-01", "20200101", "-1", "1e9", ",", ";", "é", "深", "\u202e", "\x00",
    "\n", "C++", "a.b", "@", "#", "$", "%", "&", "|", "!", 'r"a"', "year:[", "title:[", "yes",
    '"graph neural"', '"the"', "''", "is:", "has:", "author:", "starred", "..", "2024", "“", "”",
    "id:", "note:", "seen:", "sort:", "arxiv:", "date", "-reversed", "new", "pdf", "~3", "~99",
    "**", "mod*ing", "today", "last-month", "this-", "10.1/a", "“two words”", "\ud800", "e\u0301",
    "İ", "ſ", "tag:", "list:", "ra*", "★",
)  # fmt: skip

token_soup = st.lists(
    st.tuples(st.sampled_from(TOKENS), st.sampled_from(["", " "])), min_size=1, max_size=12
).map(lambda draws: "".join(token + space for token, space in draws))
