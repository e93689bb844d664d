"""File names as they are typed: what they mean, and how they may go on. All of it asks the disk."""

import os
from pathlib import Path

from tui_reader.text.clean import clean

MOST = 10_000
"""Entries of a folder that are looked at."""


def file_of(typed: str) -> Path:
    """The file that is meant, from the folder the program was started in; `~` is home.

    Raises ValueError for what can be no file name, RuntimeError for a home that nobody has.
    """
    if not typed.strip() or "\0" in typed:
        raise ValueError("this is no file name")
    return Path(os.path.abspath(Path(typed).expanduser()))  # noqa: PTH100 - links stay as they are


def hindrance(file: Path) -> str:
    """Why nothing can be written to a file, as far as that is seen at once; else empty."""
    if file.is_dir():
        return f"{shown(file)} is a folder"
    if not file.parent.is_dir():
        return f"There is no folder {shown(file.parent)}"
    return ""


def completed(typed: str) -> tuple[str, tuple[str, ...]]:
    """What is typed, as far as it can only go on in one way, and the names where there are several.

    Raises OSError, ValueError or RuntimeError where no folder is meant.
    """
    if typed == "~":
        return "~/", ()
    head, slash, beginning = typed.rpartition("/")
    folder = file_of(head + slash if slash else ".")
    with os.scandir(folder) as entries:
        some = (entry for entry, _ in zip(entries, range(MOST), strict=False))
        names = sorted(
            f"{entry.name}/" if entry.is_dir() else entry.name
            for entry in some
            if entry.name.startswith(beginning)
            and (beginning or not entry.name.startswith("."))
            and is_fit(entry.name)
        )
    if not names:
        return typed, ()
    common = os.path.commonprefix(names)  # noqa: RUF071 - of names, letter by letter
    return head + slash + common, tuple(names) if len(names) > 1 else ()


def is_fit(name: str) -> bool:
    """Whether a name can be shown as it is."""
    return clean(name, multiline=False) == name


def shown(file: Path) -> str:
    """A file's name fit for the screen, home as `~`."""
    home = str(Path.home())
    name = str(file)
    if name.startswith(f"{home}/"):
        name = f"~{name[len(home) :]}"
    return clean(name, multiline=False, limit=200)
