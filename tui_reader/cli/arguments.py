"""What was asked. A first word that names a verb is one; else it is a dump, like the others."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from tui_reader.cli.verbs import APP, VERBS, verb
from tui_reader.later import LaterModule

if TYPE_CHECKING:
    import argparse

    from tui_reader.cli import parsers
else:
    parsers = LaterModule("tui_reader.cli.parsers")


def parsed(argv: Sequence[str]) -> "argparse.Namespace":
    """The arguments, with `run` to call. Raises PaperReadError; --help and --version exit."""
    if (argv[:1] and argv[0] in VERBS) or any(word.startswith("-") for word in argv):
        return parsers.parse(argv)
    return cast("argparse.Namespace", _opening(argv))


def _opening(paths: Sequence[str]) -> SimpleNamespace:
    """The app with dumps and no options: what argparse makes of it, without its import."""
    return SimpleNamespace(
        paths=list(paths),
        dumps=[],
        annotations=None,
        keymap=None,
        theme=None,
        no_mouse=False,
        ascii=False,
        run=verb(APP),
    )
