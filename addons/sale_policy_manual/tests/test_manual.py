from core.exceptions import UserError
from odoo.addons.sale_stock.tests.common import SaleStockCase


class TestManual(SaleStockCase):
    """Ship now, invoice by hand: the picking at once, the invoice by a button."""

    policy = "manual"

    def test_the_button_creates_the_final_invoice(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.assertEqual((order.picking_ids.mapped("state"), len(order.invoice_ids)), (["assigned"], 0))

        invoice = order.workflow.run("invoice")

        self.assertEqual((invoice.state, invoice.amount_untaxed), ("draft", 200))
        self.deliver(order.picking_ids)
        self.pay(invoice)
        self.assertEqual(self.facts(order), ("full", "invoiced", "paid", True))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_the_button_says_why_it_is_disabled(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.workflow.run("invoice")
        step = next(item for item in order.workflow.available() if item.name == "invoice")
        self.assertFalse(step.enabled)
        with self.assertRaises(UserError):
            order.workflow.run("invoice")
        self.assertEqual(len(order.invoice_ids), 1)

    def test_nothing_is_invoiced_by_itself(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids)
        self.assertFalse(order.invoice_ids)
