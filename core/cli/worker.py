"""``odoo-bin.py worker``: run scheduled actions, beside servers with several processes."""

from __future__ import annotations

import signal
from typing import Any

import click

from core.base.config import config
from core.cli import _common
from core.cli._common import common_options, database_option


@click.command("worker")
@common_options
@database_option
@click.option("--once", is_flag=True, help="Run what is due now, then stop.")
@click.option("--beside-server", is_flag=True, hidden=True, help="Stop when the process that started this one is gone.")
def command(once: bool, beside_server: bool) -> int:
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
    if beside_server:
        _common.stop_with_parent()
    scheduler.run_for_ever(10.0 if beside_server else 0.0)
    return 0
