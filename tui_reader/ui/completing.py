"""Completing what is typed: asks the library beside the screen and offers what it finds."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete

from tui_reader.later import LaterModule
from tui_reader.library.library import Library
from tui_reader.ui.errands import Errands
from tui_reader.ui.search_bar import SearchBar

if TYPE_CHECKING:
    from tui_reader.queries import completing, problems
    from tui_reader.queries.completing import Completion
    from tui_reader.ui import choices
    from tui_reader.ui.choices import Choices
else:
    completing = LaterModule("tui_reader.queries.completing")
    problems = LaterModule("tui_reader.queries.problems")
    choices = LaterModule("tui_reader.ui.choices")

KEYS_WAIT = 1.0
"""Seconds for which keys wait at most, so that what is typed ahead meets the completed word."""

Answer = asyncio.Future["tuple[Completion, ...]"]


class Completing:
    """Completes in a search bar, on a thread of its own; the newest request wins."""

    def __init__(
        self,
        library: Library,
        say: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._library = library
        self._say = say
        self._answer: Answer | None = None
        self.errands = Errands("complete", failed)

    def begin(self, bar: SearchBar) -> AwaitComplete | None:
        """Offer completions; None where there is nothing to complete.

        What comes later than keys wait is offered all the same if nothing was typed meanwhile.
        """
        text, cursor = bar.text, bar.input.cursor_position
        piece = completing.unfinished(text, cursor)
        if piece is None:
            return None
        if self._answer is not None:
            self._answer.cancel()
        asked = choices.Choices(text, cursor, piece, ())
        answer: Answer = asyncio.get_running_loop().create_future()
        self._answer = answer
        self.errands.do_instead(lambda: self._find(asked, answer))
        offered = asyncio.create_task(self._offer(bar, asked, answer))
        return AwaitComplete(asyncio.wait((offered,), timeout=KEYS_WAIT))

    def _find(self, asked: "Choices", answer: Answer) -> None:
        if answer.cancelled():
            return
        found: tuple[Completion, ...] = ()
        try:
            found = self._library.complete(asked.piece)
        finally:
            with suppress(RuntimeError):  # the program is being left
                answer.get_loop().call_soon_threadsafe(_hand_over, answer, found)

    async def _offer(self, bar: SearchBar, asked: "Choices", answer: Answer) -> None:
        found = await answer
        if (bar.text, bar.input.cursor_position) != (asked.typed, asked.cursor):
            return
        if found:
            bar.offer(choices.Choices(asked.typed, asked.cursor, asked.piece, found, place=0))
        elif asked.piece.beginning:
            self._say(f"Nothing else begins with {problems.repeated(asked.piece.beginning)}")
        else:
            self._say("Type a letter or two, and they can be completed")


def _hand_over(answer: Answer, found: "tuple[Completion, ...]") -> None:
    if not answer.done():
        answer.set_result(found)
