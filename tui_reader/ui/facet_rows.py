"""Facets as the rows of their panel: a few values of each, more of those that are unfolded."""

from collections.abc import Iterator, Sequence

from tui_reader.library.facets import Facet
from tui_reader.ui.facet_lines import FacetRow

FEW = 6
"""Values shown of a facet that is folded."""


def facet_rows(
    facets: Sequence[Facet], unfolded: frozenset[str], more: str
) -> tuple[FacetRow, ...]:
    """The rows of all facets that have a value; `more` is the sign of what is left out."""
    rows: list[FacetRow] = []
    for facet in facets:
        if facet.counts:
            rows += [FacetRow("blank")] * bool(rows)
            rows += _of(facet, more, is_unfolded=facet.name in unfolded)
    return tuple(rows)


def _of(facet: Facet, more: str, *, is_unfolded: bool) -> Iterator[FacetRow]:
    yield FacetRow("heading", facet.name, facet.title)
    most = max(count.papers for count in facet.counts)
    foldable = len(facet.counts) > FEW + 1
    whole = is_unfolded or not foldable
    shown = [
        count for place, count in enumerate(facet.counts) if whole or place < FEW or count.chosen
    ]
    for count in shown:
        share = count.papers / most
        yield FacetRow(
            "value", facet.name, count.value, count.papers, share, count.clause, count.chosen
        )
    if foldable:
        hidden = len(facet.counts) - len(shown) + facet.more
        yield FacetRow(
            "fold", facet.name, f"{more} fewer" if is_unfolded else f"{more} {hidden:,} more"
        )
    if facet.more and whole:
        yield FacetRow("remark", facet.name, f"and {facet.more:,} rarer")
