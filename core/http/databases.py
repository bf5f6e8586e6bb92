"""Which databases this server answers for."""

from __future__ import annotations

import re
import threading
import time
from typing import Any

from core.base.config import config

#: How long a list of names is good for checking one of them; a name not in it is looked up at once.
_GOOD_FOR_SECONDS = 2.0

_lock = threading.Lock()
_known: tuple[float, list[str]] = (0.0, [])


def allowed_databases(host: str = "") -> list[str]:
    """Databases whose pages this server shows: those of `-d`, else all that match the database filter."""
    return _named() or filtered(_names(), host)


def listed_databases(host: str = "") -> list[str]:
    """What programs are told: all our databases on the server that match the database filter, as they are now."""
    return filtered(_names(fresh=True), host)


def is_reachable(name: Any, host: str = "") -> bool:
    """Whether programs may sign in to this database. Like Odoo, `-d` restricts pages only, the filter everything."""
    if not isinstance(name, str) or not name:
        return False
    if not config.get("dbfilter") and name in _named():
        return True
    # A name once seen is believed: should the database be gone meanwhile, connecting to it says so.
    return name in filtered([name], host) and (name in _known[1] or name in _names(fresh=True))


def forget_names() -> None:
    """A database was made, renamed or dropped here."""
    global _known
    _known = (0.0, [])


def filtered(names: list[str], host: str) -> list[str]:
    """Those names that match `dbfilter`: `%h` is the host, `%d` its first part without `www`."""
    pattern = config.get("dbfilter")
    if not pattern:
        return names
    full = host.split(":")[0]
    domain = full.removeprefix("www.").split(".")[0]
    expression = re.compile(pattern.replace("%h", re.escape(full)).replace("%d", re.escape(domain)))
    return [name for name in names if expression.match(name)]


def _named() -> list[str]:
    return [name.strip() for name in str(config.get("db_name") or "").split(",") if name.strip()]


def _names(fresh: bool = False) -> list[str]:
    global _known
    from core import db

    read_at, names = _known
    if fresh or time.monotonic() - read_at > _GOOD_FOR_SECONDS or not names:
        with _lock:
            names = db.databases()
            _known = (time.monotonic(), names)
    return names
