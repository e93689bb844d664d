"""Two days of papers from import to bibliography, all of it in shells and processes of its own."""

import json
import re
from pathlib import Path

from bibtexparser.entrypoint import parse_string

from tests.cli.program import Ended, dump, shell
from tui_reader import locations


def told(script: str) -> Ended:
    ended = shell(f"set -e -o pipefail\n{script}")
    assert (ended.status, ended.err) == (0, "")
    return ended


def day(folder: Path, name: str, first: int) -> Path:
    numbers = range(first, first + 10)
    return dump(
        folder,
        name,
        *(
            {
                "id": f"2401.{number:05}",
                "title": f"On {'owls' if number % 2 else 'bats'} and number {number}",
                "authors": [f"Ada Number{number}"],
                "year": 2024,
            }
            for number in numbers
        ),
    )


def test_two_days_are_imported_marked_undone_exported_and_merged(tmp_path: Path) -> None:
    one, two = day(tmp_path, "2024-01-01.jsonl", 1), day(tmp_path, "2024-01-02.jsonl", 11)
    told(f"paperread import '{one}' && paperread import '{two}' --status to-read")

    # Ten papers are tagged and lined up, two noted.
    owls = "paperread search title:owls --sort title --format ids"
    told(f"{owls} | paperread tag - +owls '+to cite'; {owls} | paperread list add thesis -")
    ids = told(owls).out.split()
    assert len(ids) == 10
    told(f"paperread list move thesis {ids[7]} top; paperread list move thesis {ids[0]} 3")
    told(f"paperread note {ids[7]} 'begin # here'; paperread note {ids[0]} 'then {{this}}'")
    order = [ids[7], ids[1], ids[0], *ids[2:7], *ids[8:]]
    assert told("paperread list show thesis --format ids").out.split() == order

    # All are marked as done, which another process takes back.
    told("paperread search '' --format ids | paperread status done -")
    assert told("paperread undo").out == "Undone: marked as done · 20 papers\n"
    assert len(told("paperread search is:to-read --format ids").out.split()) == 10

    # The list goes out in its order.
    library = parse_string(told("paperread export list:thesis --format bibtex").out)
    assert library.failed_blocks == []
    fields = [entry.fields_dict for entry in library.entries]
    assert [f"arxiv:{each['eprint'].value}" for each in fields] == order
    assert fields[0]["annote"].value == r"begin \# here"
    assert fields[0]["keywords"].value == "owls, to cite"
    page = told("paperread export list:thesis --format markdown").out
    assert re.findall(r"^> .*", page, re.MULTILINE) == ["> begin \\# here", "> then \\{this\\}"]
    assert page.count("#owls #to-cite") == 10

    # A copy was edited apart, and both come together.
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(locations.annotations_file().read_bytes())
    bat = told("paperread search title:bats --format ids --limit 1").out.strip()
    told(f"paperread tag --annotations '{copy}' {ids[3]} +theirs")
    told(f"paperread list add thesis {bat} --annotations '{copy}'")
    told(f"paperread tag {ids[3]} +ours; paperread status skipped {bat}")
    assert told(f"paperread merge '{copy}'").out == "came in: 2 papers, 1 list\n"
    assert told("paperread list show thesis --format ids").out.split() == [*order, bat]
    row = json.loads(told(f"paperread show {ids[3]} --format json").out)
    assert row["tags"] == ["ours", "owls", "theirs", "to cite"]
    assert told(f"paperread merge '{copy}'").out.startswith("nothing came in")

    # What was merged in goes away as it came.
    told("paperread undo")
    assert told("paperread list show thesis --format ids").out.split() == order
