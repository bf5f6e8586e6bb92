"""``odoo.service``: databases and method calls under the names addons import."""

from __future__ import annotations

import importlib
from typing import Any

from psycopg2 import errorcodes

from core.db import create_database, databases, drop_database, exists

#: Errors of the database after which a transaction may be tried again.
PG_CONCURRENCY_ERRORS_TO_RETRY = (
    errorcodes.LOCK_NOT_AVAILABLE, errorcodes.SERIALIZATION_FAILURE, errorcodes.DEADLOCK_DETECTED)

def list_dbs(force: bool = False) -> list[str]:
    return databases()


def db_exist(name: str) -> bool:
    return exists(name)


exp_db_exist = db_exist
exp_list = list_dbs


def exp_drop(name: str) -> bool:
    drop_database(name)
    return True


def exp_create_database(name: str, *_args: Any, **_kwargs: Any) -> bool:
    create_database(name)
    return True


def retrying(func: Any, env: Any) -> Any:
    """Call ``func``; the retry of the whole transaction is the caller's (``core.db.transaction.run``)."""
    result = func()
    env.flush_all()
    return result


def __getattr__(name: str) -> Any:
    """`from odoo.service import server`: the modules beside this one."""
    if name not in ("db", "model", "server"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return importlib.import_module(f"odoo.service.{name}")
