"""How the query was understood is a page away."""

from tests.ui.conftest import Open


async def test_a_page_tells_what_was_searched_for_and_the_score(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", "z", "e")
        text = desk.screen_text()

        assert "looked for diffus" in text
        assert "the sum of" in text


async def test_it_is_left_to_where_one_was(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", "j", "z", "e", "q")

        assert desk.main.list.cursor == 1
        assert "the sum of" not in desk.screen_text()


async def test_without_a_query_every_paper_is_meant(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("z", "e")

        assert "every paper" in desk.screen_text()
