"""`paperread [PATH…]`: opens the app, on a terminal that can show it."""

import os
import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader import locations
from tui_reader.cli.library_of import refuse_missing, setting_of
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError
from tui_reader.keymaps.keymap import DEFAULT
from tui_reader.later import LaterModule
from tui_reader.library.sources import Sources
from tui_reader.places import Places

if TYPE_CHECKING:
    import argparse

    from tui_reader.files import reading
    from tui_reader.keymaps import loading
else:
    reading = LaterModule("tui_reader.files.reading")
    loading = LaterModule("tui_reader.keymaps.loading")

HINT = "paperread search prints papers without one"


def run(arguments: "argparse.Namespace") -> int:
    """Open the app; its exit status. Raises PaperReadError where there is no terminal for it."""
    # A verb that was mistyped comes here as the name of a dump.
    refuse_missing([*arguments.paths, *map(str, arguments.dumps)])
    _refuse_dumb_terminals()
    setting = setting_of(arguments, arguments.paths)
    # Of dumps that were indexed, papers can be shown; of others, one at least must be readable.
    if not setting.library.look():
        _refuse_unreadable(setting.library.sources)
    _take_keys_from_the_terminal(piped="-" in (*arguments.paths, *map(str, arguments.dumps)))
    settings = setting.settings
    wanted = arguments.keymap or settings.keymap
    keymap = loading.load_keymap(wanted, personal_dir=locations.config_dir()) if wanted else DEFAULT
    if arguments.ascii:
        settings = replace(settings, ascii=True)
    # Textual is imported here, so that no other verb pays for it.
    from tui_reader.ui.app import Outfit, PaperReadApp  # noqa: PLC0415

    outfit = Outfit(
        setting.library,
        keymap,
        settings,
        Places(locations.state_dir() / "places.json", setting.library.sources.paths),
        locations.state_dir(),
        (*setting.problems, *keymap.problems),
        arguments.theme or "",
    )
    app = PaperReadApp(outfit)
    _write_utf8()
    try:
        app.run(mouse=settings.mouse and not arguments.no_mouse)
    finally:
        setting.library.close()  # whatever ended the app, nothing stays unsaved
    if app.crash:
        saved = "" if setting.library.unsaved else "what you wrote is saved; "
        tell(f"paperread: an error ended it; {saved}{app.crash}")
    if setting.library.unsaved:
        tell(f"paperread: not saved: {setting.library.unsaved}")
        return app.return_code or 1
    return app.return_code or 0


def _refuse_dumb_terminals() -> None:
    # Textual draws on standard error; without a terminal there nobody would see anything.
    if sys.stderr is None or not _is_terminal(sys.stderr):
        raise PaperReadError(f"standard error is not a terminal; {HINT}")
    terminal = os.environ.get("TERM", "")
    if terminal in ("", "dumb"):
        raise PaperReadError(f"this terminal (TERM={terminal}) cannot show it; {HINT}")


def _refuse_unreadable(sources: Sources) -> None:
    """Raise PaperReadError where only files were named and none of them can be a dump."""
    wrong: list[PaperReadError] = []
    for path in sources.paths if sources.origin == "named" else ():
        try:
            if not path.is_dir():
                _begin(path)
        except PaperReadError as error:
            wrong.append(error)
    if wrong and len(wrong) == len(sources.paths):
        raise wrong[0]


def _begin(path: Path) -> None:
    with reading.open_text(path) as file:
        next(file.pieces(), "")


def _write_utf8() -> None:
    # Textual draws in Unicode on standard error, whatever the locale says; in another encoding
    # every border would come out as an escape such as \u2500.
    for stream in (sys.stderr, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined] # a stream of sys
    except (AttributeError, ValueError, OSError):
        return False


def _take_keys_from_the_terminal(*, piped: bool) -> None:
    """Make sure that keys come from a terminal; after a pipe was read, from the real one."""
    if sys.stdin is not None and _is_terminal(sys.stdin):
        return
    if not piped:
        raise PaperReadError(f"standard input is not a terminal; {HINT}")
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise PaperReadError(f"there is no terminal to take keys from; {HINT}") from error
    os.dup2(terminal, 0)
    os.close(terminal)
    # Textual takes the keys from Python's own standard input.
    sys.stdin = sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)  # type: ignore[misc] # it is Final to typeshed
