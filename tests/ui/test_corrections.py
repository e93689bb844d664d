"""A word that no paper has: what was searched for in its place is said, and one key takes it."""

from dataclasses import replace

from tests.ui.conftest import Desk, Open
from tui_reader.queries.corrected import Correction


async def answered(desk: Desk, query: str, *corrections: Correction, enter: bool = True) -> None:
    """Search, and have the library answer with corrections."""
    asked = desk.main.library.search
    desk.main.library.search = lambda question: replace(  # type: ignore[method-assign] # for a test
        asked(question),
        corrections=tuple(each for each in corrections if each.word in question.query.text),
    )
    await desk.press("slash")
    await desk.type(query)
    if enter:
        await desk.press("enter")


TAKEN = Correction("difusion", ("diffusion",), taken=True)
OFFERED = Correction("robot", ("robots",), taken=False)


def below(desk: Desk) -> str:
    """The line below the search bar."""
    return desk.screen_text().splitlines()[1].strip()


async def test_what_was_searched_for_instead_is_said_below_the_bar(open_app: Open) -> None:
    async with open_app() as desk:
        await answered(desk, "difusion", TAKEN)

        assert below(desk) == "No paper has 'difusion': searched for diffusion"


async def test_it_is_gone_with_the_next_answer(open_app: Open) -> None:
    async with open_app() as desk:
        await answered(desk, "difusion", TAKEN)
        await desk.press("slash", "escape")

        assert "No paper has" not in desk.screen_text()


async def test_the_word_being_typed_is_not_corrected_in_public(open_app: Open) -> None:
    async with open_app() as desk:
        await answered(desk, "difusion", TAKEN, enter=False)
        typing = desk.screen_text()
        await desk.type(" heat")

        assert "No paper has" not in typing
        assert below(desk) == "No paper has 'difusion': searched for diffusion"


async def test_what_may_have_been_meant_is_offered_in_the_status_line(open_app: Open) -> None:
    async with open_app(size=(80, 24)) as desk:
        await answered(desk, "robot", OFFERED)
        status = desk.screen_text().splitlines()[-2]
        await desk.press("j")

        assert status.rstrip().endswith("Did you mean robots? ctrl+t")
        assert "Did you mean" in desk.screen_text()


async def test_one_key_in_the_bar_and_one_in_the_list_take_the_correction(open_app: Open) -> None:
    async with open_app() as desk:
        await answered(desk, "difusion -robot", TAKEN, OFFERED, enter=False)
        await desk.press("ctrl+t")
        in_bar = (desk.main.bar.text, desk.main.place)
        await desk.press("escape", "escape")
        await answered(desk, "title:difusion", TAKEN)
        await desk.press("z", "equals_sign")

        assert in_bar == ("diffusion -robots", "search")
        assert desk.main.bar.text == "title:diffusion"
        assert desk.titles == ["Diffusion of heat in H₂O"]
        assert "No paper has" not in desk.screen_text()


async def test_without_a_correction_the_key_says_so(open_app: Open) -> None:
    async with open_app() as desk:
        await answered(desk, "robots")
        await desk.press("ctrl+t")

        assert desk.main.status.message == "There is nothing to correct"
        assert desk.main.bar.text == "robots"


async def test_a_real_typo_is_put_right(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("difusion")
        await desk.press("enter", "ctrl+t")

        assert desk.main.bar.text == "diffusion"
        assert desk.main.list.count == 2
