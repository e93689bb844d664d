"""Making the n-th call of one system function fail, until it is called less often than that."""

import os
from types import TracebackType
from typing import Any

CALLS = ("open", "write", "fsync", "replace", "fchmod", "close")


class Fault:
    """While it lasts, the n-th `os.<call>` fails with this error number; `close` closes first."""

    def __init__(self, call: str, number: int, at: int) -> None:
        self._call = call
        self._number = number
        self._left = at
        self._real: Any = getattr(os, call)

    @property
    def fired(self) -> bool:
        """Whether the call was made often enough."""
        return self._left <= 0

    def __enter__(self) -> "Fault":
        setattr(os, self._call, self._fake)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        setattr(os, self._call, self._real)

    def _fake(self, *args: Any, **keywords: Any) -> Any:
        self._left -= 1
        if self._left != 0:
            return self._real(*args, **keywords)
        if self._call == "close":
            self._real(*args, **keywords)
        raise OSError(self._number, os.strerror(self._number))
