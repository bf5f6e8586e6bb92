"""Running the scheduled actions that are due, each in a transaction of its own.

Any number of processes may do this for the same database: an action is locked while it runs, and who comes second
leaves it alone. An action that fails is recorded by the action itself and tried again at its next time.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from core.base.config import config
from core.db import exists, transaction
from core.orm.environment import SUPERUSER_ID, Environment
from core.orm.registry import Registry

_logger = logging.getLogger(__name__)

#: How often a database is asked for due actions.
POLL_SECONDS = 60.0
#: A starting server has better things to do.
FIRST_PAUSE_SECONDS = 10.0

_MODEL = "ir.cron"


def run_due(dbname: str) -> int:
    """Run every due action of a database; returns how many ran."""
    registry = Registry.get(dbname).check_signaling()
    if _MODEL not in registry:
        return 0
    with registry.cursor(readonly=True) as cr:
        due = Environment(cr, SUPERUSER_ID, {})[_MODEL]._due_ids()
    return sum(_run_one(registry, action_id) for action_id in due)


def _run_one(registry: Registry, action_id: int) -> bool:
    def attempt(cr: Any) -> bool:
        action = Environment(cr, SUPERUSER_ID, {})[_MODEL].browse(action_id)
        if not action._acquire():
            return False
        action._run_due()
        return True

    try:
        ran = transaction.run(registry.db_name, attempt)
    except Exception:
        registry.reset_changes()
        _logger.exception("Scheduled action %s of database %s could not be run", action_id, registry.db_name)
        return False
    registry.signal_changes()
    return ran


def served_databases() -> list[str]:
    """The databases named by the configuration; without any, those this process has loaded."""
    named = [name.strip() for name in config["db_name"].split(",") if name.strip()]
    return named or list(Registry.registries)


class Scheduler:
    """Asks the databases again and again, until stopped.

    :param databases: gives the names of the databases to serve, each time anew
    """

    def __init__(self, databases: Callable[[], Iterable[str]] = served_databases) -> None:
        self._databases = databases
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    def run_for_ever(self, first_pause_seconds: float = 0.0) -> None:
        pause = first_pause_seconds
        while not self._stopped.wait(pause):
            for name in self._databases():
                self._serve(name)
            pause = POLL_SECONDS

    def _serve(self, name: str) -> None:
        try:
            if not exists(name):
                return
            run_due(name)
        except Exception:
            _logger.exception("The scheduled actions of database %s could not be run; trying again later", name)


def start_thread() -> Scheduler:
    """Run scheduled actions beside a server of one process."""
    scheduler = Scheduler()
    threading.Thread(
        target=scheduler.run_for_ever, args=(FIRST_PAUSE_SECONDS,), name="scheduler", daemon=True
    ).start()
    return scheduler
