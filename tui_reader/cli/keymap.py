"""`paperread keymap check FILE`: lists what is wrong with a keymap."""

import argparse

from tui_reader.errors import PaperReadError
from tui_reader.keymaps.loading import check_keymap
from tui_reader.yaml_lines import shown_path


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; 1 if there are any. Raises PaperReadError where there is no file."""
    if not arguments.file.exists():
        raise PaperReadError(f"there is no file {str(arguments.file)!r}")
    problems = check_keymap(arguments.file)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{shown_path(arguments.file)}: fine")
    return 1 if problems else 0
