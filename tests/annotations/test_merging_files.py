"""Two copies of the file edited apart: merged by us without a conflict, by git mostly."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.annotations.kill_loop import ROOT
from tests.annotations.material import BAD_FILES, paper, with_everything
from tests.files.faults import Fault
from tui_reader.annotation import Annotation, Holdings, ReadingList
from tui_reader.annotations.annotations_file import Look, load, next_content
from tui_reader.annotations.document import UnintelligibleError
from tui_reader.annotations.merging_files import merge_files, read_other
from tui_reader.annotations.rendering import render

BASE = with_everything(range(10)).replace("lists:\n", "# my lists\nlists:\n", 1)
NOW = load(BASE.encode(), "").holdings


def with_paper(text: str, number: int, **fields: object) -> str:
    """A file's text after a save that changed some fields of a paper."""
    document = load(text.encode(), "")
    before = document.papers.get(paper(number), Annotation())
    papers = {**document.papers, paper(number): replace(before, **fields)}  # type: ignore[arg-type] # named by the tests
    wanted = replace(document.holdings, papers=papers)
    content, _ = next_content(Look.at(text.encode()), document, wanted, "")
    assert content is not None
    return content.decode()


def merged(folder: Path, base: str, ours: str, theirs: str) -> str:
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, (base, ours, theirs), strict=True):
        path.write_text(text, newline="")
    merge_files(*paths)
    return paths[1].read_text()


def holdings(text: str) -> Holdings:
    return load(text.encode(), "").holdings


IN_TRAIN = (("train", Decimal(20)),)
Edit = tuple[int, dict[str, object]]
EDITS: dict[str, tuple[Edit, Edit]] = {
    "different fields of one paper": ((3, {"status": "skipped"}), (3, {"tags": ("a", "b")})),
    "papers beside one another": ((3, {"star": "true"}), (4, {"note": "hers\nat length"})),
    "new papers beside one another": ((50, {"star": "true"}), (51, {"star": "true"})),
    "papers added to one list": ((3, {"lists": IN_TRAIN}), (5, {"lists": IN_TRAIN})),
    "papers far apart": ((1, {"star": "2026-10-07"}), (8, {"tags": ("far",)})),
}


@pytest.mark.parametrize("name", EDITS)
def test_edits_made_apart_come_together(tmp_path: Path, name: str) -> None:
    (one, mine), (other, hers) = EDITS[name]
    ours, theirs = with_paper(BASE, one, **mine), with_paper(BASE, other, **hers)
    after = merged(tmp_path, BASE, ours, theirs)
    assert holdings(after) == holdings(with_paper(ours, other, **hers))
    assert holdings(after) == holdings(merged(tmp_path, BASE, theirs, ours))
    assert "# my lists\n" in after


def test_a_side_that_changed_nothing_leaves_the_other_byte_for_byte(tmp_path: Path) -> None:
    theirs = with_paper(BASE, 3, star="true")
    assert merged(tmp_path, BASE, theirs, BASE) == theirs
    assert merged(tmp_path, BASE, BASE, theirs) == theirs


def test_files_without_a_common_past_are_joined(tmp_path: Path) -> None:
    after = merged(tmp_path, "", with_paper(BASE, 50, star="true"), with_everything(range(12)))
    expected = {paper(number) for number in (*range(12), 50)}
    assert holdings(after).papers.keys() == expected


def test_unknown_fields_of_both_sides_are_kept(tmp_path: Path) -> None:
    mine, hers = (BASE.replace("papers:\n", f"{name}: 1\npapers:\n", 1) for name in "xy")
    after = load(merged(tmp_path, BASE, mine, hers).encode(), "")
    assert dict(after.extra) == {"x": "1", "y": "1"}
    assert after.holdings == NOW


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_changes_nothing(tmp_path: Path, name: str, place: int) -> None:
    paths = [tmp_path / side for side in ("base", "ours", "theirs")]
    for path in paths:
        path.write_text(BASE)
    paths[place].write_bytes(BAD_FILES[name])
    before = paths[1].read_bytes()
    with pytest.raises(UnintelligibleError, match=paths[place].name):
        merge_files(*paths)
    assert paths[1].read_bytes() == before


