"""Any system call of a save may fail: the file stays whole, a retry loses nothing."""

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.annotations.kill_loop import ROOT
from tests.annotations.material import of_papers, opened, paper, read, star, write_by_hand
from tests.files.faults import CALLS, Fault
from tui_reader.annotations.yaml_file import parse

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.EDQUOT, errno.EROFS)


@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
def test_a_save_survives_any_failing_call(tmp_path: Path, call: str, number: int) -> None:
    at = 0
    fired = True
    while fired:
        at += 1
        folder = tmp_path / str(at)
        folder.mkdir()
        fired = save_with_fault(folder, call, number, at)
    assert at > 1


def save_with_fault(folder: Path, call: str, number: int, at: int) -> bool:
    before = of_papers(range(4))
    path = write_by_hand(folder, before)
    store = opened(folder)
    store.apply([star(50)])
    with Fault(call, number, at) as fault:
        is_saved = store.save()
    on_disk = parse(path.read_bytes(), "").papers
    if is_saved:
        assert set(on_disk) == set(store.annotations)
        assert store.unsaved == ""
    else:
        assert path.read_text() == before or set(on_disk) == set(store.annotations)
        assert store.unsaved.startswith("annotations.yaml: ")
    assert [found.name for found in folder.glob(".*")] == []
    store.apply([read(51)])
    assert store.save()
    assert (store.unsaved, store.problem) == ("", None)
    store.close()
    again = opened(folder)
    assert {paper(50), paper(51)} < set(again.annotations)
    assert len(again.annotations) == 6
    again.close()
    return fault.fired


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "fchmod", "close"])
def test_opening_survives_any_failing_call(tmp_path: Path, call: str) -> None:
    at = 0
    fired = True
    while fired:
        at += 1
        folder = tmp_path / str(at)
        folder.mkdir()
        path = write_by_hand(folder, of_papers(range(4)))
        with Fault(call, errno.EIO, at) as fault:
            store = opened(folder)
        fired = fault.fired
        store.apply([star(50)])
        assert store.save()
        assert len(parse(path.read_bytes(), "").papers) == 5
        store.close()
    assert at >= 1


def test_a_real_limit_on_file_sizes_loses_nothing(tmp_path: Path) -> None:
    before = of_papers(range(4))
    path = write_by_hand(tmp_path, before)
    store = opened(tmp_path)
    store.apply([star(50)])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before.encode()) + 10, hard))
    try:
        assert not store.save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_text() == before
    assert list(tmp_path.glob(".*")) == []
    assert store.save()
    assert "00050" in path.read_text()
    store.close()


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from tests.annotations.material import opened, star
os.setuid(65534)
store = opened(Path(sys.argv[1]))
store.apply([star(50)])
print(store.save(), "|", store.unsaved, "|", len(store.annotations))
store.close()
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser can become somebody else")
@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_folder_one_may_not_write_to_is_said(mode: int) -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        path = write_by_hand(folder, of_papers(range(4)))
        path.chmod(mode)
        (folder / "state").mkdir()
        os.chown(folder / "state", 65534, 65534)
        command = [sys.executable, "-c", UNPRIVILEGED, temporary]
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert said.stdout.startswith("False | annotations.yaml: not saved: ")
        assert said.stdout.endswith(" | 5\n")
        assert path.read_text() == of_papers(range(4))
        path.chmod(0o644)
        later = opened(folder)
        assert later.save()
        assert len(later.annotations) == 5
        later.close()
