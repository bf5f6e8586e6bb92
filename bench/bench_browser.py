"""In Chromium: what travels for the first page after signing in, and how long a click takes until the list is painted.

Bytes are what the network transferred, headers included, with an empty cache. The click is measured inside the page, from
the event to the second animation frame after the answer was laid over the page.
"""
from __future__ import annotations

import shutil
import statistics
from typing import Any

from bench.harness import Bench, Cost, Row
from bench.load import serving

ADDONS = ["sale_stock", "sale_policy_prepaid", "l10n_vn"]
ORDERS = 80
CLICKS = 9
GOAL_FIRST_KIB = 150
GOAL_CLICK_MS = 200
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

_CLICK = """(address) => new Promise((done) => {
  const begin = performance.now();
  document.addEventListener("htmx:afterSettle", () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin))), {once: true});
  document.querySelector(`a[href="${address}"]`).click();
})"""


def main(bench: Bench) -> None:
    if not _CHROMIUM:
        print("Chromium is not installed (apt install chromium): nothing is measured.")
        return
    from playwright.sync_api import sync_playwright

    name = bench.database()
    _fill(name)
    with serving(name) as server, sync_playwright() as playwright:
        address = f"http://127.0.0.1:{server.port}"
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        transferred = _count_bytes(page)
        _sign_in(page, address)
        page.wait_for_load_state("networkidle")
        kib = sum(transferred) / 1024
        bench.add(Row("first load: sign-in page and first page after it", Cost(kib, 0, 0), goal_cpu_ms=GOAL_FIRST_KIB, unit="KiB",
                      note=f"{len(transferred)} requests"))
        clicks = [_click(page, address) for _round in range(CLICKS)]
        bench.add(Row(f"click to painted list of {ORDERS} orders", Cost(statistics.median(clicks), 0, statistics.median(clicks)),
                      goal_cpu_ms=GOAL_CLICK_MS, unit="ms wall", note=f"slowest {max(clicks):.0f} ms"))
        browser.close()


def _fill(name: str) -> None:
    from core.modules import operations
    from core.orm.environment import Environment
    from core.orm.registry import Registry

    operations.change(name, install=ADDONS, demo=True)
    with Registry.get(name).cursor() as cr:
        env = Environment(cr, 1, {})
        order = env["sale.order"].search([("order_line", "!=", False)], limit=1)
        for _number in range(ORDERS):
            order.copy()


def _count_bytes(page: Any) -> list[float]:
    """A list that grows by the size of every answer the page receives."""
    transferred: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: transferred.append(event["encodedDataLength"]))
    return transferred


def _sign_in(page: Any, address: str) -> None:
    page.goto(f"{address}/web/login")
    page.fill("#login", "admin")
    page.fill("#password", "admin")
    page.click("button.btn-primary")
    page.wait_for_url("**/app")


def _click(page: Any, address: str) -> float:
    """Milliseconds from the click on the app to its painted list."""
    page.goto(f"{address}/app")
    page.wait_for_load_state("networkidle")
    elapsed = float(page.evaluate(_CLICK, "/app/quotations"))
    if page.locator("tbody tr[data-id]").count() < ORDERS:
        raise RuntimeError("The list did not show all orders")
    return elapsed
