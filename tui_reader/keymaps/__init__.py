"""Keymaps: the registry's keys, overlaid by a YAML file of the reader's."""

from tui_reader.keymaps.keymap import DEFAULT, Keymap
from tui_reader.keymaps.loading import SHIPPED, check_keymap, load_keymap

__all__ = ["DEFAULT", "SHIPPED", "Keymap", "check_keymap", "load_keymap"]
