"""Connections of this process: opened on demand, kept for reuse, bounded in number, safe across ``fork``.

A connection's settings (UTC, REPEATABLE READ, …) travel with the connection request, so that no statement is spent
on them, and a transaction costs BEGIN and COMMIT only.
"""

from __future__ import annotations

import os
import select
import threading
import time
from typing import Any

import orjson
import psycopg2
import psycopg2.extensions

from core.base.config import config
from core.db import server as servers
from core.db.server import SESSION_OPTIONS, ServerAddress
from core.db.errors import (
    MINIMUM_SERVER_VERSION,
    PoolExhausted,
    ServerTooOld,
    ServerUnreachable,
    UnknownDatabase,
)

#: How long a borrower waits for a connection when all are in use.
WAIT_SECONDS = 30.0
#: An unused connection is closed after this time.
IDLE_SECONDS = 600.0
#: How long connecting is tried again while the embedded server comes back from a crash.
RECOVERY_SECONDS = 60.0
#: Database every cluster has, for statements about databases.
MAINTENANCE = "postgres"

OID_NUMERIC, OID_NUMERIC_ARRAY = 1700, 1231
OID_JSON, OID_JSONB = 114, 3802


class PooledConnection(psycopg2.extensions.connection):
    """A psycopg2 connection that knows its database and when it was last used."""

    pool_key: tuple[ServerAddress, str]
    used_at: float = 0.0


def _json_value(value: str | bytes | None, _cursor: Any) -> Any:
    return None if value is None else orjson.loads(value)


_JSON = psycopg2.extensions.new_type((OID_JSON, OID_JSONB), "JSON", _json_value)
_FLOAT: Any = psycopg2.extensions.FLOAT  # type: ignore[attr-defined]
_FLOAT_ARRAY = psycopg2.extensions.new_array_type((OID_NUMERIC_ARRAY,), "FLOAT[]", _FLOAT)


def _register_types(connection: Any) -> None:
    """numeric is read as float (what fields hold), json by orjson.

    ``string_types[oid] = FLOAT`` keeps the conversion in C; a type made with ``new_type`` would call Python per value.
    """
    connection.string_types[OID_NUMERIC] = _FLOAT
    psycopg2.extensions.register_type(_FLOAT_ARRAY, connection)
    psycopg2.extensions.register_type(_JSON, connection)


def _options() -> str:
    return " ".join(f"-c {name}={value.replace(' ', chr(92) + ' ')}" for name, value in SESSION_OPTIONS.items())


def open_connection(dbname: str, server: ServerAddress | None = None) -> PooledConnection:
    """A new connection outside the pool; see :class:`ConnectionPool` for the errors."""
    deadline = time.monotonic() + RECOVERY_SECONDS
    server = server or servers.address()
    while True:
        try:
            connection: PooledConnection = psycopg2.connect(
                **server.parameters(dbname), connection_factory=PooledConnection,
                options=_options(), application_name=f"sen-{os.getpid()}", connect_timeout=10,
            )
            break
        except psycopg2.OperationalError as error:
            if server.embedded and _may_come_back(error) and time.monotonic() < deadline:
                time.sleep(0.05)
                from core.db import embedded

                server = embedded.ensure(refresh=True)
                continue
            raise _connection_error(error, server, dbname) from error
    _register_types(connection)
    connection.pool_key = (server, dbname)
    if connection.server_version < MINIMUM_SERVER_VERSION:
        version = connection.server_version // 10000
        connection.close()
        raise ServerTooOld(
            f"The PostgreSQL server at {server} is version {version}; 15 or newer is needed.",
            hint="Upgrade it, or leave db_host empty to use the PostgreSQL that comes with Sen.",
        )
    return connection


def _may_come_back(error: psycopg2.OperationalError) -> bool:
    """The embedded server is starting, stopping or was just killed."""
    text = str(error)
    return any(
        sign in text
        for sign in (
            "No such file", "refused", "starting up", "shutting down", "recovery mode", "not yet accepting",
            "closed the connection", "reset by peer", "terminating connection",
        )
    )


def _connection_error(error: psycopg2.OperationalError, server: ServerAddress, dbname: str) -> Exception:
    reason = str(error).strip()
    if dbname != MAINTENANCE and _exists(server, dbname) is False:
        return unknown_database(dbname)
    return ServerUnreachable(
        f"PostgreSQL at {server} cannot be used: {reason}",
        hint="Is it running, and are db_host, db_port, db_user and db_password (or DATABASE_URL) right? "
        "Without them the PostgreSQL that comes with Sen is used.",
    )


