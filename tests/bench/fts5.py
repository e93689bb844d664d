"""The rival FTS5: Python's own SQLite, porter stems, bm25 with our weights of the fields."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from tests.bench.papers import rows_in

TOP = 50
BATCH = 5000
_SCHEMA = """
create virtual table papers using fts5(
    title, abstract, authors, keywords, venue, tokenize='porter');
insert into papers(papers, rank) values('rank', 'bm25(3.0, 1.0, 2.0, 1.5, 1.0)');
create table facts(id integer primary key, day integer, starred integer, read integer);
"""
_FROM = "from papers join facts on facts.id = papers.rowid where papers match ? and "


@dataclass(frozen=True, slots=True)
class Match:
    """A question to FTS5: what matches, and a condition on the table of facts; either may lack."""

    match: str
    where: str = ""


class Fts5:
    """One file with the papers' texts and their index."""

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(file)

    def build(self, rows: Iterable[dict[str, Any]]) -> None:
        """Make the tables and put the papers in."""
        self._base.executescript(_SCHEMA)
        self.insert(rows)

    def insert(self, rows: Iterable[dict[str, Any]]) -> None:
        """Put papers in, in one transaction."""
        values = iter(map(_values, rows))
        with self._base:
            insert = "insert into papers values (?, ?, ?, ?, ?)"
            first = self._base.execute("select count(*) from facts").fetchone()[0] + 1
            while batch := list(islice(values, BATCH)):
                self._base.executemany(insert, (texts for texts, _ in batch))
                facts = ((number, day) for number, (_, day) in enumerate(batch, first))
                self._base.executemany("insert into facts values (?, ?, 0, 0)", facts)
                first += len(batch)

    def mark(self, state: str, every: int) -> None:
        """Mark every so many-th paper as starred or read."""
        with self._base:
            self._base.execute(f"update facts set {state} = 1 where id % {every} = 0")

    def ask(self, asked: Match) -> int:
        """The fifty best and the number of hits, as paperread gives both."""
        top, count, values = _statements(asked)
        self._base.execute(f"{top} limit {TOP}", values).fetchall()
        return int(self._base.execute(count, values).fetchone()[0])

    def best(self, match: str, most: int) -> list[int]:
        """The best papers, by their place in the dump, from 0."""
        query = f"select rowid from papers where papers match ? order by rank limit {most}"
        return [row - 1 for (row,) in self._base.execute(query, (match,))]

    def titles(self, match: str) -> list[str]:
        """The titles of the fifty best."""
        query = f"select title from papers where papers match ? order by rank limit {TOP}"
        return [title for (title,) in self._base.execute(query, (match,))]

    def size(self) -> float:
        """Bytes of the index itself, without the texts kept beside it."""
        tables = ("papers_data", "papers_idx", "papers_docsize")
        marks = ",".join("?" for _ in tables)
        query = f"select sum(pgsize) from dbstat where name in ({marks})"
        try:
            return float(self._base.execute(query, tables).fetchone()[0])
        except sqlite3.OperationalError:  # an SQLite without dbstat
            query = "select sum(length(block)) from papers_data"
            return float(self._base.execute(query).fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def _statements(asked: Match) -> tuple[str, str, tuple[str, ...]]:
    if not asked.match:
        table = f"from facts where {asked.where}"
        return f"select id {table} order by id", f"select count(*) {table}", ()
    table = "from papers where papers match ?"
    if asked.where:
        table = _FROM + asked.where
    top = f"select papers.rowid {table} order by rank"
    return top, f"select count(*) {table}", (asked.match,)


def _values(row: dict[str, Any]) -> tuple[tuple[str, ...], int]:
    date = row.get("date") or f"{row.get('year') or 0}0000"
    texts = (
        row["title"], row["abstract"], "; ".join(row["authors"]),
        "; ".join(row.get("keywords") or ()), row.get("venue") or "",
    )  # fmt: skip
    return texts, int(str(date).replace("-", ""))


def fts5_build(file: str, dumps: str) -> None:
    """Build from the dumps of JSON Lines in a folder, reading included."""
    base = Fts5(Path(file))
    base.build(rows_in(Path(dumps)))
    base.close()
