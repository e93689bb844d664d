"""Keys to commands: sequences and counts, by what has the keyboard; the only way in for keys."""

from collections.abc import Mapping

from tui_reader.commands import PLACES, Place
from tui_reader.key_sequences import NOTHING, KeySequences, Match, Pending, Prefix
from tui_reader.keymaps.keymap import Keymap

EVERY_PLACE: tuple[Place, ...] = tuple(sorted(PLACES["everywhere"] | PLACES["note"]))


class KeyRouter:
    """Walks the sequences of the keymap in force as keys are pressed."""

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._sequences: Mapping[Place, KeySequences] = {
            place: keymap.sequences(place) for place in EVERY_PLACE
        }
        self.pending: Pending = NOTHING
        """What was pressed and waits for more."""

    def forget(self) -> None:
        """What was pressed waits for nothing any more."""
        self.pending = NOTHING

    def press(self, key: str, place: Place) -> Match | bool:
        """A key was pressed: the command it completes, or whether it was used up."""
        if key == "escape" and self.pending:
            self.pending = NOTHING
            return True
        outcome = self._sequences[place].feed(self.pending, key)
        match outcome:
            case Match():
                self.pending = NOTHING
                return outcome
            case Prefix(pending):
                self.pending = pending
                return True
            case _:
                self.pending = NOTHING
                return not outcome.fresh
