"""Tags and reading lists: typed with completion, shown on the paper, lined up by hand."""

from dataclasses import replace

from tests.ui.conftest import Desk, Open
from tui_reader.annotation import Annotation
from tui_reader.ui.name_prompt import NamePrompt


def said(desk: Desk, row: int) -> Annotation:
    paper = desk.main.listed.paper(row)
    assert paper is not None
    return desk.main.library.annotation(paper)


def lists(desk: Desk, row: int) -> list[str]:
    return [name for name, _ in said(desk, row).lists]


async def tag(desk: Desk, words: str) -> None:
    await desk.press("T")
    await desk.type(words)
    await desk.press("enter")


async def add(desk: Desk, name: str) -> None:
    await desk.press("a")
    await desk.type(name)
    await desk.press("enter")


async def open_list(desk: Desk, name: str) -> None:
    desk.main.ask(replace(desk.main.question, reading_list=name))
    await desk.settle()


# Tags


async def test_typed_words_become_tags_of_the_paper_and_are_shown(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, 'rag, survey "long context"')

        assert said(desk, 0).tags == ("long context", "rag", "survey")
        assert "#long context  #rag  #survey" in desk.main.detail.text
        assert "#rag" in desk.main.listed.row(0).facts


async def test_a_minus_takes_a_tag_away(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "rag survey")
        await tag(desk, "-rag new")

        assert said(desk, 0).tags == ("new", "survey")


