"""Tags and reading lists in use, by the names the reader gave them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tui_reader.annotation import Holdings, same_name
from tui_reader.annotations.tidying import tidy_name


def tags_in_use(holdings: Holdings) -> Mapping[str, int]:
    """Tags with their numbers of papers, the most used first; of spellings the commonest."""
    spellings = Counter(tag for said in holdings.papers.values() for tag in said.tags)
    papers: dict[str, int] = {}
    shown: dict[str, str] = {}
    for tag, count in sorted(spellings.items(), key=lambda item: (-item[1], item[0])):
        key = tag.casefold()
        papers[key] = papers.get(key, 0) + count
        shown.setdefault(key, tag)
    order = sorted(papers, key=lambda key: (-papers[key], key))
    return {shown[key]: papers[key] for key in order}


def lists_in_use(holdings: Holdings) -> Mapping[str, int]:
    """Reading lists, in alphabetical order, with their numbers of papers; empty ones, too."""
    papers = Counter(name for said in holdings.papers.values() for name, _ in said.lists)
    names = {*holdings.lists, *papers}
    return {name: papers[name] for name in sorted(names, key=lambda name: (name.casefold(), name))}


def known_as(name: str, names: Iterable[str]) -> str:
    """The name, tidied, as it is in use where another differs in capitals only."""
    name, every = tidy_name(name), list(names)
    if name in every:
        return name
    return next((each for each in every if same_name(each, name)), name)
