"""Commands that copy, export, show, sort, and those on the program."""

from tui_reader.commands.command import Command

# fmt: off
SHOWING: tuple[Command, ...] = (
    Command("copy.title", ("y t",), "main", "Copy the title",
            "Send the title to the clipboard", counts=True),
    Command("copy.url", ("y u",), "main", "Copy the address",
            "Send the address of the paper's page to the clipboard", counts=True),
    Command("copy.id", ("y i",), "main", "Copy the id",
            "Send the id of the paper to the clipboard", counts=True),
    Command("copy.bibtex", ("y b",), "main", "Copy as BibTeX",
            "Send the paper as a BibTeX entry to the clipboard", counts=True),
    Command("copy.markdown", ("y m",), "main", "Copy as a Markdown link",
            "Send a Markdown link to the paper to the clipboard", counts=True),
    Command("copy.citation", ("y c",), "main", "Copy as a citation",
            "Send the paper as one line of a bibliography to the clipboard", counts=True),

    Command("export.write", ("W",), "main", "Export",
            "Write what is selected, else what is listed, in a format of your choice"),

    Command("view.back", ("q", "escape"), "everywhere", "Back",
            "Go one step back, and from the top level quit", shown=True),
    Command("view.all", ("z a",), "panes", "All papers",
            "Show all papers"),
    Command("view.starred", ("z *",), "panes", "Starred only",
            "Show starred papers only, or all again"),
    Command("view.unread", ("z u",), "panes", "Unread only",
            "Show unread papers only, or all again"),
    Command("view.to-read", ("z t",), "panes", "To read only",
            "Show papers to read only, or all again"),
    Command("view.reading", ("z i",), "panes", "Being read only",
            "Show papers being read only, or all again"),
    Command("view.done", ("z d",), "panes", "Done only",
            "Show papers done with only, or all again"),
    Command("view.skipped", ("z S",), "panes", "Skipped only",
            "Show skipped papers only, or all again"),
    Command("view.notes", ("z n",), "panes", "With notes only",
            "Show papers with notes only, or all again"),
    Command("view.facets", ("f",), "panes", "Facets",
            "Count what is listed by year, venue, keyword …, or take the counts away"),

    Command("view.shelf", ("L",), "panes", "Shelf",
            "Show lists, saved searches and tags with counts, or take them away"),

    Command("facet.choose", ("enter", "space"), "facets", "Choose",
            "Narrow the search to the value, or take it out again", shown=True),

    Command("shelf.choose", ("enter", "space"), "shelf", "Open",
            "List the papers of the view, list, search or tag", shown=True),
    Command("shelf.new", ("a", "n"), "shelf", "New list",
            "Begin a reading list", shown=True),
    Command("shelf.rename", ("c",), "shelf", "Rename",
            "Give the list or saved search another name", shown=True),
    Command("shelf.describe", ("D",), "shelf", "Describe",
            "Say what the list is for", shown=True),
    Command("shelf.drop", ("d",), "shelf", "Give up",
            "Give the list or saved search up; its papers stay", shown=True),

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
# fmt: on
