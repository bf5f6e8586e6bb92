"""``odoo-bin.py worker``: run scheduled actions, beside servers with several processes."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Any

import click

from core.base.config import config
from core.cli import _common
from core.cli._common import common_options, database_option


@click.command("worker")
@common_options
@database_option
@click.option("--once", is_flag=True, help="Run what is due now, then stop.")
@click.option("--stop-with", "parent", type=int, hidden=True, help="Stop when this process is gone.")
def command(once: bool, parent: int | None) -> int:
    """Run the scheduled actions of the databases (all, unless -d names some)."""
    from core import db
    from core.jobs import Scheduler, run_due

    _common.set_up_logging()
    _common.load_rooms()

    def databases() -> list[str]:
        named = _common.split_names(config["db_name"]) or db.databases()
        return [name for name in named if db.exists(name) and _common.is_set_up(name)]

    if once:
        for name in databases():
            click.echo(f"{name}: {run_due(name)} scheduled actions", err=True)
        return 0
    scheduler = Scheduler(databases)

    def stop(*_args: Any) -> None:
        scheduler.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if parent:
        threading.Thread(target=_watch, args=(parent, scheduler), daemon=True).start()
    scheduler.run_for_ever(10.0 if parent else 0.0)
    return 0


def _watch(parent: int, scheduler: Any) -> None:
    """A killed server cannot stop its worker: the worker notices."""
    while os.getppid() == parent:
        time.sleep(1)
    scheduler.stop()
