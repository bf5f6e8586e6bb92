"""The four shipping policies, and an order without one: whole stories, and random schedules of what people may do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.exceptions import UserError
from tests.scenarios import invariants
from tests.scenarios.shop import Shop, written_statements

POLICIES = [False, "prepaid", "manual", "postpaid", "picking"]


@pytest.fixture
def lamps(shop: Shop) -> Any:
    return shop.goods("Lamp", on_hand=50, price=20)


@pytest.fixture
def chairs(shop: Shop) -> Any:
    return shop.goods("Chair", on_hand=8, price=45.5)


def events(shop: Shop, order: Any) -> list[tuple[str, str]]:
    """(event, what it became) of the order itself, oldest first."""
    return [(name, became) for model, name, became in shop.story(order) if model == "sale.order"]


def assert_in_order(happened: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    """The expected events happened, in this order."""
    rest = iter(happened)
    missing = [event for event in expected if event not in rest]
    assert not missing, f"{missing} did not happen in this order: {happened}"


def assert_at_rest(shop: Shop, order: Any) -> None:
    """Settled once, as every commit does, settling again and again writes nothing and tells nothing."""
    order.workflow.settle()
    shop.env.flush_all()
    before = shop.story(order), len(order.picking_ids), len(order.invoice_ids)
    with written_statements(shop.env) as written:
        order.workflow.settle()
        order.workflow.settle()
    assert written == []
    assert (shop.story(order), len(order.picking_ids), len(order.invoice_ids)) == before


# -- stories ----------------------------------------------------------------------------------------------------------


def test_payment_before_delivery(shop, lamps, chairs):
    order = shop.order([(lamps, 10), (chairs, 2)], "prepaid")
    assert (order.amount_untaxed, order.invoice_ids.state, order.invoice_ids.amount_untaxed) == (291, "draft", 291)
    assert (shop.shelf(lamps), shop.shelf(chairs), len(order.picking_ids)) == ((50, 0), (8, 0), 0)

    shop.pay(order.invoice_ids, 100)
    assert (shop.glance(order), len(order.picking_ids)) == ((False, "invoiced", "partial", False), 0)

    shop.pay(order.invoice_ids)
    assert (order.picking_ids.state, shop.shelf(lamps), shop.shelf(chairs)) == ("assigned", (50, 10), (8, 2))

    shop.ship(order.picking_ids)
    assert shop.glance(order) == ("full", "invoiced", "paid", True)
    assert (shop.shelf(lamps), shop.shelf(chairs)) == ((40, 0), (6, 0))
    assert shop.ledger(order.invoice_ids) == [("asset_receivable", 291, 0), ("income", 0, 91), ("income", 0, 200)]
    assert_in_order(events(shop, order), [
        ("confirm", "sale"), ("invoice", ""), ("payment_status", "partial"), ("payment_status", "paid"), ("deliver", ""),
        ("delivery_status", "full"), ("is_done", "True")])
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_ship_now_invoice_by_hand(shop, lamps, chairs):
    order = shop.order([(lamps, 10), (chairs, 2)], "manual")
    assert (order.picking_ids.state, shop.shelf(lamps), len(order.invoice_ids)) == ("assigned", (50, 10), 0)

    shop.ship(order.picking_ids, 4)
    assert (shop.glance(order), shop.shelf(lamps)) == (("partial", "to invoice", "unpaid", False), (46, 6))
    assert order.order_line.mapped("qty_delivered") == [4, 2]
    assert len(order.invoice_ids) == 0

    invoice = shop.invoice(order)
    assert (invoice.state, invoice.amount_untaxed) == ("draft", 291)
    shop.pay(invoice)
    shop.ship(shop.open_pickings(order))
    assert shop.glance(order) == ("full", "invoiced", "paid", True)
    assert_in_order(events(shop, order), [
        ("confirm", "sale"), ("deliver", ""), ("delivery_status", "partial"), ("invoice", ""), ("payment_status", "paid"),
        ("delivery_status", "full"), ("is_done", "True")])
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_invoice_after_delivery(shop, lamps, chairs):
    order = shop.order([(lamps, 10), (chairs, 10)], "postpaid")
    assert (order.picking_ids.state, shop.shelf(chairs)) == ("assigned", (8, 8))

    shop.ship(order.picking_ids)
    assert (order.order_line.mapped("qty_delivered"), len(order.invoice_ids)) == ([10, 8], 0)
    assert shop.open_pickings(order).move_ids.mapped("product_uom_qty") == [2]

    shop.receive(chairs, 5)
    shop.ship(shop.open_pickings(order))
    assert (order.invoice_ids.state, order.invoice_ids.amount_untaxed) == ("draft", 10 * 20 + 10 * 45.5)
    shop.pay(order.invoice_ids)
    assert (shop.glance(order), shop.shelf(chairs)) == (("full", "invoiced", "paid", True), (3, 0))
    assert_in_order(events(shop, order), [
        ("confirm", "sale"), ("deliver", ""), ("delivery_status", "full"), ("invoice", ""), ("payment_status", "paid"),
        ("is_done", "True")])
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_invoice_each_picking(shop, lamps, chairs):
    order = shop.order([(lamps, 10), (chairs, 2)], "picking")
    shop.ship(order.picking_ids, 4)
    first = shop.invoice(order)
    assert (first.amount_untaxed, sorted(first.invoice_line_ids.mapped("quantity"))) == (4 * 20 + 2 * 45.5, [2, 4])
    with pytest.raises(UserError):
        shop.invoice(order)

    shop.ship(shop.open_pickings(order))
    second = shop.invoice(order)
    assert (second.amount_untaxed, order.invoice_ids) == (6 * 20, first + second)
    shop.pay(first)
    assert shop.glance(order) == ("full", "invoiced", "partial", False)
    shop.pay(second)
    assert shop.glance(order) == ("full", "invoiced", "paid", True)
    assert_in_order(events(shop, order), [
        ("confirm", "sale"), ("deliver", ""), ("delivery_status", "partial"), ("invoice", ""), ("delivery_status", "full"),
        ("invoice", ""), ("payment_status", "partial"), ("payment_status", "paid"), ("is_done", "True")])
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_without_a_policy(shop, lamps):
    order = shop.order([(lamps, 10)])
    assert (order.picking_ids.state, len(order.invoice_ids)) == ("assigned", 0)
    shop.ship(order.picking_ids, 4, drop_rest=True)
    assert (shop.glance(order), shop.shelf(lamps)) == (("full", "to invoice", "unpaid", False), (46, 0))
    shop.pay(shop.invoice(order))
    assert shop.glance(order) == ("full", "invoiced", "paid", True)
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_goods_that_come_back_are_credited(shop, lamps):
    order = shop.order([(lamps, 10)], "postpaid")
    delivery = order.picking_ids
    shop.ship(delivery)
    shop.pay(order.invoice_ids)
    shop.take_back(delivery, 3)

    refund = order.invoice_ids.filtered(lambda move: move.move_type == "out_refund")
    assert (refund.state, refund.amount_untaxed, shop.shelf(lamps)) == ("draft", 60, (43, 0))
    assert not order.is_done
    shop.pay(refund)
    assert (shop.glance(order), order.amount_paid) == (("full", "invoiced", "paid", True), 140)
    assert_at_rest(shop, order)
    assert invariants.broken(shop.env.cr) == []


def test_one_chain_leads_from_the_confirmation_to_the_payment(shop, lamps):
    order = shop.order([(lamps, 1)], "prepaid")
    shop.pay(order.invoice_ids)
    shop.ship(order.picking_ids)
    chain = order.workflow.chain()
    assert {entry.model for entry in chain} >= {"sale.order", "account.move", "stock.move"}
    causes = {entry.id: entry.cause_id for entry in chain}
    assert all(cause in causes or not cause for cause in causes.values())
    assert [entry.policy for entry in chain if entry.kind == "step"] == ["sale_policy_prepaid.policy_prepaid"] * 2
    assert {entry.mode for entry in chain if entry.kind == "step"} == {"auto"}


# -- random schedules ---------------------------------------------------------------------------------------------------

ACTIONS = ("ship", "ship_and_drop", "take_back", "invoice", "post", "pay_part", "pay", "overpay", "credit",
           "unpost", "drop_invoice", "cancel", "settle")


class Schedule:
    """One order and what happens to it; a refusal leaves everything as it was."""

    def __init__(self, shop: Shop, policy: str | bool, quantities: list[int]) -> None:
        self.shop = shop
        goods = [shop.goods(f"Goods {number}", on_hand=8, price=7.35 * (number + 1)) for number in range(len(quantities))]
        self.order = shop.order(list(zip(goods, quantities, strict=True)), policy)

    def attempt(self, action: str, number: int) -> None:
        try:
            with self.shop.env.cr.savepoint():
                getattr(self, action)(number)
                self.shop.env.flush_all()
        except UserError:
            self.shop.env.invalidate_all()

    def _invoices(self, *states: str) -> Any:
        return self.order.invoice_ids.filtered(lambda move: move.state in states)

    def _owed(self) -> Any:
        return self._invoices("posted").filtered(lambda move: move.amount_residual > 0)

    def ship(self, number: int) -> None:
        self.shop.ship(self.shop.open_pickings(self.order)[:1], number)

    def ship_and_drop(self, number: int) -> None:
        self.shop.ship(self.shop.open_pickings(self.order)[:1], number, drop_rest=True)

    def take_back(self, number: int) -> None:
        done = self.order.picking_ids.filtered(lambda picking: picking.state == "done" and not picking.return_id)
        if done:
            self.shop.take_back(done[number % len(done)], number)

    def invoice(self, number: int) -> None:
        self.shop.invoice(self.order)

    def post(self, number: int) -> None:
        self._invoices("draft").action_post()

    def pay_part(self, number: int) -> None:
        for invoice in self._owed()[:1]:
            self.shop.pay(invoice, round(invoice.amount_residual / (number + 1), 2) or 0.01)

    def pay(self, number: int) -> None:
        for invoice in self._owed()[:1]:
            self.shop.pay(invoice)

    def overpay(self, number: int) -> None:
        for invoice in self._owed()[:1]:
            self.shop.pay(invoice, invoice.amount_residual + number)

    def credit(self, number: int) -> None:
        posted = self._invoices("posted").filtered(
            lambda move: move.move_type == "out_invoice" and move.payment_state == "not_paid")
        if posted:
            self.shop.credit(posted[number % len(posted)])

    def unpost(self, number: int) -> None:
        self._invoices("posted")[:1].button_draft()

    def drop_invoice(self, number: int) -> None:
        self._invoices("draft")[:1].button_cancel()

    def cancel(self, number: int) -> None:
        if number > 6:
            self.order.action_cancel()

    def settle(self, number: int) -> None:
        assert_at_rest(self.shop, self.order)

    def bring_to_an_end(self) -> None:
        """Everybody does what is left to do."""
        order = self.order
        for _round in range(10):
            self.shop.env.flush_all()
            if order.state != "sale" or order.is_done:
                return
            for product in order.order_line.product_id:
                self.shop.receive(product, 100)
            for action in ("invoice", "post"):
                self.attempt(action, 0)
            for invoice in self._owed():
                self.shop.pay(invoice)
            for picking in self.shop.open_pickings(order):
                self.shop.ship(picking)
            if not any(order.order_line.mapped("qty_delivered")) and not any(order.order_line.mapped("qty_invoiced")):
                self.attempt("cancel", 9)


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=15, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large])
@given(quantities=st.lists(st.integers(1, 9), min_size=1, max_size=2),
       actions=st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 9)), min_size=3, max_size=9))
def test_whatever_people_do(shop: Shop, policy: str | bool, quantities: list[int], actions: list[tuple[str, int]]) -> None:
    """Never over-invoiced, never over-shipped, the books agree after every step, and it always comes to an end."""
    savepoint = shop.env.cr.savepoint()
    try:
        schedule = Schedule(shop, policy, quantities)
        for action, number in actions:
            schedule.attempt(action, number)
            assert invariants.broken(shop.env.cr) == [], f"after {action}"
        schedule.bring_to_an_end()
        assert schedule.order.state == "cancel" or schedule.order.is_done, shop.glance(schedule.order)
        assert invariants.broken(shop.env.cr) == []
        assert_at_rest(shop, schedule.order)
    finally:
        savepoint.close(rollback=True)
