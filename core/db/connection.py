"""``connect(name).cursor()``: the way to a database."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg2.errors

from core.db import install
from core.db.cursor import Cursor
from core.db.pool import pool

#: Databases this process has looked at: their functions are those of this version.
_seen: set[str] = set()
#: Hot lock of whoever installs or updates the functions.
PREPARING = "sen.prepare"


class Connection:
    """A database by name; connecting happens with the first cursor."""

    __slots__ = ("dbname",)

    def __init__(self, dbname: str) -> None:
        self.dbname = dbname

    def cursor(self, readonly: bool = False, *, locks: Sequence[str] = ()) -> Cursor:
        """A cursor on a connection of the pool.

        :param readonly: PostgreSQL refuses every write (and a replica can serve it)
        :param locks: names to wait for before the snapshot is taken, see :meth:`Cursor.lock_hot`
        :raises UnknownDatabase, ServerUnreachable, ServerTooOld, PoolExhausted: no connection to be had
        """
        if self.dbname not in _seen:
            prepare(self.dbname)
        return Cursor(pool(), self.dbname, readonly=readonly, locks=locks)

    def __repr__(self) -> str:
        return f"Connection({self.dbname!r})"


def prepare(dbname: str, *, adopt: bool = False, mark: bool = True) -> None:
    """Bring our functions in a database up to date; an empty database becomes ours, one with foreign tables only
    when asked to.

    :param adopt: also when the database holds tables that are not ours
    :param mark: list it among ours
    """
    with Cursor(pool(), dbname, readonly=True) as cr:
        version = install.installed_version(cr)
        needed = version < install.FUNCTIONS_VERSION and (adopt or version > 0 or install.is_empty(cr))
    if needed:
        # The lock is held before the snapshot: the second of two workers finds the work done.
        try:
            with Cursor(pool(), dbname, locks=[PREPARING]) as cr:
                install.prepare(cr, mark=mark)
        except psycopg2.errors.ReadOnlySqlTransaction:
            pass  # a replica: it gets the functions from its primary
    _seen.add(dbname)


def forget(dbname: str) -> None:
    """The database is dropped or renamed; another one may take its name."""
    _seen.discard(dbname)


def connect(dbname: str) -> Connection:
    """The database ``dbname`` of the configured server."""
    return Connection(dbname)
