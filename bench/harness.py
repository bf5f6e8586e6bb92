"""Measure a piece of work beside its floor: the CPU time of our process, its SQL statements, and the same rows written
or read by hand-written SQL in the same run.

A benchmark is a file ``bench/bench_<name>.py`` with a function ``main(bench)``::

    def main(bench):
        with connect(bench.database()).cursor() as cr:
            bench.measure(
                "create one order of 5 lines", lambda: create_order(env),
                floor=lambda: insert_order(cr), goal_cpu_ms=10, goal_sql=20, between=cr.rollback,
            )

CPU time is what ``time.process_time`` counts: user and system time of all threads of this process, not PostgreSQL's.
Each measurement is repeated and the median taken; the garbage is collected before and not during.
"""

from __future__ import annotations

import gc
import os
import platform
import re
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core import db
from core.db.cursor import statistics as sql_statistics

RESULTS = Path(__file__).with_name("RESULTS.md")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, per unit of work."""

    cpu_ms: float
    sql: float
    wall_ms: float


@dataclass(slots=True)
class Row:
    """A line of the results: the work, its floor, its goal. ``unit`` is given when it is not CPU time that was measured."""

    name: str
    cost: Cost
    floor: Cost | None = None
    goal_cpu_ms: float | None = None
    goal_sql: float | None = None
    note: str = ""
    #: units of work finished in a second of wall time, by however many clients
    goal_per_second: float | None = None
    unit: str = ""

    @property
    def met(self) -> bool | None:
        """Whether all goals are met; None without a goal."""
        goals = [
            (self.goal_cpu_ms, self.cost.cpu_ms), (self.goal_sql, self.cost.sql),
            (self.goal_per_second and 1000 / self.goal_per_second, self.cost.wall_ms),
        ]
        judged = [cost <= goal for goal, cost in goals if goal is not None]
        return all(judged) if judged else None

    def cells(self) -> list[str]:
        floor = self.floor
        ratio = f"{self.cost.cpu_ms / floor.cpu_ms:.1f}×" if floor and floor.cpu_ms else ""
        return [
            self.name, f"{_number(self.cost.cpu_ms)} {self.unit}".rstrip(), _number(self.goal_cpu_ms), _number(self.cost.sql),
            _number(self.goal_sql), _number(self.cost.wall_ms), _number(floor and floor.cpu_ms),
            _number(floor and floor.sql), ratio, {True: "yes", False: "**no**", None: ""}[self.met], self.note,
        ]


HEADER = ["work", "CPU ms", "goal", "SQL", "goal", "wall ms", "floor CPU ms", "floor SQL", "× floor", "met", "note"]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.2f}" if value >= 1 else f"{value:.4f}".rstrip("0")


@dataclass(slots=True)
class Bench:
    """Collects the rows of one benchmark file and writes them as one section of the results."""

    title: str
    results: Path = RESULTS
    rows: list[Row] = field(default_factory=list)
    _databases: list[str] = field(default_factory=list)

    def measure(
        self,
        name: str,
        work: Callable[[], Any],
        *,
        floor: Callable[[], Any] | None = None,
        repeat: int = 5,
        per: int = 1,
        warm_up: int = 1,
        between: Callable[[], Any] | None = None,
        goal_cpu_ms: float | None = None,
        goal_sql: float | None = None,
        note: str = "",
    ) -> Row:
        """Run ``work`` and ``floor``, print and keep the row.

        :param floor: the same rows by hand-written SQL through ``cr.run``, so that its statements are counted too
        :param repeat: runs of which the median is taken, after ``warm_up`` runs that do not count
        :param per: units of work one run does; all numbers are per unit
        :param between: called before every run, not measured (e.g. ``cr.rollback``, invalidating a cache)
        """
        row = Row(
            name, run(work, repeat, per, warm_up, between),
            run(floor, repeat, per, warm_up, between) if floor else None, goal_cpu_ms, goal_sql, note,
        )
        return self.add(row)

    def add(self, row: Row) -> Row:
        """Keep a row measured elsewhere (another process, requests per second)."""
        self.rows.append(row)
        cells = dict(zip(HEADER[:2], row.cells()[:2], strict=True))
        verdict = {True: "", False: "  GOAL MISSED", None: ""}[row.met]
        floor = f", floor {_number(row.floor.cpu_ms)} ms" if row.floor else ""
        print(f"{cells['work']}: {cells['CPU ms']}{'' if row.unit else ' ms CPU'}, {_number(row.cost.sql)} SQL{floor}{verdict}", flush=True)
        return row

    def database(self) -> str:
        """A fresh empty database, dropped at the end."""
        name = f"bench_{uuid.uuid4().hex[:8]}"
        db.create_database(name)
        self._databases.append(name)
        return name

    def close(self) -> None:
        for name in self._databases:
            if db.exists(name):
                db.drop_database(name)
        self._databases.clear()

    def write(self) -> None:
        """Replace this benchmark's section of the results, keep the others."""
        before = self.results.read_text(encoding="utf-8") if self.results.exists() else ""
        sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", before, re.MULTILINE | re.DOTALL))
        sections[self.title] = "\n" + machine() + "\n\n" + self._table() + "\n\n"
        text = "# Results of `make bench`\n\nCPU is that of our process; the floor does the same by hand-written SQL"
        text += " in the same run.\n\n"
        text += "".join(f"## {title}\n\n{body.strip()}\n\n" for title, body in sections.items())
        self.results.write_text(text.rstrip() + "\n", encoding="utf-8")

    def _table(self) -> str:
        lines = [HEADER, ["---"] + ["---:"] * 8 + ["---", "---"], *(row.cells() for row in self.rows)]
        return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def run(
    work: Callable[[], Any], repeat: int = 5, per: int = 1, warm_up: int = 1,
    between: Callable[[], Any] | None = None,
) -> Cost:
    """Median cost of ``work`` per unit."""
    costs: list[Cost] = []
    for number in range(warm_up + repeat):
        if between:
            between()
        gc.collect()
        gc.disable()
        sql, wall, cpu = sql_statistics.sql_log_count, time.perf_counter(), time.process_time()
        try:
            work()
        finally:
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            sql = sql_statistics.sql_log_count - sql
            gc.enable()
        if number >= warm_up:
            costs.append(Cost(cpu * 1000 / per, sql / per, wall * 1000 / per))
    return Cost(
        statistics.median(cost.cpu_ms for cost in costs),
        statistics.median(cost.sql for cost in costs),
        statistics.median(cost.wall_ms for cost in costs),
    )


def machine() -> str:
    """One line: when and on what it was measured."""
    from core.db.pool import MAINTENANCE, open_connection

    connection = open_connection(MAINTENANCE)
    version = connection.server_version
    connection.close()
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores {platform.machine()}, Python {platform.python_version()},"
        f" PostgreSQL {version // 10000}.{version % 10000}"
    )


def main(names: list[str]) -> int:
    """Run the benchmark files named (default: all); 1 when a goal is missed."""
    import importlib

    found = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    if unknown := set(names) - set(found):
        print(f"No benchmark {', '.join(sorted(unknown))}; there are {', '.join(found)}.", file=sys.stderr)
        return 2
    missed = 0
    for name in names or found:
        module = importlib.import_module(f"bench.bench_{name}")
        bench = Bench((module.__doc__ or name).strip().splitlines()[0].rstrip("."))
        print(f"\n{bench.title}")
        try:
            module.main(bench)
        finally:
            bench.close()
        bench.write()
        missed += sum(row.met is False for row in bench.rows)
    print(f"\n{RESULTS}: {missed} goal(s) missed." if missed else f"\n{RESULTS}: all goals met.")
    return 1 if missed else 0
