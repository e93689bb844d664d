"""A file that says where the program failed, for whoever is to mend it."""

import time
import traceback
from pathlib import Path


def written(error: Exception, folder: Path) -> str:
    """Write where an error came from into a folder; the file in words, or at least the error."""
    told = type(error).__name__
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / f"crash-{time.strftime('%Y%m%dT%H%M%S')}.log"
        file.touch(mode=0o600)
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return told
    return f"{file} says where ({told})"
