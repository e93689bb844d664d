"""A typo as people make them: a letter left out, wrong, or swapped with the next."""

import random

FIRST_LETTER = 0.07
"""Share of typos in the first letter of a word (Mitton 1987)."""


def misspelled(word: str, chance: random.Random) -> str:
    """A word of at least three letters with one typo."""
    place = 0 if chance.random() < FIRST_LETTER else chance.randrange(1, len(word))
    kind = chance.choice(("dropped", "wrong", "swapped"))
    if kind == "dropped":
        return word[:place] + word[place + 1 :]
    if kind == "wrong":
        other = chance.choice([letter for letter in "etaoinsrlcdump" if letter != word[place]])
        return word[:place] + other + word[place + 1 :]
    place = min(place, len(word) - 2)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return swapped if swapped != word else word[:place] + word[place + 1 :]
