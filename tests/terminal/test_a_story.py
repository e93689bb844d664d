"""A reader's evening in one go: triage, tag, line up, note, take back after a restart, export."""

from pathlib import Path

from bibtexparser.entrypoint import parse_file

from tests.terminal.pseudo_terminal import PseudoTerminal
from tests.terminal.reader import SAMPLES, kept, needs_terminals, opened, reading

pytestmark = needs_terminals

ALL = 71
CHOSEN = 10


def asked(terminal: PseudoTerminal, key: str, title: str, answer: str, told: str) -> None:
    """Press a key that asks for something, answer, and wait for what is said then."""
    terminal.press(key)
    terminal.wait_for(title)
    terminal.press(answer)
    terminal.wait_for(answer)
    terminal.press("\r")
    terminal.wait_for(told)


def first_evening(terminal: PseudoTerminal) -> None:
    """Decide on three papers, tag and line up ten, write two notes, mark the rest as read."""
    for key, told in (("d", "Marked as done"), ("jt", "Marked as to read"), ("jS", "Skipped")):
        terminal.press(key)
        terminal.wait_for(told)
    terminal.press(f"gg{CHOSEN}x")
    terminal.wait_for(f"{CHOSEN} selected")
    asked(terminal, "T", f"Tags of {CHOSEN} papers", "scaling", f"Tagged scaling · {CHOSEN} papers")
    asked(terminal, "a", "list", "thesis", f"added to thesis · {CHOSEN} papers")
    terminal.press("\x1b")
    terminal.wait_for(f"{CHOSEN + 1} / {ALL}  in dump order")
    terminal.press("gg")
    terminal.wait_for(f"1 / {ALL}")
    for move, note in (("", "splines on edges"), ("j", "compare the scan")):
        terminal.press(f"{move}e")
        terminal.wait_for("Save", "Cancel")
        terminal.press(note)
        terminal.wait_for(note)
        terminal.press("\x13")
        terminal.wait_for("Note kept")
    terminal.press("Ma")
    terminal.wait_for(f"Mark {ALL - 3} papers as read?")
    terminal.press("y")
    terminal.wait_for(f"Marked as read · {ALL - 3} papers")
    terminal.press("Q")
    assert terminal.ended() == 0


def second_evening(terminal: PseudoTerminal, folder: Path) -> None:
    """Take the bulk mark back, open the list, move a paper to its end, export the list."""
    terminal.press("u")
    terminal.wait_for(f"Undone: marked as read · {ALL - 3} papers")
    terminal.press("L")
    terminal.wait_for("Lists", "thesis")
    terminal.press("/list:thesis \r")
    terminal.wait_for(f"{CHOSEN} of {ALL}")
    for format_key, name in (("b", "thesis.bib"), ("m", "thesis.md")):
        terminal.press("W")
        terminal.wait_for(f"Export {CHOSEN} papers")
        terminal.press(format_key)
        terminal.wait_for("Enter Write")
        terminal.press("\x15")
        terminal.wait_until(lambda: "thesis." not in terminal.text, "an empty line")
        terminal.press(str(folder / name))
        terminal.wait_for(name)
        terminal.press("\r")
        terminal.wait_for(f"{CHOSEN} papers written")
    terminal.press("Q")
    assert terminal.ended() == 0


def test_an_evening_with_papers_and_the_one_after_it(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        first_evening(terminal)
    statuses = [each.get("status", "") for each in kept(tmp_path).values()]
    assert statuses.count("read") == ALL - 3
    with opened(tmp_path, SAMPLES) as terminal:
        terminal.wait_for(f"2 / {ALL}")
        second_evening(terminal, tmp_path)
    papers = kept(tmp_path)
    assert sorted(each["status"] for each in papers.values() if "status" in each) == [
        "done", "skipped", "to read",
    ]  # fmt: skip
    assert sum("thesis" in each.get("lists", {}) for each in papers.values()) == CHOSEN
    assert sum(each.get("tags") == ["scaling"] for each in papers.values()) == CHOSEN
    assert sum("note" in each for each in papers.values()) == 2
    entries = parse_file(str(tmp_path / "thesis.bib"))
    assert (len(entries.entries), entries.failed_blocks) == (CHOSEN, [])
    assert "> splines on edges" in (tmp_path / "thesis.md").read_text()