def test_a_file_cut_short_is_no_wish_to_delete(tmp_path: Path) -> None:
    with pytest.raises(UnintelligibleError, match=r"theirs.*cut short"):
        merged(tmp_path, BASE, BASE, BASE[: len(BASE) // 2].rpartition("\n  ")[0] + "\n")
    assert (tmp_path / "ours").read_text() == BASE


def test_a_write_that_fails_changes_nothing(tmp_path: Path) -> None:
    with Fault("fsync", 28, 1), pytest.raises(OSError, match="No space"):
        merged(tmp_path, BASE, BASE, with_paper(BASE, 3, star="true"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base", "ours", "theirs"]
    assert (tmp_path / "ours").read_text() == BASE


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_other(tmp_path / "none.yaml")


def test_another_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE)
    assert read_other(tmp_path / "a.yaml").holdings == NOW


# git

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
MERGE = "from pathlib import Path; import sys; from tui_reader.annotations.merging_files import"
DRIVER = f"{sys.executable} -c '{MERGE} merge_files; merge_files(*map(Path, sys.argv[1:]))'"


def git(folder: Path, *words: str) -> int:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PYTHONPATH": str(ROOT),
    }
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    command = ["git", *settings, *words]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return ran.returncode


def merged_by_git(folder: Path, ours: str, theirs: str, *, driver: bool) -> str | None:
    """What git makes of two branches; None where it sees a conflict."""
    path = folder / "annotations.yaml"
    assert git(folder, "init", "-q", "-b", "ours") == 0
    if driver:
        (folder / ".gitattributes").write_text("annotations.yaml merge=paperread\n")
        assert git(folder, "config", "merge.paperread.driver", f"{DRIVER} %O %A %B") == 0
    for branch, text in (("ours", BASE), ("theirs", theirs), ("ours", ours)):
        git(folder, "checkout", "-q", branch) and git(folder, "checkout", "-q", "-b", branch)
        path.write_text(text)
        git(folder, "add", "-A")
        assert git(folder, "commit", "-q", "-m", "x") == 0
    has_merged = git(folder, "merge", "-q", "--no-edit", "theirs") == 0
    return path.read_text() if has_merged else None


@needs_git
@pytest.mark.parametrize("name", EDITS)
def test_git_merges_with_our_driver(tmp_path: Path, name: str) -> None:
    (one, mine), (other, hers) = EDITS[name]
    ours, theirs = with_paper(BASE, one, **mine), with_paper(BASE, other, **hers)
    after = merged_by_git(tmp_path, ours, theirs, driver=True)
    assert after is not None
    assert holdings(after) == holdings(with_paper(ours, other, **hers))
    assert "# my lists\n" in after


@needs_git
def test_git_alone_merges_edits_of_papers_that_are_not_neighbours(tmp_path: Path) -> None:
    (one, mine), (other, hers) = EDITS["papers far apart"]
    ours, theirs = with_paper(BASE, one, **mine), with_paper(BASE, other, **hers)
    after = merged_by_git(tmp_path, ours, theirs, driver=False)
    assert after is not None
    assert holdings(after) == holdings(with_paper(ours, other, **hers))


@needs_git
def test_git_alone_merges_a_list_begun_here_and_a_note_written_there(tmp_path: Path) -> None:
    wanted = replace(NOW, lists={**NOW.lists, "new": ReadingList("2026-10-07")})
    ours, _ = next_content(Look.at(BASE.encode()), load(BASE.encode(), ""), wanted, "")
    assert ours is not None
    theirs = with_paper(BASE, 3, note="hers")
    after = merged_by_git(tmp_path, ours.decode(), theirs, driver=False)
    assert after is not None
    assert holdings(after).lists == wanted.lists
    assert holdings(after).papers == holdings(theirs).papers


def test_what_is_merged_is_written_as_a_save_would(tmp_path: Path) -> None:
    theirs = with_paper(BASE, 50, star="true")
    plain = render(NOW)
    assert merged(tmp_path, plain, plain, theirs) == with_paper(plain, 50, star="true")
