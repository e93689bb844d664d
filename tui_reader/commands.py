"""The one registry of commands: id, default keys, scope, title, help; no screen, no file.

Bindings, help, footer, palette, keymaps and the README's key table are all made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Place = Literal["list", "detail", "facets", "search", "note", "page"]
"""What has the keyboard: a pane, the search bar, the note editor, or a page laid over the app."""

Scope = Literal[
    "everywhere", "reading", "panes", "main", "list", "detail", "facets", "search", "note", "page"
]
"""Where a command may be called: one place or several together."""

PLACES: Mapping[Scope, frozenset[Place]] = MappingProxyType(
    {
        # The note editor keeps its keys for writing, so it is a place apart.
        "everywhere": frozenset({"list", "detail", "facets", "search", "page"}),
        "reading": frozenset({"list", "detail", "facets", "page"}),
        "panes": frozenset({"list", "detail", "facets"}),
        "main": frozenset({"list", "detail"}),
        "list": frozenset({"list"}),
        "detail": frozenset({"detail"}),
        "facets": frozenset({"facets"}),
        "search": frozenset({"search"}),
        "note": frozenset({"note"}),
        "page": frozenset({"page"}),
    }
)
"""The places each scope covers. In the search bar, keys that write are never taken as commands."""

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "move": "Moving",
        "detail": "Scrolling the paper from the list",
        "pane": "Panes",
        "search": "Searching",
        "hit": "Hits",
        "unread": "Unread papers",
        "paper": "The paper",
        "note": "Notes",
        "change": "Taking back",
        "copy": "Copying",
        "view": "Views",
        "facet": "Facets",
        "sort": "Order",
        "app": "The program",
        "problems": "Problems",
        "library": "Dumps",
    }
)
"""Heading of each family of commands (the part of the id before the dot), in the order shown."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for."""

    id: str
    """Family and deed, such as `paper.star`; what keymap files are written with."""
    keys: tuple[str, ...]
    """Default keys; a sequence has spaces between its keys (`g g`). Empty: only in the palette."""
    scope: Scope
    title: str
    """A few words, for footer, palette and tables."""
    help: str
    """One sentence without a full stop."""
    counts: bool = False
    """Whether a count before it means something, as in `5j`."""
    shown: bool = False
    """Whether the footer names it."""
    ahead_of: str = ""
    """The command whose keys it may share: where both may be called the key calls this one, which
    hands on to that one when it has nothing to do."""

    @property
    def family(self) -> str:
        """The part of the id before the dot, a key of `HEADINGS`."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The id as a Python name: `move_half_page_down`."""
        return self.id.replace(".", "_").replace("-", "_")


# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("move.down", ("j", "down"), "reading", "Down",
            "Go to the next paper, or one line down in text", counts=True),
    Command("move.up", ("k", "up"), "reading", "Up",
            "Go to the previous paper, or one line up in text", counts=True),
    Command("move.top", ("g g", "home"), "reading", "Top",
            "Go to the top; with a count, to that paper of the list", counts=True),
    Command("move.bottom", ("G", "end"), "reading", "Bottom",
            "Go to the bottom; with a count, to that paper of the list", counts=True),
    Command("move.half-page-down", ("ctrl+d",), "reading", "Half a page down",
            "Go down by half of what fits on the screen", counts=True),
    Command("move.half-page-up", ("ctrl+u",), "reading", "Half a page up",
            "Go up by half of what fits on the screen", counts=True),
    Command("move.page-down", ("ctrl+f", "pagedown"), "reading", "Page down",
            "Go down by what fits on the screen", counts=True),
    Command("move.page-up", ("ctrl+b", "pageup"), "reading", "Page up",
            "Go up by what fits on the screen", counts=True),

    Command("detail.line-down", ("J", "ctrl+e"), "main", "Paper: line down",
            "Scroll the paper one line down without leaving the list", counts=True),
    Command("detail.line-up", ("K", "ctrl+y"), "main", "Paper: line up",
            "Scroll the paper one line up without leaving the list", counts=True),
    Command("detail.page-down", ("space",), "main", "Paper: page down",
            "Scroll the paper one page down without leaving the list", counts=True),
    Command("detail.page-up", ("b", "backspace"), "main", "Paper: page up",
            "Scroll the paper one page up without leaving the list", counts=True),

    Command("pane.next", ("tab",), "everywhere", "Next pane",
            "Go on to the next of list, paper and search bar"),
    Command("pane.previous", ("shift+tab",), "everywhere", "Previous pane",
            "Go back to the previous of list, paper and search bar"),
    Command("pane.left", ("h", "left"), "panes", "List",
            "Go to the pane on the left, or above where they are stacked"),
    Command("pane.right", ("l", "right"), "panes", "Paper",
            "Go to the pane on the right, or below where they are stacked"),

    Command("search.focus", ("/",), "panes", "Search",
            "Go to the search bar", shown=True),
    Command("search.to-list", ("enter", "down"), "search", "To the list",
            "Keep the query and go from the search bar to the list", shown=True),
    Command("search.clear", (), "everywhere", "Clear the search",
            "Empty the search bar and show every paper of the view"),
    Command("search.complete", ("tab",), "search", "Complete",
            "Complete what is typed; again for the next choice; else the next pane",
            shown=True, ahead_of="pane.next"),
    Command("search.complete-back", ("shift+tab",), "search", "Complete backwards",
            "Go back to the previous choice; else to the previous pane",
            ahead_of="pane.previous"),
    Command("search.older", ("up",), "search", "Earlier search",
            "Bring back an earlier search, of those that begin with what is typed",
            shown=True),
    Command("search.newer", ("down",), "search", "Later search",
            "Go on to the later search, and from what is typed to the list",
            ahead_of="search.to-list"),
    Command("search.correct", ("z =", "ctrl+t"), "everywhere", "Take the correction",
            "Write the words that were meant into the search"),
    Command("search.explain", ("z e",), "panes", "Explain the search",
            "Show how the query was understood, and what the paper's score is made of"),

    Command("hit.next", ("n",), "main", "Next hit",
            "Go to the next place where the paper answers the search", counts=True),
    Command("hit.previous", ("N",), "main", "Previous hit",
            "Go to the previous place where the paper answers the search", counts=True),

    Command("unread.next", ("] u",), "main", "Next unread",
            "Go to the next unread paper", counts=True),
    Command("unread.previous", ("[ u",), "main", "Previous unread",
            "Go to the previous unread paper", counts=True),

    Command("paper.open-detail", ("enter",), "main", "Open",
            "Read the paper over the full width, or go back to both panes", shown=True),
    Command("paper.star", ("s",), "main", "Star",
            "Star the paper, or take its star away", shown=True),
    Command("paper.toggle-read", ("r",), "main", "Read or unread",
            "Mark the paper as read, or as unread again"),
    Command("paper.browse", ("o",), "main", "Browser",
            "Open the page of the paper in the browser", shown=True),
    Command("paper.choose-link", ("O",), "main", "Links",
            "Choose among the links of the paper and open one"),
    Command("paper.toggle-tex", ("z t",), "main", "TeX source",
            "Show title and abstract as they were written, or readable again"),

    Command("note.edit", ("e",), "main", "Note",
            "Write a note on the paper", shown=True),
    Command("note.edit-external", ("E",), "main", "Note in an editor",
            "Write a note on the paper in $VISUAL or $EDITOR"),
    Command("note.save", ("ctrl+s",), "note", "Save",
            "Keep the note and go back", shown=True),
    Command("note.cancel", ("escape",), "note", "Cancel",
            "Leave the note as it was and go back", shown=True),

    Command("change.undo", ("u",), "main", "Undo",
            "Take back the last star, mark or note of this run"),
    Command("change.redo", ("ctrl+r",), "main", "Redo",
            "Do again what was taken back last"),

    Command("copy.title", ("y t",), "main", "Copy the title",
            "Send the title to the clipboard"),
    Command("copy.url", ("y u",), "main", "Copy the address",
            "Send the address of the paper's page to the clipboard"),
    Command("copy.id", ("y i",), "main", "Copy the id",
            "Send the id of the paper to the clipboard"),
    Command("copy.bibtex", ("y b",), "main", "Copy as BibTeX",
            "Send the paper as a BibTeX entry to the clipboard"),
    Command("copy.markdown", ("y m",), "main", "Copy as a Markdown link",
            "Send a Markdown link to the paper to the clipboard"),
    Command("copy.citation", ("y c",), "main", "Copy as a citation",
            "Send the paper as one line of a bibliography to the clipboard"),

    Command("view.back", ("q", "escape"), "everywhere", "Back",
            "Go one step back, and from the top level quit", shown=True),
    Command("view.all", ("z a",), "panes", "All papers",
            "Show all papers"),
    Command("view.starred", ("z *",), "panes", "Starred only",
            "Show starred papers only, or all again"),
    Command("view.unread", ("z u",), "panes", "Unread only",
            "Show unread papers only, or all again"),
    Command("view.notes", ("z n",), "panes", "With notes only",
            "Show papers with notes only, or all again"),
    Command("view.facets", ("f",), "panes", "Facets",
            "Count what is listed by year, venue, keyword …, or take the counts away"),

    Command("facet.choose", ("enter", "space"), "facets", "Choose",
            "Narrow the search to the value, or take it out again", shown=True),

    Command("sort.next", ("z s",), "main", "Next order",
            "Sort by relevance, dump order, date, title, upvotes in turn"),
    Command("sort.reverse", ("z r",), "main", "Reverse the order",
            "Turn the order of the list round"),

    Command("app.help", ("?", "f1"), "everywhere", "Help",
            "Show every key in force", shown=True),
    Command("app.palette", (":", "ctrl+p"), "everywhere", "Commands",
            "Find a command by its name and call it"),
    Command("app.theme", (), "everywhere", "Theme",
            "Choose the colours"),
    Command("app.redraw", ("ctrl+l",), "everywhere", "Redraw",
            "Draw the screen anew"),
    Command("app.quit", ("Q", "ctrl+q"), "everywhere", "Quit",
            "Leave the program; what you wrote is saved"),

    Command("problems.show", ("!",), "main", "Problems",
            "List what could not be read, with file and line"),
    Command("library.reload", ("R", "f5"), "everywhere", "Reload",
            "Read the dumps again"),
)
"""Every command, in the order help shows them."""
# fmt: on

_BY_ID: Mapping[str, Command] = MappingProxyType({command.id: command for command in COMMANDS})


def command(id: str) -> Command:  # noqa: A002 - it is the command's own word for its name
    """The command of that id. Raises KeyError where there is none."""
    return _BY_ID[id]


def known(id: str) -> bool:  # noqa: A002 - likewise
    """Whether there is a command of that id."""
    return id in _BY_ID
