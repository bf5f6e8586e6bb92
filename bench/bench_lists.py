"""Lists over the application: a page of 80 orders, grouped, as cards; what typing offers; an export."""
from __future__ import annotations

import re
from typing import Any

from bench.harness import Bench
from core.base.config import config

ORDERS = 500
EXPORTED = 10_000
HTMX = {"HX-Request": "true"}


def main(bench: Bench) -> None:
    name = bench.database()
    _prepare(name)
    before, config["db_name"] = config["db_name"], name
    try:
        _pages(bench, _signed_in())
        _export(bench, name)
    finally:
        config["db_name"] = before


def _prepare(name: str) -> None:
    """Orders of 50 customers over two years."""
    from core.modules import operations
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    operations.install(name, ["sale_stock"], demo=False)
    with Registry.get(name).cursor() as cr:
        env = Environment(cr, 2, {"lang": "en_US", "tz": "UTC"})
        customers = env["res.partner"].create([{"name": f"Customer {number}"} for number in range(50)])
        env["sale.order"].create([{"partner_id": customers[number % 50].id} for number in range(ORDERS)])
        env.flush_all()
        cr.execute("UPDATE sale_order SET date_order = date_order - (id % 700) * interval '1 day', amount_total = id * 10")


def _signed_in() -> Any:
    from werkzeug.test import Client

    from core.http import application

    client = Client(application)
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/web/login").text)
    assert token
    answer = client.post("/web/login", data={"login": "admin", "password": "admin", "csrf_token": token.group(1)})
    assert answer.status_code == 303, answer.text
    return client


def _pages(bench: Bench, client: Any) -> None:
    def get(path: str, times: int = 20) -> Any:
        def work() -> None:
            for _time in range(times):
                answer = client.get(path, headers=HTMX)
                assert answer.status_code == 200, answer.text
        return work

    pages = [
        ("list of 80 orders, the page", "/app/quotations?s=1", 8),
        ("list of 80 orders, searched and sorted", "/app/quotations?s=1&find=partner_id:Customer&sort=amount_total desc", 9),
        ("orders grouped by customer and month", "/app/quotations?s=1&group=partner_id&group=date_order:month", 9),
        ("orders as cards in columns", "/app/quotations?s=1&view=kanban&group=state", 9),
        ("what typing in the search box offers", "/app/quotations?s=1&__part=suggest&__text=cust", 3),
    ]
    for title, path, goal in pages:
        bench.measure(title, get(path), per=20, goal_cpu_ms=goal)


def _export(bench: Bench, name: str) -> None:
    from core.orm.environment import Environment
    from core.orm.registry import Registry
    from odoo.addons.web.export_page import export_file

    with Registry.get(name).cursor() as cr:
        env = Environment(cr, 2, {"lang": "en_US", "tz": "UTC"})
        partners = env["res.partner"].create([{"name": f"Exported {number}", "color": number} for number in range(EXPORTED)])
        env.flush_all()
        fields = ["name", "color", "create_date", "country_id/code", "user_id"]
        for kind in ("xlsx", "csv"):
            bench.measure(f"export of {EXPORTED} partners, 5 columns, {kind}, per 1000 rows",
                          lambda kind=kind: export_file(partners, partners.ids, fields, kind).close(), repeat=3, per=EXPORTED // 1000, goal_cpu_ms=150)
        cr.rollback()
