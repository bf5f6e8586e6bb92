from odoo.addons.sale_stock.tests.common import SaleStockCase


class TestPostpaid(SaleStockCase):
    """Invoice the order after delivery: the last transfer brings the invoice."""

    policy = "postpaid"

    def test_delivery_brings_the_invoice(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.assertEqual((order.picking_ids.mapped("state"), len(order.invoice_ids)), (["assigned"], 0))

        self.deliver(order.picking_ids)

        self.assertEqual((order.invoice_ids.state, order.invoice_ids.amount_untaxed), ("draft", 200))
        self.pay(order.invoice_ids)
        self.assertEqual(self.facts(order), ("full", "invoiced", "paid", True))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_a_part_does_not(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4)
        self.assertFalse(order.invoice_ids)
        self.deliver(self.open_pickings(order))
        self.assertEqual(order.invoice_ids.amount_untaxed, 200)

    def test_a_dropped_rest_is_not_invoiced(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4, backorder=False)
        self.assertEqual(order.invoice_ids.amount_untaxed, 80)
        self.pay(order.invoice_ids)
        self.assertTrue(order.is_done)
        self.assertAtRest(order)

    def test_what_comes_back_is_credited(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        picking = order.picking_ids
        self.deliver(picking)
        order.invoice_ids.action_post()
        self.take_back(picking, 3)
        refund = order.invoice_ids.filtered(lambda move: move.move_type == "out_refund")
        self.assertEqual((refund.state, refund.amount_untaxed), ("draft", 60))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_a_cancelled_delivery_is_not_invoiced(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.picking_ids.action_cancel()
        self.assertFalse(order.invoice_ids)
