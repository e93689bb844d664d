"""Kill a process in the middle of its changes, again and again, and count what is lost.

`python -m tests.annotations.kill_loop 300` prints one line; it ends with 1 if anything was lost.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path

from tests.annotations.material import note, opened, paper, read, star
from tui_reader.annotation import Change
from tui_reader.annotations.document import UnintelligibleError
from tui_reader.annotations.yaml_file import parse
from tui_reader.papers import PaperId

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Count:
    """What happened."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    strays: int = 0

    def __str__(self) -> str:
        return " ".join(f"{field.name}={getattr(self, field.name)}" for field in fields(self))


def change(number: int) -> Change:
    """The change with this number: of each kind, on papers that come back to it."""
    kinds = (star, read, lambda at: note(at, f"note {at}\nof two lines"))
    return kinds[number % 3](number // 3)


def act(folder: Path, number: int) -> None:
    """Change by change, saying each number once it is acknowledged; saves every seventh."""
    store = opened(folder)
    os.write(1, b"ready\n")
    while True:
        store.apply([change(number)])
        os.write(1, f"{number}\n".encode())
        if number % 7 == 0:
            store.save()
        number += 1


def kill_again_and_again(folder: Path, kills: int, seed: int) -> Count:
    """Run it all, checking after each kill that every acknowledged change is there."""
    count = Count()
    chance = random.Random(seed)
    said: list[int] = []
    for _ in range(kills):
        said += _one_kill(folder, said[-1] + 1 if said else 0, chance.randrange(60))
        count.kills += 1
        count.torn += _is_torn(folder)
        count.lost += _lost(folder, said)
        count.strays += sum(".tmp" in found.name for found in folder.iterdir())
    count.acknowledged = len(said)
    return count


def _one_kill(folder: Path, number: int, acknowledged: int) -> list[int]:
    command = [
        sys.executable,
        "-m",
        "tests.annotations.kill_loop",
        "--act",
        str(folder),
        str(number),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        # It goes on while this is read: the signal meets it anywhere in a change or a save.
        said = [process.stdout.readline() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return [int(line) for line in said if line.endswith(b"\n")]


def _is_torn(folder: Path) -> bool:
    try:
        parse((folder / "annotations.yaml").read_bytes(), "")
    except FileNotFoundError:
        return False
    except UnintelligibleError:
        return True
    return False


def _lost(folder: Path, said: list[int]) -> int:
    store = opened(folder)
    store.save()
    annotations = store.annotations
    store.close()
    on_disk: dict[PaperId, object] = {}
    if said:
        on_disk = dict(parse((folder / "annotations.yaml").read_bytes(), "").papers)
    lost = 0
    for number in said:
        done = change(number)
        entry = annotations.get(done.id)
        lost += entry is None or getattr(entry, done.field) != done.new or on_disk[done.id] != entry
    assert not said or paper(0) in annotations
    return lost


if __name__ == "__main__":
    if sys.argv[1] == "--act":
        act(Path(sys.argv[2]), int(sys.argv[3]))
    with tempfile.TemporaryDirectory() as temporary:
        outcome = kill_again_and_again(Path(temporary), int(sys.argv[1]), random.randrange(10**9))
    sys.stdout.write(f"{outcome}\n")
    sys.exit(bool(outcome.lost or outcome.torn or outcome.strays))
