"""What the first bytes of a file say it is, and its bytes as text."""

import codecs
from collections.abc import Iterable, Iterator

HEAD = 8192
"""Bytes looked at before a file is taken for text."""

DAMAGE = "\udcff"
"""Stands for bytes that are no text, until a line is handed out; no valid text can hold it."""

_BOMS = (  # the mark of UTF-32 LE begins with that of UTF-16 LE, so it comes first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOREIGN = (
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"%PDF-", "a PDF"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_PACKED = (b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\0")


def _mark(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return DAMAGE, error.end
    raise error


codecs.register_error("paperread.damage", _mark)


def byte_order_mark(head: bytes) -> tuple[int, str]:
    """Length of the byte order mark in front of `head`, and the encoding; UTF-8 without one."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return len(mark), encoding
    return 0, "utf-8"


def foreign(head: bytes) -> str:
    """What a file that is no text is, judged by its first bytes; empty for text."""
    for magic, name in _FOREIGN:
        if head.startswith(magic):
            return name
    if head.startswith(_PACKED):
        return "compressed more than once; unpack it first"
    _, encoding = byte_order_mark(head)
    if encoding == "utf-8" and head.count(0) * 100 > len(head[:HEAD]):
        return "a binary file"
    return ""


def decoded(chunks: Iterable[bytes], head: bytes) -> Iterator[str]:
    """The text of `chunks`; bytes that are no text become `DAMAGE`, every line end LF."""
    skip, encoding = byte_order_mark(head)
    decoder = codecs.getincrementaldecoder(encoding)("paperread.damage")
    carriage_return = False
    for chunk in chunks:
        data = chunk[skip:]
        skip = max(0, skip - len(chunk))
        text = decoder.decode(data)
        if carriage_return:
            text = "\r" + text
        if carriage_return := text.endswith("\r"):
            text = text[:-1]
        yield _unified(text)
    yield ("\n" if carriage_return else "") + _unified(decoder.decode(b"", final=True))


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
