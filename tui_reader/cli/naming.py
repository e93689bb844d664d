"""Papers and lists by what people call them on the command line."""

from collections.abc import Iterable, Sequence

from tui_reader.annotations.tidying import tidy_name
from tui_reader.cli.library_of import DAMAGED, read_papers
from tui_reader.cli.streams import given_text
from tui_reader.errors import PaperReadError
from tui_reader.library.kept_names import known_as
from tui_reader.library.library import Library
from tui_reader.papers import Paper, PaperId, arxiv_id, doi


def paper_named(library: Library, wanted: str) -> Paper:
    """The paper by any of its ids or addresses. Raises PaperReadError where there is none."""
    found = _found(library, wanted)
    if found is None:
        raise PaperReadError(f"no dump has a paper {wanted!r}; paperread search finds ids")
    return found


def papers_named(library: Library, given: Sequence[str], *, piped: bool = True) -> list[Paper]:
    """The papers to do something to, each once, of a library whose annotations were read.

    `-` stands for names on standard input, unless nothing can be `piped` here. The index in force
    mostly knows them all, and is not opened to be searched; the dumps are looked at where it does
    not. A paper of no dump that was annotated is one all the same.
    Raises PaperReadError where one is unknown.
    """
    names = names_of(given) if piped else given
    if names and library.look():
        try:
            found = [_found(library, name) for name in names]
        except (OSError, ValueError):
            found = [None]  # the index is damaged: the dumps know better
        if None not in found:
            return _once(paper for paper in found if paper is not None)
    if names:
        read_papers(library)
    try:
        return _once(_annotated(library, name) or paper_named(library, name) for name in names)
    except ValueError as error:
        raise PaperReadError(DAMAGED) from error


def names_of(given: Sequence[str]) -> list[str]:
    """The names given; `-` stands for those on standard input, one a line, each taken once.

    Raises PaperReadError where that cannot be read.
    """
    named: list[str] = []
    for name in given:
        named += given_text().split("\n") if name == "-" else [name]
    return list(dict.fromkeys(name.strip() for name in named if name.strip()))


def list_named(library: Library, wanted: str) -> str:
    """The reading list that is called so, whatever its capitals. Raises PaperReadError."""
    return _kept(wanted, library.lists(), "list", "paperread list names them")


def search_named(library: Library, wanted: str) -> str:
    """The saved search that is called so, whatever its capitals. Raises PaperReadError."""
    return _kept(wanted, library.holdings.searches, "saved search", "paperread saved names them")


def new_name(text: str) -> str:
    """A name as it will be kept. Raises PaperReadError for one of nothing."""
    name = tidy_name(text)
    if not name:
        raise PaperReadError(f"{text!r} is no name")
    return name


def _kept(wanted: str, names: Iterable[str], kind: str, where: str) -> str:
    every = list(names)
    name = known_as(new_name(wanted), every)
    if name not in every:
        raise PaperReadError(f"there is no {kind} {wanted!r}; {where}")
    return name


def _once(papers: Iterable[Paper]) -> list[Paper]:
    return list({paper.id: paper for paper in papers}.values())


def _found(library: Library, wanted: str) -> Paper | None:
    names = [wanted]
    names += [f"arxiv:{arxiv_id(wanted)}"] if arxiv_id(wanted) else []
    names += [f"doi:{doi(wanted)}"] if doi(wanted) else []
    for name in names:
        paper = library.paper(PaperId(name))
        if paper is not None:
            return paper
    if wanted.startswith(("https://", "http://")):
        for paper in map(library.snapshot.paper, library.snapshot.everything()):
            if wanted in (paper.url, paper.pdf):
                return paper
    return None


def _annotated(library: Library, wanted: str) -> Paper | None:
    """A paper that no dump has, by what was said of it."""
    name = PaperId(wanted)
    said = library.annotations.get(name)
    return Paper(name, said.title) if said and library.paper(name) is None else None
