"""Commands on the paper under the cursor: notes, links, reading."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.widget import AwaitMount

from tui_reader.errors import PaperReadError
from tui_reader.later import LaterModule
from tui_reader.papers import Paper
from tui_reader.ui.key_line import hints

if TYPE_CHECKING:
    import webbrowser

    from tui_reader import links
    from tui_reader.library import deeds
    from tui_reader.text import urls
    from tui_reader.ui import external_editor, links_screen, note_editor
    from tui_reader.ui.main_screen import MainScreen
else:
    # Pages and what they need are imported when the first of them is opened.
    webbrowser = LaterModule("webbrowser")
    links = LaterModule("tui_reader.links")
    deeds = LaterModule("tui_reader.library.deeds")
    urls = LaterModule("tui_reader.text.urls")
    external_editor = LaterModule("tui_reader.ui.external_editor")
    links_screen = LaterModule("tui_reader.ui.links_screen")
    note_editor = LaterModule("tui_reader.ui.note_editor")

Count = int | None


class PaperCommands:
    """Acts for the main screen on its selected paper."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._noting: tuple[Paper, str] | None = None

    def _paper(self) -> Paper | None:
        if self._screen.selected is None:
            self._screen.status.say("There is no paper here")
        return self._screen.selected

    # Notes

    def action_note_edit(self, count: Count) -> AwaitMount | None:
        """Write a note on the page for it."""
        paper = self._paper()
        if paper is None:
            return None
        screen = self._screen

        def written(text: str | None) -> None:
            self._noting = None
            if text is not None:
                self._keep_note(paper, text, note)

        note = screen.library.annotation(paper).note
        self._noting = (paper, note)
        keys = hints(screen.outfit.keymap, "note")
        title = screen.style.text(paper.title)
        return screen.app.push_screen(note_editor.NoteEditor(title, note, keys), written)

    def action_note_edit_external(self, count: Count) -> None:
        """Write a note in the reader's own editor."""
        paper = self._paper()
        if paper is None:
            return
        screen = self._screen
        note = screen.library.annotation(paper).note
        screen.library.save()  # while the editor has the terminal, nothing else goes on
        try:
            with screen.app.suspend():
                edited = external_editor.edit(note, screen.outfit.state_dir / "notes")
        except SuspendNotSupported:
            screen.alert("There is no terminal to hand over to an editor here")
            return
        if edited.reason:
            screen.alert(edited.reason)
        elif edited.text is None or self._keep_note(paper, edited.text, note):
            edited.file.unlink(missing_ok=True)

    def keep_draft(self, text: str) -> None:
        """Keep what stands on the note page, because the program has to end now."""
        if self._noting is not None and text.strip():
            paper, before = self._noting
            self._screen.library.write_note(paper, text, before)

    def _keep_note(self, paper: Paper, text: str, before: str) -> bool:
        """Keep a note, journalled before it is shown; say so where that cannot be."""
        screen = self._screen
        try:
            screen.acting.show(screen.library.do(deeds.Noting(text, before), [paper]))
        except PaperReadError as error:
            screen.alert(str(error))
            return False
        screen.status.say("Note kept" if text.strip() else "Note removed")
        return True

    # Links

    def action_paper_browse(self, count: Count) -> None:
        """Open the paper's page."""
        paper = self._paper()
        if paper:
            self._open(links.page_of(paper))

    def action_paper_choose_link(self, count: Count) -> AwaitMount | None:
        """Choose among the paper's links."""
        paper = self._paper()
        if paper is None:
            return None
        found = links.links_of(paper)
        if not found:
            self._screen.status.say("No address is known for this paper")
            return None

        def chosen(address: str | None) -> None:
            if address:
                self._open(address)

        return self._screen.app.push_screen(links_screen.LinksScreen(found), chosen)

    def _open(self, address: str) -> None:
        safe = urls.checked_url(address) if address else ""
        if not safe:
            self._screen.status.say("No address is known for this paper")
            return
        try:
            browser = webbrowser.get()
        except webbrowser.Error:
            self._screen.alert("No browser was found on this machine")
            return
        self._screen.status.say(f"Opening {urls.host_of(safe)} in the browser")
        if type(browser) is webbrowser.GenericBrowser:
            # A browser of text takes the terminal until it is left.
            with suppress(SuspendNotSupported), self._screen.app.suspend():
                browser.open(safe)
            return
        self._screen.run_worker(
            lambda: browser.open(safe), thread=True, group="browser", exit_on_error=False
        )

    # Reading

    def action_paper_open_detail(self, count: Count) -> None:
        """The paper over the full width, or both panes again."""
        if self._screen.selected:
            self._screen.set_full(full=not self._screen.has_class("-full"))

    def action_paper_toggle_tex(self, count: Count) -> None:
        """TeX source or readable text."""
        screen = self._screen
        screen.set_style(replace(screen.style, tex=not screen.style.tex))
        screen.status.say("TeX source" if screen.style.tex else "Readable text")

    def action_detail_line_down(self, count: Count) -> None:
        """The paper a line down."""
        self._screen.clock.start()
        self._screen.detail.action_move_down(count)

    def action_detail_line_up(self, count: Count) -> None:
        """The paper a line up."""
        self._screen.detail.action_move_up(count)

    def action_detail_page_down(self, count: Count) -> None:
        """The paper a page down."""
        self._screen.clock.start()
        self._screen.detail.action_move_page_down(count)

    def action_detail_page_up(self, count: Count) -> None:
        """The paper a page up."""
        self._screen.detail.action_move_page_up(count)