def unknown_database(dbname: str) -> UnknownDatabase:
    return UnknownDatabase(
        f"There is no database {dbname!r}.",
        hint=f"'odoo-bin.py db list' shows those there are, 'odoo-bin.py db create {dbname}' creates it.",
    )


def _exists(server: ServerAddress, dbname: str) -> bool | None:
    """None: cannot be told."""
    try:
        connection = psycopg2.connect(**server.parameters(MAINTENANCE), connect_timeout=10)
    except psycopg2.OperationalError:
        return None
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [dbname])
            return cursor.fetchone() is not None
    finally:
        connection.close()


class ConnectionPool:
    """At most ``size`` connections over all databases; idle ones are kept, most recently used first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._condition = threading.Condition()
        self._idle: dict[str, list[PooledConnection]] = {}
        self._idle_count = 0
        self._used = 0
        self._stale: list[PooledConnection] = []

    def borrow(self, dbname: str) -> PooledConnection:
        """A connection without a transaction.

        :raises UnknownDatabase, ServerUnreachable, ServerTooOld: connecting failed
        :raises PoolExhausted: none became free in time
        """
        with self._condition:
            connection = self._take_idle(dbname)
            if connection is not None:
                self._used += 1
                return connection
            self._reserve()
        try:
            return open_connection(dbname)
        except BaseException:
            with self._condition:
                self._used -= 1
                self._condition.notify()
            raise

    def give_back(self, connection: PooledConnection, *, keep: bool = True) -> None:
        """Return a borrowed connection; a broken one, or one whose server address is outdated, is closed."""
        keep = keep and _make_clean(connection)
        with self._condition:
            self._used -= 1
            if keep:
                connection.used_at = time.monotonic()
                self._idle.setdefault(connection.pool_key[1], []).append(connection)
                self._idle_count += 1
            self._condition.notify()
        if not keep:
            connection.close()

    def close_all(self, dbname: str | None = None) -> None:
        """Close the idle connections (of one database)."""
        with self._condition:
            names = list(self._idle) if dbname is None else [dbname]
            closing = [connection for name in names for connection in self._idle.pop(name, ())]
            self._idle_count -= len(closing)
        for connection in closing:
            connection.close()

    def after_fork(self) -> None:
        """In a forked child: the parent's connections are the parent's.

        Only the child's copies of the sockets are closed; closing the connections would log the parent out.
        """
        for connections in self._idle.values():
            for connection in connections:
                try:
                    os.close(connection.fileno())
                except (OSError, psycopg2.Error):
                    pass
                self._stale.append(connection)
        self._condition = threading.Condition()
        self._idle = {}
        self._idle_count = self._used = 0

    def _take_idle(self, dbname: str) -> PooledConnection | None:
        connections = self._idle.get(dbname)
        while connections:
            connection = connections.pop()
            self._idle_count -= 1
            if _is_alive(connection):
                return connection
            connection.close()
        return None

    def _reserve(self) -> None:
        """Count one more connection, closing an idle one of another database or waiting when there are too many."""
        deadline = time.monotonic() + WAIT_SECONDS
        while self._used + self._idle_count >= self.size:
            if self._idle_count:
                self._close_oldest_idle()
                continue
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not self._condition.wait(remaining):
                raise PoolExhausted(
                    f"All {self.size} database connections of this process are in use.",
                    hint="Raise db_maxconn, or look for a request that never ends.",
                )
        self._used += 1

    def _close_oldest_idle(self) -> None:
        connections = min((group for group in self._idle.values() if group), key=lambda group: group[0].used_at)
        connections.pop(0).close()
        self._idle_count -= 1


def _is_alive(connection: PooledConnection) -> bool:
    """Whether the server still listens: an idle socket that has something to read was closed by the server."""
    if connection.closed or time.monotonic() - connection.used_at > IDLE_SECONDS:
        return False
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN | select.POLLERR | select.POLLHUP)
    return not poll.poll(0)


def _make_clean(connection: PooledConnection) -> bool:
    if connection.closed:
        return False
    try:
        if connection.status != psycopg2.extensions.STATUS_READY:
            connection.rollback()
        if connection.autocommit:
            connection.autocommit = False
    except psycopg2.Error:
        return False
    return not connection.closed


_pool: ConnectionPool | None = None
_pool_lock = threading.Lock()


def pool() -> ConnectionPool:
    """The pool of this process; its size is the option ``db_maxconn``."""
    global _pool
    if _pool is None:
        with _pool_lock:
            if _pool is None:
                _pool = ConnectionPool(int(config.get("db_maxconn") or 64))
    return _pool


def _after_fork() -> None:
    global _pool_lock
    _pool_lock = threading.Lock()
    if _pool is not None:
        _pool.after_fork()


os.register_at_fork(after_in_child=_after_fork)
