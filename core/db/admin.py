"""Databases as a whole: list, create, drop."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import psycopg2.errors

from core.base.config import config
from core.db.server import address
from core.db.connection import connect, forget, prepare
from core.db.errors import DatabaseExists, DatabaseInUse, DiskFull, InvalidDatabaseName, ServerUnreachable
from core.db.install import MARKER, mark_as_ours
from core.db.pool import MAINTENANCE, open_connection, pool, unknown_database

#: Names PostgreSQL or we need for ourselves.
RESERVED = frozenset((MAINTENANCE, "template0", "template1"))
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}")


def databases() -> list[str]:
    """Names of our databases on the server, sorted."""
    with _maintenance() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate"
            " AND shobj_description(oid, 'pg_database') LIKE %s ORDER BY datname COLLATE \"C\"",
            [MARKER + "%"],
        )
        return [name for (name,) in cursor.fetchall()]


def sizes(names: list[str]) -> dict[str, tuple[int, int]]:
    """Name → bytes of the database, bytes of its attachments."""
    with _maintenance() as cursor:
        cursor.execute(
            "SELECT datname, pg_database_size(oid) FROM pg_database WHERE datname = ANY(%s) ORDER BY 1", [names]
        )
        rows = cursor.fetchall()
    return {name: (int(size), _folder_size(config.filestore(name))) for name, size in rows}


def _folder_size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def exists(name: str) -> bool:
    """Whether the server has a database of this name, ours or not."""
    with _maintenance() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() is not None


def create_database(name: str, template: str | None = None) -> None:
    """Create a database and prepare it for the kernel; from ``template``, a database nobody is using, if given.

    :raises InvalidDatabaseName, DatabaseExists, UnknownDatabase, DiskFull: nothing was created
    """
    create_empty(name, template)
    try:
        prepare_database(name)
    except BaseException:
        drop_database(name)
        raise


def create_empty(name: str, template: str | None = None) -> None:
    """Create a database without anything of ours in it; see :func:`create_database`."""
    check_name(name)
    if template:
        pool().close_all(template)
    with _maintenance() as cursor, _explained(name, template):
        cursor.execute(_create_statement(cursor, name, template))


def prepare_database(name: str, *, mark: bool = True) -> None:
    """Make an existing database ours: functions, kernel tables, marker. Does nothing when it is up to date.

    :param mark: list it among :func:`databases`
    """
    with _explained(name, None):
        prepare(name, adopt=True, mark=mark)
    if mark:
        with connect(name).cursor() as cr:
            mark_as_ours(cr)


def rename_database(name: str, new_name: str) -> None:
    """Rename a database nobody is using, and list it among ours. Its attachments are the caller's business.

    :raises InvalidDatabaseName, DatabaseExists, UnknownDatabase: nothing was renamed
    """
    check_name(new_name)
    pool().close_all(name)
    with _maintenance() as cursor, _explained(new_name, name):
        cursor.execute(f"ALTER DATABASE {quote(name)} RENAME TO {quote(new_name)}")
    forget(name)
    with connect(new_name).cursor() as cr:
        mark_as_ours(cr)


def drop_database(name: str) -> None:
    """Drop a database, its connections and its attachments.

    :raises UnknownDatabase: there is none of this name
    """
    check_name(name)
    pool().close_all(name)
    forget(name)
    with _maintenance() as cursor:
        try:
            cursor.execute(f"DROP DATABASE {quote(name)} WITH (FORCE)")
        except psycopg2.errors.InvalidCatalogName as error:
            raise unknown_database(name) from error
    shutil.rmtree(config.filestore(name), ignore_errors=True)


def disconnect(name: str, *, force: bool = False, wait_s: float = 5.0) -> None:
    """End the connections of all our processes to a database, so that it can be copied or renamed.

    Idle ones end at once; those at work get ``wait_s`` seconds, or none with ``force``.
    """
    pool().close_all(name)
    forget(name)
    with _maintenance() as cursor:
        deadline = time.monotonic() + (0 if force else wait_s)
        while True:
            cursor.execute(
                "SELECT count(*) FILTER (WHERE NOT ended) FROM (SELECT CASE WHEN state = 'idle' OR %s"
                " THEN pg_terminate_backend(pid) ELSE false END AS ended"
                " FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()) AS others",
                [time.monotonic() >= deadline, name],
            )
            if not cursor.fetchone()[0] or time.monotonic() >= deadline:
                return
            time.sleep(0.05)


def check_name(name: str) -> None:
    """Database names are also folder names, cookie values and host names: letters, digits, ``_``, ``.``, ``-``."""
    if not _NAME.fullmatch(name) or name in RESERVED:
        raise InvalidDatabaseName(
            f"{name!r} cannot be the name of a database.",
            hint="Use up to 63 letters without accents, digits, '_', '-' and '.', not starting with '-' or '.', "
            f"and none of {', '.join(sorted(RESERVED))}.",
        )


def quote(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _create_statement(cursor: Any, name: str, template: str | None) -> str:
    """New databases have a locale no server can lack; sorting and folding are ours anyway."""
    if template:
        return f"CREATE DATABASE {quote(name)} TEMPLATE {quote(template)}"
    source = quote(config.get("db_template") or "template0")
    statement = f"CREATE DATABASE {quote(name)} TEMPLATE {source} ENCODING 'UTF8'"
    if source != '"template0"':
        return statement  # the administrator's own template decides
    if cursor.connection.server_version >= 170000:
        return f"{statement} LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
    cursor.execute("SELECT collcollate FROM pg_collation WHERE collcollate IN ('C.UTF-8', 'C.utf8') LIMIT 1")
    row = cursor.fetchone()
    return f"{statement} LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE '{row[0] if row else 'C'}'"


@contextmanager
def _maintenance() -> Iterator[Any]:
    """A cursor outside transactions, on the database every cluster has."""
    connection = open_connection(MAINTENANCE, address())
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


@contextmanager
def _explained(name: str, template: str | None) -> Iterator[None]:
    try:
        yield
    except psycopg2.errors.DuplicateDatabase as error:
        raise DatabaseExists(
            f"The name {name!r} is in use.", hint="Choose another name, or drop that database first."
        ) from error
    except psycopg2.errors.InvalidCatalogName as error:
        raise unknown_database(template or "template0") from error
    except psycopg2.errors.ObjectInUse as error:
        raise DatabaseInUse(
            f"Somebody is using the database {template!r}.", hint="Stop its server and its other users, then try again."
        ) from error
    except psycopg2.errors.InsufficientPrivilege as error:
        raise ServerUnreachable(
            f"The database user may not create or change databases: {error.diag.message_primary}.",
            hint="Ask the administrator of the server for the right CREATEDB, or for an empty database.",
        ) from error
    except psycopg2.errors.DiskFull as error:
        raise disk_full(f"creating the database {name!r}") from error


def disk_full(doing: str) -> DiskFull:
    return DiskFull(
        f"PostgreSQL has no space left on its disk while {doing}.", hint="Free some space there, then try again."
    )
