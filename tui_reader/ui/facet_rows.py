"""Facets as the rows of their panel: a few values of each, more of those that are unfolded."""

from collections.abc import Iterator, Sequence

from tui_reader.library.facets import Facet
from tui_reader.ui.panel_lines import PanelRow

FEW = 6
"""Values shown of a facet that is folded."""


def facet_rows(
    facets: Sequence[Facet], unfolded: frozenset[str], more: str
) -> tuple[PanelRow, ...]:
    """The rows of all facets that have a value; `more` is the sign of what is left out."""
    rows: list[PanelRow] = []
    for facet in facets:
        if facet.counts:
            rows += [PanelRow("blank")] * bool(rows)
            rows += _of(facet, more, is_unfolded=facet.name in unfolded)
    return tuple(rows)


def _of(facet: Facet, more: str, *, is_unfolded: bool) -> Iterator[PanelRow]:
    yield PanelRow("heading", facet.name, facet.title)
    most = max(count.papers for count in facet.counts)
    foldable = len(facet.counts) > FEW + 1
    whole = is_unfolded or not foldable
    shown = [
        count for place, count in enumerate(facet.counts) if whole or place < FEW or count.chosen
    ]
    for count in shown:
        yield PanelRow(
            "value",
            facet.name,
            count.value,
            f"{count.papers:,}",
            count.clause,
            count.chosen,
            share=count.papers / most,
        )
    if foldable:
        hidden = len(facet.counts) - len(shown) + facet.more
        yield PanelRow(
            "fold", facet.name, f"{more} fewer" if is_unfolded else f"{more} {hidden:,} more"
        )
    if facet.more and whole:
        yield PanelRow("remark", facet.name, f"and {facet.more:,} rarer")
