from core.exceptions import UserError
from odoo.addons.sale_stock.tests.common import SaleStockCase


class TestPicking(SaleStockCase):
    """Invoice each picking: one invoice for every delivery, by a button."""

    policy = "picking"

    def test_every_delivery_has_its_invoice(self):
        order = self.confirmed_order([("Gạo", 10, 20), ("Muối", 4, 5)])
        with self.assertRaises(UserError):
            order.workflow.run("invoice")
        self.deliver(order.picking_ids, quantity=4)
        first = order.workflow.run("invoice")
        self.assertEqual(first.amount_untaxed, 4 * 20 + 4 * 5)
        self.deliver(self.open_pickings(order))
        second = order.workflow.run("invoice")
        self.assertEqual(second.amount_untaxed, 6 * 20)
        self.assertEqual(len(order.invoice_ids), 2)
        self.pay(first)
        self.pay(second)
        self.assertEqual(self.facts(order), ("full", "invoiced", "paid", True))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_two_deliveries_invoiced_together_are_two_invoices(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4)
        self.deliver(self.open_pickings(order))
        self.assertEqual(sorted(order.workflow.run("invoice").mapped("amount_untaxed")), [80, 120])

    def test_button_on_the_transfer(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        picking = order.picking_ids
        with self.assertRaisesRegex(UserError, "not done yet"):
            picking.action_create_invoice()
        self.deliver(picking)
        picking.action_create_invoice()
        self.assertEqual((picking.invoice_ids, picking.invoice_ids.amount_untaxed), (order.invoice_ids, 200))
        with self.assertRaisesRegex(UserError, "invoiced already"):
            picking.action_create_invoice()

    def test_what_comes_back_is_credited(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        picking = order.picking_ids
        self.deliver(picking)
        order.workflow.run("invoice").action_post()
        self.take_back(picking, 3)
        refund = order.workflow.run("invoice")
        self.assertEqual((refund.move_type, refund.amount_untaxed), ("out_refund", 60))
        self.assertNothingTwice(order)
