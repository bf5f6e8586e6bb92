"""``odoo.sql_db``: connections and cursors under the names addons import."""

from typing import Any

from core.db import Connection, Cursor, Savepoint, connect

BaseCursor = Cursor
TestCursor = Cursor
_FlushingSavepoint = Savepoint

__all__ = ["BaseCursor", "Connection", "Cursor", "Savepoint", "TestCursor", "db_connect"]


def db_connect(to: str, allow_uri: bool = False, readonly: bool = False) -> Any:
    """The connection factory of a database."""
    return connect(to)


def close_db(db_name: str) -> None:
    """Pools give idle connections back by themselves."""
