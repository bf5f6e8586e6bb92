"""Pages over HTTP: requests per second on two workers.

The floor answers with a page of the same size, its rows read by hand-written SQL.
"""
from __future__ import annotations

import os
import sys
import threading
from typing import Any

from bench.bench_orders import ADDONS
from bench.bench_rpc import _dsn
from bench.harness import Bench, Row
from bench.load import CLIENTS, WORKERS, Load, running, serving

ORDERS, LINES, CUSTOMERS = 200, 5, 50
CALLS = 200


def main(bench: Bench) -> None:
    name = bench.database()
    ids = _prepare(name)
    with running([sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", "4",
                  "--log-level", "warning", "--factory", "bench.bench_http:floor"], {"BENCH_DSN": _dsn(name)}) as server:
        floors = {path: server.measure(_get(path), calls=CALLS, expected=b"S0") for path in ("/form", "/list")}
    with serving(name) as server:
        cookie = server.sign_in(name)
        path = _path_of_orders(server, cookie)
        forms = [[_get(f"{path}/{id_}", cookie) for id_ in ids[client::CLIENTS]] for client in range(CLIENTS)]
        _add(bench, "order form of 5 lines, whole page", server.measure(forms, calls=CALLS, expected=b"Product 4"), floors["/form"],
             120, p95_ms=60)
        _add(bench, "list of 80 orders, whole page", server.measure(_get(path, cookie), calls=CALLS, expected=b"S00150"),
             floors["/list"], 150)


def _prepare(name: str) -> list[int]:
    """A company with 200 quotations of 5 lines for 50 customers; their ids."""
    from core.modules import operations
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    operations.install(name, ADDONS, demo=False)
    with Registry.get(name).cursor() as cr:
        env = Environment(cr, 2, {"lang": "en_US", "tz": "UTC"})
        customers = env["res.partner"].create([{"name": f"Customer {n}"} for n in range(CUSTOMERS)])
        products = env["product.product"].create([{"name": f"Product {n}", "is_storable": True, "list_price": 10 * n + 5}
                                                  for n in range(LINES)])
        orders = env["sale.order"].create([
            {"partner_id": customers[n % CUSTOMERS].id,
             "order_line": [(0, 0, {"product_id": product.id, "product_uom_qty": 2}) for product in products]}
            for n in range(ORDERS)])
        env["ir.ui.menu"].flush_model()
        cr.commit()
        ids = orders.ids
    Registry.delete(name)
    return ids


def _path_of_orders(server: Any, cookie: str) -> str:
    """Where the menu of quotations leads."""
    import urllib.request
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/app/quotations", headers={"Cookie": cookie})
    with urllib.request.urlopen(request) as answer:
        return str(answer.url).partition(str(server.port))[2]


def _get(path: str, cookie: str = "") -> bytes:
    cookies = f"Cookie: {cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n{cookies}\r\n".encode()


def _add(bench: Bench, name: str, load: Load, floor: Load, goal: float, p95_ms: float | None = None) -> None:
    aim = f" (goal {p95_ms:.0f} ms)" if p95_ms else ""
    note = (f"{load.per_second:,.0f} requests/s (goal {goal:,.0f}), 95 % within {load.p95_ms:.0f} ms{aim}, "
            f"floor {floor.per_second:,.0f} requests/s; CPU of the workers")
    bench.add(Row(name, load.cost, floor.cost, note=note, goal_per_second=goal))


def floor() -> Any:
    """A WSGI function that reads the rows of a page by SQL and answers as many bytes: no framework at all."""
    import psycopg2

    local = threading.local()
    form = ("SELECT o.name, o.date_order, o.amount_total, p.name FROM sale_order o JOIN res_partner p ON p.id = o.partner_id "
            "WHERE o.name = 'S00007'", "SELECT l.name, l.product_uom_qty, l.price_unit, l.price_subtotal FROM sale_order_line l "
            "JOIN sale_order o ON o.id = l.order_id WHERE o.name = 'S00007' ORDER BY l.sequence, l.id")
    list_ = ("SELECT o.name, o.date_order, p.name, o.amount_total, o.state FROM sale_order o JOIN res_partner p "
             "ON p.id = o.partner_id ORDER BY o.date_order DESC, o.id DESC LIMIT 80", "SELECT count(*) FROM sale_order")

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if not hasattr(local, "connection"):
            local.connection = psycopg2.connect(os.environ["BENCH_DSN"])
        with local.connection, local.connection.cursor() as cursor:
            rows = []
            for statement in form if environ["PATH_INFO"] == "/form" else list_:
                cursor.execute(statement)
                rows += cursor.fetchall()
        body = "".join(f"<tr>{''.join(f'<td>{value}</td>' for value in row)}</tr>" for row in rows).encode().ljust(60_000)
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
        return [body]

    return application
