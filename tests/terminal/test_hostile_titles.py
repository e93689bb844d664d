"""Whatever a dump holds, the terminal gets nothing but what Textual itself sends."""

import json
import re
import subprocess
from pathlib import Path

from tests.terminal.pseudo_terminal import PROGRAM, home_of
from tests.terminal.reader import needs_terminals, opened

pytestmark = needs_terminals

EVIL = (
    "ESC]52 \x1b]52;c;ZXZpbA==\x07after", "ST form \x1b]52;c;ZXZpbA==\x1b\\after",
    "title \x1b]0;owned\x07after", "open \x1b]0;the rest goes on", "link \x1b]8;;file:///etc\x1b\\x",
    "colour \x1b[31mred", "erase \x1b[2J\x1b[H", "answer \x1b[6n\x1b[c", "leave \x1b[?1049l",
    "reset \x1bc charset \x1b(0", "kitty \x1b_Gi=1;\x1b\\",
    "tmux \x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\",
    "C1 \x9b31m and \x9d52;c;eA==\x9c and \x93quotes\x94", "NUL \x00 bell \x07 back\x08\x08\x08",
    "RLO \u202egnp.exe\u202c isolate \u2066x\u2069", "ZWJ 👩\u200d💻 tag \U000e0041 \ufeff \u3164",
    "zalgo z" + "\u0301" * 500, "[/INST] and [/] and [/bold]", "[@click=app.quit]x[/]",
    "[link=file:///x]y[/link] [red]x", "x [/", "[b + should [", "A[i][j] $[x]", "lone \ud800 half",
    "tab\tnew\nline\r\nand\u2028more", "深度学习 😀 " * 30, "x" * 2000, "\\href{}{}",
)  # fmt: skip
SEQUENCE = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b.?",
    re.DOTALL,
)


def dump_of(folder: Path, texts: tuple[str, ...]) -> Path:
    """A dump in which every field says each of these."""
    rows = (
        {"title": f"{number:02} {text}", "abstract": f"{text}\n\n{text}", "authors": [text],
         "venue": text, "keywords": [text], "date": "2024-01-02", "url": "https://x.org/a?b=$(id)"}
        for number, text in enumerate(texts)
    )  # fmt: skip
    file = folder / "evil\x1b]0;owned\x07.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


def foreign(output: bytes) -> list[bytes]:
    """The control sequences and characters that neither Textual nor the list draws with."""
    found = []
    for match in SEQUENCE.finditer(output):
        csi, osc = match["csi"], match["osc"]
        if csi is not None and csi[-1:] in b"HXhlmpu" and b"?6n" not in csi:
            continue
        if osc is not None and osc.startswith(b"22;"):
            continue
        found.append(match[0])
    rest = SEQUENCE.sub(b"", output).decode("utf-8", "surrogateescape")
    found += [each.encode("unicode_escape") for each in rest if _forbidden(each)]
    return found


def _forbidden(character: str) -> bool:
    code = ord(character)
    return (
        (code < 0x20 and character not in "\r\n")
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or character in "\u202e\u202c\u2066\u2069\ufeff\u061c\u200e\u200f"
        or 0xE0000 <= code < 0xE0080
    )


def test_only_our_own_sequences_reach_the_terminal(tmp_path: Path) -> None:
    count, dump = len(EVIL), dump_of(tmp_path, EVIL)
    indexed = [*PROGRAM, "index", "--dumps", str(dump)]
    subprocess.run(indexed, env=home_of(tmp_path), capture_output=True, check=True)
    with opened(tmp_path, dump) as terminal:
        terminal.wait_for(f"1 / {count}")
        for place in range(2, count + 1):
            terminal.press("j")
            terminal.wait_for(f"{place} / {count}")
        terminal.press("O")
        terminal.wait_for("Open which link?", "https://x.org")
        terminal.press("\x1b")
        terminal.wait_until(lambda: "which link" not in terminal.text, "the links go")
        terminal.press("/")
        terminal.wait_for("To the list")
        terminal.press("inst\r")
        terminal.wait_for(f" of {count}", "[/INST]")
        terminal.press("\r")
        terminal.wait_for("[/INST] and [/]")
        terminal.press("Q")
        assert terminal.ended() == 0
        assert terminal.is_restored
    assert foreign(bytes(terminal.output)) == []


def test_the_check_sees_what_it_is_to_see() -> None:
    for text in ("\x1b]52;c;eA==\x07", "\x1b[2J", "\x1bc", "\x9b", "\u202e", "\x07", "\x1b[6n"):
        assert foreign(b"x\x1b[1;1Hx\x1b[0m" + text.encode() + b"x")
