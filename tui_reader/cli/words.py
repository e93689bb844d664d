"""Words that arguments choose from."""

from collections.abc import Mapping
from typing import Literal, get_args

from tui_reader.annotation import STATUSES, Status

STATUS_NAMES: Mapping[str, Status] = {
    (status or "unread").replace(" ", "-"): status for status in STATUSES
}
"""Statuses by how they are written on the command line."""

Shell = Literal["bash", "zsh", "fish"]
SHELLS: tuple[Shell, ...] = get_args(Shell)

Kind = Literal["tags", "lists", "searches"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What the reader gave names to."""

WAYS = ("up", "down", "top", "bottom")
"""Where papers of a list can be moved to, beside a place by its number."""
