"""Prints how paperread does beside its rivals, on the same papers, in one run."""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.corpus import made_papers, real_papers
from tests.bench.queries import Asked, queries
from tests.bench.rivals import Fts5, PlainWhoosh, whoosh_build
from tests.bench.startup import table as startup_table
from tui_reader.library.index_build import build
from tui_reader.papers import Paper
from tui_reader.queries.query import Query
from tui_reader.search.corpus import Corpus
from tui_reader.search.stored import WHOOSH, open_generation, write_generation
from tui_reader.sorting import Order

WHOOSH_SAMPLE = 1000
"""Papers that plain Whoosh builds from: its rate hardly depends on their number."""


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ask(corpus: Corpus, query: str) -> int:
    """Ask paperread as its list does: every hit, in order."""
    nothing: dict[str, list[object]] = {"starred": [], "read": [], "note": []}
    answer = corpus.answer(Query.parse(query).tree, Order(), nothing)  # type: ignore[arg-type] # nobody has marked anything
    return len(answer.numbers)


def build_rows(folder: Path, papers: Sequence[Paper]) -> tuple[Corpus, Fts5, PlainWhoosh]:
    """Build with each, print the rates, and return what answers."""
    ours = folder / "ours"
    ours.mkdir()
    sample = papers[:WHOOSH_SAMPLE]
    mine = timed(lambda: write_generation(ours, papers, lambda stage, done, total: None))
    fts5 = Fts5(folder / "fts5.db")
    theirs = timed(lambda: fts5.build(papers))
    plain = timed(lambda: whoosh_build(folder / "plain", sample)) / len(sample) * len(papers)
    print(f"\nbuild, {len(papers):,} papers in one process (x = times FTS5's)")
    for name, seconds in (("paperread", mine), ("FTS5", theirs), ("plain Whoosh", plain)):
        print(f"  {name:<14}{len(papers) / seconds:>9,.0f} papers/s   x{seconds / theirs:5.1f}")
    return open_generation(ours), fts5, PlainWhoosh(ours / WHOOSH)


def query_rows(corpus: Corpus, fts5: Fts5, plain: PlainWhoosh, asked: Sequence[Asked]) -> None:
    """Ask each the same and print median and 95th percentile, cold and warm."""
    print(f"\n{len(asked)} queries: the best 50 and the number of hits (x = times FTS5's median)")
    both = [each for each in asked if each.fts5]
    cold = [timed(lambda each=each: ask(corpus, each.ours)) for each in asked]  # type: ignore[misc] # a default binds the loop's query
    warm = [timed(lambda each=each: ask(corpus, each.ours)) for each in asked]  # type: ignore[misc] # likewise
    rival = [timed(lambda each=each: fts5.ask(each.fts5)) for each in both]  # type: ignore[misc] # likewise
    slow = [timed(lambda each=each: plain.ask(each.ours)) for each in both if '"' not in each.ours]  # type: ignore[misc] # likewise
    middle = statistics.median(rival)
    for name, times in (
        ("paperread, warm", warm),
        ("paperread, cold", cold),
        ("FTS5", rival),
        ("plain Whoosh", slow),
    ):
        median, late = statistics.median(times), sorted(times)[int(len(times) * 0.95)]
        print(
            f"  {name:<17}median {median * 1e3:8.2f} ms   p95 {late * 1e3:8.2f} ms"
            f"   worst {max(times) * 1e3:8.2f} ms   x{median / middle:5.2f}"
        )


def startup_rows(folder: Path, papers: Sequence[Paper]) -> None:
    """Start the real program on a dump with its index present, and print the seconds."""
    dump = folder / "papers.jsonl"
    rows = ({"title": paper.title, "abstract": paper.abstract} for paper in papers)
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    build([dump], lambda told: None)
    found = startup_table(dump, papers[0].title[:20])
    bare = found[0][1]
    print(f"\nstart, {len(papers):,} papers, index present (x = times bare Textual)")
    for name, seconds in found:
        print(f"  {name:<28}{seconds:6.2f} s   x{seconds / bare:5.2f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000, help="how many (default 10,000)")
    parser.add_argument("--made", action="store_true", help="made-up papers, not the real ones")
    arguments = parser.parse_args()
    papers = [] if arguments.made else real_papers(arguments.papers)
    kind = "real papers" if papers else "made-up papers"
    papers = papers or made_papers(arguments.papers)
    print(f"{len(papers):,} {kind}")
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        folder = Path(home) / "bench"
        folder.mkdir()
        corpus, fts5, plain = build_rows(folder, papers)
        query_rows(corpus, fts5, plain, queries(papers))
        fts5.close()
        plain.close()
        startup_rows(folder, papers)


if __name__ == "__main__":
    main()
