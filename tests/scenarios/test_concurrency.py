"""Many people at once, killed processes, a killed database server, a module installed while others work.

Nothing here depends on how fast anything is: whatever the order of events, the same must be true at the end.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core import SUPERUSER_ID
from core.base.config import ROOT
from core.base.config import config as options
from core.db import connect, embedded, transaction
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness
from tests.scenarios import invariants, trader
from tests.scenarios.shop import Shop

SESSIONS = 50


def ask(dbname: str, function: Callable[[Shop], Any]) -> Any:
    return transaction.run(dbname, lambda cr: function(Shop(Environment(cr, SUPERUSER_ID, {}))))


def all_at_once(dbname: str, jobs: list[Callable[[Shop], Any]]) -> list[Any]:
    """Every job in a session of its own, all started together; their results, or what they raised."""
    Registry.get(dbname)
    start = threading.Barrier(len(jobs))
    results: list[Any] = [None] * len(jobs)

    def session(number: int) -> None:
        start.wait()
        try:
            results[number] = ask(dbname, jobs[number])
        except BaseException as error:  # noqa: BLE001 – shown by the assertion of the test
            results[number] = error

    threads = [threading.Thread(target=session, args=(number,)) for number in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


# -- many sessions, one product ------------------------------------------------------------------------------------------


@pytest.fixture
def one_product(new_database: Callable[[], str]) -> tuple[str, list[int]]:
    """A database with 30 lamps on the shelf and 50 quotations of one lamp."""
    dbname = new_database()

    def quote(shop: Shop) -> list[int]:
        lamp = shop.goods("Lamp", on_hand=30, price=20, default_code="LAMP")
        return [shop.quotation([(lamp, 1)]).id for _number in range(SESSIONS)]

    return dbname, ask(dbname, quote)


def test_fifty_sessions_order_one_product(one_product):
    """All finish; thirty get a lamp, twenty wait, and the numbers of their invoices have no gap."""
    dbname, order_ids = one_product

    confirmed = all_at_once(dbname, [
        lambda shop, order_id=order_id: shop.env["sale.order"].browse(order_id).action_confirm() for order_id in order_ids])
    assert confirmed == [True] * SESSIONS

    def look(shop: Shop) -> tuple:
        lamp = shop.env["product.product"].search([("default_code", "=", "LAMP")])
        states = shop.env["sale.order"].browse(order_ids).picking_ids.mapped("state")
        return shop.shelf(lamp), states.count("assigned"), states.count("confirmed")

    assert ask(dbname, look) == ((30, 30), 30, 20)
    assert invariants.broken_in(dbname) == []

    def invoice(shop: Shop, order_id: int) -> int:
        move = shop.env["sale.order"].browse(order_id)._create_invoices()
        move.action_post()
        return move.sequence_number

    numbers = all_at_once(dbname, [lambda shop, order_id=order_id: invoice(shop, order_id) for order_id in order_ids])
    assert sorted(numbers) == list(range(min(numbers), min(numbers) + SESSIONS))
    assert invariants.broken_in(dbname) == []


def test_ten_sessions_validate_one_transfer(one_product):
    """One succeeds, the others are told that it was validated already."""
    dbname, order_ids = one_product

    def confirm(shop: Shop) -> int:
        order = shop.env["sale.order"].browse(order_ids[0])
        order.action_confirm()
        return order.picking_ids.id

    picking_id = ask(dbname, confirm)
    results = all_at_once(dbname, [
        lambda shop: shop.env["stock.picking"].browse(picking_id).button_validate() for _number in range(10)])
    assert results.count(True) == 1
    assert all("already" in str(error) for error in results if error is not True)
    assert ask(dbname, lambda shop: shop.shelf(shop.env["product.product"].search([("default_code", "=", "LAMP")]))) == (29, 0)
    assert invariants.broken_in(dbname) == []


# -- killed processes --------------------------------------------------------------------------------------------------------


class Traders:
    """Processes of ``trader`` on one database."""

    def __init__(self, dbname: str, environment: dict[str, str]) -> None:
        self.dbname = dbname
        self.environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])} | environment
        self.working: list[subprocess.Popen[str]] = []

    def _start(self, role: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.scenarios.trader", role, self.dbname, *arguments],
            cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE if role != "work" else None, text=True)

    def do(self, role: str) -> str:
        process = self._start(role)
        output, errors = process.communicate()
        assert process.returncode == 0, errors
        return output

    def hire(self) -> subprocess.Popen[str]:
        self.working.append(self._start("work", str(len(self.working))))
        return self.working[-1]

    def finished(self, worker: subprocess.Popen[str]) -> str:
        """The policy of the next order the worker finishes."""
        assert worker.stdout is not None
        line = worker.stdout.readline().strip()
        assert line, "the worker gave up"
        return line

    def dismiss(self) -> None:
        for process in self.working:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


@pytest.fixture
def own_server() -> Iterator[tuple[Path, Traders]]:
    """A data folder of the test's own with its embedded server, which may be killed; used by other processes only."""
    if options["db_host"]:
        pytest.skip("the embedded server is not what this run tests")
    folder = Path(tempfile.mkdtemp(prefix="sen-kill-", dir="/tmp"))
    folder.chmod(0o755)
    traders = Traders("trade", {"SEN_DATA_DIR": str(folder), "SEN_EMBEDDED_LINGER": "5", "SEN_MAX_CRON_THREADS": "0"})
    try:
        traders.do("prepare")
        yield folder, traders
    finally:
        traders.dismiss()
        _wait_until_stopped(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _state_file(folder: Path) -> Path:
    return (folder / f"postgresql-{embedded.wheel_binaries().major}").resolve() / "server.json"


def _server(folder: Path) -> int:
    """Process id of the running PostgreSQL; waits while it is being started."""
    while True:
        with contextlib.suppress(OSError, ValueError, KeyError):
            return int(json.loads(_state_file(folder).read_text())["server"])
        time.sleep(0.05)


def _wait_until_stopped(folder: Path) -> None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        pids = [int(json.loads(_state_file(folder).read_text())[name]) for name in ("server", "watchdog")]
        while any(Path(f"/proc/{pid}").exists() for pid in pids):
            time.sleep(0.05)


def test_killed_workers_and_a_killed_server_break_nothing(own_server):
    folder, traders = own_server
    first, second = traders.hire(), traders.hire()
    for worker in (first, second):
        traders.finished(worker)

    first.kill()
    traders.finished(second)
    third = traders.hire()
    traders.finished(third)
    assert json.loads(traders.do("check"))["broken"] == []

    for _blow in range(2):
        os.kill(_server(folder), signal.SIGKILL)
        for worker in (second, third):
            traders.finished(worker)
            traders.finished(worker)
        assert json.loads(traders.do("check"))["broken"] == []

    traders.dismiss()
    found = json.loads(traders.do("check"))
    assert found["broken"] == [] and found["orders"] >= 12

    traders.do("finish")
    found = json.loads(traders.do("check"))
    assert (found["broken"], found["done"]) == ([], found["orders"])


# -- a module installed while others work --------------------------------------------------------------------------------------


@pytest.fixture
def without_policies() -> Iterator[str]:
    """Sales and stock, and goods; no shipping policy is installed."""
    name = harness.clone(harness.build_template(["sale_stock"], demo=False), "rolling")
    try:
        ask(name, trader.stock_up)
        Registry.delete(name)
        yield name
    finally:
        harness.drop(name)


def test_workers_go_on_while_a_module_is_installed(without_policies):
    """Two workers trade; a third process installs a policy; both offer it without being started again."""
    traders = Traders(without_policies, trader.environment_of_tests())
    try:
        workers = [traders.hire(), traders.hire()]
        assert [traders.finished(worker) for worker in workers] == ["none", "none"]

        installing = subprocess.run(
            [sys.executable, str(ROOT / "odoo-bin.py"), "module", "install", "-d", without_policies, "sale_policy_prepaid"],
            cwd=ROOT, env=traders.environment, capture_output=True, text=True, check=False)
        assert installing.returncode == 0, installing.stderr

        for worker in workers:
            while traders.finished(worker) != "prepaid":
                pass
    finally:
        traders.dismiss()
    assert invariants.broken_in(without_policies) == []
    with connect(without_policies).cursor() as cr:
        cr.execute("SELECT count(*) FROM sale_order WHERE order_policy = 'prepaid' AND is_done")
        assert cr.fetchone()[0] >= 2
