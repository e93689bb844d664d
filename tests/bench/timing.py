"""Taking time: seconds of some work, middles and ends of many, and work in a process of its own."""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """Many times of one kind, in seconds."""

    median: float
    p95: float
    worst: float


@dataclass(frozen=True, slots=True)
class Apart:
    """What work in a process of its own took."""

    seconds: float
    peak: float
    """Bytes of memory at most, interpreter included."""
    result: Any = None


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spread(times: Sequence[float]) -> Spread:
    """The median, what 95 of 100 stay under, and the worst."""
    rising = sorted(times)
    return Spread(statistics.median(rising), rising[int(len(rising) * 0.95)], rising[-1])


def apart(work: Callable[..., object], *arguments: Any) -> Apart:
    """Do some work in a fresh process; its start is not counted."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, work, arguments).result()


def _measured(work: Callable[..., object], arguments: tuple[Any, ...]) -> Apart:
    start = time.perf_counter()
    result = work(*arguments)
    seconds = time.perf_counter() - start
    return Apart(seconds, memory_of(os.getpid())["VmHWM"], result)


def memory_of(process: int) -> dict[str, float]:
    """Bytes of memory of a process by the kernel's names: `VmRSS`, `RssAnon`, `VmHWM`."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    facts = dict(line.split(":", 1) for line in status.splitlines())
    return {name: float(facts[name].split()[0]) * 1024 for name in ("VmRSS", "RssAnon", "VmHWM")}
