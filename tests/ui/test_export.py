"""Papers go out by key: a format, then a file that is never written over unasked."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from tests.ui.conftest import Desk, Open
from tui_reader.exports.formats import FORMATS
from tui_reader.ui import outgoing
from tui_reader.ui.confirm_screen import ConfirmScreen
from tui_reader.ui.export_formats import CHOOSING, EXPORT_FORMATS
from tui_reader.ui.export_screen import ExportScreen, Wanted
from tui_reader.ui.targets import Targets


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the program is started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def named(desk: Desk) -> str:
    """The file's name as it stands on the page."""
    return desk.app.screen.query_one(Input).value


def said(desk: Desk) -> str:
    """What is said below the file's name."""
    assert isinstance(desk.app.screen, ExportScreen)
    return str(desk.app.screen.query_one("#export-said", Static).visual)


async def name(desk: Desk, file: str) -> None:
    """Type a file's name in place of the one that is there."""
    desk.app.screen.query_one(Input).value = file
    await desk.settle()


def titles(file: Path) -> list[str]:
    """The titles in a file of JSON."""
    return [each["title"] for each in json.loads(file.read_text(encoding="utf-8"))]


def test_every_format_of_the_library_is_offered() -> None:
    assert {each.name for each in EXPORT_FORMATS} == set(FORMATS)


async def test_all_that_is_listed_is_written_in_its_order(open_app: Open, folder: Path) -> None:
    async with open_app() as desk:
        await desk.press("z", "s", "z", "r", "W", "6", "enter")
        listed = [desk.main.listed.paper(row) for row in range(desk.main.list.count)]
        file = next(folder.iterdir())

        assert titles(file) == [paper.title for paper in listed if paper]
        assert file.name.startswith("papers-20")
        assert file.suffix == ".json"
        assert desk.main.status.message.startswith("40 papers written to ")


async def test_what_is_selected_is_written_and_nothing_else(open_app: Open, folder: Path) -> None:
    async with open_app() as desk:
        await desk.press("j", "x", "x", "W", "6", "enter")

        assert titles(next(folder.iterdir())) == [
            "Diffusion of heat in H$_2$O",
            'Schr\\"odinger bridges',
        ]
        assert desk.main.status.message.startswith("2 papers written to ")


async def test_an_open_list_gives_the_file_its_name(open_app: Open, folder: Path) -> None:
    async with open_app() as desk:
        await desk.press("a")
        await desk.type("to/read: ../1")
        await desk.press("enter")
        desk.main.ask(replace(desk.main.question, reading_list="to/read: ../1"))
        await desk.settle()
        await desk.press("W", "b")

        assert named(desk) == str(folder / "to-read-1.bib")


@pytest.mark.parametrize("key", sorted(CHOOSING))
async def test_a_digit_or_a_first_letter_chooses_the_format_and_the_ending(
    open_app: Open, key: str
) -> None:
    async with open_app() as desk:
        await desk.press("W", key)
        chosen = EXPORT_FORMATS[CHOOSING[key]]

        assert desk.app.screen.query_one(OptionList).highlighted == CHOOSING[key]
        assert named(desk).endswith(chosen.ending)
        assert desk.app.screen.query_one(Input).has_focus


