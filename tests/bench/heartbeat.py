"""How long the event loop keeps others waiting: a task that wants to run every two milliseconds."""

import asyncio
import time
from types import TracebackType
from typing import Self

BEAT = 0.002


class Heartbeat:
    """Beats while it is entered, and knows how late it was at most."""

    def __init__(self) -> None:
        self._latest = 0.0

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._beat())
        await asyncio.sleep(BEAT)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._task.cancel()

    async def _beat(self) -> None:
        while True:
            due = time.perf_counter() + BEAT
            await asyncio.sleep(BEAT)
            self._latest = max(self._latest, time.perf_counter() - due)

    def latest(self) -> float:
        """Seconds it was late at most since this was asked before."""
        latest, self._latest = self._latest, 0.0
        return latest
