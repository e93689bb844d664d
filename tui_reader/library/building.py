"""Runs the build of the index in a process of its own and listens to it."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def run_build(
    paths: Sequence[Path], progress: Callable[[str, int, int], None], *, anew: bool = False
) -> str:
    """Build the index; returns why it failed, or nothing where it worked."""
    command = [sys.executable, "-P", "-m", "tui_reader.library.index_build"]
    command += ["--anew"] if anew else []
    command += ["--", *(str(path) for path in paths)]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        return f"the build could not be started ({error.strerror})"
    last: dict[str, Any] = {}
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                told = json.loads(line)
            except ValueError:
                continue  # something else was printed; only our own lines count
            last = told if isinstance(told, dict) else last
            if "stage" in last:
                progress(last["stage"], last["done"], last["total"])
    if "finished" in last:
        return ""
    return str(last.get("failed") or f"the build ended with status {process.returncode}")
