"""A page laid over the app that gives something back; the next key is for what comes after it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from textual.widget import AwaitMount

T = TypeVar("T")
Deed = Callable[[], object]
"""Gives something to wait for, where the next key has to wait."""


async def done(called: object) -> None:
    """Wait for what a command gave: the next key is for the page that opens or is left."""
    if isinstance(called, AwaitMount | AwaitComplete):
        await called


def then(told: Callable[[T | None], object]) -> Callable[[T | None], Awaitable[None]]:
    """Tell somebody the answer of a page; the next key waits for what they give."""

    async def tell(answer: T | None) -> None:
        await done(told(answer))

    return tell


class AnsweringScreen(ModalScreen[T]):
    """Asks for something."""

    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - as Textual declares it

    def own_deed(self, key: str) -> Deed | None:
        """What a key does on this page, whatever it does elsewhere; None where it is not its own.

        The app calls it when what was typed before was taken in, and waits for what it gives: keys
        that Textual hands on reach their widget after the app has taken the next one.
        """
        return None

    def give(self, answer: T) -> AwaitComplete | None:
        """Give an answer back and leave; a page that was left already answers nothing more."""
        return self.dismiss(answer) if self.is_active else None
