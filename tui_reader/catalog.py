"""Papers from several dumps, each paper once: the same paper is recognised and enriched."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tui_reader.papers import Paper, PaperId, identify, identities


@dataclass(frozen=True, slots=True)
class Catalog:
    """Papers in the order they were first seen."""

    papers: tuple[Paper, ...]
    duplicates: int = 0
    """Records that were a paper already known."""


def merged(first: Paper, second: Paper) -> Paper:
    """Both records of one paper as one: of two fields the richer, on a tie the first."""
    arxiv = first.arxiv_id or second.arxiv_id
    doi = first.doi or second.doi
    title = first.title or second.title
    dated = max(first, second, key=lambda paper: len(paper.date))
    upvotes = [count for count in (first.upvotes, second.upvotes) if count is not None]
    return replace(
        first,
        id=identify(arxiv, doi, title),
        title=title,
        abstract=max(first.abstract, second.abstract, key=len),
        authors=max(first.authors, second.authors, key=len),
        date=dated.date,
        year=dated.year or first.year or second.year,
        venue=first.venue or second.venue,
        url=first.url or second.url,
        pdf=first.pdf or second.pdf,
        code=first.code or second.code,
        project=first.project or second.project,
        arxiv_id=arxiv,
        doi=doi,
        keywords=max(first.keywords, second.keywords, key=len),
        categories=max(first.categories, second.categories, key=len),
        organisation=first.organisation or second.organisation,
        summary=max(first.summary, second.summary, key=len),
        upvotes=max(upvotes) if upvotes else None,
        seen=tuple(dict.fromkeys((*first.seen, *second.seen))),
    )


def _contradict(first: Paper, second: Paper) -> bool:
    """Whether two records are different papers whatever their titles say."""
    if first.arxiv_id and second.arxiv_id:
        return first.arxiv_id != second.arxiv_id
    return bool(first.doi and second.doi and first.doi != second.doi)


Known = Callable[[PaperId], tuple[int, Paper] | None]
"""A paper of an earlier gathering by one of its names, and the number it has there."""


def _nobody(name: PaperId) -> None:
    """No paper is known from before."""


class Gathering:
    """Takes records one by one and knows each paper under all its names."""

    def __init__(self, before: Known = _nobody) -> None:
        """`before`: papers gathered earlier, which records may turn out to be, and enrich."""
        self._before = before
        self._borrowed: dict[int, tuple[int, Paper]] = {}
        self._places_of_borrowed: dict[int, int] = {}
        self._papers: list[Paper | None] = []
        self._places: dict[PaperId, int] = {}
        self._moved: dict[int, int] = {}
        self._records = 0

    def add(self, paper: Paper) -> bool:
        """Take one record in; True when it is a paper that was already known."""
        self._records += 1
        names = identities(paper.arxiv_id, paper.doi, paper.title)
        places = self._known_as(names, paper)
        if not places:
            self._papers.append(paper)
            self._name(names, len(self._papers) - 1)
            return False
        home = min(places)
        whole = self._at(home)
        for place in sorted(places - {home}):
            whole = merged(whole, self._at(place))
            self._papers[place] = None
            self._moved[place] = home
        whole = merged(whole, paper)
        self._papers[home] = whole
        self._name(identities(whole.arxiv_id, whole.doi, whole.title) + names, home)
        return True

    @property
    def count(self) -> int:
        """Papers known so far."""
        return len(self._papers) - len(self._moved)

    def catalog(self) -> Catalog:
        """What was gathered so far."""
        papers = tuple(paper for paper in self._papers if paper is not None)
        return Catalog(papers, self._records - len(papers))

    def later(self) -> tuple[tuple[Paper, ...], frozenset[int]]:
        """Papers that are new or were enriched, and the earlier numbers of the latter."""
        changed = {
            place: number
            for place, (number, paper) in self._borrowed.items()
            if self._papers[place] != paper
        }
        papers = (
            paper
            for place, paper in enumerate(self._papers)
            if paper is not None and (place not in self._borrowed or place in changed)
        )
        return tuple(papers), frozenset(changed.values())

    def _known_as(self, names: Iterable[PaperId], paper: Paper) -> set[int]:
        places: set[int] = set()
        for name in names:
            place = self._place(name)
            if place is None or place in places:
                continue
            found = self._at(place)
            rivals = (paper, *(self._at(other) for other in places))
            if not any(_contradict(found, rival) for rival in rivals):
                places.add(place)
        return places

    def _place(self, name: PaperId) -> int | None:
        """Where the paper with this name is now."""
        place = self._places.get(name)
        if place is None:
            return self._borrow(name)
        while place in self._moved:
            place = self._places[name] = self._moved[place]
        return place

    def _borrow(self, name: PaperId) -> int | None:
        """Take in the earlier paper with this name, if there is one."""
        found = self._before(name)
        if found is None:
            return None
        number, paper = found
        if number in self._places_of_borrowed:
            place = self._places_of_borrowed[number]
            return self._moved.get(place, place)
        place = self._places_of_borrowed[number] = len(self._papers)
        self._papers.append(paper)
        self._borrowed[place] = found
        self._name(paper.names, place)
        return place

    def _at(self, place: int) -> Paper:
        paper = self._papers[place]
        assert paper is not None
        return paper

    def _name(self, names: Iterable[PaperId], place: int) -> None:
        for name in names:
            self._places.setdefault(name, place)
