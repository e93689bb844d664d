"""What is asked before a deed is done to many papers."""

from tui_reader.library.deeds import (
    Adding,
    Deed,
    Moving,
    Placing,
    Removing,
    Standing,
    Starring,
    Tagging,
)


def asked(deed: Deed, many: int) -> str:
    """Whether so many papers are meant, as a question."""
    papers = f"{many:,} papers"
    match deed:
        case Starring(on):
            return f"Star {papers}?" if on else f"Take the stars of {papers} away?"
        case Standing(status):
            return f"Mark {papers} as {status or 'unread'}?"
        case Tagging(add, remove):
            tags = [f"#{tag}" for tag in add] + [f"no #{tag}" for tag in remove]
            return f"Tag {papers}: {', '.join(tags)}?"
        case Adding(list_name):
            return f"Add {papers} to {list_name}?"
        case Removing(list_name):
            return f"Take {papers} out of {list_name}?"
        case Moving(list_name) | Placing(list_name):
            return f"Move {papers} in {list_name}?"
        case _:
            return f"Change {papers}?"
