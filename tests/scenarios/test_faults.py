"""What people do by mistake: refused with the record, the reason and what to do – and nothing is half done."""

from __future__ import annotations

from typing import Any

import pytest

from core.base.errors import UserError
from tests.scenarios import invariants
from tests.scenarios.shop import written_statements


class Refusal:
    """``with refused(env, 'S0001', 'already'):`` – the error names these, and the tables stay as they were."""

    def __init__(self, env: Any, *words: str) -> None:
        self.env, self.words = env, words

    def __enter__(self) -> None:
        self.env.flush_all()
        self.savepoint = self.env.cr.savepoint()

    def __exit__(self, kind: Any, error: Any, trace: Any) -> bool:
        self.savepoint.close(rollback=True)
        assert isinstance(error, UserError), f"not refused: {error!r}"
        missing = [word for word in self.words if word not in str(error)]
        assert not missing, f"{missing} not in: {error}"
        assert invariants.broken(self.env.cr) == []
        return True


@pytest.fixture
def refused(env: Any) -> Any:
    return lambda *words: Refusal(env, *words)


@pytest.fixture
def lamps(shop: Any) -> Any:
    return shop.goods("Lamp", on_hand=50, price=20)


def test_confirming_twice(shop, lamps, refused):
    order = shop.order([(lamps, 10)])
    with refused(order.name, "already", "Reload"):
        order.action_confirm()
    assert (len(order.picking_ids), shop.shelf(lamps)) == (1, (50, 10))


def test_confirming_many_of_which_one_is_wrong(shop, lamps, refused):
    good, empty = shop.quotation([(lamps, 1)]), shop.quotation([])
    with refused(empty.name, "has no line", "Add a product"):
        (good + empty).with_user(shop.env.ref("base.user_admin")).action_confirm()
    assert ((good + empty).mapped("state"), shop.shelf(lamps)) == (["draft", "draft"], (50, 0))


def test_validating_a_transfer_twice(shop, lamps, refused):
    picking = shop.order([(lamps, 10)]).picking_ids
    shop.ship(picking)
    with refused(picking.name, "already", "return"):
        picking.button_validate()
    assert shop.shelf(lamps) == (40, 0)


def test_paying_more_than_due_is_the_customers_credit(shop, lamps):
    order = shop.order([(lamps, 10)], "prepaid")
    invoice, customer = order.invoice_ids, order.partner_id
    answer = shop.pay(invoice, 230)
    assert "30.00" in answer["params"]["message"] and customer.name in answer["params"]["message"]
    assert (invoice.payment_state, invoice.amount_residual, customer.credit) == ("paid", 0, -30)
    assert order.payment_status == "paid"

    later = shop.order([(lamps, 1)], "prepaid", partner=customer).invoice_ids
    later.action_post()
    assert [entry["amount"] for entry in later.invoice_outstanding_credits_debits_widget["content"]] == [30]
    later.action_use_outstanding()
    shop.env.invalidate_all()
    assert (later.payment_state, customer.credit) == ("paid", -10)
    assert invariants.broken(shop.env.cr) == []


def test_paying_what_is_paid(shop, lamps, refused):
    invoice = shop.order([(lamps, 10)], "prepaid").invoice_ids
    shop.pay(invoice)
    with refused("nothing left to pay"):
        shop.pay(invoice)


def test_posting_into_a_locked_period(shop, lamps, refused):
    invoice = shop.order([(lamps, 10)], "prepaid").invoice_ids
    invoice.invoice_date = "2020-06-15"
    invoice.company_id.fiscalyear_lock_date = "2020-12-31"
    with refused("2020-06-15", "2020-12-31", "later date"):
        invoice.action_post()
    assert (invoice.state, invoice.name) == ("draft", "/")


def test_deleting_a_posted_invoice(shop, lamps, refused):
    invoice = shop.order([(lamps, 10)], "prepaid").invoice_ids
    invoice.action_post()
    with refused(invoice.name):
        invoice.unlink()
    assert (invoice.exists(), invoice.state, len(invoice.line_ids)) == (invoice, "posted", 2)


def test_deleting_what_is_confirmed(shop, lamps, refused):
    order = shop.order([(lamps, 10)])
    with refused(order.name):
        order.unlink()
    with refused(order.name):
        order.order_line.unlink()
    with refused(f"#{lamps.id}", "Sales Order Line", "Archive"):
        lamps.unlink()


def test_an_order_without_lines(shop, refused):
    order = shop.quotation([])
    with refused(order.name, "has no line", "Add a product"):
        order.with_user(shop.env.ref("base.user_admin")).action_confirm()
    assert (order.state, order.picking_ids.ids) == ("draft", [])


def test_an_unknown_product(shop, lamps, refused):
    order = shop.quotation([(lamps, 1)])
    unknown = shop.env["product.product"].search([], order="id desc", limit=1).id + 1000
    with refused("product.product", str(unknown)):
        order.order_line = [(0, 0, {"product_id": unknown, "product_uom_qty": 1})]
        shop.env.flush_all()
    assert len(order.order_line) == 1


def test_a_line_without_a_product(shop, lamps, refused):
    order = shop.quotation([(lamps, 1)])
    with refused():
        order.order_line = [(0, 0, {"name": "Something", "product_uom_qty": 1})]
        order.action_confirm()
        shop.env.flush_all()
    assert order.state == "draft"


def test_a_discount_over_100_percent(shop, lamps, refused):
    order = shop.quotation([(lamps, 1)])
    with refused("100"):
        order.order_line.discount = 120
        shop.env.flush_all()
    assert (order.order_line.discount, order.amount_untaxed) == (0, 20)


def test_a_refused_button_writes_nothing(shop, lamps):
    order = shop.order([(lamps, 10)])
    with written_statements(shop.env) as written:
        with pytest.raises(UserError):
            order.action_confirm()
        with pytest.raises(UserError):
            order.workflow.run("nonsense")
    assert written == []


def test_cancelling_what_is_invoiced_and_shipped_gives_all_reasons_at_once(shop, lamps, refused):
    order = shop.order([(lamps, 10)], "postpaid")
    shop.ship(order.picking_ids)
    order.invoice_ids.action_post()
    with refused(order.name, order.invoice_ids.name, "credit note", "return"):
        order.action_cancel()
    assert order.state == "sale"
