"""How a query was understood and what a paper's score is made of, in words, a line at a time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui_reader.library.listing import VIEWS, Question
from tui_reader.papers import Paper
from tui_reader.queries.shown import shown
from tui_reader.text.tex import readable

if TYPE_CHECKING:
    from tui_reader.search.explain import Clause, Explained, Score
    from tui_reader.search.scoring import Part

Explanation = tuple[tuple[str, str], ...]
"""Lines, each with what it is about before it; nothing where that is the line before.

Parts of the explanation are set apart by a line of nothing at all.
"""

APART = ("", "")
MOST_PARTS = 20
"""Parts of a score that are listed."""


def in_words(
    explained: "Explained", question: Question, total: int, papers: Sequence[Paper]
) -> Explanation:
    """The lines to show."""
    lines = [("Query", question.query.text or "every paper")]
    lines += [("", problem) for problem in question.query.problems]
    lines.append(("Understood", shown(question.query.tree) or "every paper"))
    if question.view != "all":
        lines.append(("", f"among {VIEWS[question.view]} only"))
    if question.reading_list:
        lines.append(("", f"in the reading list {question.reading_list} only"))
    lines.append(("Papers", f"{explained.papers:,} of {total:,}, by {question.sorted_by}"))
    for correction in explained.corrections:
        instead = ", ".join(correction.instead)
        said = f"no paper has it: {instead}" if correction.taken else f"or is it {instead}?"
        lines.append((f"'{correction.word}'", said))
    lines += [APART] if explained.clauses else []
    for clause in explained.clauses:
        lines += _of_clause(clause)
    for paper, score in zip(papers, explained.scores, strict=True):
        lines += [APART, *_of_paper(score, paper)]
    return tuple(lines)


def _of_clause(clause: "Clause") -> list[tuple[str, str]]:
    terms = ", ".join(clause.terms) or "nothing that any paper has"
    more = f" and {clause.more} more" if clause.more else ""
    where = f" in {', '.join(clause.fields)}" if clause.fields else ""
    papers = f"{clause.papers:,} paper{'s' * (clause.papers != 1)}{where}"
    return [(clause.text, f"{papers}; looked for {terms}{more}")]


def _of_paper(score: "Score", paper: Paper) -> list[tuple[str, str]]:
    lines = [("Paper", readable(paper.title))]
    if not score.answers:
        return [*lines, ("", "does not answer the query")]
    if score.total is None:
        return [*lines, ("", "nothing in the query ranks papers, so it has no score")]
    lines.append(("Score", f"{score.total:.2f}, the sum of"))
    lines += [(f"{part.score:6.2f}", _of_part(part)) for part in score.parts[:MOST_PARTS]]
    lines += [(f"{score.named:6.2f}", "named by its id")] if score.named else []
    rest = score.parts[MOST_PARTS:]
    if rest:
        lines.append((f"{sum(part.score for part in rest):6.2f}", f"from {len(rest)} more"))
    return lines


def _of_part(part: "Part") -> str:
    times = f"{part.times} times" if part.times > 1 else "once"
    papers = "one paper has" if part.papers == 1 else f"{part.papers:,} papers have"
    return (
        f"{part.term} in {part.field}, {times} in {part.length:.0f} words"
        f" (on average {part.average:.0f}); {papers} it there"
    )
