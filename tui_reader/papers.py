"""A paper, what it is called, and where it was seen: plain values, no files, no screen."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NewType

from tui_reader.later import LaterModule

if TYPE_CHECKING:
    from tui_reader.text import titles
else:
    titles = LaterModule("tui_reader.text.titles")

PaperId = NewType("PaperId", str)
"""`arxiv:2401.01234`, else `doi:10.…`, else `title:` and 16 hex digits; stars hang on it."""

_ARXIV = re.compile(
    r"(?:(?:https?://)?(?:[a-z]+\.)?(?:arxiv\.org/(?:abs|pdf|html)|huggingface\.co/papers)/|arxiv:\s*)?"
    r"(\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?",
    re.IGNORECASE | re.ASCII,
)
_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[!-~]{1,110})",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One appearance of a paper in a dump."""

    dump: str
    """The dump's file name."""
    day: str = ""
    """The list's day: `2025-03-11` if the year is known, else as printed (`Mar 11`), or empty."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of one paper. All text is clean; title and abstract may still hold TeX."""

    id: PaperId
    title: str
    abstract: str = ""
    """Paragraphs are separated by one line break."""
    authors: tuple[str, ...] = ()
    date: str = ""
    """Day of publication as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where unknown."""
    year: int | None = None
    venue: str = ""
    url: str = ""
    """The paper's page."""
    pdf: str = ""
    code: str = ""
    project: str = ""
    arxiv_id: str = ""
    """Without version: `2401.01234` or `math.GT/0309136`."""
    doi: str = ""
    """Lower case, without the resolver's address."""
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """arXiv categories such as `cs.CL`."""
    organisation: str = ""
    summary: str = ""
    """One sentence by a machine, as the Daily Papers site gives it."""
    upvotes: int | None = None
    seen: tuple[Sighting, ...] = ()

    @property
    def names(self) -> tuple[PaperId, ...]:
        """Every id this paper could be known by, the lasting one first."""
        every = (self.id, *identities(self.arxiv_id, self.doi, self.title))
        return tuple(dict.fromkeys(every))


def arxiv_id(text: str) -> str:
    """The arXiv id in an id, `arXiv:` reference or page address, without version; else empty."""
    found = _ARXIV.fullmatch(text.strip())
    if not found:
        return ""
    archive, slash, number = found[1].rpartition("/")
    group, dot, subject = archive.partition(".")
    return f"{group.lower()}{dot}{subject.upper()}{slash}{number}"


def doi(text: str) -> str:
    """The DOI in a DOI or its address, lower case; else empty."""
    found = _DOI.fullmatch(text.strip())
    return found[1].lower() if found else ""


@lru_cache(maxsize=32)  # several ask for the names of a paper, one right after the other
def identities(arxiv: str, doi_name: str, title: str) -> tuple[PaperId, ...]:
    """Ids from the strongest to the weakest; the first is the paper's own."""
    digest = hashlib.sha256(titles.normal_title(title).encode()).hexdigest()[:16]
    strong = [f"arxiv:{arxiv}"] if arxiv else []
    strong += [f"doi:{doi_name}"] if doi_name else []
    return tuple(PaperId(name) for name in [*strong, f"title:{digest}"])


def identify(arxiv: str, doi_name: str, title: str) -> PaperId:
    """The id a paper is known by for ever."""
    return identities(arxiv, doi_name, title)[0]
