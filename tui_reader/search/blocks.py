"""One block of a posting list, as Whoosh keeps it and as it is quick to write and to read.

Whoosh pickles three tuples: the steps from paper to paper, the weights, and the occurrences in
four bytes each. It only goes through them one by one, so anything will do that a pickle makes of
plain Python with the same items. Here these are arrays and bytes, which load fifty times faster,
and the pickle makes them of shorter strings: a step that UTF-8 has in one byte takes one byte.
"""

import operator
import sys
from array import array
from codecs import encode
from collections.abc import Callable
from pickle import dumps
from typing import Any

import numpy as np

from tui_reader.search.arrays import Floats, Ints

BLOCK = 8192
"""Postings in a block: large blocks decode faster, small ones would only help skipping."""
PROTOCOL = 3
"""Of the pickles: the first that has bytes."""

_UTF_32 = f"utf-32-{sys.byteorder[0]}e"
_MOST = sys.maxunicode


class _Made:
    """Something a pickle makes by calling a function, instead of having it whole."""

    def __init__(self, make: Callable[..., Any], *arguments: object) -> None:
        self._made = make, arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self._made


def block_data(steps: Ints, counts: Ints, weight: float) -> bytes:
    """A pickled block.

    Args:
        steps: shape (P,), the first paper number, then the steps to the next ones.
        counts: shape (P,), the term's occurrences in each paper.
        weight: what one occurrence weighs.
    """
    return dumps((_steps(steps), *_weights_and_values(counts, weight)), PROTOCOL)


def _steps(steps: Ints) -> object:
    if int(steps.max()) > _MOST:
        return array("I", steps.tobytes())
    text = steps.tobytes().decode(_UTF_32, "surrogatepass")
    return _Made(array, "I", _Made(encode, text, _UTF_32, "surrogatepass"))


def _weights_and_values(counts: Ints, weight: float) -> tuple[object, object]:
    most = int(counts.max())
    if most == int(counts.min()):
        heavy = most * weight
        once = most.to_bytes(4, "big")
        return None if heavy == 1.0 else heavy, _Made(operator.mul, once, len(counts))
    if not fits_bytes(most, weight):
        weights = array("f", (counts * np.float32(weight)).astype(np.float32).tobytes())
        return weights, counts.astype(">u4").tobytes()
    text = counts.astype(np.uint8).tobytes().decode("latin-1")
    values = _Made(encode, text, "utf-32-be")
    if weight == 1.0:
        return _Made(encode, text, "latin-1"), values
    return (counts * int(weight)).astype(np.uint8).tobytes(), values


def fits_bytes(most: int, weight: float) -> bool:
    """Whether up to so many occurrences of some weight have weights that bytes can hold."""
    return weight.is_integer() and most * weight <= 255


def block_postings(data: Any) -> tuple[Ints, Floats]:
    """Paper numbers and weights of an unpickled block, of Whoosh's own making or of ours.

    Raises TypeError or ValueError where it is neither.
    """
    steps, weights, _ = data
    docs = np.cumsum(_numbers(steps), dtype=np.int32)
    if weights is None:
        return docs, np.ones(len(docs), dtype=np.float32)
    if isinstance(weights, float):
        return docs, np.full(len(docs), weights, dtype=np.float32)
    heavy = _numbers(weights).astype(np.float32)
    if len(heavy) != len(docs):
        raise ValueError("as many weights as postings")
    return docs, heavy


def _numbers(items: Any) -> Any:
    if isinstance(items, bytes):
        return np.frombuffer(items, dtype=np.uint8)
    if isinstance(items, array):
        return np.frombuffer(items, dtype=items.typecode)
    if not isinstance(items, tuple):
        raise TypeError(f"{type(items)} holds no postings")
    return np.array(items)
