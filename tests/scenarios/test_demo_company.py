"""The demonstration company: every state under every policy, and books that are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import core
from core.orm.environment import Environment
from core.orm.registry import Registry
from tests import harness
from tests.scenarios import invariants

POLICIES = {"prepaid", "manual", "postpaid", "picking"}
MOBILE = re.compile(r"^(?:\+?84|0)(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}$")


@pytest.fixture(scope="module")
def env() -> Iterator[Any]:
    """The company in a transaction that is rolled back: Vietnam is chosen, then everything is made."""
    name = harness.clone(harness.build_template(["demo_company"], demo=False), "demo")
    with Registry.get(name).cursor() as cr:
        env = Environment(cr, core.SUPERUSER_ID, {})
        env.company._choose_vietnam()
        assert env["demo.company"]._load()
        env.flush_all()
        yield env
        cr.rollback()
    harness.drop(name)


def states(orders: Any) -> set[tuple]:
    return {(order.state, order.delivery_status, order.invoice_status, order.payment_status) for order in orders}


def test_there_is_as_much_as_a_trader_needs_to_look_around(env):
    made = {name: len(env["demo.company"]._all(model, name)) for name, model in (
        ("customer", "res.partner"), ("supplier", "res.partner"), ("product", "product.product"), ("user", "res.users"),
        ("order", "sale.order"), ("packaging", "product.packaging"))}
    assert made == {"customer": 50, "supplier": 9, "product": 63, "user": 5, "order": 92, "packaging": 45}
    customers = env["demo.company"]._all("res.partner", "customer")
    assert len(customers.filtered("is_company")) == 36
    assert len(customers.state_id) >= 25
    assert len(env["demo.company"]._all("product.product", "product").uom_id) >= 8


def test_names_numbers_and_addresses_are_plausible(env):
    partners = env["demo.company"]._all("res.partner", "customer") | env["demo.company"]._all("res.partner", "supplier")
    assert not [partner.vat for partner in partners if partner.vat and partner.l10n_vn_mst_warning]
    assert len([partner for partner in partners if partner.vat]) > 30
    assert all(partner.state_id.country_id == env.ref("base.vn") for partner in partners)
    people = partners.filtered(lambda partner: not partner.is_company)
    assert [partner.phone for partner in people if not MOBILE.match(partner.phone)] == []


@pytest.mark.parametrize("policy", sorted(POLICIES))
def test_every_policy_has_orders_in_every_state(env, policy):
    orders = env["sale.order"].search([("order_policy", "=", policy)])
    assert set(orders.mapped("state")) == {"draft", "sent", "sale", "cancel"}
    assert {"partial", "full"} <= set(orders.mapped("delivery_status"))
    assert {"unpaid", "partial", "paid"} <= set(orders.mapped("payment_status"))
    assert any(orders.mapped("is_done"))
    backordered = orders.filtered(lambda order: order.delivery_status == "partial")
    assert set(backordered.picking_ids.mapped("state")) == {"done", "assigned"}
    refunds = orders.invoice_ids.filtered(lambda move: move.move_type == "out_refund")
    assert set(refunds.mapped("state")) == {"posted"}
    waiting = orders.filtered(lambda order: order.state == "sale" and not order.is_done)
    assert bool(waiting.filtered(lambda order: not order.picking_ids)) == (policy == "prepaid")


def test_some_invoices_are_overdue_and_numbers_follow_dates(env):
    today = core.fields.Date.context_today(env["sale.order"])
    invoices = env["account.move"].search([("move_type", "=", "out_invoice"), ("state", "=", "posted")], order="sequence_number")
    assert invoices.filtered(lambda move: move.amount_residual and move.invoice_date_due < today)
    assert invoices.filtered(lambda move: move.amount_residual and move.invoice_date_due > today)
    days = invoices.mapped("invoice_date")
    assert days == sorted(days)


def test_the_books_are_right(env):
    env.flush_all()
    assert invariants.broken(env.cr) == []


def test_taxes_are_the_rates_of_the_goods(env):
    """The taxes posted are those of the lines, rate by rate, half-up per document."""
    from odoo.addons.l10n_vn.vat_rates import default_rate

    rates = {5.0, default_rate(core.fields.Date.context_today(env["sale.order"])).percent, 10.0}
    moves = env["account.move"].search([("move_type", "=", "out_invoice"), ("state", "=", "posted")])
    lines = moves.invoice_line_ids.filtered("product_id")
    assert set(lines.tax_ids.mapped("amount")) == rates
    for move in moves:
        expected = 0
        for rate in rates:
            base = sum(line.price_subtotal for line in move.invoice_line_ids if line.tax_ids.amount == rate)
            expected += int(base * rate / 100 + 0.5)
        assert move.amount_tax == expected, move.name


@pytest.mark.parametrize("login", ["sales", "manager", "stock", "accountant", "cashier"])
def test_everybody_opens_their_lists(env, login):
    user = env["res.users"].search([("login", "=", login)])
    mine = env(user=user.id)
    models = {"sales": ["sale.order"], "manager": ["sale.order", "product.product"], "stock": ["stock.picking", "stock.quant"],
              "accountant": ["account.move", "account.payment"], "cashier": ["sale.order", "account.move"]}
    for model in models[login]:
        assert mine[model].search_count([]) > 0, model


def test_loading_again_changes_nothing(env):
    before = env["sale.order"].search_count([])
    assert env["demo.company"]._load() is False
    assert env["sale.order"].search_count([]) == before
