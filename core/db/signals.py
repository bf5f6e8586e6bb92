"""Generations: how a change of modules, views, rules or parameters in one worker reaches all others.

A worker remembers the generations it has seen and compares them at the start of each request. A bump is part of the
transaction that makes the change: it is seen exactly by those who see the change.
"""

from __future__ import annotations

import logging
import random

import psycopg2

from core.db.connection import connect
from core.db.cursor import Cursor

_logger = logging.getLogger(__name__)

#: One bump in so many is followed by a compaction of the table.
COMPACTION_PERIOD = 64


def generations(cr: Cursor) -> dict[str, int]:
    """Generation of each name bumped so far, in one cheap statement; a name not in it has generation 0."""
    cr.run("SELECT name, sum(generation)::bigint FROM sen.signal GROUP BY name")
    return dict(cr.fetchall())


def bump(cr: Cursor, *names: str) -> None:
    """Announce a change, with the commit of ``cr``. Transactions bumping the same name do not wait for each other."""
    if not names:
        return
    cr.run("INSERT INTO sen.signal (name, generation) SELECT name, 1 FROM unnest(%s) AS name", [list(names)])
    if random.randrange(COMPACTION_PERIOD) == 0:
        dbname = cr.dbname
        cr.postcommit.add(lambda: compact(dbname))


def compact(dbname: str) -> None:
    """Fold the rows of each name into one; sums, hence generations, stay what they are."""
    try:
        with connect(dbname).cursor() as cr:
            cr.run("SELECT pg_try_advisory_xact_lock(hashtext('sen.signal'))")
            row = cr.fetchone()
            if row and row[0]:
                cr.run(
                    "WITH gone AS (DELETE FROM sen.signal RETURNING name, generation)"
                    " INSERT INTO sen.signal SELECT name, sum(generation) FROM gone GROUP BY name"
                )
    except psycopg2.Error as error:
        _logger.info("signals of %s not compacted this time: %s", dbname, error)
