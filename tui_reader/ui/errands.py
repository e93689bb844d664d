"""Work done beside the screen: one thing after the other, in a thread that nobody waits for."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Work = Callable[[], None]
T = TypeVar("T")


class Errands:
    """A thread of its own. Leaving the program never waits for it; what matters is journalled."""

    def __init__(self, name: str, failed: Callable[[Exception], None]) -> None:
        self._name = name
        self._failed = failed
        self._waiting: deque[Work | None] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._working = False

    @property
    def idle(self) -> bool:
        """Whether nothing is done or waits to be done."""
        with self._changed:
            return not self._working and not self._waiting

    def do(self, work: Work) -> None:
        """Do this after what waits already."""
        self._add(work)

    def answer(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Do this after what waits already; what comes of it, or what it raises, can be awaited."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def hand_over(result: T | None, error: Exception | None) -> None:
            if answer.cancelled():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(result)  # type: ignore[arg-type] # without an error there is one

        def run() -> None:
            result, failed = None, None
            try:
                result = work()
            except Exception as error:  # it is raised where it is awaited
                failed = error
            with suppress(RuntimeError):  # the program is being left
                loop.call_soon_threadsafe(hand_over, result, failed)

        self._add(run)
        return answer

    def do_instead(self, work: Work) -> None:
        """Do this instead of all that has not begun yet."""
        with self._changed:
            self._waiting.clear()
        self._add(work)

    def close(self) -> None:
        """End the thread when it has done what it is doing; what of that fails is told no more."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
        if self._thread is not None:
            self._add(None)

    def _add(self, work: Work | None) -> None:
        with self._changed:
            self._waiting.append(work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._changed.notify()

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                work()
            except Exception as error:  # whatever fails beside the screen is told on it
                if not self._closed:
                    self._failed(error)

    def _next(self) -> Work | None:
        with self._changed:
            self._working = False
            while not self._waiting:
                self._changed.wait()
            self._working = True
            return self._waiting.popleft()
