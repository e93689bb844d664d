"""Where the index of some sources lies."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tui_reader import locations
from tui_reader.search.generations import Generations
from tui_reader.search.index_format import INDEX_FORMAT


def generations_of(paths: Sequence[Path]) -> Generations:
    """Where the generations made from these sources lie."""
    parts = [str(INDEX_FORMAT), "{}.{}".format(*sys.version_info)]
    parts += [str(path.resolve()) for path in paths]
    return Generations(locations.cache_dir() / "index", "\n".join(parts))
