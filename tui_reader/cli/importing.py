"""`paperread import FILE…`: adds dumps and bibliographies, and marks the papers they brought."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.annotation import Change, Holdings
from tui_reader.catalog import Gathering
from tui_reader.cli.add import take_in
from tui_reader.cli.changing import changing, outcome
from tui_reader.cli.naming import new_name
from tui_reader.cli.words import STATUS_NAMES
from tui_reader.library.deeds import Adding, Deed, Standing, Starring, Tagging
from tui_reader.papers import Paper


@dataclass(frozen=True, slots=True)
class Together:
    """Several deeds as one step; no two of them may be about the same field."""

    deeds: tuple[Deed, ...]

    def changes(self, papers: Sequence[Paper], holdings: Holdings, day: str) -> Sequence[Change]:
        """What they change, one after the other."""
        return [change for deed in self.deeds for change in deed.changes(papers, holdings, day)]


def run(arguments: argparse.Namespace) -> int:
    """Add each file, then mark all papers in one go; the status is that of `paperread add`."""
    deeds = tuple(_deeds(arguments))
    gathering, status = Gathering(), 0
    for given in arguments.paths:
        papers: list[Paper] = []
        taken = take_in(given, each=papers.append)
        status = max(status, taken)
        for paper in papers if taken < 2 else ():
            gathering.add(paper)
    brought = gathering.catalog().papers
    if deeds and brought:
        with changing(arguments) as library:
            step = library.do(Together(deeds), brought)
        print(outcome(step, brought))
    return status


def _deeds(arguments: argparse.Namespace) -> Sequence[Deed]:
    """What is to be done to the papers."""
    deeds: list[Deed] = [Starring(on=True)] if arguments.star else []
    if arguments.status:
        deeds.append(Standing(STATUS_NAMES[arguments.status]))
    if arguments.tag:
        deeds.append(Tagging(tuple(map(new_name, arguments.tag))))
    if arguments.list_name is not None:
        deeds.append(Adding(new_name(arguments.list_name)))
    return deeds