async def test_keys_that_move_go_through_the_formats_and_the_ending_follows(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("W")
        endings = []
        for key in ("j", "G", "k", "up"):
            await desk.press(key)
            endings.append(Path(named(desk)).suffix)
        await desk.press("g", "g", "2", "j")

        assert endings == [".ris", ".html", ".txt", ".jsonl"]


async def test_the_format_chosen_last_is_offered_first(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("W", "m", "enter", "W")

        assert named(desk).endswith(".md")


async def test_a_file_that_is_there_is_replaced_only_after_a_yes(
    open_app: Open, folder: Path
) -> None:
    file = folder / "mine.txt"
    file.write_text("precious")
    async with open_app() as desk:
        await desk.press("W", "t")
        await name(desk, "mine.txt")
        await desk.press("enter")
        asked = isinstance(desk.app.screen, ConfirmScreen)
        await desk.press("n")
        kept = (file.read_text(), named(desk))
        await desk.press("enter", "y")

        assert asked
        assert kept == ("precious", "mine.txt")
        assert "Walking robots" in file.read_text()


async def test_a_file_that_appears_meanwhile_is_left_alone(
    open_app: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as desk:
        await desk.press("W", "t")
        await name(desk, "mine.txt")
        export = desk.main.export_commands._export

        def late(wanted: Wanted, targets: Targets) -> None:
            (folder / "mine.txt").write_text("precious")
            export(wanted, targets)

        monkeypatch.setattr(desk.main.export_commands, "_export", late)
        await desk.press("enter")

        assert (folder / "mine.txt").read_text() == "precious"
        assert "is there already" in desk.main.alerts[-1]


async def test_home_is_known_by_its_short_name(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with open_app() as desk:
        await desk.press("W", "b")
        await name(desk, "~/mine.bib")
        await desk.press("enter")

        assert (tmp_path / "mine.bib").read_text().startswith("@")
        assert desk.main.status.message == "40 papers written to ~/mine.bib"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "this is no file name"),
        ("nowhere/mine.bib", "There is no folder"),
        (".", "is a folder"),
        ("x\0y", "this is no file name"),
        ("~nobody-is-called-so/x", "home"),
    ],
)
async def test_what_cannot_be_written_is_said_and_the_page_stays(
    open_app: Open, folder: Path, typed: str, told: str
) -> None:
    async with open_app() as desk:
        await desk.press("W", "b")
        await name(desk, typed)
        await desk.press("enter")

        assert told in said(desk)
        assert list(folder.iterdir()) == []


async def test_what_the_disk_refuses_is_said_in_one_line(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **more: object) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui_reader.library.exporting.write_atomically", refuse)
    async with open_app() as desk:
        await desk.press("W", "b", "enter")

        assert desk.main.status.message.endswith(": No space left on device")
        assert desk.app.screen is desk.main


async def test_tab_completes_a_name_as_far_as_it_goes_and_lists_the_rest(
    open_app: Open, folder: Path
) -> None:
    (folder / "reading").mkdir()
    (folder / "reading" / "train.bib").touch()
    (folder / "reading" / "train2.bib").touch()
    (folder / "reading" / "\x1b[2Jtrap").touch()
    async with open_app() as desk:
        await desk.press("W", "b")
        await name(desk, "re")
        await desk.press("tab")
        whole = named(desk)
        await desk.press("tab")

        assert whole == "reading/"
        assert named(desk) == "reading/train"
        assert said(desk) == "train.bib  train2.bib"


async def test_tab_where_there_is_no_folder_says_so(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("W", "b")
        await name(desk, "nowhere/x")
        await desk.press("tab")

        assert (named(desk), said(desk)) == ("nowhere/x", "There is no such folder")


async def test_c_sends_the_papers_to_the_clipboard(open_app: Open, folder: Path) -> None:
    async with open_app() as desk:
        await desk.press("x", "x", "W", "c")

        assert desk.app.clipboard.count("@misc") + desk.app.clipboard.count("@article") == 2
        assert desk.main.status.message == "Sent to the clipboard: 2 papers as BibTeX"
        assert list(folder.iterdir()) == []


async def test_more_than_a_terminal_takes_goes_to_no_clipboard(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "LARGEST", 200)
    async with open_app() as desk:
        await desk.press("W", "c")

        assert desk.app.clipboard == ""
        assert "too much for the clipboard" in desk.main.status.message


async def test_escape_goes_from_the_file_to_the_formats_and_from_there_out(
    open_app: Open, folder: Path
) -> None:
    async with open_app() as desk:
        await desk.press("W", "b", "escape")
        among_formats = desk.app.screen.query_one(OptionList).has_focus
        await desk.press("escape")

        assert among_formats
        assert desk.app.screen is desk.main
        assert list(folder.iterdir()) == []


async def test_where_nothing_is_listed_there_is_nothing_to_export(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("nobodywrotethis")
        await desk.press("enter", "W")

        assert desk.app.screen is desk.main
        assert desk.main.status.message == "There is no paper here"


async def test_without_a_folder_to_start_from_the_name_stands_alone(
    open_app: Open, folder: Path
) -> None:
    folder.rmdir()
    async with open_app() as desk:
        await desk.press("W", "b")

        assert os.sep not in named(desk)
