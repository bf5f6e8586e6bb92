"""A process that trades: ``python -m tests.scenarios.trader ROLE DATABASE [SEED]``.

* ``prepare`` makes the database with the shipping policies and goods;
* ``work`` carries one order after the other from quotation to paid, every step in a transaction of its own as a server
  does, and prints the policy of each finished one; it outlives the loss of the database server;
* ``finish`` takes on where killed workers left off, until no order is open;
* ``check`` prints what is broken and how much there is, as JSON.
"""

from __future__ import annotations

import contextlib
import json
import random
import sys
import time
from collections.abc import Callable
from typing import Any

import psycopg2

from core import SUPERUSER_ID
from core.base.config import config as options
from core.cli import _common
from core.db import transaction
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests.scenarios import invariants
from tests.scenarios.shop import Shop

ADDONS = ["sale_policy_manual", "sale_policy_picking", "sale_policy_postpaid", "sale_policy_prepaid"]
MOST_STEPS = 12


def environment_of_tests() -> dict[str, str]:
    """Environment variables that lead another process to the server the tests use."""
    chosen = {"SEN_DATA_DIR": str(options["data_dir"]), "SEN_MAX_CRON_THREADS": "0"}
    return chosen | {f"SEN_{name.upper()}": str(options[name]) for name in ("db_host", "db_port", "db_user") if options[name]}


def ask(dbname: str, function: Callable[[Shop], Any]) -> Any:
    """In a transaction of its own, with the modules other processes may have installed meanwhile."""
    Registry.get(dbname).check_signaling()
    return transaction.run(dbname, lambda cr: function(Shop(Environment(cr, SUPERUSER_ID, {}))))


def prepare(dbname: str) -> None:
    _common.open_registry(dbname, ADDONS, create=True)
    ask(dbname, stock_up)


def stock_up(shop: Shop) -> None:
    for number in range(3):
        shop.goods(f"Goods {number}", on_hand=100_000, price=9.95 + number, default_code=f"G{number}")


def work(dbname: str, dice: random.Random) -> None:
    while True:
        try:
            print(carry_out_one(dbname, dice), flush=True)
        except psycopg2.Error as error:
            # COMMIT was on its way when the server went: nobody knows whether it happened, so it is not repeated.
            if not isinstance(error, psycopg2.OperationalError | psycopg2.InterfaceError):
                raise
            time.sleep(0.05)


def carry_out_one(dbname: str, dice: random.Random) -> str:
    order_id, policy = ask(dbname, lambda shop: quote(shop, dice))
    ask(dbname, lambda shop: shop.env["sale.order"].browse(order_id).action_confirm())
    carry_on(dbname, order_id)
    return policy or "none"


def quote(shop: Shop, dice: random.Random) -> tuple[int, str | bool]:
    policies = [value for value, _label in shop.env["sale.order"]._fields["order_policy"]._description_selection(shop.env)]
    policy = dice.choice([*policies, False])
    goods = shop.env["product.product"].search([("default_code", "like", "G%")])
    order = shop.quotation([(product, dice.randint(1, 5)) for product in goods], policy, partner=shop.env.company.partner_id)
    return order.id, policy


def carry_on(dbname: str, order_id: int) -> None:
    for _step in range(MOST_STEPS):
        if not ask(dbname, lambda shop: next_step(shop, shop.env["sale.order"].browse(order_id))):
            return
    raise AssertionError(f"order {order_id} does not come to an end")


def next_step(shop: Shop, order: Any) -> bool:
    """Does one thing that is due; False when the order is done."""
    if order.state == "draft":
        order.action_confirm()
    elif drafts := order.invoice_ids.filtered(lambda move: move.state == "draft"):
        drafts.action_post()
    elif owed := order.invoice_ids.filtered(lambda move: move.state == "posted" and move.amount_residual > 0):
        shop.pay(owed[0])
    elif pickings := shop.open_pickings(order):
        shop.ship(pickings)
    elif order.is_done:
        return False
    else:
        shop.invoice(order)
    return True


def finish(dbname: str) -> None:
    open_orders = ask(dbname, lambda shop: shop.env["sale.order"].search([("is_done", "=", False)]).ids)
    for order_id in open_orders:
        carry_on(dbname, order_id)


def check(dbname: str) -> dict[str, Any]:
    def count(shop: Shop) -> dict[str, Any]:
        orders = shop.env["sale.order"].search([])
        return {"orders": len(orders), "done": len(orders.filtered("is_done")), "broken": invariants.broken(shop.env.cr)}

    return ask(dbname, count)


def main(role: str, dbname: str, seed: str = "0") -> None:
    _common.load_rooms()
    if role == "work":
        work(dbname, random.Random(int(seed)))
    elif role == "check":
        print(json.dumps(check(dbname)))
    else:
        {"prepare": prepare, "finish": finish}[role](dbname)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(*sys.argv[1:])
