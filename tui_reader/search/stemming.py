"""Porter2 stems by Whoosh's own steps, of which those are left out that cannot change a word.

The stems are those of `whoosh.lang.porter2.stem`, found several times faster: nearly every step
looks for endings, and whether a word has one of them is a single question.
"""

from whoosh.lang import porter2

_STEP_1A = ("s", "ied")
_STEP_1B = ("eedly", "eed", *porter2.s1b_suffixes)
_STEP_1C = ("y", "Y")
_STEP_2 = tuple(ending for ending, *_ in porter2.s2_triples)
_STEP_3 = tuple(ending for ending, *_ in porter2.s3_triples)
_STEP_4 = (*porter2.s4_delete_list, "sion", "tion")
_STEP_5 = ("l", "e")
_LATER = (*_STEP_1B, *_STEP_1C, *_STEP_2, *_STEP_3, *_STEP_4, *_STEP_5)
_ANY_LATER = tuple(
    {each for each in _LATER if not any(each != end and each.endswith(end) for end in _LATER)}
)
"""The shortest endings of all steps behind the first: without one of these none of them acts."""


def stem(word: str) -> str:
    """The stem of a word in lower case."""
    if len(word) <= 2 or "'" in word or word in porter2.exceptional_forms:
        return str(porter2.stem(word))
    whole = porter2.capitalize_consonant_ys(word) if "y" in word else word
    word = porter2.step_1a(whole) if whole.endswith(_STEP_1A) else whole
    if word.endswith(_ANY_LATER) and word not in porter2.exceptional_early_exit_post_1a:
        word = _later_steps(word, whole)
    return word.replace("Y", "y")


def _later_steps(word: str, whole: str) -> str:
    # The regions of a word are those of its whole form, before any step.
    first = porter2.get_r1(whole)
    if word.endswith(_STEP_1B):
        word = porter2.step_1b(word, first)
    if word.endswith(_STEP_1C):
        word = porter2.step_1c(word)
    if word.endswith(_STEP_2):
        word = porter2.step_2(word, first)
    if word.endswith(_STEP_3):
        word = porter2.step_3(word, first, porter2.get_r2(whole))
    if word.endswith(_STEP_4):
        word = porter2.step_4(word, porter2.get_r2(whole))
    if word.endswith(_STEP_5):
        word = porter2.step_5(word, first, porter2.get_r2(whole))
    return str(word)
