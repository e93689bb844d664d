"""Keys that come faster than pages open and close: each is for what the keys before it led to."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.ui.conftest import Desk, Open
from tui_reader.annotation import Annotation
from tui_reader.library.deeds import Adding


async def burst(desk: Desk, *keys: str) -> None:
    """Have all keys come at once, as when they were typed while the program was busy."""
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
    heard = desk.app.call_later(lambda: None)
    assert heard
    await desk.settle()


def said(desk: Desk, row: int) -> Annotation:
    paper = desk.main.listed.paper(row)
    assert paper is not None
    return desk.main.library.annotation(paper)


async def open_list(desk: Desk, rows: Sequence[int]) -> None:
    papers = [desk.main.library.snapshot.paper(row) for row in rows]
    desk.main.acting.show(desk.main.library.do(Adding("train"), papers))
    desk.main.ask(replace(desk.main.question, reading_list="train"))
    await desk.settle()


async def test_keys_behind_an_enter_are_for_the_list_again(open_app: Open) -> None:
    async with open_app() as desk:
        await burst(desk, "T", *"rag", "enter", "j", "s")

        assert said(desk, 0).tags == ("rag",)
        assert said(desk, 1).starred


async def test_a_chain_of_pages_can_be_typed_ahead(open_app: Open) -> None:
    async with open_app() as desk:
        await burst(desk, "a", *"train", "enter", "j", "a", "enter", "j", "T", *"rag", "enter")
        await burst(desk, "W", "escape", "H", "escape", "j", "s")

        assert desk.app.screen is desk.main
        assert dict(said(desk, 1).lists).keys() == {"train"}
        assert said(desk, 2).tags == ("rag",)
        assert said(desk, 3).starred


async def test_a_completion_is_chosen_behind_letters_that_just_came(open_app: Open) -> None:
    async with open_app() as desk:
        await burst(desk, "T", *"retrieval", "enter", "j", "T", "r", "tab", "enter")

        assert said(desk, 1).tags == ("retrieval",)


async def test_an_enter_too_many_closes_nothing_else(open_app: Open) -> None:
    async with open_app() as desk:
        await burst(desk, "T", *"rag", "enter", "enter")

        assert said(desk, 0).tags == ("rag",)
        assert desk.main.has_class("-full")


async def test_a_second_yes_is_no_answer_to_anything(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.ui.acting.MANY", 3)
    async with open_app() as desk:
        await burst(desk, "X", "t", "y", "y")

        assert desk.app.screen is desk.main
        assert said(desk, 39).status == "to read"


async def test_what_was_just_begun_is_what_is_taken_back(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.ui.acting.MANY", 3)
    async with open_app() as desk:
        await desk.press("d")
        await burst(desk, "X", "t", "y", "u")

        assert [said(desk, row).status for row in (0, 39)] == ["done", ""]


async def test_a_name_typed_ahead_is_added_before_it_is_taken_back(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("s")
        await burst(desk, "a", *"train", "enter", "u")

        assert said(desk, 0).starred
        assert not said(desk, 0).lists


async def test_an_export_typed_ahead_is_written_and_the_list_goes_on(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app() as desk:
        await burst(desk, "W", "1", "enter", "j", "s")

        assert len([*tmp_path.glob("papers-*.bib")]) == 1
        assert said(desk, 1).starred


async def test_a_second_removal_is_of_the_paper_that_came_up(open_app: Open) -> None:
    async with open_app() as desk:
        await open_list(desk, range(5))
        await desk.press("g", "g")
        await burst(desk, "A", "A")

        assert desk.titles == [
            "Schrödinger bridges",
            "Paper number 3 on gliding",
            "Paper number 4 on gliding",
        ]


async def test_marks_wait_for_the_view_that_was_asked_for(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "j", "s", "g", "g")
        await burst(desk, "z", "asterisk", "t")

        assert [said(desk, row).status for row in range(desk.main.list.count)] == ["to read"]
        assert len(desk.main.library.annotations) == 1


async def test_papers_can_be_selected_again_after_a_selection_was_dropped(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("x", "escape", "x")

        assert len(desk.main.selecting.selection) == 1
        assert not desk.main.status.message


async def test_leaving_waits_for_what_was_asked_for(
    open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.ui.acting.MANY", 3)
    monkeypatch.chdir(tmp_path)
    async with open_app() as desk:
        await burst(desk, "W", "1", "enter", "X", "t", "y", "Q")
    async with open_app() as desk:
        assert said(desk, 39).status == "to read"
        assert len([*tmp_path.glob("papers-*.bib")]) == 1


async def test_a_late_question_takes_no_letters_of_a_note(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.ui.acting.MANY", 3)
    monkeypatch.setattr("tui_reader.ui.acting.KEYS_WAIT", 0.0)
    async with open_app() as desk:
        go_on = threading.Event()

        def busy() -> None:
            go_on.wait(20)

        desk.main.acting.errands.do(busy)
        for key in ("X", "s", "e"):
            await desk.pilot.press(key)
        go_on.set()
        await desk.settle()
        await desk.type("yes")
        await desk.press("ctrl+s")

        assert desk.main.alerts[-1].startswith("Nothing was changed")
        assert (said(desk, 0).note, said(desk, 3).starred) == ("yes", False)


async def test_a_search_that_failed_keeps_no_key_waiting(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(question: object) -> None:
        raise RuntimeError("\x1b]52;c;ZXZpbA==\x07 [/INST]")

    async with open_app() as desk:
        monkeypatch.setattr(desk.main.library, "search", failing)
        await desk.press("z", "u")
        alert = desk.main.status.message
        await desk.press("s")

        assert "\x1b" not in alert
        assert not desk.main.asking.is_awaited
        assert said(desk, 0).starred
