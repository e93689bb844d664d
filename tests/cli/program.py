"""The program as a process of its own, and small dumps to give it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 30.0
"""Seconds after which a process counts as hung."""
SAMPLES = Path(__file__).resolve().parents[2] / "sample_dumps"
PROGRAM = (sys.executable, "-m", "tui_reader")


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a run."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


def run(*arguments: str | Path, stdin: bytes | None = None, env: Mapping[str, str] = {}) -> Ended:
    """Run paperread to its end, without a terminal, in the environment of the test."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env={**os.environ, **env},
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def shell(script: str, env: Mapping[str, str] = {}) -> Ended:
    """Run a shell script in which `paperread` is the program."""
    done = subprocess.run(
        ["bash", "-c", f'paperread() {{ "{sys.executable}" -m tui_reader "$@"; }}\n{script}'],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def dump(folder: Path, name: str, *records: Mapping[str, Any] | str) -> Path:
    """A JSON Lines dump of these records; a text is a line as it is."""
    lines = (each if isinstance(each, str) else json.dumps(each) for each in records)
    file = folder / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


OWLS = {
    "title": "Owls at Night",
    "abstract": "How owls hunt in the dark.",
    "authors": ["Ada Owl", "Ben Bird"],
    "year": 2021,
    "venue": "Ornithology",
    "url": "https://example.org/owls",
    "doi": "10.1234/OWLS",
    "keywords": ["owls"],
}
BATS = {
    "id": "2401.00001",
    "title": "Bats and Sound",
    "abstract": "Bats hear what owls see.",
    "authors": "Cy Bat",
    "date": "2024-01-02",
    "categories": "cs.SD",
}
CATS = {"title": "Cats", "abstract": "Cats sleep.", "date": "2022-05-06"}


def zoo(folder: Path) -> Path:
    """A dump of three papers."""
    return dump(folder, "zoo.jsonl", OWLS, BATS, CATS)
