"""Runs the build of the index in a process of its own and listens to it."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


class Building:
    """One build at a time, which can be stopped from another thread."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def run(
        self,
        paths: Sequence[Path],
        progress: Callable[[str, int, int], None],
        *,
        anew: bool = False,
    ) -> str:
        """Build the index; returns why it failed, or nothing where it worked."""
        command = [sys.executable, "-P", "-m", "tui_reader.library.index_build"]
        command += ["--anew"] if anew else []
        command += ["--", *(str(path) for path in paths)]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except (OSError, ValueError) as error:
            return f"the build could not be started ({error})"
        self._process = process
        with process:
            last = _last_word(process, progress)
        if "finished" in last:
            return ""
        return str(last.get("failed") or f"the build ended with status {process.returncode}")

    def stop(self) -> None:
        """End a build that is under way; what it made so far is thrown away by the next one."""
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()


def _last_word(
    process: "subprocess.Popen[bytes]", progress: Callable[[str, int, int], None]
) -> dict[str, Any]:
    """Pass on what the build tells of its progress; returns the last thing it told."""
    last: dict[str, Any] = {}
    for line in process.stdout or ():
        try:
            told = json.loads(line)
        except ValueError:
            continue  # something else was printed; only our own lines count
        last = told if isinstance(told, dict) else last
        if "stage" in last:
            progress(last["stage"], last["done"], last["total"])
    return last
