"""The command that writes papers to a file or the clipboard, beside the screen."""

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import AwaitMount

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.ui.errands import Errands
from tui_reader.ui.targets import Targets

if TYPE_CHECKING:
    from tui_reader.library import exporting
    from tui_reader.ui import export_formats, export_paths, export_screen, outgoing
    from tui_reader.ui.export_screen import Wanted
    from tui_reader.ui.main_screen import MainScreen
else:
    # Nothing of this is needed before the first export.
    exporting = LaterModule("tui_reader.library.exporting")
    export_formats = LaterModule("tui_reader.ui.export_formats")
    export_paths = LaterModule("tui_reader.ui.export_paths")
    export_screen = LaterModule("tui_reader.ui.export_screen")
    outgoing = LaterModule("tui_reader.ui.outgoing")

Count = int | None
_UNFIT = re.compile(r"[^\w-]+")
LONGEST_NAME = 60
"""Characters of a file's name that a list gives it."""
SHOWN = 48
"""Characters of a file's whole name that are still told; of a longer one, the last part."""


class ExportCommands:
    """Acts for the main screen; writes one thing after the other."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.errands = Errands("export", screen.background_failed)
        self._last = 0
        """The format that was chosen last, by its place."""

    def action_export_write(self, count: Count) -> AwaitMount | None:
        """What is selected, else all that is listed."""
        screen = self._screen
        targets = screen.selecting.targets(None)
        if targets.selection is None:
            listing = screen.listed.listing
            targets = Targets(listing, range(len(listing.numbers)))
        if not len(targets):
            screen.status.say("There is no paper here")
            return None
        title = f"Export {papers(len(targets))}"
        stem = os.path.join(_folder(), self._stem(targets))  # noqa: PTH118 - it is typed on
        page = export_screen.ExportScreen(title, stem, self._last, self.errands)

        def decided(wanted: "Wanted | None") -> None:
            if wanted is not None:
                self._last = export_formats.EXPORT_FORMATS.index(wanted.format)
                self._export(wanted, targets)

        return screen.app.push_screen(page, decided)

    def _stem(self, targets: Targets) -> str:
        """A file's name without ending: that of the reading list, or the day."""
        name = "" if targets.selection else targets.listing.list_order
        fit = _UNFIT.sub("-", name).strip("-")[:LONGEST_NAME]
        return fit or f"papers-{date.today().isoformat()}"

    def _export(self, wanted: "Wanted", targets: Targets) -> None:
        """Write it in a while, and say so then."""
        screen = self._screen
        self._show_doing(f"exporting {papers(len(targets))}")
        screen.status.say(f"Exporting {papers(len(targets))}")

        def work() -> None:
            said, text, wrong = "", "", False
            try:
                said, text = self._written(wanted, targets)
            except PaperReadError as error:
                said, wrong = str(error), True
            finally:
                screen.app.call_later(self._done, said, text, wrong)

        self.errands.do(work)

    def _written(self, wanted: "Wanted", targets: Targets) -> tuple[str, str]:
        """Write the file; what is to be said of it, and the text where the clipboard wants it.

        Raises PaperReadError.
        """
        file = wanted.file
        self._screen.library.wait_for_annotations()
        try:
            listing = outgoing.listing_of(targets)
            pieces = exporting.export(self._screen.library, listing, wanted.format.name)
            many = papers(len(listing.numbers))
            if file is None:
                text = "".join(outgoing.gathered(pieces))
                return f"Sent to the clipboard: {many} as {wanted.format.title}", text
            if not exporting.write_to(file, pieces, over=wanted.over):
                raise PaperReadError(f"{_told(file)} is there already; nothing was written over it")
        except OSError as error:
            where = f"{_told(file)}: " if file else ""
            raise PaperReadError(f"{where}{error.strerror or outgoing.UNREADABLE}") from error
        except (ValueError, IndexError) as error:
            raise PaperReadError(outgoing.UNREADABLE) from error
        return f"{many} written to {_told(file)}", ""

    def _done(self, said: str, text: str, wrong: bool) -> None:
        screen = self._screen
        self._show_doing("")
        if text:
            screen.app.copy_to_clipboard(text)
        if wrong:
            screen.alert(said)
        elif said:
            screen.status.say(said)

    def _show_doing(self, doing: str) -> None:
        status = self._screen.status
        status.status = replace(status.status, doing=doing)


def papers(many: int) -> str:
    """A number of papers in words."""
    return "1 paper" if many == 1 else f"{many:,} papers"


def _folder() -> str:
    """The folder the program was started in; empty where it is gone or cannot be shown."""
    try:
        folder = str(Path.cwd())
    except OSError:
        return ""
    return folder if export_paths.is_fit(folder) else ""


def _told(file: Path) -> str:
    name = export_paths.shown(file)
    return name if len(name) <= SHOWN else export_paths.shown(Path(file.name))
