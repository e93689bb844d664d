"""Keymap files: found by name, read, checked, laid over the registry's keys; nothing raises."""

import difflib
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from tui_reader.errors import Problem
from tui_reader.keymaps.clashes import overlay
from tui_reader.keymaps.keymap import DEFAULT, Keymap
from tui_reader.keymaps.overrides import read_overrides
from tui_reader.locations import shipped
from tui_reader.yaml_lines import Entry, Scalar, quoted, read_entries, shown_path

SHIPPED = ("default", "vim", "emacs", "newsboat")
"""Names of the keymaps that travel with the program."""

EXTENDS = "extends"
"""The entry of a file that names the shipped keymap it starts from."""

_HINT = "; keys such as '?' ':' '*' '[' need quotes"


def load_keymap(name_or_path: str | None, *, personal_dir: Path) -> Keymap:
    """The keymap of that name, or in that file; the registry's own for None. Never raises.

    A name is looked for in `keymaps/` of the personal folder, then among those shipped. Mistakes
    are in `problems`; what is wrong with one entry costs that entry.
    """
    if name_or_path is None:
        return DEFAULT
    path = _found(name_or_path, personal_dir)
    if path is None:
        return replace(DEFAULT, problems=(_not_found(name_or_path, personal_dir),))
    return _read(shown_path(Path(path.name)) if _is_path(name_or_path) else name_or_path, path)


def check_keymap(path: Path) -> tuple[Problem, ...]:
    """All that is wrong with a keymap file, in the order of its lines."""
    return _read(path.stem, path).problems


def _found(name_or_path: str, personal_dir: Path) -> Path | None:
    as_path = Path(name_or_path)
    if _is_path(name_or_path):
        return _expanded(as_path)
    places = (_personal(personal_dir), shipped("keymaps"))
    candidates = [*(place / f"{name_or_path}.yaml" for place in places), as_path]
    return next((path for path in candidates if _is_file(path)), None)


def _is_path(name_or_path: str) -> bool:
    return "/" in name_or_path or name_or_path.endswith((".yaml", ".yml"))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no permission, a name too long, a NUL in it
        return False


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # no such user
        return path


def _personal(personal_dir: Path) -> Path:
    return personal_dir / "keymaps"


def _not_found(name: str, personal_dir: Path) -> Problem:
    try:
        own = sorted(path.stem for path in _personal(personal_dir).glob("*.yaml"))
    except OSError:
        own = []
    names = sorted({*own, *SHIPPED})
    near = difflib.get_close_matches(name[:100], names, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
    return Problem(quoted(name)[1:-1], 0, f"no keymap of that name, {hint}")


def _read(name: str, path: Path) -> Keymap:
    file = shown_path(path)
    entries, problems = read_entries(path, _HINT)
    base, entries, unknown = _base(file, entries)
    overrides, wrong = read_overrides(file, entries)
    keys, clashing = overlay(file, base.keys, overrides)
    every = (*problems, *unknown, *wrong, *clashing)
    ordered = tuple(sorted(every, key=lambda problem: problem.line))
    return Keymap(name, MappingProxyType(keys), ordered)


def _base(
    file: str, entries: tuple[Entry, ...]
) -> tuple[Keymap, tuple[Entry, ...], tuple[Problem, ...]]:
    """The keymap a file starts from, and its entries without that line."""
    rest = tuple(entry for entry in entries if entry.name != EXTENDS)
    for entry in entries:
        if entry.name != EXTENDS:
            continue
        named = entry.value.text if isinstance(entry.value, Scalar) else ""
        if named in SHIPPED:
            return _shipped(named), rest, ()
        reason = f"extends: one of {', '.join(SHIPPED)} is expected; default is taken"
        return DEFAULT, rest, (Problem(file, entry.value.line, reason),)
    return DEFAULT, rest, ()


def _shipped(name: str) -> Keymap:
    # The shipped files extend nothing, so they cannot lead in a circle.
    path = shipped("keymaps") / f"{name}.yaml"
    overrides, _ = read_overrides(name, read_entries(path)[0])
    keys, _ = overlay(name, DEFAULT.keys, overrides)
    return Keymap(name, MappingProxyType(keys))
