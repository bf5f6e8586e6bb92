"""The cursor addons know as ``env.cr``: one transaction after another on one connection.

``run`` is the ORM's own executor; it adds two counters to psycopg2's ``execute`` and nothing else. ``execute`` is for
addons: it brings pending work of the unit of work to the database first. Errors are psycopg2's own, unchanged.

Values are read as: numeric → float, json and jsonb → Python values, timestamp → naive datetime (UTC),
date → date, bytea → memoryview. Everything else is psycopg2's default.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol

import psycopg2
import psycopg2.errors
import psycopg2.extensions

from core.base.errors import LockRequired
from core.db.pool import ConnectionPool, PooledConnection

_logger = logging.getLogger(__name__)
#: every statement with its time, at level DEBUG (``--log-level debug_sql``)
_statements = logging.getLogger("core.db.statements")
_savepoint_numbers = itertools.count(1)

#: Serialisation failure, deadlock, lock not available: another transaction was faster, running again may succeed.
RETRYABLE_CODES = frozenset(("40001", "40P01", "55P03"))
#: How often commit flushes and runs pre-commit hooks before it decides that they never come to rest.
MAX_FLUSH_ROUNDS = 50
#: A queue for a named lock longer than this is an error, not traffic.
HOT_LOCK_WAIT_SECONDS = 60


class Statistics:
    """Statements of this process since its start, over all cursors."""

    __slots__ = ("sql_log_count",)

    def __init__(self) -> None:
        self.sql_log_count = 0


statistics = Statistics()


class UnitOfWork(Protocol):
    """What the ORM hangs on a cursor as ``transaction``."""

    def flush(self) -> None: ...
    def clear(self) -> None: ...
    def savepoint_enter(self) -> Any: ...
    def savepoint_rollback(self, token: Any) -> None: ...


class Callbacks:
    """Functions to be called at a moment of the transaction, first in, first out; ``data`` is theirs to share."""

    __slots__ = ("_functions", "data")

    def __init__(self) -> None:
        self._functions: deque[Callable[[], Any]] = deque()
        self.data: dict[Any, Any] = {}

    def add(self, function: Callable[[], Any]) -> Callable[[], Any]:
        self._functions.append(function)
        return function

    def run(self) -> None:
        """Call and forget all, also those added meanwhile; then forget ``data``."""
        while self._functions:
            self._functions.popleft()()
        self.data.clear()

    def clear(self) -> None:
        self._functions.clear()
        self.data.clear()

    def remember(self) -> tuple[list[Callable[[], Any]], dict[Any, Any]]:
        return list(self._functions), dict(self.data)

    def restore(self, memory: tuple[list[Callable[[], Any]], dict[Any, Any]]) -> None:
        """Drop what was added since ``remember``; what ran since then does not come back."""
        functions, data = memory
        self._functions = deque(function for function in self._functions if function in functions)
        for key in self.data.keys() - data.keys():
            del self.data[key]

    def __len__(self) -> int:
        return len(self._functions)


class Savepoint:
    """``with cr.savepoint():`` – on an exception the database, the unit of work and the hooks added inside return
    to where they were.

    :param flush: bring pending work to the database at entry and exit, so that its errors belong to the right side
    """

    __slots__ = ("_cursor", "_flush", "_hooks", "_hot_keys", "_token", "closed", "name")

    def __init__(self, cursor: Cursor, flush: bool = True) -> None:
        self._cursor = cursor
        self._flush = flush
        self.name = f"sen_{next(_savepoint_numbers)}"
        self.closed = False
        self._enter()
        cursor.run(f"SAVEPOINT {self.name}")

    def _enter(self) -> None:
        cursor = self._cursor
        if self._flush and cursor.transaction is not None:
            cursor.transaction.flush()
        self._token = None if cursor.transaction is None else cursor.transaction.savepoint_enter()
        self._hooks = (cursor.precommit.remember(), cursor.postcommit.remember())
        self._hot_keys = cursor._hot_keys

    def __enter__(self) -> Savepoint:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(rollback=kind is not None)

    def rollback(self) -> None:
        """Return to the moment of entry and stay inside."""
        self._cursor.run(f"ROLLBACK TO SAVEPOINT {self.name}")
        self._restore()

    def close(self, *, rollback: bool = False) -> None:
        """Leave, keeping or undoing what was done."""
        if self.closed or self._cursor.closed:
            return
        self.closed = True
        if not rollback:
            try:
                if self._flush and self._cursor.transaction is not None:
                    self._cursor.transaction.flush()
            except BaseException:
                self._undo()
                raise
            self._cursor.run(f"RELEASE SAVEPOINT {self.name}")
        else:
            self._undo()

    def _undo(self) -> None:
        if self._cursor.is_broken:
            return  # the connection is gone: the error on its way is the one to show
        self._cursor.run(f"ROLLBACK TO SAVEPOINT {self.name}; RELEASE SAVEPOINT {self.name}")
        self._restore()

    def _restore(self) -> None:
        cursor = self._cursor
        cursor._hot_keys = self._hot_keys  # PostgreSQL gives up locks taken since
        cursor.precommit.restore(self._hooks[0])
        cursor.postcommit.restore(self._hooks[1])
        if cursor.transaction is not None:
            cursor.transaction.savepoint_rollback(self._token)


class Cursor:
    """A connection with transactions, the unit of work that hangs on it, and hooks around commit and rollback.

    Leaving ``with`` without an exception commits; leaving it in any way closes. Not to be shared between threads.
    """

    __slots__ = (
        "__dict__",  # tests replace methods of a cursor
        "__weakref__", "_asked_keys", "_connection", "_execute", "_hot_keys", "_now", "_object", "_pool", "_session_locks", "cache",
        "committed", "committing", "dbname", "failure", "fetchall", "fetchmany", "fetchone",
        "postcommit", "postrollback", "precommit", "prerollback", "readonly", "sql_log_count", "transaction",
    )

    IN_MAX = 1000  # public constant of the addon API

    # psycopg2's own; typed loosely, because whoever asks for one row of a count knows that there is one
    fetchone: Callable[[], Any]
    fetchall: Callable[[], list[tuple[Any, ...]]]
    fetchmany: Callable[[int], list[tuple[Any, ...]]]

    def __init__(self, pool: ConnectionPool, dbname: str, *, readonly: bool = False, locks: Sequence[str] = ()) -> None:
        self.dbname = dbname
        self.readonly = readonly
        self.transaction: UnitOfWork | None = None
        self.cache: dict[Any, Any] = {}
        self.sql_log_count = 0
        #: whether this cursor ever committed; a transaction that did is not run again
        self.committed = False
        #: COMMIT was sent and not answered: whether it happened is unknown when the connection is lost now
        self.committing = False
        #: the last error that running the transaction again may cure
        self.failure: psycopg2.Error | None = None
        self.precommit = Callbacks()
        self.postcommit = Callbacks()
        self.prerollback = Callbacks()
        self.postrollback = Callbacks()
        self._now: datetime | None = None
        self._hot_keys: frozenset[str] = frozenset()  # held
        self._asked_keys: frozenset[str] = frozenset()  # held, refused, or given up by a rollback to a savepoint
        self._session_locks = False
        self._pool: ConnectionPool | None = None
        self._connection: PooledConnection = pool.borrow(dbname)
        try:
            if locks:
                self._wait_for_locks(locks)
            if self._connection.readonly is not (True if readonly else None):
                self._connection.set_session(readonly=readonly or "default")
            self._open()
        except BaseException:
            pool.give_back(self._connection, keep=False)
            raise
        self._pool = pool

    def _open(self) -> None:
        # psycopg2's bound methods are kept as attributes: fetching costs what it costs in psycopg2.
        self._object = self._connection.cursor()
        self._execute: Callable[..., None] = self._object.execute
        if _statements.isEnabledFor(logging.DEBUG):
            self._execute = self._execute_and_log
        self.fetchone = self._object.fetchone
        self.fetchall = self._object.fetchall
        self.fetchmany = self._object.fetchmany

    # -- statements ------------------------------------------------------------------------------

    def run(self, query: Any, params: Any = None) -> None:
        """Execute without flushing: for the ORM and the kernel.

        :param query: SQL text with psycopg2 placeholders, or a ``core.tools.SQL`` object
        :raises psycopg2.Error: as PostgreSQL reports it
        """
        self.sql_log_count += 1
        statistics.sql_log_count += 1
        if query.__class__ is not str and not isinstance(query, str):
            query, params = query.code, query.params
        try:
            self._execute(query, params)
        except psycopg2.Error as error:
            self._note(error)
            raise

    def _execute_and_log(self, query: str, params: Any = None) -> None:
        start = time.perf_counter()
        try:
            self._object.execute(query, params)
        finally:
            text = (self._object.query or b"").decode(errors="replace")
            _statements.debug("%.3f ms: %s", (time.perf_counter() - start) * 1000, text)

    def execute(self, query: Any, params: Any = None, log_exceptions: bool = True) -> None:
        """Flush pending ORM work, then execute; see :meth:`run`.

        :param log_exceptions: kept for existing addons; errors are not logged here, they are raised
        """
        if self.transaction is not None:
            self.transaction.flush()
        self.run(query, params)

    def executemany(self, query: str, rows: Sequence[Any]) -> None:
        """Execute once per row of parameters."""
        for row in rows:
            self.execute(query, row)

    def execute_values(
        self, query: Any, argslist: Sequence[Any], template: str | None = None, page_size: int = 100,
        fetch: bool = False,
    ) -> list[tuple[Any, ...]] | None:
        """``psycopg2.extras.execute_values`` on this cursor."""
        from psycopg2.extras import execute_values

        if self.transaction is not None:
            self.transaction.flush()
        self.sql_log_count += 1
        statistics.sql_log_count += 1
        text = query if isinstance(query, str) else self.mogrify(query).decode()
        return execute_values(self._object, text, argslist, template=template, page_size=page_size, fetch=fetch)

    def mogrify(self, query: Any, params: Any = None) -> bytes:
        """The statement as it would be sent."""
        if not isinstance(query, str):
            query, params = query.code, query.params
        return self._object.mogrify(query, params)

    def copy_expert(self, sql: str, file: Any, size: int = 8192) -> None:
        """COPY from or to a file object."""
        self.sql_log_count += 1
        statistics.sql_log_count += 1
        try:
            self._object.copy_expert(sql, file, size)
        except psycopg2.Error as error:
            self._note(error)
            raise

    def _note(self, error: psycopg2.Error) -> None:
        if error.pgcode in RETRYABLE_CODES:
            self.failure = error
        _logger.debug("refused by PostgreSQL: %s", error)

    @property
    def rowcount(self) -> int:
        return self._object.rowcount

    @property
    def description(self) -> Any:
        return self._object.description

    @property
    def query(self) -> bytes | None:
        """The last statement sent."""
        return self._object.query

    @property
    def connection(self) -> PooledConnection:
        """The psycopg2 connection, for libraries that take one."""
        return self._connection

    _cnx = connection  # the name existing addons know
    _obj = property(lambda self: self._object)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._object)

    def dictfetchone(self) -> dict[str, Any] | None:
        row = self.fetchone()
        return None if row is None else dict(zip(self._names(), row, strict=True))

    def dictfetchmany(self, size: int) -> list[dict[str, Any]]:
        names = self._names()
        return [dict(zip(names, row, strict=True)) for row in self.fetchmany(size)]

    def dictfetchall(self) -> list[dict[str, Any]]:
        names = self._names()
        return [dict(zip(names, row, strict=True)) for row in self.fetchall()]

    def _names(self) -> list[str]:
        return [column.name for column in self._object.description or ()]

    def split_for_in_conditions(self, ids: Any, size: int | None = None) -> Iterator[tuple[Any, ...]]:
        """Slices of ``ids`` that fit into an ``IN``; kept for existing addons."""
        remaining = iter(ids)
        while batch := tuple(itertools.islice(remaining, size or self.IN_MAX)):
            yield batch

    def now(self) -> datetime:
        """Start of the transaction as PostgreSQL sees it, naive UTC."""
        if self._now is None:
            with self._connection.cursor() as cursor:
                self.sql_log_count += 1
                statistics.sql_log_count += 1
                cursor.execute("SELECT (now() AT TIME ZONE 'UTC')")
                row = cursor.fetchone()
                assert row is not None
                self._now = row[0]
        return self._now

    # -- transaction -----------------------------------------------------------------------------

    def flush(self) -> None:
        """Bring pending work to the database and run the pre-commit hooks, until neither leaves anything to do."""
        for _round in range(MAX_FLUSH_ROUNDS):
            if self.transaction is not None:
                self.transaction.flush()
            if not self.precommit:
                return
            self.precommit.run()
        raise RuntimeError(f"Pre-commit hooks still add hooks after {MAX_FLUSH_ROUNDS} rounds.")

    def clear(self) -> None:
        """Forget cache, pending work and pre-commit hooks."""
        if self.transaction is not None:
            self.transaction.clear()
        self.precommit.clear()

    def reset(self) -> None:
        """Forget everything tied to the registry; kept for existing addons."""
        self.clear()

    def commit(self) -> None:
        """Flush, COMMIT, then run the post-commit hooks.

        The cache is forgotten: the next transaction has another snapshot. When COMMIT fails, no hook runs.
        """
        self.flush()
        self.committing = True
        try:
            self._connection.commit()
        except psycopg2.Error as error:
            self._note(error)
            raise
        self.committing = False
        self.committed = True
        if self.transaction is not None:
            self.transaction.clear()
        self._forget_transaction()
        self.prerollback.clear()
        self.postrollback.clear()
        self.postcommit.run()

    def rollback(self) -> None:
        """Forget pending work, ROLLBACK; hooks of the commit are dropped, those of the rollback run."""
        self.clear()
        self.postcommit.clear()
        self.prerollback.run()
        self._connection.rollback()
        self._forget_transaction()
        self.postrollback.run()

    def _forget_transaction(self) -> None:
        self._now = None
        self.failure = None
        self._hot_keys = self._asked_keys = frozenset()

    def savepoint(self, flush: bool = True) -> Savepoint:
        """A part of the transaction that can be undone alone; see :class:`Savepoint`."""
        return Savepoint(self, flush)

    # -- hot locks -------------------------------------------------------------------------------

    def lock_hot(self, *keys: str) -> None:
        """Take the named locks until the end of the transaction; everything read afterwards is current.

        For rows many people fight for. See ``docs/adr/0002-hot-locks.md``.

        :raises LockRequired: another transaction holds one of them; the retry waits for it before its snapshot
        :raises psycopg2.errors.SerializationFailure: somebody held one and committed since our snapshot
        """
        wanted = sorted(set(keys) - self._hot_keys)
        if not wanted:
            return
        self._asked_keys |= set(wanted)
        self.run(_LOCK_HOT, [[hot_key_number(key) for key in wanted]])
        if self._object.rowcount < len(wanted):
            raise LockRequired(sorted(self._asked_keys))
        self._hot_keys |= set(wanted)

    @property
    def hot_keys(self) -> frozenset[str]:
        """Names asked for with :meth:`lock_hot` in the current transaction; a retry takes all of them at once."""
        return self._asked_keys

    def _wait_for_locks(self, keys: Sequence[str]) -> None:
        """Session locks, taken before BEGIN so that the snapshot is younger than whatever the last holder did."""
        numbers = sorted(hot_key_number(key) for key in keys)
        connection = self._connection
        connection.autocommit = True
        self._session_locks = True
        with connection.cursor() as cursor:
            self.sql_log_count += 1
            statistics.sql_log_count += 1
            cursor.execute(_WAIT_FOR_LOCKS, [f"{HOT_LOCK_WAIT_SECONDS}s", numbers])
        connection.autocommit = False

    def _release_locks(self) -> None:
        self._session_locks = False
        if self._connection.closed:
            return
        self._connection.rollback()
        self._connection.autocommit = True
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
        self._connection.autocommit = False

    # -- end -------------------------------------------------------------------------------------

    @property
    def closed(self) -> bool:
        return self._pool is None or bool(self._connection.closed)

    @property
    def is_broken(self) -> bool:
        """The connection was lost."""
        return bool(self._connection.closed)

    @property
    def is_lost(self) -> bool:
        """A rival was faster, and PostgreSQL takes no more statements in this transaction."""
        status = self._connection.info.transaction_status
        return self.failure is not None and status == psycopg2.extensions.TRANSACTION_STATUS_INERROR

    def close(self) -> None:
        """Undo what was not committed and give the connection back. Closing twice is harmless."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        try:
            if not self.is_broken:
                self.rollback()
            self.cache.clear()
            self._object.close()
            if self._session_locks:
                self._release_locks()
        except psycopg2.Error:
            pool.give_back(self._connection, keep=False)
        except BaseException:
            pool.give_back(self._connection, keep=False)
            raise
        else:
            pool.give_back(self._connection)

    def __enter__(self) -> Cursor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def __del__(self) -> None:
        if getattr(self, "_pool", None) is not None:
            _logger.warning("A cursor on database %s was not closed.", self.dbname)
            self.close()

    def __repr__(self) -> str:
        return f"<Cursor {self.dbname}{' readonly' if self.readonly else ''}{' closed' if self.closed else ''}>"


def hot_key_number(key: str) -> int:
    """The 64-bit number of a named lock. Advisory locks are per database, so the name alone decides."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


#: Takes the locks that are free and marks each in ``sen.hot_lock``. The mark is what makes a stale snapshot visible:
#: when another transaction marked the same key and committed after our snapshot, PostgreSQL refuses ours.
_LOCK_HOT = """
WITH taken AS MATERIALIZED (
    SELECT key FROM unnest(%s::bigint[]) AS key WHERE pg_try_advisory_xact_lock(key)
)
INSERT INTO sen.hot_lock AS hot (key, uses) SELECT key, 1 FROM taken
ON CONFLICT (key) DO UPDATE SET uses = hot.uses + 1
"""
#: One message, hence one implicit transaction: the timeout ends with it, the session locks stay.
_WAIT_FOR_LOCKS = """
SELECT set_config('lock_timeout', %s, true); SELECT pg_advisory_lock(key) FROM unnest(%s::bigint[]) AS key
"""
