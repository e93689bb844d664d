"""`paperread doctor`: what a person who wants to help needs to know."""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path

from tui_reader import __version__, locations
from tui_reader.cli.library_of import Setting, setting_of
from tui_reader.keymaps.loading import load_keymap
from tui_reader.library.cache_record import CacheRecord, last_cache
from tui_reader.library.index_place import generations_of
from tui_reader.text.clean import clean

CRASHES = 3
"""Notes of crashes that are named, the newest."""


def run(arguments: argparse.Namespace) -> int:
    """Print everything; 1 where there are problems."""
    setting = setting_of(arguments)
    library = setting.library
    try:
        needed = library.open()
        keymap = load_keymap(setting.settings.keymap, personal_dir=locations.config_dir())
        for line in (
            *_versions(),
            "",
            *_paths(setting),
            "",
            *_index(setting, needed),
            "",
            *_terminal(),
            *_crashes(),
        ):
            print(line)
        problems = (*setting.problems, *keymap.problems, *library.problems)
    finally:
        library.close()
    print(f"\nproblems   {len(problems) or 'none'}")
    for problem in problems:
        print(f"  {problem}")
    return 1 if problems else 0


def _crashes() -> Iterator[str]:
    """The last times the program failed, where it is noted."""
    for file in sorted(locations.state_dir().glob("crash-*.log"))[-CRASHES:]:
        yield f"crash      {_state(file)}"


def _versions() -> Iterator[str]:
    yield f"paperread  {__version__}"
    yield f"python     {platform.python_version()} on {platform.system()} {platform.release()}"
    distributions = packages_distributions()
    for module in ("textual", "whoosh", "numpy", "rapidfuzz", "yaml"):
        # What is imported as `whoosh` may come from a successor, or from two that clash.
        for name in dict.fromkeys(distributions.get(module, ())):
            yield f"{name.lower():<10} {version(name)}"
        if module not in distributions:
            yield f"{module:<10} of no known version"


def _paths(setting: Setting) -> Iterator[str]:
    sources = setting.library.sources
    yield f"settings   {_state(locations.settings_file())}"
    yield f"keymap     {setting.settings.keymap or 'default'}"
    yield f"notes      {_state(setting.annotations)}"
    yield f"journal    {_state(locations.state_dir())}"
    for path in sources.paths:
        yield f"dumps      {_state(path)} ({sources.origin})"


def _state(path: Path) -> str:
    name = clean(os.fsencode(path).decode(errors="replace"), multiline=False)
    if not path.exists():
        return f"{name} (not there yet)"
    return name if os.access(path, os.W_OK) else f"{name} (not writable)"


def _index(setting: Setting, needed: bool) -> Iterator[str]:
    library = setting.library
    folder = generations_of(library.sources.paths).folder
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    yield f"papers     {library.snapshot.count:,}"
    yield f"index      {_state(folder)}, {size / 2**20:.1f} MB, " + (
        "to be built" if needed else "up to date"
    )
    yield f"cache      {_cache(last_cache())}"
    yield f"stars      {sum(said.starred for said in library.annotations.values()):,}"
    yield f"notes      {sum(bool(said.note) for said in library.annotations.values()):,}"
    yield f"tags       {len(library.tags()):,}"
    yield f"lists      {len(library.lists()):,}"
    yield f"searches   {len(library.holdings.searches):,}"


def _cache(record: CacheRecord | None) -> str:
    """How well posting lists were kept in memory, as the last run that searched noted it."""
    if record is None:
        return "nothing searched yet"
    size, room = record.size / 2**20, record.room / 2**20
    share = 100 * record.hits / record.asked
    return (
        f"{size:.1f} of {room:.1f} MB, {share:.0f} % of "
        f"{record.asked:,} posting lists were there (last run)"
    )


def _terminal() -> Iterator[str]:
    names = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL")
    said = {name: clean(os.environ.get(name, ""), multiline=False) for name in names}
    streams = (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr))
    yield "terminal   " + " ".join(f"{name}={value}" for name, value in said.items())
    yield "tty        " + ", ".join(
        f"{name} {'yes' if stream and stream.isatty() else 'no'}" for name, stream in streams
    )
    yield f"encoding   {getattr(sys.stdout, 'encoding', 'unknown')}"
