"""Pages: an order's form and its onchange, as requests in process."""
from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import lxml.html
from werkzeug.test import Client

from bench.harness import Bench
from core.base.config import config

ADDONS = ["sale_stock", "sale_management", "l10n_vn", "sale_policy_prepaid", "sale_policy_manual", "sale_policy_postpaid", "sale_policy_picking"]
PRODUCTS = 5


def main(bench: Bench) -> None:
    from core.modules import operations

    name = bench.database()
    operations.install(name, ADDONS, demo=False)
    before = config.get("db_name")
    config["db_name"] = name
    try:
        _measure(bench, name)
    finally:
        config["db_name"] = before or ""


def _measure(bench: Bench, name: str) -> None:
    salesperson = Salesperson()
    orders = {lines: _order(name, lines) for lines in (5, 200)}
    bench.measure("order form of 5 lines: GET", lambda: salesperson.get(orders[5]), repeat=25, warm_up=5, goal_cpu_ms=8, goal_sql=15)
    bench.measure("order form of 5 lines: onchange of one quantity", salesperson.typing(orders[5]), repeat=15, warm_up=3, goal_cpu_ms=20)
    bench.measure("order form of 200 lines: onchange of one quantity", salesperson.typing(orders[200]), repeat=9, warm_up=2,
                  goal_cpu_ms=150, floor=_read_lines(name, orders[200]), note="floor: the order's lines and taxes read by two statements")


def _order(name: str, lines: int) -> int:
    """A quotation of so many lines; its id."""
    from core.db import transaction
    from core.orm.environment import Environment

    def create(cr: Any) -> int:
        env = Environment(cr, 2, {"lang": "en_US"})
        products = env["product.product"].create([
            {"name": f"Product {number}", "type": "consu", "is_storable": True, "list_price": 10 * number + 5} for number in range(PRODUCTS)])
        return int(env["sale.order"].create({
            "partner_id": env["res.partner"].create({"name": "Customer"}).id,
            "order_line": [(0, 0, {"product_id": products[number % PRODUCTS].id, "product_uom_qty": 2}) for number in range(lines)],
        }).id)
    return int(transaction.run(name, create))


def _read_lines(name: str, order: int) -> Callable[[], None]:
    from core.orm.registry import Registry

    def read() -> None:
        with Registry.get(name).cursor() as cr:
            cr.run("SELECT * FROM sale_order_line WHERE order_id = %s ORDER BY sequence, id", (order,))
            ids = [row[0] for row in cr.fetchall()]
            cr.run("SELECT sale_order_line_id, account_tax_id FROM account_tax_sale_order_line_rel WHERE sale_order_line_id = ANY(%s)", (ids,))
            cr.fetchall()
    return read


class Salesperson:
    """Somebody signed in, whose browser sends what a page holds."""

    def __init__(self) -> None:
        from core.http import application

        self.client = Client(application)
        page = self.client.get("/web/login").text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)
        assert token
        self.client.post("/web/login", data={"login": "admin", "password": "admin", "csrf_token": token[1]})

    def get(self, order: int) -> str:
        answer = self.client.get(f"/app/quotations/{order}")
        assert answer.status_code == 200, answer.status
        return answer.text

    def post(self, order: int, fields: list[tuple[str, str]], action: str) -> str:
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        answer = self.client.post(f"/app/quotations/{order}", data={**data, "__action": action}, headers=self.headers)
        assert answer.status_code == 200, answer.status
        return answer.text

    def typing(self, order: int) -> Callable[[], None]:
        """Types one more into the quantity of the line in the middle, and waits for the answer."""
        page = self.get(order)
        token = re.search(r'id="csrf" value="([^"]+)"', page)
        assert token
        self.headers = {"HX-Request": "true", "X-CSRF-Token": token[1]}
        keys = re.findall(r'<tr class="[^"]*" data-key="(\d+)"', page)
        key = keys[len(keys) // 2]
        quantity = f"order_line.{key}.product_uom_qty"
        page = self.post(order, _fields(page), f"edit:order_line:{key}")
        fields = [(name, value) for name, value in _fields(page) if name != quantity]
        typed = iter(range(3, 1_000))

        def onchange() -> None:
            number = next(typed)
            answer = self.post(order, [*fields, (quantity, str(number))], f"onchange:{quantity}")
            assert f'value="{number}.00"' in answer, "the quantity was not taken over"
        return onchange


def _fields(page: str) -> list[tuple[str, str]]:
    return list(lxml.html.fromstring(f"<body>{page}</body>").get_element_by_id("form").form_values())
