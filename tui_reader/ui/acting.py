"""Does deeds to papers, many of them beside the screen, and shows what came of it."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from textual.await_complete import AwaitComplete

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.papers import Paper
from tui_reader.ui.collecting import without_pauses
from tui_reader.ui.errands import Errands
from tui_reader.ui.targets import Targets

if TYPE_CHECKING:
    from tui_reader.annotation import Change
    from tui_reader.library import deeds, telling
    from tui_reader.library.deeds import Deed
    from tui_reader.ui import confirm_screen, deed_words
    from tui_reader.ui.main_screen import MainScreen
else:
    # Nothing of this is needed before the first deed.
    deeds = LaterModule("tui_reader.library.deeds")
    telling = LaterModule("tui_reader.library.telling")
    confirm_screen = LaterModule("tui_reader.ui.confirm_screen")
    deed_words = LaterModule("tui_reader.ui.deed_words")

T = TypeVar("T")

MANY = 50
"""Papers above which it is asked whether all of them are meant."""
NOTHING = "nothing to change: it is so already"
ELSEWHERE = "Nothing was changed: it was to be asked first, and another page was open by then"
KEYS_WAIT = 1.0
"""Seconds for which keys wait at most, so that what is typed ahead meets what was done."""

Plan = tuple["Deed", Sequence[Paper]]
"""A deed, and the papers it is to be done to."""
Planned = Callable[[Sequence[Paper]], Plan]
"""Given the papers that are meant: what is to be done. Asked beside the screen."""


class Acting:
    """Acts for the main screen; one deed after the other."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.errands = Errands("deeds", screen.background_failed)
        self.last: Deed | None = None
        """What was done last, to be done again."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._under_way = 0
        self._quiet = asyncio.Event()
        self._turn = asyncio.Lock()

    @property
    def idle(self) -> bool:
        """Whether nothing is being done; what waits for the reader's answer is not."""
        return not self._under_way and self.errands.idle

    # Doing

    def act(self, targets: Targets, deed: "Deed") -> AwaitComplete | None:
        """Do a deed to the papers that are meant."""
        return self._begin(targets, lambda papers: (deed, papers), deed)

    def act_as(self, targets: Targets, planned: Planned) -> AwaitComplete | None:
        """Do what the papers themselves decide."""
        return self._begin(targets, planned, None)

    def _begin(
        self, targets: Targets, planned: Planned, deed: "Deed | None"
    ) -> AwaitComplete | None:
        if not len(targets):
            self._screen.status.say("There is no paper here")
            return None
        if len(targets) > 1 or not self.idle:
            return self.run(self._do(targets, planned, deed))
        try:
            deed, papers = planned(targets.papers())
            self._done(deed, *self._did(deed, papers))
        except PaperReadError as error:
            self._screen.alert(str(error))
        return None

    async def _do(self, targets: Targets, planned: Planned, deed: "Deed | None") -> None:
        """Ask, if many papers are meant, and do it; both as early as may be."""
        if deed and not await self._is_meant(deed, len(targets)):
            return
        self._say(len(targets))
        planned_deed, papers = await self._beside(lambda: planned(targets.papers()))
        if not deed and not await self._is_meant(planned_deed, len(papers)):
            return
        self._say(len(papers))
        did = await self._beside(lambda: self._did(planned_deed, papers))
        self._done(planned_deed, *did)

    async def _is_meant(self, deed: "Deed", many: int) -> bool:
        """Whether so many papers are meant; asks where they are many."""
        if many <= MANY:
            return True
        self._say(0)
        if self._screen.app.screen is not self._screen:
            self._screen.alert(ELSEWHERE)  # a page that came up would take the keys of another
            return False
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def answered(yes: bool | None) -> AwaitComplete:
            self._count(1)
            answer.set_result(bool(yes))
            return AwaitComplete(self._while_at_it())

        page = confirm_screen.ConfirmScreen(deed_words.asked(deed, many))
        await self._screen.app.push_screen(page, answered)
        self._count(-1)
        return await answer

    def _did(self, deed: "Deed", papers: Sequence[Paper]) -> "tuple[Sequence[Change], str]":
        """Do a deed; what was changed, and that in words."""
        step = self._screen.library.do(deed, papers)
        said = telling.told(step, self._screen.style.glyphs.dot) if step else NOTHING
        return step, f"{said[:1].upper()}{said[1:]}"

    def _done(self, deed: "Deed", step: "Sequence[Change]", said: str) -> None:
        self.last = deed
        self.show(step)
        self._screen.status.say(said)

    def _say(self, many: int) -> None:
        """Say how many papers are being changed, where that may take a while."""
        status = self._screen.status
        doing = f"{many:,} papers under way" if many > MANY else ""
        status.status = replace(status.status, doing=doing)

    # Beside the screen

    def _beside(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        return self.errands.answer(lambda: without_pauses(work))

    def run(self, work: Coroutine[Any, Any, None]) -> AwaitComplete:
        """Do work that waits for threads and answers; keys wait for it, but not long."""
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self._count(1)
        return AwaitComplete(self._while_at_it())

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            async with self._turn:  # what comes next may be meant to take this back
                await work
        except PaperReadError as error:
            self._screen.alert(str(error))
        except Exception as error:  # whatever fails beside the screen is told on it
            self._screen.background_failed(error)
        finally:
            self._say(0)
            self._count(-1)

    def _count(self, more: int) -> None:
        self._under_way += more
        if self._under_way:
            self._quiet.clear()
        else:
            self._quiet.set()

    async def _while_at_it(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._quiet.wait(), KEYS_WAIT)

    # Showing

    def show(self, step: "Sequence[Change]") -> None:
        """Show what was changed, and save it soon.

        A view keeps what was changed while it is looked at; a list is asked for again.
        """
        if not step:
            return
        screen, question = self._screen, self._screen.question
        screen.home.go(screen.selected)
        if question.view != "all":
            names = frozenset(change.id for change in step)
            screen.question = replace(question, kept=question.kept | names)
        opened = question.reading_list
        moved = opened and any(each.field == "list" and each.name == opened for each in step)
        if moved or not screen.asking.errands.idle:
            screen.ask(screen.question)
        rows = [max(0, screen.listed.find(step[0].id))] if len(step) == 1 else []
        screen.list.redraw(*rows)
        screen.show_selected()
        screen.saver.save_soon()
        screen.update_status()
        screen.sides.changed(step)

    def after_saving(self, merged: bool) -> None:
        """Something was saved, or taken in from the file."""
        screen = self._screen
        if merged:
            screen.list.redraw()
            screen.show_selected()
            screen.sides.changed(())
            if not screen.question.is_plain:
                screen.asking.again(screen.question)
        screen.update_status()

    def read_for_a_moment(self) -> None:
        """The paper stayed open for a moment: it was looked at, if nothing more is said of it."""
        screen = self._screen
        paper = screen.selected
        if paper is None or paper.id != screen.home.paper or screen.app.screen is not screen:
            return
        if not screen.library.annotation(paper).unread:
            return
        if not self.idle:  # it would hold the screen up until that is done
            screen.clock.start()
            return
        try:
            self.show(screen.library.do(deeds.Standing("read"), [paper], by_itself=True))
        except PaperReadError as error:
            screen.alert(str(error))
