"""``connect(name).cursor()``: the way to a database."""

from __future__ import annotations

from collections.abc import Sequence

from core.db.cursor import Cursor
from core.db.pool import pool


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
        return Cursor(pool(), self.dbname, readonly=readonly, locks=locks)

    def __repr__(self) -> str:
        return f"Connection({self.dbname!r})"


def connect(dbname: str) -> Connection:
    """The database ``dbname`` of the configured server."""
    return Connection(dbname)
