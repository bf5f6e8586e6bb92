"""A small trading company and what its people do: the vocabulary of the scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

CLOSED = ("done", "cancel")


class Shop:
    """Factories and actions over one environment. Prices carry no tax, so that amounts can be read off the lines."""

    def __init__(self, env: Any) -> None:
        self.env = env
        self.warehouse = env["stock.warehouse"].search([("company_id", "=", env.company.id)], limit=1)
        self.stock = self.warehouse.lot_stock_id

    # -- what there is

    def customer(self, name: str = "Công ty Hoa Sen") -> Any:
        return self.env["res.partner"].create({"name": name})

    def goods(self, name: str, on_hand: float = 0, price: float = 1.0, **values: Any) -> Any:
        """A product that is counted, with ``on_hand`` pieces on the shelf."""
        product = self.env["product.product"].create({
            "name": name, "type": "consu", "is_storable": True, "list_price": price, "taxes_id": [(6, 0, [])], **values})
        if on_hand:
            self.receive(product, on_hand)
        return product

    def receive(self, product: Any, quantity: float) -> None:
        self.env["stock.quant"].create({
            "product_id": product.id, "location_id": self.stock.id, "inventory_quantity": quantity,
        }).action_apply_inventory()

    def quotation(self, lines: list[tuple], policy: str | bool = False, partner: Any = None, **values: Any) -> Any:
        """Of [(product, quantity)] or [(product, quantity, price)]."""
        return self.env["sale.order"].create({
            "partner_id": (partner or self.customer()).id, "order_policy": policy,
            "order_line": [(0, 0, {"product_id": line[0].id, "product_uom_qty": line[1],
                                   **({"price_unit": line[2]} if len(line) > 2 else {})}) for line in lines], **values})

    def order(self, lines: list[tuple], policy: str | bool = False, **values: Any) -> Any:
        order = self.quotation(lines, policy, **values)
        order.action_confirm()
        return order

    # -- what people do

    def open_pickings(self, order: Any) -> Any:
        return order.picking_ids.filtered(lambda picking: picking.state not in CLOSED)

    def ship(self, pickings: Any, quantity: float | None = None, drop_rest: bool = False) -> None:
        """Validate transfers: all that is reserved, or ``quantity`` of every product; the rest is kept or dropped."""
        pickings.action_assign()
        if quantity is not None:
            for move in pickings.move_ids:
                move.quantity = min(quantity, move.product_uom_qty)
        context = {"skip_backorder": True, "picking_ids_not_to_backorder": pickings.ids if drop_rest else []}
        pickings.with_context(**context).button_validate()

    def take_back(self, picking: Any, quantity: float) -> Any:
        wizard = self.env["stock.return.picking"].create({"picking_id": picking.id})
        for line in wizard.product_return_moves:
            line.quantity = min(quantity, line.move_id.quantity)
        back = wizard._create_return()
        back.button_validate()
        return back

    def invoice(self, order: Any) -> Any:
        """Whatever the policy offers by hand; without a policy the order's own button."""
        if order.order_policy:
            return order.workflow.run("invoice")
        return order._create_invoices(final=True)

    def pay(self, invoices: Any, amount: float | None = None) -> Any:
        """Post what is a draft and pay it, or ``amount`` of it; returns what the dialog answers."""
        drafts = invoices.filtered(lambda move: move.state == "draft")
        if drafts:
            drafts.action_post()
        values = {} if amount is None else {"amount": amount}
        return self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=invoices.ids).create(values).action_create_payments()

    def credit(self, invoice: Any) -> Any:
        """A posted credit note for all of the invoice, matched with it."""
        return invoice._reverse_moves([{"invoice_date": invoice.invoice_date}], cancel=True)

    # -- what there is to see

    def shelf(self, product: Any) -> tuple[float, float]:
        """(on hand, reserved) at the stock location."""
        quants = self.env["stock.quant"].search([("product_id", "=", product.id), ("location_id", "child_of", self.stock.id)])
        return sum(quants.mapped("quantity")), sum(quants.mapped("reserved_quantity"))

    def glance(self, order: Any) -> tuple:
        """The order's statuses: delivery, invoice, payment, done."""
        self.env.flush_all()
        return order.delivery_status, order.invoice_status, order.payment_status, order.is_done

    def ledger(self, moves: Any) -> list[tuple[str, float, float]]:
        """(type of account, debit, credit) of the items of entries."""
        return sorted((line.account_id.account_type, line.debit, line.credit) for line in moves.line_ids if line.account_id)

    def story(self, order: Any) -> list[tuple[str, str, str]]:
        """The chain from confirmation on: (document, event, what it became)."""
        return [(entry.model, entry.name, entry.to_state or "") for entry in order.workflow.chain()]


@contextmanager
def written_statements(env: Any) -> Iterator[list[str]]:
    """The statements of the block that change something."""
    env.flush_all()
    seen: list[str] = []
    original = type(env.cr).run

    def run(cursor: Any, query: Any, params: Any = None) -> Any:
        text = query if isinstance(query, str) else query.code
        if text.split(None, 1)[0].upper() in ("INSERT", "UPDATE", "DELETE", "MERGE"):
            seen.append(text)
        return original(cursor, query, params)

    with patch.object(type(env.cr), "run", run):
        yield seen
        env.flush_all()
