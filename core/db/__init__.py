"""The db room: where PostgreSQL is, connections and cursors, transactions, databases, schema.

See ``docs/developer/kernel.md`` for its doors and ``docs/implementer/database.md`` for running it.
"""

from core.db.server import ServerAddress, address
from core.db.admin import create_database, databases, drop_database, exists, prepare_database
from core.db.connection import Connection, connect
from core.db.cursor import Cursor, Savepoint, statistics

__all__ = [
    "Connection", "Cursor", "Savepoint", "ServerAddress", "address", "connect", "create_database", "databases",
    "drop_database", "exists", "prepare_database", "statistics",
]
