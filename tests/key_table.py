"""The README's key table, made from the registry: `python -m tests.key_table` prints it."""

from tui_reader.commands import COMMANDS, HEADINGS
from tui_reader.keymaps.keymap import DEFAULT


def key_table() -> str:
    """A Markdown table of every command with its default keys."""
    lines = ["| keys | what they do |", "|---|---|"]
    for family, heading in HEADINGS.items():
        commands = [command for command in COMMANDS if command.family == family]
        lines += [f"| | **{heading}** |"] if commands else []
        for command in commands:
            keys = " ".join(f"`{key}`" for key in DEFAULT.shown_keys(command.id))
            lines.append(f"| {keys or '(palette)'} | {command.help} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(key_table())  # noqa: T201 - that is what it is for
