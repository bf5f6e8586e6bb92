"""Northwind's 830 orders, imported from its files, go from quotation to paid.

The figures come from the files themselves: each line rounded half-up to cents, freight left out, no taxes.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

import core
from core.base.config import ROOT
from core.data.table_import import ImportRefused, import_tables
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness
from tests.scenarios import invariants
from tests.scenarios.trader import environment_of_tests

FILES = ROOT / "tests" / "data" / "northwind"
MAPPINGS = ROOT / "config" / "import" / "northwind"
NAMES = ("categories", "customers", "products", "orders", "order-details")


@pytest.fixture(scope="module")
def neutral_database() -> Iterator[str]:
    """Sales and stock in a company in USD, without a country's chart of accounts and without demo data."""
    name = harness.clone(harness.build_template(["sale_stock"], demo=False), "northwind")
    yield name
    harness.drop(name)


@pytest.fixture
def env(neutral_database: str) -> Iterator[Any]:
    with Registry.get(neutral_database).cursor() as cr:
        yield Environment(cr, core.SUPERUSER_ID, {})
        cr.rollback()
    Registry.get(neutral_database).clear_all_caches()


def files(folder: Path = FILES) -> list[Path]:
    return [folder / f"{name}.csv" for name in NAMES]


def rows(name: str) -> list[dict[str, str]]:
    with open(FILES / f"{name}.csv", encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def revenue_of_the_files() -> Decimal:
    cent = Decimal("0.01")
    return sum(
        (Decimal(line["unitPrice"]) * Decimal(line["quantity"]) * (1 - Decimal(line["discount"]))).quantize(cent, ROUND_HALF_UP)
        for line in rows("order-details")
    )


def query(env: Any, text: str) -> list[tuple]:
    env.flush_all()
    env.cr.execute(text)
    return env.cr.fetchall()


def test_everything_is_imported(env):
    counts = import_tables(env, MAPPINGS, files())
    assert counts == {"product.category": 8, "res.partner": 91, "product.template": 77, "stock.quant": 77, "sale.order": 830}
    lines = env["sale.order.line"].search([])
    assert len(lines) == 2155
    assert round(sum(lines.mapped("price_subtotal")), 2) == float(revenue_of_the_files()) == 1265793.29

    order = env.ref("northwind.order_10250")
    assert (str(order.date_order), order.partner_id) == ("1996-07-08 00:00:00", env.ref("northwind.customer_HANAR"))
    assert order.currency_id == env.ref("base.USD")
    assert [(line.product_id.default_code, line.product_uom_qty, line.price_unit, line.discount) for line in order.order_line] == [
        ("41", 10, 7.7, 0), ("51", 35, 42.4, 15), ("65", 15, 16.8, 15)]
    assert not lines.tax_id
    assert env.ref("northwind.customer_BONAP").street == "12, rue des Bouchers"
    assert env.ref("northwind.customer_AROUT").country_id == env.ref("base.uk")
    chai = env.ref("northwind.product_1").product_variant_id
    ordered = sum(int(line["quantity"]) for line in rows("order-details") if line["productID"] == "1")
    assert chai.qty_available == 39 + ordered


def test_importing_again_changes_nothing(env):
    import_tables(env, MAPPINGS, files()[:2])
    before = query(env, "SELECT count(*) FROM res_partner")
    import_tables(env, MAPPINGS, files()[:2])
    assert query(env, "SELECT count(*) FROM res_partner") == before


def test_one_bad_cell_and_nothing_is_imported(env, tmp_path):
    for path in files():
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("10249,TOMSP", "10249,NOONE"), encoding="utf-8")
    with pytest.raises(ImportRefused) as refused:
        import_tables(env, MAPPINGS, files(tmp_path))
    [problem] = refused.value.problems
    assert (problem.file, problem.row, problem.column) == ("orders.csv", 3, "customerID")
    assert not env["sale.order"].search([])
    assert not env["res.partner"].search([("ref", "=", "ALFKI")])


@pytest.fixture
def imported_by_command() -> Iterator[str]:
    """A neutral database into which ``odoo-bin.py import`` brought everything."""
    name = harness.clone(harness.build_template(["sale_stock"], demo=False), "northwind")
    try:
        subprocess.run([sys.executable, str(ROOT / "odoo-bin.py"), "import", "-d", name, "-m", str(MAPPINGS), str(FILES)],
                       env=os.environ | environment_of_tests(), check=True)
        yield name
    finally:
        harness.drop(name)


def test_all_orders_from_quotation_to_paid(imported_by_command):
    """Every document has its order's date; each step is one call for all orders, committed as people would."""

    def step(function: Callable[[Any], Any]) -> Any:
        with Registry.get(imported_by_command).cursor() as cr:
            return function(Environment(cr, core.SUPERUSER_ID, {}))

    def orders(env: Any) -> Any:
        return env["sale.order"].search([], order="id")

    def invoices(env: Any) -> Any:
        return env["account.move"].search([("move_type", "=", "out_invoice")])

    assert step(lambda env: len(orders(env))) == 830
    ordered_on = step(lambda env: {order.name: order.date_order.date() for order in orders(env)})
    step(lambda env: orders(env).action_confirm())
    assert step(lambda env: set(orders(env).picking_ids.mapped("state"))) == {"assigned"}

    step(lambda env: orders(env).picking_ids.button_validate())
    assert step(lambda env: pieces(env, "internal")) == 3119
    assert step(lambda env: pieces(env, "customer")) == 51317

    def invoice(env: Any) -> None:
        for move in orders(env)._create_invoices(grouped=True):
            move.invoice_date = ordered_on[move.invoice_origin]

    step(invoice)
    step(lambda env: invoices(env).action_post())

    def pay(env: Any) -> None:
        register = env["account.payment.register"].with_context(active_model="account.move", active_ids=invoices(env).ids)
        register.create({"group_payment": False}).action_create_payments()

    step(pay)

    def look(env: Any) -> None:
        assert len(orders(env)) == len(invoices(env)) == 830
        assert set(invoices(env).mapped("payment_state")) == {"paid"}
        assert set(orders(env).mapped("invoice_status")) == {"invoiced"}
        assert all(orders(env).mapped("is_done"))
        balances = invariants.trial_balance(env.cr)
        assert balances["income"] == -1265793.29
        assert (round(sum(balances.values()), 2), balances.get("asset_receivable", 0)) == (0, 0)
        years = env["account.move"]._read_group([("move_type", "=", "out_invoice")], ["invoice_date:year"], ["__count"])
        assert [count for _year, count in years] == [152, 408, 270]
        assert invariants.broken(env.cr) == []

    step(look)


def pieces(env: Any, usage: str) -> float:
    """What lies in the locations of this usage."""
    return sum(env["stock.quant"].search([("location_id.usage", "=", usage)]).mapped("quantity"))