async def test_tags_go_to_every_selected_paper_in_one_step(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("2", "x")
        await tag(desk, "rag")
        tagged = [said(desk, row).tags for row in range(3)]
        await desk.press("u")

        assert tagged == [("rag",), ("rag",), ()]
        assert [said(desk, row).tags for row in range(3)] == [(), (), ()]


async def test_the_prompt_says_which_tags_there_are(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "rag")
        await desk.press("2", "x")
        await tag(desk, "survey")
        await desk.press("T")

        assert "#survey  #rag (1)" in desk.screen_text()


async def test_tags_in_use_complete_what_is_typed(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "retrieval reasoning")
        await desk.press("j", "T")
        await desk.type("new ret")
        await desk.press("tab", "enter")

        assert said(desk, 1).tags == ("new", "retrieval")


async def test_behind_a_minus_the_tags_of_the_paper_are_offered(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "common common2")
        await desk.press("j")
        await tag(desk, "own")
        await desk.press("T", "minus", "tab", "enter")

        assert said(desk, 1).tags == ()


async def test_going_round_the_completions_brings_back_what_was_typed(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "rag robots")
        await desk.press("T")
        await desk.type("r")
        typed = []
        prompt = desk.app.screen
        assert isinstance(prompt, NamePrompt)
        for key in ("down", "down", "down", "up"):
            await desk.press(key)
            typed.append(prompt._line.value)

        assert typed == ["rag", "robots", "r", "robots"]


async def test_escape_leaves_the_tags_as_they_are(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("T")
        await desk.type("rag")
        await desk.press("escape")

        assert desk.app.screen is desk.main
        assert said(desk, 0).tags == ()


async def test_hostile_tags_are_shown_as_they_are(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "[/INST] [@click=app.quit]x[/]")
        await desk.press("T")

        assert "#[/INST]" in desk.screen_text()


async def test_a_dot_gives_the_same_tags_to_another_paper(open_app: Open) -> None:
    async with open_app() as desk:
        await tag(desk, "rag")
        await desk.press("j", "full_stop")

        assert said(desk, 1).tags == ("rag",)


# Reading lists


async def test_a_new_name_begins_a_list(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "on the train")

        assert lists(desk, 0) == ["on the train"]
        assert desk.main.library.lists() == {"on the train": 1}
        assert "in on the train" in desk.main.detail.text


async def test_the_list_that_was_used_last_is_taken_by_enter(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "train")
        await add(desk, "beach")
        await desk.press("j")
        await add(desk, "train")
        await desk.press("j", "a", "enter")

        assert lists(desk, 2) == ["train"]


async def test_what_enter_does_with_a_name_is_seen_while_it_is_typed(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("a")
        of_nothing = desk.screen_text()
        await desk.press("escape")
        await add(desk, "thesis")
        await desk.press("j", "a")
        at_first = desk.screen_text()
        await desk.type("the")
        of_another = desk.screen_text()
        await desk.press("tab")
        of_the_completed = desk.screen_text()
        await desk.press("end", "ctrl+u")
        await desk.type("THESIS")

        assert "a new name begins a list" in of_nothing
        assert "Enter adds to thesis (1)" in at_first
        assert 'Enter begins a list "the"   Tab thesis' in of_another
        assert "Enter adds to thesis (1)   Tab the" in of_the_completed
        assert "Enter adds to thesis (1)" in desk.screen_text()


async def test_a_long_name_of_a_list_leaves_room_for_what_enter_does(open_app: Open) -> None:
    async with open_app((60, 24)) as desk:
        await desk.press("a")
        await desk.type("a list of a hundred things to be read at home")

        assert 'Enter begins a list "a list of a' in desk.screen_text()


async def test_another_list_is_chosen_by_its_first_letters(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "train")
        await add(desk, "beach")
        await desk.press("j", "a")
        await desk.type("tr")
        await desk.press("tab", "enter")

        assert lists(desk, 1) == ["train"]


async def test_selected_papers_are_added_in_the_order_of_the_list(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "j", "x", "g", "g", "x")
        await add(desk, "train")
        await open_list(desk, "train")

        assert desk.titles == ["Walking robots", "Paper number 3 on gliding"]


async def test_a_paper_of_one_list_is_taken_out_at_once(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "train")
        await desk.press("A")

        assert lists(desk, 0) == []


async def test_of_several_lists_one_is_asked_for(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "train")
        await add(desk, "beach")
        await desk.press("A")
        await desk.type("tr")
        await desk.press("tab", "enter")

        assert lists(desk, 0) == ["beach"]


async def test_a_paper_of_no_list_cannot_be_taken_out(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("A")

        assert desk.app.screen is desk.main
        assert desk.main.status.message == "In no reading list"


async def test_a_paper_taken_out_of_the_open_list_leaves_it_and_the_next_is_there(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("5", "x")
        await add(desk, "train")
        await desk.press("escape")
        await open_list(desk, "train")
        await desk.press("2", "G", "A")
        selected = desk.main.selected

        assert desk.main.list.count == 4
        assert selected is not None
        assert selected.title == 'Schr\\"odinger bridges'


async def test_papers_of_an_open_list_are_moved_and_the_cursor_goes_with_them(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("5", "x")
        await add(desk, "train")
        await desk.press("escape")
        await open_list(desk, "train")
        first = desk.titles
        orders, cursors = [], []
        await desk.press("g", "g")
        for keys in (("m", "j"), ("2", "m", "j"), ("alt+k",), ("m", "g"), ("m", "G")):
            await desk.press(*keys)
            orders.append([first.index(title) for title in desk.titles])
            cursors.append(desk.main.list.cursor)

        assert orders == [
            [1, 0, 2, 3, 4],
            [1, 2, 3, 0, 4],
            [1, 2, 0, 3, 4],
            [0, 1, 2, 3, 4],
            [1, 2, 3, 4, 0],
        ]
        assert cursors == [1, 3, 2, 0, 4]


async def test_without_an_open_list_nothing_is_moved(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("m", "j")

        assert desk.main.status.message.startswith("Open a reading list")
        assert desk.titles[0] == "Walking robots"


async def test_an_open_list_is_named_and_left_by_a_step_back(open_app: Open) -> None:
    async with open_app() as desk:
        await add(desk, "train")
        await open_list(desk, "train")
        await desk.press("g", "g")
        there = desk.screen_text()
        await desk.press("escape")

        assert "in train" in there.splitlines()[-2]
        assert desk.main.list.count == 40
