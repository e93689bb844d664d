"""Arrays come back from their file as they were, whatever width they lie in."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.search.array_file import ArrayFile, write_arrays

whole = st.lists(st.integers(-(2**31), 2**31 - 1) | st.integers(-1, 255), max_size=20)


@given(whole)
def test_numbers_come_back(tmp_path_factory: pytest.TempPathFactory, numbers: list[int]) -> None:
    file = tmp_path_factory.mktemp("arrays") / "some.npz"
    write_arrays(file, some=np.array(numbers, dtype=np.int64))
    assert ArrayFile(file).array("some", np.int32).tolist() == numbers


@given(st.lists(st.integers(0, 2**40), max_size=20).map(sorted))
def test_rising_numbers_come_back(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int]
) -> None:
    file = tmp_path_factory.mktemp("arrays") / "some.npz"
    write_arrays(file, rising=["some"], some=np.array(numbers, dtype=np.int64))
    assert ArrayFile(file).rising("some").tolist() == numbers


def test_small_numbers_take_a_byte_each(tmp_path: Path) -> None:
    file = tmp_path / "some.npz"
    write_arrays(file, some=np.full(50_000, 7, dtype=np.int64))
    assert file.stat().st_size < 51_000
