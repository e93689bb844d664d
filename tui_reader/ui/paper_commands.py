"""Commands on the paper under the cursor: marks, notes, links, copying, reading."""

from collections.abc import Callable
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
    from tui_reader.library import exporting
    from tui_reader.text import urls
    from tui_reader.ui import external_editor, links_screen, note_editor
    from tui_reader.ui.main_screen import MainScreen
else:
    # Pages and what they need are imported when the first of them is opened.
    webbrowser = LaterModule("webbrowser")
    links = LaterModule("tui_reader.links")
    exporting = LaterModule("tui_reader.library.exporting")
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

    def _change(self, paper: Paper, change: Callable[[], object]) -> bool:
        """Change something of a paper, journalled before it is shown; say where it cannot be."""
        try:
            change()
        except PaperReadError as error:
            self._screen.alert(str(error))
            return False
        self._screen.after_change(paper)
        return True

    # Marks

    def action_paper_star(self, count: Count) -> None:
        """Star, or take the star away."""
        paper = self._paper()
        if paper:
            self._change(paper, lambda: self._screen.library.star(paper))

    def action_paper_toggle_read(self, count: Count) -> None:
        """Read or unread."""
        paper = self._paper()
        if paper:
            library = self._screen.library
            read = not library.annotation(paper).read
            if self._change(paper, lambda: library.mark_read(paper, read)):
                self._screen.status.say("Marked as read" if read else "Marked as unread")

    def mark_read(self, paper: Paper) -> None:
        """Mark a paper that was open long enough."""
        if not self._screen.library.annotation(paper).read:
            self._change(paper, lambda: self._screen.library.mark_read(paper, True, by_itself=True))

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
        kept = self._change(paper, lambda: self._screen.library.write_note(paper, text, before))
        if kept:
            self._screen.status.say("Note kept" if text.strip() else "Note removed")
        return kept

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

    # Copying

    def action_copy_title(self, count: Count) -> None:
        """The title."""
        paper = self._paper()
        if paper:
            self._copy(self._screen.style.text(paper.title), "title")

    def action_copy_url(self, count: Count) -> None:
        """The address of the paper's page."""
        paper = self._paper()
        if paper:
            self._copy(links.page_of(paper), "address")

    def action_copy_id(self, count: Count) -> None:
        """The arXiv id or DOI, else paperread's own."""
        paper = self._paper()
        if paper:
            self._copy(paper.arxiv_id or paper.doi or str(paper.id), "id")

    def action_copy_bibtex(self, count: Count) -> None:
        """The paper as a BibTeX entry."""
        paper = self._paper()
        if paper:
            self._copy(exporting.alone(self._screen.library, paper, "bibtex"), "entry")

    def action_copy_markdown(self, count: Count) -> None:
        """A Markdown link."""
        paper = self._paper()
        if paper:
            self._copy(exporting.markdown_link(paper), "link")

    def action_copy_citation(self, count: Count) -> None:
        """One line of a bibliography."""
        paper = self._paper()
        if paper:
            self._copy(exporting.citation(paper), "citation")

    def _copy(self, text: str, what: str) -> None:
        if not text:
            self._screen.status.say(f"No {what} is known for this paper")
            return
        self._screen.app.copy_to_clipboard(text)
        first, cut, _ = text.partition("\n")
        more = f" {self._screen.style.glyphs.more}" if cut else ""
        self._screen.status.say(f"Sent to the clipboard: {first}{more}")

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
