"""`paperread add` keeps copies of dumps; `paperread index` gives an account of them."""

from pathlib import Path

import pytest

from tests.cli.program import BATS, CATS, OWLS, dump, run, zoo
from tui_reader import locations
from tui_reader.cli import main

Capture = pytest.CaptureFixture[str]


def added() -> list[str]:
    return sorted(path.name for path in locations.dumps_dir().iterdir())


def test_add_copies_a_dump_and_counts_its_papers(tmp_path: Path, capsys: Capture) -> None:
    file = zoo(tmp_path)
    assert main(["add", str(file)]) == 0
    assert capsys.readouterr().out == "zoo.jsonl: 3 papers, 0 skipped\n"
    assert (locations.dumps_dir() / "zoo.jsonl").read_bytes() == file.read_bytes()


def test_the_folder_of_added_dumps_is_private(tmp_path: Path) -> None:
    assert main(["add", str(zoo(tmp_path))]) == 0
    assert locations.dumps_dir().stat().st_mode & 0o777 == 0o700


def test_the_same_dump_twice_is_kept_once(tmp_path: Path) -> None:
    file = str(zoo(tmp_path))
    assert [main(["add", file]), main(["add", file])] == [0, 0]
    assert added() == ["zoo.jsonl"]


def test_another_dump_of_the_same_name_is_kept_beside(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = dump(tmp_path / "other", "zoo.jsonl", CATS)
    assert [main(["add", str(zoo(tmp_path))]), main(["add", str(other)])] == [0, 0]
    assert added() == ["zoo-2.jsonl", "zoo.jsonl"]


def test_a_packed_dump_keeps_both_its_endings_when_it_is_kept_beside(tmp_path: Path) -> None:
    import gzip  # noqa: PLC0415 - for this rule only

    for name, record in (("a", OWLS), ("b", BATS)):
        (tmp_path / name).mkdir()
        plain = dump(tmp_path / name, "day.jsonl", record)
        packed = tmp_path / name / "day.jsonl.gz"
        packed.write_bytes(gzip.compress(plain.read_bytes()))
        assert main(["add", str(packed)]) == 0
    assert added() == ["day-2.jsonl.gz", "day.jsonl.gz"]


def test_standard_input_is_added(tmp_path: Path) -> None:
    ended = run("add", "-", "--name", "piped.jsonl", stdin=zoo(tmp_path).read_bytes())
    assert (ended.status, ended.out) == (0, "piped.jsonl: 3 papers, 0 skipped\n")
    assert added() == ["piped.jsonl"]


@pytest.mark.parametrize("name", ["../escaped", ".hidden", "a/b"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert main(["add", str(zoo(tmp_path)), "--name", name]) == 2
    assert "cannot be the name" in capsys.readouterr().err
    assert not locations.dumps_dir().exists() or not added()


def test_a_file_without_papers_is_not_kept(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty.txt").touch()
    assert main(["add", str(tmp_path / "empty.txt")]) == 2
    assert "holds no papers" in capsys.readouterr().err
    assert not locations.dumps_dir().exists()


def test_a_dump_with_a_bad_record_is_kept_and_the_record_named(
    tmp_path: Path, capsys: Capture
) -> None:
    assert main(["add", str(dump(tmp_path, "some.jsonl", OWLS, "{broken", CATS))]) == 1
    said = capsys.readouterr()
    assert said.out == "some.jsonl: 2 papers, 1 skipped\n"
    assert "some.jsonl:2:" in said.err
    assert added() == ["some.jsonl"]


def test_added_dumps_are_what_is_searched(tmp_path: Path, capsys: Capture) -> None:
    assert main(["add", str(zoo(tmp_path))]) == 0
    capsys.readouterr()
    assert main(["search", "owls", "--format", "ids"]) == 0
    assert capsys.readouterr().out.split() == ["doi:10.1234/owls", "arxiv:2401.00001"]


def test_index_gives_an_account_of_every_dump(tmp_path: Path, capsys: Capture) -> None:
    dump(tmp_path, "a.jsonl", OWLS, CATS)
    dump(tmp_path, "b.jsonl", CATS, BATS)
    assert main(["index", "--dumps", str(tmp_path)]) == 0
    first, second, together = (line.split() for line in capsys.readouterr().out.splitlines())
    assert first == ["a.jsonl", "2", "papers", "0", "known", "already", "0", "skipped"]
    assert second == ["b.jsonl", "1", "papers", "1", "known", "already", "0", "skipped"]
    assert together == ["together", "3", "papers", "1", "known", "already", "0", "skipped"]


def test_index_takes_dumps_as_the_program_itself_does(tmp_path: Path, capsys: Capture) -> None:
    one, other = dump(tmp_path, "a.jsonl", OWLS), dump(tmp_path, "b.jsonl", BATS)
    assert main(["index", str(one), "--dumps", str(other)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split()[:2] == ["together", "2"]


def test_index_ends_with_1_where_a_record_was_skipped_and_names_it(
    tmp_path: Path, capsys: Capture
) -> None:
    dump(tmp_path, "a.jsonl", OWLS, "{broken", CATS)
    assert main(["index", "--dumps", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "2 papers" in said.out
    assert "a.jsonl:2:" in said.err


def test_the_account_is_the_same_from_an_index_that_was_there(
    tmp_path: Path, capsys: Capture
) -> None:
    dump(tmp_path, "a.jsonl", OWLS, "{broken", CATS)
    accounts = []
    for more in ([], [], ["--rebuild"]):
        assert main(["index", "--dumps", str(tmp_path), *more]) == 1
        accounts.append(capsys.readouterr())
    assert accounts[0] == accounts[1] == accounts[2]


def test_the_index_is_searched_like_the_dumps_it_was_made_of(
    tmp_path: Path, capsys: Capture
) -> None:
    dumps = ["--dumps", str(zoo(tmp_path))]
    outs = []
    for prepare in (False, True):
        if prepare:
            assert main(["index", *dumps]) == 0
            capsys.readouterr()
        assert main(["search", "owls", "--format", "json", *dumps]) == 0
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1]


def test_an_empty_folder_has_an_account_of_nothing(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "none").mkdir()
    assert main(["index", "--dumps", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.split() == [
        "together",
        "0",
        "papers",
        "0",
        "known",
        "already",
        "0",
        "skipped",
    ]


def test_a_cache_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run("index", "--dumps", zoo(tmp_path), env={"XDG_CACHE_HOME": str(tmp_path / "file")})
    assert (ended.status, len(ended.said)) == (2, 1)
    assert ended.err.startswith("paperread: no index")


def test_search_does_without_a_cache(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = {"XDG_CACHE_HOME": str(tmp_path / "file")}
    ended = run("search", "--format", "ids", "--dumps", zoo(tmp_path), env=blocked)
    assert (ended.status, len(ended.out.splitlines())) == (0, 3)
