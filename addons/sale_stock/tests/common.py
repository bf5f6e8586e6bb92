from odoo.addons.sale.tests.common import SaleCase
from odoo.addons.stock.tests.common import StockCase


class SaleStockCase(SaleCase, StockCase):
    """Factories for scenarios from quotation to payment.

    Lines are ``(product or name, quantity, price)``; a name creates goods with 100 pieces in stock.
    """

    policy = False

    def confirmed_order(self, lines=(("Laptop", 2, 15_000_000),), policy=None, **values):
        order = self.env["sale.order"].create({
            "partner_id": self.partner.id,
            "order_policy": self.policy if policy is None else policy,
            "order_line": [(0, 0, {"product_id": self._goods_of(line[0], line[2]).id, "product_uom_qty": line[1],
                                   "price_unit": line[2]}) for line in lines],
            **values,
        })
        order.action_confirm()
        return order

    def _goods_of(self, product, price):
        if isinstance(product, str):
            return self.goods(product, on_hand=100, list_price=price, taxes_id=[(6, 0, [])])
        return product

    def deliver(self, pickings, quantity=None, backorder=True):
        """Validate the transfers; ``quantity`` of every move only, the rest kept or dropped."""
        pickings.action_assign()
        if quantity is not None:
            for move in pickings.move_ids:
                move.quantity = quantity
        context = {"skip_backorder": True}
        if not backorder:
            context["picking_ids_not_to_backorder"] = pickings.ids
        pickings.with_context(**context).button_validate()
        self.env.flush_all()

    def take_back(self, picking, quantity):
        """Return ``quantity`` of every product of a done delivery; returns the done return."""
        wizard = self.env["stock.return.picking"].create({"picking_id": picking.id})
        wizard.product_return_moves.write({"quantity": quantity})
        back = wizard._create_return()
        back.button_validate()
        self.env.flush_all()
        return back

    def open_pickings(self, order):
        return order.picking_ids.filtered(lambda picking: picking.state not in ("done", "cancel"))

    def posted(self, order):
        return order.invoice_ids.filtered(lambda move: move.state == "posted")

    def facts(self, order):
        """What a user sees at a glance: delivery, invoice and payment status, done."""
        return (order.delivery_status, order.invoice_status, order.payment_status, order.is_done)

    def assertNothingTwice(self, order):
        """Never more shipped or invoiced than ordered."""
        for line in order.order_line:
            self.assertLessEqual(line.qty_delivered, line.product_uom_qty)
            self.assertLessEqual(line.qty_invoiced, line.product_uom_qty)

    def assertAtRest(self, order):
        """Settling again changes nothing."""
        def counts():
            return (len(order.picking_ids), len(order.picking_ids.move_ids), len(order.invoice_ids), self.facts(order))

        before = counts()
        order.workflow.settle()
        order.workflow.settle()
        self.assertEqual(counts(), before)
