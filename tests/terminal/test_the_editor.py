"""`E` hands the note to the reader's own editor and takes it back."""

from pathlib import Path

from tests.terminal.reader import KAN, kept, needs_terminals, reading

pytestmark = needs_terminals


def editor(folder: Path, script: str) -> str:
    """An editor that does this with the file `$1`."""
    file = folder / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return str(file)


def noted(home: Path, note: str) -> None:
    """Let there be a note on the first paper."""
    folder = home / "data" / "paperread"
    folder.mkdir(parents=True)
    (folder / "annotations.yaml").write_text(
        f'version: 1\npapers:\n  "{KAN}":\n    note: {note}\n# end of paperread file\n'
    )


def test_what_the_editor_wrote_is_the_note(tmp_path: Path) -> None:
    noted(tmp_path, "splines")
    command = editor(tmp_path, 'cat "$1" > "$HOME/given"; echo "and edges" >> "$1"')
    with reading(tmp_path, EDITOR=command) as terminal:
        terminal.press("E")
        terminal.wait_for("and edges")
        terminal.press("Q")
        assert terminal.ended() == 0
    assert (tmp_path / "given").read_text() == "splines\n"
    assert kept(tmp_path)[KAN]["note"].strip() == "splines\nand edges"
    assert list((tmp_path / "state" / "paperread" / "notes").iterdir()) == []


FAILURES = (
    ('echo other > "$1"; exit 3', "The editor ended with status 3"),
    (': > "$1"', "The editor left nothing"),
    ('rm "$1"', "cannot be read"),
    ('printf "\\377\\376" > "$1"; sleep 0', "cannot be read"),
)


def test_an_editor_that_fails_leaves_the_note_as_it_was(tmp_path: Path) -> None:
    noted(tmp_path, "splines")
    with reading(tmp_path, EDITOR=editor(tmp_path, "")) as terminal:
        for script, said in FAILURES:
            editor(tmp_path, script)
            terminal.press("E")
            terminal.wait_for(said, "▎ splines")
        terminal.press("Q")
        assert terminal.ended() == 0
    assert kept(tmp_path)[KAN]["note"].strip() == "splines"


def test_an_editor_that_is_not_there_is_told(tmp_path: Path) -> None:
    with reading(tmp_path, EDITOR="/nowhere/editor") as terminal:
        terminal.press("E")
        terminal.wait_for("The editor could not be started")
        terminal.press("j")
        terminal.wait_until(lambda: terminal.lines[2].startswith("▌"), "the cursor go down")
        terminal.press("Q")
        assert terminal.ended() == 0


def test_interrupting_the_editor_does_not_end_the_reader(tmp_path: Path) -> None:
    command = editor(tmp_path, "trap 'echo interrupted > \"$1\"; exit 0' INT; echo here; read x")
    with reading(tmp_path, EDITOR=f"{command}") as terminal:
        terminal.press("E")
        terminal.wait_for("here")
        terminal.press("\x03")
        terminal.wait_for("▎ interrupted")
        terminal.press("Q")
        assert terminal.ended() == 0
    assert kept(tmp_path)[KAN]["note"].strip() == "interrupted"
