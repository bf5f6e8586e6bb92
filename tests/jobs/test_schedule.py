"""Scheduled actions: each in its own transaction, once, however many processes look."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core.base import clock
from core.db import transaction
from core.jobs import Scheduler, run_due
from core.orm.environment import Environment
from core.orm.registry import Registry


@pytest.fixture
def dbname(new_small_database: Callable[[], str]) -> str:
    name = new_small_database()
    _in(name, lambda env: env["ir.cron"].search([]).write({"active": False}))
    return name


def _in(dbname: str, function: Callable[[Any], Any]) -> Any:
    Registry.get(dbname)
    return transaction.run(dbname, lambda cr: function(Environment(cr, 1, {})))


def _schedule(dbname: str, name: str, code: str, minutes_ago: int = 1) -> int:
    def create(env: Any) -> int:
        return env["ir.cron"].create({
            "name": name, "model_id": env["ir.model"]._get("res.partner").id, "state": "code", "code": code,
            "interval_number": 1, "interval_type": "hours", "nextcall": clock.now() - timedelta(minutes=minutes_ago),
        }).id  # fmt: skip

    return _in(dbname, create)


def _partners(dbname: str, name: str) -> int:
    return _in(dbname, lambda env: env["res.partner"].search_count([("name", "=", name)]))


def test_what_is_due_runs_once(dbname: str) -> None:
    action = _schedule(dbname, "greet", "model.create({'name': 'Scheduled'})")
    _schedule(dbname, "later", "model.create({'name': 'Later'})", minutes_ago=-30)

    assert run_due(dbname) == 1
    assert run_due(dbname) == 0

    assert (_partners(dbname, "Scheduled"), _partners(dbname, "Later")) == (1, 0)
    following = _in(dbname, lambda env: env["ir.cron"].browse(action).nextcall)
    assert timedelta(0) < following - clock.now() <= timedelta(hours=1)


def test_a_failing_action_does_not_stop_the_others(dbname: str) -> None:
    broken = _schedule(dbname, "broken", "model.create({'name': 'Half'})\nmodel.search([])[0].no_such_method()", minutes_ago=5)
    _schedule(dbname, "good", "model.create({'name': 'Good'})")

    run_due(dbname)

    assert (_partners(dbname, "Half"), _partners(dbname, "Good")) == (0, 1)
    assert _in(dbname, lambda env: env["ir.cron"].browse(broken).failure_count) == 1


def test_two_workers_share_the_work(dbname: str) -> None:
    for number in range(6):
        _schedule(dbname, f"job {number}", "model.create({'name': 'Shared'})")
    threads = [threading.Thread(target=run_due, args=(dbname,)) for _worker in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert _partners(dbname, "Shared") == 6


def test_a_database_that_is_gone_does_not_stop_the_scheduler(dbname: str) -> None:
    _schedule(dbname, "greet", "model.create({'name': 'Scheduled'})")
    rounds = iter([["there_is_none", dbname]])

    def databases() -> list[str]:
        names = next(rounds, [])
        scheduler.stop()
        return names

    scheduler = Scheduler(databases)
    scheduler.run_for_ever()

    assert _partners(dbname, "Scheduled") == 1
