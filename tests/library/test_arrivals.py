"""A dump that arrives after the index was built is searched beside it, without a rebuild."""

import json
from pathlib import Path

import pytest

from tests.library.material import (
    asked,
    build_here,
    library_of,
    titles,
    write_dump,
)
from tui_reader.library.index_place import generations_of
from tui_reader.library.library import Library
from tui_reader.search.paper_file import PAPERS

OLD = [
    {"title": f"Rivers of region {number}", "arxiv_id": f"2501.{number:05}"} for number in range(90)
]
SAND = {"title": "Sand in the gears", "abstract": "A gearbox that wears.", "year": 2026}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one dump, with its index."""
    folder = tmp_path / "dumps"
    folder.mkdir()
    write_dump(folder / "2026-01-01.jsonl", *OLD)
    build_here(folder)
    return folder


def state_of(library: Library) -> tuple[str, int]:
    return library.snapshot.origin, library.snapshot.count


def test_it_is_found_without_a_build(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        assert not library.open()
        assert state_of(library) == ("index", 91)
        assert titles(library, "gearboxes") == ["Sand in the gears"]


def test_it_is_there_after_a_reload(folder: Path) -> None:
    with library_of(folder) as library:
        library.open()
        write_dump(folder / "2026-01-02.jsonl", SAND)
        assert not library.reload()
        assert titles(library, "sand") == ["Sand in the gears"]


def test_a_reload_that_finds_nothing_new_changes_nothing(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        library.open()
        before = library.snapshot
        library.reload()
        assert library.snapshot is before


def test_another_one_joins_the_first(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        library.open()
        write_dump(folder / "2026-01-03.jsonl", {"title": "Grit in the gears"})
        assert not library.reload()
        assert sorted(titles(library, "gears")) == ["Grit in the gears", "Sand in the gears"]


def test_one_that_is_taken_away_again_is_forgotten(folder: Path) -> None:
    fresh = write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        library.open()
        fresh.unlink()
        assert not library.reload()
        assert (state_of(library), titles(library, "sand")) == (("index", 90), [])


def test_a_paper_of_the_index_is_enriched_by_it(folder: Path) -> None:
    record = {**OLD[7], "abstract": "Where the gorge narrows."}
    write_dump(folder / "2026-01-02.jsonl", record)
    with library_of(folder) as library:
        library.open()
        assert titles(library, "gorge") == ["Rivers of region 7"]
        assert state_of(library) == ("index", 90)
        assert sorted(titles(library)) == sorted(str(record["title"]) for record in OLD)


def test_marks_hold_for_it_and_stay_once_it_is_indexed(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        library.open()
        listing = asked(library, "sand")
        library.star(listing.snapshot.paper(listing.numbers[0]))
        assert titles(library, "is:starred") == ["Sand in the gears"]
        library.save()
        build_here(folder)
        library.reload()
        assert not library.snapshot.arrived
        assert titles(library, "is:starred") == ["Sand in the gears"]


def test_what_is_wrong_with_it_is_told_with_its_line(folder: Path) -> None:
    fresh = write_dump(folder / "2026-01-02.jsonl", SAND)
    fresh.write_text(fresh.read_text() + "{broken\n", encoding="utf-8")
    with library_of(folder) as library:
        library.open()
        assert [(each.file, each.line) for each in library.problems] == [("2026-01-02.jsonl", 2)]
        assert state_of(library) == ("index", 91)


def test_so_much_that_an_index_is_worth_it_has_one_built(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", *[{"title": f"Sand {place}"} for place in range(40)])
    with library_of(folder) as library:
        assert library.open()
        assert (state_of(library), len(titles(library, "sand"))) == (("index", 130), 40)
        assert library.build()
        assert (len(titles(library, "sand")), dict(library.snapshot.arrived)) == (40, {})


def test_a_dump_that_changed_has_all_read_again(folder: Path) -> None:
    write_dump(folder / "2026-01-01.jsonl", SAND)
    with library_of(folder) as library:
        assert library.open()
        assert state_of(library) == ("memory", 1)


def test_beside_a_damaged_paper_the_dumps_are_read_instead(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", {**OLD[7], "abstract": "Where the gorge narrows."})
    current = generations_of([folder]).current()
    assert current is not None
    papers = current.folder / PAPERS
    papers.write_bytes(papers.read_bytes().replace(b"Rivers", b"Livers"))
    with library_of(folder) as library:
        assert library.open()
        assert (state_of(library), titles(library, "gorge")) == (
            ("memory", 90),
            ["Rivers of region 7"],
        )


def test_an_index_that_fails_with_it_gives_way_to_the_dumps(folder: Path) -> None:
    write_dump(folder / "2026-01-02.jsonl", SAND)
    with library_of(folder) as library:
        library.open()
        index = library.snapshot.index
        assert index is not None
        manifest = json.loads((index.folder / "manifest.json").read_text(encoding="utf-8"))
        for name in manifest["files"]:
            if name.endswith(".positions"):
                (index.folder / name).write_bytes(b"")
        assert titles(library, '"sand in"') == ["Sand in the gears"]
