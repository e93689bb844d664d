"""Sequences of keys as they are pressed: counts, beginnings, and the commands they complete."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui_reader.keys import shown_sequence

MOST = 999_999
"""The largest count; digits beyond it are swallowed."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What was pressed and waits for more."""

    digits: str = ""
    """A count under way."""
    keys: tuple[str, ...] = ()
    """The keys of a sequence under way."""

    def __bool__(self) -> bool:
        return bool(self.digits or self.keys)

    def __str__(self) -> str:
        return self.digits + shown_sequence(" ".join(self.keys))


NOTHING = Pending()
"""Nothing pressed."""


@dataclass(frozen=True, slots=True)
class Match:
    """A whole sequence: call the command; nothing is pending any more."""

    command: str
    count: int | None = None
    """The count given before it; None where none was."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """The key was taken; keep `pending` for the next one."""

    pending: Pending


@dataclass(frozen=True, slots=True)
class Miss:
    """No sequence goes on like this; nothing is pending any more."""

    fresh: bool
    """Nothing was pending: the key was never ours, hand it on. Otherwise it is used up."""


@dataclass(frozen=True, slots=True)
class KeySequences:
    """The sequences of one place; a value that is asked and never changes."""

    commands: Mapping[str, str]
    """Canonical sequence to command id."""
    counts: bool = True
    """Whether digits are counts; off where text is typed."""
    _prefixes: frozenset[tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        split = [tuple(sequence.split()) for sequence in self.commands]
        prefixes = frozenset(keys[:end] for keys in split for end in range(1, len(keys)))
        object.__setattr__(self, "_prefixes", prefixes)

    def feed(self, pending: Pending, key: str) -> Match | Prefix | Miss:
        """What one more key makes of what was pending. Never raises."""
        # Ctrl+Space has two names, by the terminal's protocol.
        keys = (*pending.keys, "ctrl+space" if key == "ctrl+@" else key)
        bound = self.commands.get(" ".join(keys))
        ours = bound is not None or keys in self._prefixes
        if self._is_digit(pending, key) and (pending.digits or not ours):
            return Prefix(Pending(str(min(int(pending.digits + key), MOST))))
        if keys in self._prefixes:
            return Prefix(Pending(pending.digits, keys))
        if bound is None:
            return Miss(fresh=not pending)
        return Match(bound, int(pending.digits) if pending.digits else None)

    def _is_digit(self, pending: Pending, key: str) -> bool:
        if not self.counts or pending.keys or len(key) != 1 or key not in "0123456789":
            return False
        return key != "0" or bool(pending.digits)
