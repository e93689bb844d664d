import bz2
import gzip
import lzma
import os
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui_reader.errors import UnreadableError
from tui_reader.files import compression
from tui_reader.files.lines import MAX_LINE, lines
from tui_reader.files.reading import open_text, shown_name

_AS_THEY_COME = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

packing = pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
Pack = Callable[[bytes], bytes]


def written(folder: Path, content: bytes) -> Path:
    path = folder / "dump.txt"
    path.write_bytes(content)
    return path


def lines_of(path: Path) -> list[str | None]:
    with open_text(path) as file:
        return list(file.lines())


def reason(path: Path) -> str:
    """Why a file cannot be read."""
    with pytest.raises(UnreadableError) as refused, open_text(path) as file:
        for _ in file.pieces():
            pass
    return refused.value.reason


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        (b"\n\n", ["", ""]),
        (b"", []),
        (b"a\n", ["a"]),
        (b"a\r", ["a"]),
        ("a\u2028b\x85c\x0bd".encode(), ["a\u2028b\x85c\x0bd"]),
        (b"\xef\xbb\xbfx", ["x"]),
        ("é\nü".encode("utf-16"), ["é", "ü"]),
        (b"\xfe\xff" + "é\r\nü".encode("utf-16-be"), ["é", "ü"]),
        ("é".encode("utf-32"), ["é"]),
        (b"\x00\x00\xfe\xff" + "é".encode("utf-32-be"), ["é"]),
        (b"x" * 400 + b"\0", ["x" * 400 + "\0"]),
    ],
)
def test_text_is_decoded_and_split_at_line_ends_only(
    tmp_path: Path, content: bytes, expected: list[str]
) -> None:
    assert lines_of(written(tmp_path, content)) == expected


@given(
    text=st.text(st.sampled_from("ab\r\né\U0001f600"), max_size=60),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    at=st.integers(0, 60),
)
@_AS_THEY_COME
def test_lines_do_not_depend_on_where_reading_stopped(
    tmp_path: Path, text: str, encoding: str, at: int
) -> None:
    filler = "x" * (compression.CHUNK - at)
    path = written(tmp_path, (filler + text).encode(encoding))
    expected = (filler + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert lines_of(path) == (expected if expected[-1] else expected[:-1])


@given(st.lists(st.text(st.sampled_from("ab\n"), max_size=5), max_size=9))
@settings(deadline=None)
def test_pieces_of_any_size_give_the_same_lines(pieces: list[str]) -> None:
    whole = "".join(pieces).split("\n")
    assert list(lines(pieces)) == (whole if whole[-1] else whole[:-1])


def test_damaged_bytes_are_replaced_and_their_lines_counted(tmp_path: Path) -> None:
    path = written(tmp_path, b"caf\xe9\ngood \xef\xbf\xbd\n\xff\xfe\xff and \xe2\x82\nend")
    with open_text(path) as file:
        found = list(file.lines())
        assert file.damaged == 2
    assert found[0] == "caf\N{REPLACEMENT CHARACTER}"
    assert found[1] == "good \N{REPLACEMENT CHARACTER}"
    assert found[3] == "end"


def test_a_damaged_line_that_spans_reads_is_counted_once(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xff" + b"x" * 3 * compression.CHUNK + b"\xff\nok")
    with open_text(path) as file:
        assert len(list(file.lines())) == 2
        assert file.damaged == 1


@packing
def test_packed_files_are_unpacked_whatever_they_are_called(tmp_path: Path, pack: Pack) -> None:
    assert lines_of(written(tmp_path, pack(b"one\ntwo"))) == ["one", "two"]


@packing
def test_several_packed_streams_in_one_file_follow_one_another(tmp_path: Path, pack: Pack) -> None:
    assert lines_of(written(tmp_path, pack(b"one\n") + pack(b"two"))) == ["one", "two"]


@packing
def test_packed_data_that_ends_early_is_told(tmp_path: Path, pack: Pack) -> None:
    whole = pack(random.Random(1).randbytes(40_000).hex().encode())
    assert reason(written(tmp_path, whole[:-9])) == "its compressed data ends too early"


@packing
def test_packed_data_that_is_damaged_is_told(tmp_path: Path, pack: Pack) -> None:
    whole = bytearray(pack(random.Random(1).randbytes(40_000).hex().encode()))
    whole[len(whole) // 2 : len(whole) // 2 + 40] = bytes(40)
    assert reason(written(tmp_path, bytes(whole))).startswith("cannot be read: ")


@packing
def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path, pack: Pack) -> None:
    bomb = pack(b"a bomb is a file like any other\n" * 400_000)
    path = written(tmp_path, bomb)
    tracemalloc.start()
    try:
        assert reason(path) == "unpacks to more than 200 times its size"
        assert tracemalloc.get_traced_memory()[1] < 40 << 20
    finally:
        tracemalloc.stop()


def test_more_than_the_cap_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MAX_BYTES", 100_000)
    packed = gzip.compress(random.Random(1).randbytes(100_000).hex().encode())
    assert reason(written(tmp_path, packed)) == "holds more than 0 MB"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(compression.MAX_BYTES + 1)
    assert reason(path) == "is larger than 512 MB"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04" + b"x" * 90, "is a zip archive; unpack it first"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x28\xb5\x2f\xfd....", "is compressed with zstd; unpack it first"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"SQLite format 3\0....", "is an SQLite database"),
        (gzip.compress(gzip.compress(b"x")), "is compressed more than once; unpack it first"),
        (gzip.compress(b"%PDF-1.7\n"), "is a PDF"),
        (b"x\0" * 50, "is a binary file"),
        ("text".encode("utf-16-le"), "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes, expected: str) -> None:
    assert reason(written(tmp_path, content)) == expected


def test_a_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    assert reason(path) == "is not a regular file"


@pytest.mark.parametrize(
    "name", ["/dev/zero", "/dev/urandom", "/dev/null", "/dev/tty", "/proc/self/mem", "/proc/kmsg"]
)
def test_devices_and_windows_into_the_kernel_are_refused(name: str) -> None:
    path = Path(name)
    if not path.exists():
        pytest.skip("the system has no such file")
    assert reason(path).startswith(("is not a regular file", "cannot be opened"))


def test_a_link_to_a_device_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "innocent.txt"
    path.symlink_to("/dev/zero")
    assert reason(path) == "is not a regular file"


def test_folders_missing_files_and_loops_are_named(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert reason(tmp_path) == "is a folder"
    assert reason(tmp_path / "nowhere") == "cannot be opened: No such file or directory"
    assert reason(loop).startswith("cannot be opened: ")
    assert reason(Path("nul\0name")).startswith("cannot be opened: ")


def test_a_line_over_the_limit_is_skipped_within_bounds(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with path.open("wb") as file:
        file.write(b"before\n")
        for _ in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b"\nafter")
    tracemalloc.start()
    try:
        assert lines_of(path) == ["before", None, "after"]
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_LINE
    finally:
        tracemalloc.stop()


def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path) -> None:
    path = written(tmp_path, b"one\n")
    with open_text(path) as file:
        assert not file.changed()
        with path.open("ab") as other:
            other.write(b"two\n")
        assert file.changed()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"page.txt", "page.txt"),
        (b"two\nlines", "two lines"),
        (b"\x1b[31mred", "red"),
        (b"caf\xe9.txt", "caf?.txt"),
        (b"\xe2\x80\xaetxt", "txt"),
        (b"\x01", "(unnamed)"),
    ],
)
def test_a_name_is_made_safe_to_show(name: bytes, shown: str) -> None:
    assert shown_name(Path("/folder") / os.fsdecode(name)) == shown
