from .common import SaleStockCase


class TestNoPolicy(SaleStockCase):
    """Without a policy: deliver on confirmation, invoice by hand, as in Odoo."""

    def test_the_whole_way(self):
        order = self.confirmed_order([("Laptop", 2, 15_000_000), ("Chuột", 3, 200_000)])
        self.assertEqual(order.picking_ids.mapped("state"), ["assigned"])
        self.assertEqual(self.facts(order), ("pending", "to invoice", "unpaid", False))

        self.deliver(order.picking_ids)
        self.assertEqual(order.order_line.mapped("qty_delivered"), [2, 3])
        self.assertEqual(order.delivery_status, "full")

        invoice = order._create_invoices()
        self.assertEqual(invoice.amount_untaxed, 30_600_000)
        self.pay(invoice)
        self.assertEqual(self.facts(order), ("full", "invoiced", "paid", True))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_confirming_delivers_at_once_for_addons_to_see(self):
        seen = []
        orders = type(self.env["sale.order"])
        original = orders._action_confirm

        def spy(order):
            result = original(order)
            seen.append((order.state, len(order.picking_ids)))
            return result

        self.patch(orders, "_action_confirm", spy)
        self.confirmed_order()
        self.assertEqual(seen, [("sale", 1)])

    def test_services_need_no_delivery(self):
        service = self.product("Tư vấn", 500)
        order = self.confirmed_order([(service, 1, 500)])
        self.assertFalse(order.picking_ids)
        self.pay(order._create_invoices())
        self.assertTrue(order.is_done)

    def test_cancelling_cancels_the_delivery(self):
        order = self.confirmed_order()
        picking = order.picking_ids
        order.action_cancel()
        self.assertEqual((order.state, picking.state), ("cancel", "cancel"))
        order.action_draft()
        order.action_confirm()
        self.assertEqual(sorted(order.picking_ids.mapped("state")), ["assigned", "cancel"])

    def test_a_delivered_order_cannot_be_cancelled(self):
        order = self.confirmed_order()
        self.deliver(order.picking_ids)
        with self.assertRaisesRegex(Exception, "return"):
            order.action_cancel()
        self.assertEqual(order.state, "sale")

    def test_history_tells_the_whole_story(self):
        order = self.confirmed_order()
        self.deliver(order.picking_ids)
        self.pay(order._create_invoices())
        told = [(entry.name, entry.to_state) for entry in order.workflow.history()]
        for event in (("confirm", "sale"), ("delivery_status", "full"), ("invoice_status", "invoiced"),
                      ("payment_status", "paid"), ("is_done", "True")):
            self.assertIn(event, told)
