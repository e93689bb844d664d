"""Things kept in the library of the hills, and how to read and walk the shelf that shows them."""

from tests.ui.conftest import Desk
from tui_reader.library.deeds import Adding, Deed, Standing, Starring, Tagging
from tui_reader.library.list_deeds import Describing, SavingSearch


async def keep(desk: Desk, deed: Deed, *rows: int) -> None:
    """Do something to the papers in some rows of the dump."""
    main = desk.main
    papers = [main.library.snapshot.paper(row) for row in rows]
    main.acting.show(main.library.do(deed, papers))
    await desk.settle()


async def fill(desk: Desk) -> None:
    """Two lists, two searches, two tags and some marks."""
    await keep(desk, Adding("train"), 4, 2, 0)
    await keep(desk, Describing("later", "when there is time"))
    await keep(desk, SavingSearch("code", "has:code"))
    await keep(desk, SavingSearch("odd", "venue:"))
    await keep(desk, Tagging(("rag",)), 1, 2, 3)
    await keep(desk, Tagging(("survey",)), 3)
    await keep(desk, Starring(on=True), 7)
    await keep(desk, Standing("reading"), 5)


def lines(desk: Desk) -> list[str]:
    """What the shelf holds, each line without the spaces around and between."""
    return [" ".join(line.split()) for line in desk.main.sides.shelf.panel.text.splitlines()]


def chosen(desk: Desk) -> list[str]:
    """The rows that are marked, without their counts."""
    panel = desk.main.sides.shelf.panel
    return [row.text for row in panel._rows if row.chosen]


def under_cursor(desk: Desk) -> str:
    """The row under the cursor of the shelf."""
    row = desk.main.sides.shelf.current
    return row.text if row else ""


async def go_to(desk: Desk, text: str) -> None:
    """Open the shelf, or stay in it, and go down to a row."""
    if desk.main.place != "shelf":
        await desk.press("L")
    await desk.press("g", "g")
    while under_cursor(desk) != text:
        before = under_cursor(desk)
        await desk.press("j")
        assert under_cursor(desk) != before, f"{text} is not on the shelf"


async def open_row(desk: Desk, text: str) -> None:
    """Open what a row of the shelf stands for."""
    await go_to(desk, text)
    await desk.press("enter")


def status(desk: Desk) -> str:
    """The line that says where the reader is, without its blanks."""
    return " ".join(desk.screen_text().splitlines()[-2].split())
