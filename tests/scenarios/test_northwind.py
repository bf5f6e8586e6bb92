"""Northwind's 830 orders, imported from its files, go from quotation to paid.

The figures come from the files themselves: each line rounded half-up to cents, freight left out, no taxes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
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


def test_all_orders_from_quotation_to_paid(env):
    import_tables(env, MAPPINGS, files())
    orders = env["sale.order"].search([], order="id")
    orders.action_confirm()
    assert set(orders.picking_ids.mapped("state")) == {"assigned"}

    orders.picking_ids.button_validate()
    assert set(orders.picking_ids.mapped("state")) == {"done"}
    in_stock = query(env, "SELECT sum(quantity) FROM stock_quant q JOIN stock_location l ON l.id = q.location_id WHERE l.usage = 'internal'")
    left = query(env, "SELECT sum(quantity) FROM stock_quant q JOIN stock_location l ON l.id = q.location_id WHERE l.usage = 'customer'")
    assert (in_stock, left) == ([(3119,)], [(51317,)])

    invoices = orders._create_invoices()
    invoices.action_post()
    register = env["account.payment.register"].with_context(active_model="account.move", active_ids=invoices.ids)
    register.create({"group_payment": False}).action_create_payments()
    assert set(invoices.mapped("payment_state")) <= {"paid", "in_payment"}
    assert set(orders.mapped("invoice_status")) == {"invoiced"}

    posted = "FROM account_move_line l JOIN account_move m ON m.id = l.move_id JOIN account_account a ON a.id = l.account_id WHERE m.state = 'posted'"
    assert query(env, f"SELECT sum(l.balance) {posted}") == [(0,)]
    assert query(env, f"SELECT -sum(l.balance) {posted} AND a.account_type = 'income'") == [(1265793.29,)]
    assert query(env, f"SELECT sum(l.amount_residual) {posted} AND a.account_type = 'asset_receivable'") == [(0,)]
