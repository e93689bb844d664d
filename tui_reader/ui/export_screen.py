"""The page of an export: a choice of formats and the name of a file; gives back what is wanted."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import AwaitMount
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import WorkerError

from tui_reader.commands import Place
from tui_reader.ui import export_paths
from tui_reader.ui.answering import AnsweringScreen, Deed
from tui_reader.ui.confirm_screen import ConfirmScreen
from tui_reader.ui.errands import Errands
from tui_reader.ui.export_formats import CHOOSING, ENDINGS, EXPORT_FORMATS, ExportFormat
from tui_reader.ui.key_line import KeyLine

COPY = "c"
CHOICE_KEYS = (("Enter", "File"), (COPY, "Clipboard"), ("Escape", "Leave"))
FILE_KEYS = (("Enter", "Write"), ("Tab", "Complete"), ("Escape", "Other format"))
NAMES = 20
"""Names that a file name may go on with that are shown at most."""
DISK_WAIT = 1.0
"""Seconds for which keys wait at most for what the disk says of a name."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader decided on."""

    format: ExportFormat
    file: Path | None = None
    """None for the clipboard."""
    over: bool = False
    """Whether the file is to be replaced where it is there."""


class ExportScreen(AnsweringScreen[Wanted | None]):
    """Asks how and where to; looks at the disk on a thread it is given. Writes nothing."""

    def __init__(self, title: str, stem: str, chosen: int, errands: Errands) -> None:
        """`stem` is the file's name without its ending; `chosen` the format to begin with."""
        super().__init__()
        self._title = title
        self._stem = stem
        self._chosen = chosen
        self._errands = errands
        self._ended = -1
        """The format whose ending the file has, by its place."""

    @property
    def place(self) -> Place:
        """A name is written like a note; among the formats, keys are commands."""
        return "note" if self._is_naming else "page"

    def compose(self) -> ComposeResult:
        """What it is about, the formats, the file, what is to be said of it, the keys."""
        with Vertical(id="export-page"):
            yield Static(Content(self._title), id="export-title")
            yield OptionList(
                *(
                    Option(Content(f"{number}  {each.title:<13}{each.about}"))
                    for number, each in enumerate(EXPORT_FORMATS, start=1)
                ),
                id="export-formats",
                markup=False,
                compact=True,
            )
            with Horizontal(id="export-line"):
                yield Static("to ", id="export-to", markup=False)
                yield Input(self._stem, compact=True, id="export-file", select_on_focus=False)
            yield Static("", id="export-said", markup=False)
            yield KeyLine(id="export-keys")

    def on_mount(self) -> None:
        """Begin among the formats."""
        self._formats.highlighted = self._chosen
        self.set_focus(self._formats)

    @property
    def _formats(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    @property
    def _is_naming(self) -> bool:
        return self.focused is self._line

    @property
    def _format(self) -> ExportFormat:
        return EXPORT_FORMATS[self._formats.highlighted or 0]

    def _say(self, said: str) -> None:
        self.query_one("#export-said", Static).update(Content(said))

    # Formats

    @on(OptionList.OptionHighlighted)
    def _end_file(self) -> None:
        """Give the file the ending of the format, in place of another's or of none."""
        if self._ended == self._formats.highlighted:
            return  # what is typed behind the ending stays
        self._ended = self._formats.highlighted or 0
        name = self._line.value
        stem, dot, ending = name.rpartition(".")
        bare = stem if dot and f".{ending}" in ENDINGS else name
        self._line.value = bare + self._format.ending
        self._line.cursor_position = len(self._line.value)

    @on(OptionList.OptionSelected)
    def _name_file(self) -> None:
        self._end_file()
        self.set_focus(self._line)

    @on(events.DescendantFocus)
    def _name_keys(self) -> None:
        self._say("")
        self.query_one(KeyLine).hints = FILE_KEYS if self._is_naming else CHOICE_KEYS

    def action_move_down(self, count: int | None) -> None:
        """Down the formats."""
        self._move(count or 1)

    def action_move_up(self, count: int | None) -> None:
        """Up the formats."""
        self._move(-(count or 1))

    def action_move_top(self, count: int | None) -> None:
        """To the first format."""
        self._move(-len(EXPORT_FORMATS))

    def action_move_bottom(self, count: int | None) -> None:
        """To the last format."""
        self._move(len(EXPORT_FORMATS))

    def _move(self, step: int) -> None:
        place = (self._formats.highlighted or 0) + step
        self._formats.highlighted = max(0, min(place, len(EXPORT_FORMATS) - 1))

    def action_view_back(self, count: int | None) -> AwaitComplete | None:
        """Leave all as it is."""
        return self.give(None)

    def own_deed(self, key: str) -> Deed | None:
        """A digit or first letter chooses, another copies; Tab completes a file's name."""
        if self._is_naming:
            at_disk = {"tab": self._complete, "shift+tab": self._complete, "enter": self._take}
            return (lambda: self._ask_disk(at_disk[key]())) if key in at_disk else None
        if key in CHOOSING:
            return lambda: self._choose(CHOOSING[key])
        if key == COPY:
            return lambda: self.give(Wanted(self._format))
        return self._name_file if key == "enter" else None

    def _choose(self, place: int) -> None:
        self._formats.highlighted = place
        self._name_file()

    # The file

    def _ask_disk(self, work: Coroutine[object, object, None]) -> AwaitComplete:
        """Ask beside the screen, instead of what was asked before; keys wait, but not long."""
        worker = self.run_worker(work, exclusive=True)

        async def patiently() -> None:
            with suppress(TimeoutError, WorkerError):
                await asyncio.wait_for(asyncio.shield(worker.wait()), DISK_WAIT)

        return AwaitComplete(patiently())

    async def _complete(self) -> None:
        typed = self._line.value
        try:
            name, names = await self._errands.answer(lambda: export_paths.completed(typed))
        except (OSError, ValueError, RuntimeError):
            self._say("There is no such folder")
            return
        if self._line.value == typed:
            self._line.value = name
            self._line.cursor_position = len(name)
            self._say("  ".join(names[:NAMES]))

    async def _take(self) -> None:
        """Give the file back if it can be written, and may be where it is there already."""
        typed = self._line.value

        def look() -> tuple[Path, str, bool]:
            file = export_paths.file_of(typed)
            return file, export_paths.hindrance(file), file.exists()

        try:
            file, hindrance, is_there = await self._errands.answer(look)
        except (OSError, ValueError, RuntimeError) as error:
            self._say(str(error))
            return
        if hindrance:
            self._say(hindrance)
        elif is_there:
            await self._ask_over(file)
        else:
            self.give(Wanted(self._format, file))

    def _ask_over(self, file: Path) -> AwaitMount:
        def answered(yes: bool | None) -> None:
            if yes:
                self.give(Wanted(self._format, file, over=True))

        question = f"{export_paths.shown(file)} is there already. Write over it?"
        return self.app.push_screen(ConfirmScreen(question), answered)

    def action_note_save(self, count: int | None) -> AwaitComplete:
        """The key that keeps a note writes, too."""
        return self._ask_disk(self._take())

    def action_note_cancel(self, count: int | None) -> None:
        """Back to the formats."""
        self.set_focus(self._formats)
