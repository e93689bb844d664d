"""The command line: arguments to verbs, errors to one line, everything to an exit status.

0 is fine (also without hits), 1 problems found, 2 usage or unreadable input. Data goes to
standard output, talk to standard error. Only the verb that opens the app imports Textual.
"""

import gc
import sys
from collections.abc import Sequence

from tui_reader.cli.arguments import parsed
from tui_reader.cli.streams import mute, prepare, settled
from tui_reader.cli.talk import tell
from tui_reader.errors import PaperReadError

USAGE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run paperread with these arguments; returns the exit status."""
    gc.disable()  # nothing that is made at the start is thrown away
    prepare()
    try:
        status = _status(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:
        mute(1)  # whoever read our output has had enough
        status = 0
    finally:
        gc.enable()
    return settled(status, USAGE)


def _status(argv: Sequence[str]) -> int:
    try:
        arguments = parsed(argv)
        if sys.stdout is None:
            tell("paperread: standard output is closed")
            return USAGE
        return int(arguments.run(arguments))
    except SystemExit as done:
        return int(done.code or 0)  # --help and --version
    except PaperReadError as error:
        tell(f"paperread: {error}", anywhere=True)
        return USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        raise
    except OSError as error:
        name = f": {error.filename}" if error.filename else ""
        tell(f"paperread: {error.strerror or error}{name}", anywhere=True)
        return USAGE
