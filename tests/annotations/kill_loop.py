"""Kill a process in the middle of its changes, again and again, and count what is lost.

`python -m tests.annotations.kill_loop 300` prints one line; it ends with 1 if anything was lost.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, fields
from pathlib import Path

from tests.annotations.material import begun, listed, note, opened, read, searched, star, tag
from tui_reader.annotation import Change, Holdings, Kind
from tui_reader.annotations.annotations_file import load
from tui_reader.annotations.changing import with_changes
from tui_reader.annotations.document import UnintelligibleError

ROOT = Path(__file__).resolve().parents[2]
RECENT = 500
"""Acts that must be in the history; it does not keep all of them."""


@dataclass
class Count:
    """What happened."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    strays: int = 0

    def __str__(self) -> str:
        return " ".join(f"{each.name}={getattr(self, each.name)}" for each in fields(self))


@dataclass
class Said:
    """What was acknowledged so far."""

    acts: list[str] = field(default_factory=list)
    """Their ids, in order; the place is the number of the act."""
    holdings: Holdings = field(default_factory=Holdings)
    """What they come to."""


def deed(number: int) -> tuple[list[Change], Kind]:
    """The act with this number: of each kind in turn, on one paper after the other."""
    at = number // 8
    name = f"list {at % 7}"
    deeds: list[tuple[list[Change], Kind]] = [
        ([star(at)], "do"),
        ([read(at)], "aside"),
        ([note(at, f"note {at}\nof two lines")], "do"),
        ([tag(each, "many") for each in range(at, at + 5)], "do"),
        ([begun(name), listed(at, name, str(at))], "do"),
        ([listed(at, name, f"{at}.5", old=str(at))], "do"),
        ([searched(f"s{at}", f"tag:many {at}")], "do"),
        ([star(at, new=False), tag(at, "many", new=False)], "undo"),
    ]
    return deeds[number % 8]


def act(folder: Path, number: int) -> None:
    """Act by act, saying the id of each once it is acknowledged; saves every seventh."""
    store = opened(folder)
    os.write(1, b"ready\n")
    while True:
        changes, kind = deed(number)
        done = store.apply(changes, kind, "" if kind != "undo" else "0")
        os.write(1, f"{done.id}\n".encode())
        if number % 7 == 0:
            store.save()
        number += 1


def kill_again_and_again(folder: Path, kills: int, seed: int) -> Count:
    """Run it all, checking after each kill that every acknowledged change is there."""
    count = Count()
    chance = random.Random(seed)
    said = Said()
    for _ in range(kills):
        for done in _one_kill(folder, len(said.acts), chance.randrange(60)):
            said.holdings = with_changes(said.holdings, deed(len(said.acts))[0])
            said.acts.append(done)
        count.kills += 1
        count.unreadable += _on_disk(folder) is None
        count.lost += _lost(folder, said)
        count.strays += sum(".tmp" in found.name for found in folder.rglob("*"))
    count.acknowledged = len(said.acts)
    return count


def _one_kill(folder: Path, number: int, acknowledged: int) -> list[str]:
    module = ["-m", "tests.annotations.kill_loop"]
    command = [sys.executable, *module, "--act", str(folder), str(number)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        # It goes on while this is read: the signal meets it anywhere in a change or a save.
        said = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return [line.decode().strip() for line in said if line.endswith(b"\n")]


def _on_disk(folder: Path) -> Holdings | None:
    """What the file says; None where it cannot be read."""
    try:
        return load((folder / "annotations.yaml").read_bytes(), "").holdings
    except FileNotFoundError:
        return Holdings()
    except UnintelligibleError:
        return None


def _lost(folder: Path, said: Said) -> int:
    """How much of what was acknowledged is missing in memory, in the file or in the history."""
    store = opened(folder)
    assert store.save()
    known = {done.id for done in store.acts()}
    forgotten = sum(name not in known for name in said.acts[-RECENT:])
    # The act after the last acknowledged one may have been kept just before the end.
    further = with_changes(said.holdings, deed(len(said.acts))[0])
    kept = (_bare(said.holdings), _bare(further))
    seen = (_on_disk(folder) or Holdings(), store.holdings)
    store.close()
    return forgotten + sum(_bare(each) not in kept for each in seen)


def _bare(holdings: Holdings) -> Holdings:
    """Without papers whose last mark is gone: the file does not keep them."""
    papers = {name: said for name, said in holdings.papers.items() if not said.is_blank}
    return Holdings(papers, holdings.lists, holdings.searches)


if __name__ == "__main__":
    if sys.argv[1] == "--act":
        act(Path(sys.argv[2]), int(sys.argv[3]))
    with tempfile.TemporaryDirectory() as temporary:
        outcome = kill_again_and_again(Path(temporary), int(sys.argv[1]), random.randrange(10**9))
    sys.stdout.write(f"{outcome}\n")
    sys.exit(bool(outcome.lost or outcome.unreadable or outcome.strays))
