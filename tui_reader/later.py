"""A module that is imported when something of it is first asked for."""

import importlib
from typing import Any


class LaterModule:
    """Stands for a module that costs time to import, until it is used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        """What the module has under that name; imports it first."""
        return getattr(importlib.import_module(self._name), name)
