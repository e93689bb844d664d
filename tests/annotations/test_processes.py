"""Real processes: killed, and two at a time."""

import subprocess
import sys
from pathlib import Path

from tests.annotations.kill_loop import ROOT, kill_again_and_again
from tests.annotations.material import opened, paper, star, write_by_hand
from tui_reader.annotation import Annotation
from tui_reader.annotations.rendering import block_lines
from tui_reader.annotations.state_folder import StateFolder
from tui_reader.annotations.yaml_file import parse

COPY = """
import sys
from pathlib import Path
from tests.annotations.material import begun, listed, note, opened, star, tag
first = int(sys.argv[2])
store = opened(Path(sys.argv[1]))
for number in range(first, first + 40):
    store.apply([star(number), note(7, f"from {first}"), tag(7, f"from {first}")])
    store.apply([begun("l"), listed(number, "l", str(number))])
    store.save()
    store.refresh()
store.close()
"""


def test_no_kill_loses_an_acknowledged_change(tmp_path: Path) -> None:
    count = kill_again_and_again(tmp_path, kills=20, seed=1)
    assert (count.kills, count.lost, count.unreadable, count.strays) == (20, 0, 0, 0)
    assert count.acknowledged > 100


def edit_by_hand(folder: Path, number: int) -> None:
    """Add a paper as an editor would that writes in place what it has just read."""
    path = folder / "annotations.yaml"
    # An editor that wrote what it read long ago would take away what came since: not meant here.
    with StateFolder(folder / "state", path).locked():
        text = path.read_text()
        assert paper(number) not in parse(text.encode(), "").papers
        block = block_lines(paper(number), Annotation(star="true"))
        write_by_hand(folder, text.replace("papers:\n", "\n".join(["papers:", *block, ""]), 1))


def test_two_processes_and_an_editor_end_with_the_union(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.apply([star(0)])
    store.close()
    commands = [[sys.executable, "-c", COPY, str(tmp_path), str(first)] for first in (100, 200)]
    copies = [subprocess.Popen(command, cwd=ROOT) for command in commands]
    for number in range(300, 310):
        edit_by_hand(tmp_path, number)
    assert [copy.wait() for copy in copies] == [0, 0]
    papers = parse((tmp_path / "annotations.yaml").read_bytes(), "").papers
    starred = {name for name, entry in papers.items() if entry.starred}
    numbers = [0, *range(100, 140), *range(200, 240), *range(300, 310)]
    assert starred == {paper(number) for number in numbers}
    assert {"from 100", "from 200"} <= set(papers[paper(7)].note.split("\n"))
    assert papers[paper(7)].tags == ("from 100", "from 200")
    in_list = {name for name, entry in papers.items() if entry.lists}
    assert in_list == {paper(number) for number in (*range(100, 140), *range(200, 240))}
