"""Compressed files as a stream of bytes, within bounds: a bomb costs a message, not the memory."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from typing import Protocol

CHUNK = 1 << 16
"""Bytes asked for at a time."""
MAX_BYTES = 512 << 20
"""Most bytes a file may hold, packed or unpacked."""
MAX_RATIO = 200
"""Most unpacked bytes for one packed byte, once more than `RATIO_FROM` came out."""
RATIO_FROM = 10 << 20
_XZ_MEMORY = 128 << 20

GZIP, BZIP2, XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ"


class TooMuch(Exception):  # noqa: N818 - a verdict on the file rather than a failure of ours
    """The file holds more than may be read; the message says what was exceeded."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


def unpacked(raw: io.RawIOBase, head: bytes) -> Iterator[bytes]:
    """The bytes of `raw`, unpacked if `head` (its first bytes) says gzip, bzip2 or xz.

    `raw` stands at its beginning. Raises TooMuch past the caps, OSError, EOFError or
    lzma.LZMAError where the packed data is damaged.
    """
    if head.startswith(GZIP):
        chunks = _inflated(raw)
    elif head.startswith(BZIP2):
        chunks = _members(raw, bz2.BZ2Decompressor)
    elif head.startswith(XZ):
        chunks = _members(raw, lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY))
    else:
        yield from _bounded(_plain(raw))
        return
    for size, chunk in _counted(_bounded(chunks)):
        if size > RATIO_FROM and size > MAX_RATIO * max(raw.tell(), 1):
            raise TooMuch(f"unpacks to more than {MAX_RATIO} times its size")
        yield chunk


def _plain(raw: io.RawIOBase) -> Iterator[bytes]:
    while chunk := raw.read(CHUNK):
        yield chunk


def _inflated(raw: io.RawIOBase) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=raw) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _members(raw: io.RawIOBase, start: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Unpack the streams that lie one after another in `raw`."""
    stream, data = start(), b""
    while True:
        if stream.eof:
            data = (stream.unused_data or raw.read(CHUNK) or b"").lstrip(b"\0")
            if not data:
                return
            stream = start()
        elif not data and stream.needs_input:
            data = raw.read(CHUNK) or b""
            if not data:
                raise EOFError
        yield stream.decompress(data, CHUNK)
        data = b""


def _counted(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        yield size, chunk


def _bounded(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for size, chunk in _counted(chunks):
        if size > MAX_BYTES:
            raise TooMuch(f"holds more than {MAX_BYTES >> 20} MB")
        yield chunk
