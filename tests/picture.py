"""Takes the README's picture from the app itself: `python -m tests.picture`."""

import asyncio
import os
import tempfile
from dataclasses import replace
from pathlib import Path

PICTURE = Path(__file__).resolve().parent.parent / "tui_reader" / "manual" / "paperread.svg"
SIZE = (110, 32)


async def take() -> str:
    """An SVG of the app on the bundled samples, in the middle of a search."""
    from tui_reader import locations  # noqa: PLC0415 - after HOME points to a fresh folder
    from tui_reader.annotations.store import AnnotationStore  # noqa: PLC0415 - likewise
    from tui_reader.keymaps.keymap import DEFAULT  # noqa: PLC0415 - likewise
    from tui_reader.library.library import Library  # noqa: PLC0415 - likewise
    from tui_reader.library.sources import Sources  # noqa: PLC0415 - likewise
    from tui_reader.places import Places  # noqa: PLC0415 - likewise
    from tui_reader.settings import DEFAULTS  # noqa: PLC0415 - likewise
    from tui_reader.ui.app import Outfit, PaperReadApp  # noqa: PLC0415 - likewise

    state = locations.state_dir()
    sources = Sources((locations.shipped("sample_dumps"),), "named")
    library = Library(sources, AnnotationStore(locations.annotations_file(), state))
    settings = replace(DEFAULTS, read_after=60.0)
    places = Places(state / "places.json", sources.paths)
    app = PaperReadApp(Outfit(library, DEFAULT, settings, places, state))
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for keys in ("/", "attention", "\n", "j", "s", "j", "r", "k", "k"):
            for key in keys:
                await pilot.press({"/": "slash", "\n": "enter"}.get(key, key))
            await pilot.pause(0.2)
            await app.workers.wait_for_complete()
        paper = library.paper(app.screen.selected.id)  # type: ignore[attr-defined] # the main screen
        assert paper is not None
        note = "Start here. The figure of the block is worth a whole lecture."
        library.write_note(paper, note, "")
        await pilot.press("s")
        library.save()
        await pilot.pause(5.0)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="paperread")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(asyncio.run(take()), encoding="utf-8")


if __name__ == "__main__":
    main()
