"""Whether a file that can be read may still have lost something since it was last seen whole.

About half of all truncations of such a file are still valid YAML.
"""

from tui_reader.annotations.document import SENTINEL, Document
from tui_reader.annotations.state_folder import LastSeen, StateFolder

_FEW = 5
_SHARE = 0.2


def doubt(document: Document, digest: str, last: LastSeen | None, folder: StateFolder) -> str:
    """Why the file should not be believed, and what the reader can do; empty where all is well."""
    if last is None or last.digest == digest:
        return ""
    if folder.backups.is_newest(digest):
        return ""  # we wrote it ourselves, and were killed before that was noted
    backups = folder.backups.folder
    if last.is_ended and not document.is_ended:
        return (
            "the line that ends the file is missing, so it may be cut short, and it is not"
            f" written over. If it is whole, add the line `{SENTINEL}` at its end;"
            f" else restore it from {backups}"
        )
    lost = last.papers - document.weight
    if lost > max(_FEW, last.papers * _SHARE):
        return (
            f"it has marks and notes on {document.weight} papers, and had them on {last.papers}"
            f" before, so it is not written over. If that is meant, delete"
            f" {folder.last_seen_file}; else restore it from {backups}"
        )
    return ""
