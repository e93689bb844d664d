"""What costs time to import or to make, and is not made before it is first asked for."""

import importlib
from collections.abc import Callable
from threading import Lock
from types import ModuleType
from typing import Any


class LaterObject:
    """Stands for something that costs time to make, until it is used. Made once, by any thread."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: object = None

    def __getattr__(self, name: str) -> Any:
        """What it has under that name; makes it first."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
        return getattr(self._made, name)


class LaterModule:
    """Stands for a module that costs time to import, until it is used."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, name: str) -> Any:
        """What the module has under that name; imports it first."""
        if self._module is None:
            self._module = importlib.import_module(self._name)
        return getattr(self._module, name)
