"""Where PostgreSQL is: the outside server of the configuration, or the embedded one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from core.base.config import config

#: Settings every session of ours has, sent once while connecting.
SESSION_OPTIONS = {
    "timezone": "UTC",
    "default_transaction_isolation": "repeatable read",
    "search_path": "public",
    "client_min_messages": "warning",
    "jit": "off",
}


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A PostgreSQL server and how to log in.

    :ivar host: host name, or the folder of the unix socket
    :ivar tcp_host: host name that works over TCP, when ``host`` is a socket folder
    :ivar embedded: the server is run by us
    """

    host: str | None = None
    port: int | None = None
    user: str | None = None
    password: str | None = None
    sslmode: str | None = None
    tcp_host: str | None = None
    embedded: bool = False

    def parameters(self, dbname: str) -> dict[str, Any]:
        """Keyword arguments for libpq: ``psycopg2.connect(**address.parameters(name))``."""
        known = {
            "host": self.host, "port": self.port, "user": self.user,
            "password": self.password, "sslmode": self.sslmode,
        }
        return {"dbname": dbname} | {key: value for key, value in known.items() if value not in (None, "")}

    def url(self, dbname: str, *, driver: str = "postgresql") -> str:
        """Connection URL for libraries that take one, password included."""
        login = quote(self.user or "", safe="")
        if self.password:
            login += ":" + quote(self.password, safe="")
        query: dict[str, Any] = {}
        if self.host:
            query["host"] = self.host
        if self.port:
            query["port"] = self.port
        if self.sslmode:
            query["sslmode"] = self.sslmode
        at = f"{login}@" if login else ""
        return f"{driver}://{at}/{quote(dbname, safe='')}" + (f"?{urlencode(query)}" if query else "")

    def environment(self) -> dict[str, str]:
        """Environment for PostgreSQL's own programs (pg_dump, psql); keeps the password off their command line."""
        names = {
            "PGHOST": self.host, "PGPORT": self.port, "PGUSER": self.user,
            "PGPASSWORD": self.password, "PGSSLMODE": self.sslmode,
        }
        environment = {key: value for key, value in os.environ.items() if key not in names}
        environment |= {key: str(value) for key, value in names.items() if value not in (None, "")}
        return environment

    def __str__(self) -> str:
        place = self.host or "the default socket"
        return f"{place}:{self.port}" if self.port else place


def outside_address() -> ServerAddress | None:
    """The server named by the configuration (options or ``DATABASE_URL``); None: the embedded one is to be used."""
    if not (config.get("db_host") or config.get("db_port") or config.get("db_user")):
        return None
    return ServerAddress(
        host=config.get("db_host") or None,
        port=int(config.get("db_port") or 0) or None,
        user=config.get("db_user") or None,
        password=config.get("db_password") or None,
        sslmode=config.get("db_sslmode") or None,
    )


def address() -> ServerAddress:
    """The server to talk to; starts the embedded one when the configuration names no other."""
    outside = outside_address()
    if outside:
        return outside
    from core.db import embedded

    return embedded.ensure()
