"""Stems are those of Whoosh's porter2, whatever the word."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh.lang import porter2

from tests.search.material import WORDS
from tui_reader.search.stemming import stem

ENDINGS = sorted(
    {ending for ending, *_ in (*porter2.s2_triples, *porter2.s3_triples)}
    | {*porter2.s4_delete_list, "sion", "tion", "s", "ies", "ied", "sses", "us", "eed", "eedly"}
    | {*porter2.s1b_suffixes, "y", "ly", "e", "l", "ll", "tt", "'s", ""}
)
pieces = st.lists(st.sampled_from("abeiostyY'9é"), max_size=5).map("".join)
built = st.builds("".join, st.tuples(pieces, st.sampled_from(ENDINGS), st.sampled_from(ENDINGS)))
words = built | st.sampled_from([*WORDS, *porter2.exceptional_forms]) | st.text(max_size=8)


@given(words)
@settings(deadline=None, max_examples=500)
@example("succeed")
@example("herrings")
@example("sayings")
def test_a_stem_is_that_of_whoosh(word: str) -> None:
    try:
        theirs = porter2.stem(word)
    except IndexError:  # theirs fails on "Y" and the like, which is in no folded text
        return
    assert stem(word) == theirs
