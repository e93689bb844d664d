"""Searching as you type: the bar, the hits, stepping back."""

from tests.ui.conftest import PAPERS, Open
from tui_reader.search.index_postings import IndexPostings
from tui_reader.search.stored_corpus import StoredCorpus


async def test_typing_narrows_the_list(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffus")

        assert set(desk.titles) == {"Diffusion of heat in H₂O", "Walking robots"}


async def test_enter_keeps_what_was_found_while_typing(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("slow diffus")
        found = desk.titles
        await desk.press("enter")

        assert found == desk.titles == ["Diffusion of heat in H₂O"]
        assert desk.main.list.cursor == 0


async def test_a_space_ends_the_word(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("robo ")

        assert desk.titles == []


async def test_the_title_counts_more_than_the_abstract(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")

        assert desk.titles[0] == "Diffusion of heat in H₂O"


async def test_hits_are_marked_in_the_list_by_their_stem(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("robot")
        row = desk.main.listed.row(0)

        assert [row.title[start:end] for start, end in row.title_hits] == ["robots"]


async def test_enter_goes_to_the_list_and_keeps_the_query(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("gliding")
        await desk.press("enter", "j")

        assert desk.main.focused is desk.main.list
        assert desk.main.bar.text == "gliding"
        assert desk.main.list.cursor == 1


async def test_escape_clears_and_then_leaves_the_bar(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("escape")
        cleared = (desk.main.bar.text, desk.main.list.count, desk.main.place)
        await desk.press("escape")

        assert cleared == ("", len(PAPERS), "search")
        assert desk.main.place == "list"


async def test_what_is_not_understood_is_said_under_the_bar_and_the_rest_searches(
    open_app: Open,
) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion year:abc ")

        assert "year:" in desk.screen_text().splitlines()[1]
        assert desk.main.list.count == 2


async def test_no_hits_say_so_and_how_to_go_on(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("zebra")

        assert desk.main.list.count == 0
        assert "No paper answers this" in desk.screen_text()


async def test_letters_that_are_commands_are_typed_in_the_bar(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("qjs?:/n5")

        assert desk.main.bar.text == "qjs?:/n5"


async def test_n_goes_through_the_hits_of_a_paper_and_on_to_the_next(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", "n", "n", "n")
        within = (desk.main.list.cursor, desk.main.detail._here)
        await desk.press("n")
        beyond = (desk.main.list.cursor, desk.main.detail._here)
        await desk.press("N")

        assert within == (0, 2)
        assert beyond == (1, 0)
        assert (desk.main.list.cursor, desk.main.detail._here) == (0, 2)


async def test_a_hit_far_down_is_scrolled_to(open_app: Open) -> None:
    async with open_app(size=(80, 16)) as desk:
        await desk.press("slash")
        await desk.type("steps")
        await desk.press("enter", "n")
        top, height = round(desk.main.detail.scroll_y), desk.main.detail.size.height

        assert top > 0
        assert top <= desk.main.detail._layout.hit_line(0) < top + height


async def test_the_best_answer_to_a_new_query_is_under_the_cursor(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("8", "j", "slash")
        await desk.type("glid")

        assert desk.main.list.cursor == 0


async def test_the_cursor_stays_on_its_paper_where_a_query_only_filters(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("8", "j", "slash")
        before = desk.main.selected
        await desk.type("is:unread -robots ")

        assert desk.main.selected == before
        assert desk.main.list.cursor == 7


async def test_a_phrase_finds_papers_while_its_last_word_is_typed(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type('"quiet hil')

        assert desk.main.list.count > 30


async def test_clearing_a_search_leads_back_to_where_the_reader_was(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("8", "j", "slash")
        before = desk.main.selected
        await desk.type("diffusion")
        elsewhere = desk.main.selected
        await desk.press("escape")

        assert elsewhere != before
        assert desk.main.selected == before


async def test_a_search_from_the_top_stays_at_the_top(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")

        assert desk.main.list.cursor == 0


async def test_an_answer_to_an_older_question_is_dropped(open_app: Open) -> None:
    async with open_app() as desk:
        old = desk.main.library.search(desk.main.question)
        await desk.press("slash")
        await desk.type("diffusion")
        desk.main.asking._hand_over(old)

        assert desk.main.list.count == 2


async def test_the_same_query_is_answered_before_there_is_an_index(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        with_index = desk.titles
        library = desk.main.library
        library.give_up(library.snapshot, "for a test")
        desk.main.ask(desk.main.question)
        await desk.settle()

        assert library.snapshot.origin == "memory"
        assert desk.titles == with_index


async def test_an_index_that_fails_is_given_up_and_the_answer_still_comes(open_app: Open) -> None:
    async with open_app() as desk:
        corpus = desk.main.library.snapshot.corpus
        assert isinstance(corpus, StoredCorpus)
        (segment,) = corpus.opened().segments.segments
        assert isinstance(segment.postings, IndexPostings)
        segment.postings._reader = None  # what a lost index looks like
        await desk.press("slash")
        await desk.type("diffusion")

        assert desk.main.list.count == 2
        assert desk.main.library.index_problem


async def test_a_huge_count_of_hits_ends_at_the_last_hit(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("diffusion")
        await desk.press("enter", *"999999", "n")

        assert desk.main.list.cursor == 1


async def test_an_answer_is_shown_with_the_papers_it_speaks_of(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("slash")
        await desk.type("bridges")
        old = desk.main.listed.listing
        desk.main.library.give_up(desk.main.library.snapshot, "for a test")
        desk.main.show_listing(old)

        assert desk.titles == ["Schrödinger bridges"]


async def test_a_view_and_back_leads_to_the_same_paper(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("3", "G", "s", "9", "G")
        before = desk.main.selected
        await desk.press("z", "asterisk", "z", "asterisk")

        assert desk.main.selected == before


async def test_tex_source_keeps_the_place_and_the_notice(open_app: Open) -> None:
    async with open_app() as desk:
        await desk.press("8", "j", "z", "x", "slash")
        before = desk.main.selected
        await desk.type("zebra")
        await desk.press("enter", "z", "x")
        said = desk.screen_text()
        await desk.press("escape")

        assert "No paper answers this" in said
        assert desk.main.selected == before
