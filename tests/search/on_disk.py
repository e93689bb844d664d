"""Generations of two small papers, for tests of what lies on disk."""

from pathlib import Path

from tests.search.material import paper, quietly
from tui_reader.files.fingerprints import Fingerprint
from tui_reader.search.generations import Generation, Generations
from tui_reader.search.stored import write_generation

PAPERS_KNOWN = [paper("Rivers run", "slowly"), paper("Clouds", "over rivers")]
DUMPS = {Path("/a"): Fingerprint(1, 2, 3, 4, "5")}
CHANGED = {Path("/a"): Fingerprint(1, 2, 3, 5, "5")}


def built(there: Generations) -> Path:
    """A generation, built and in force."""
    with there.building() as folder:
        write_generation(folder, PAPERS_KNOWN, quietly)
        return there.publish(folder, DUMPS, {"papers": 2, "dumps": []})


def in_force(there: Generations) -> Generation:
    found = there.current()
    assert found is not None
    return found


def names(folder: Path) -> set[str]:
    return {found.name for found in folder.iterdir()}
