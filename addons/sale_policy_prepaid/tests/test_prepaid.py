from odoo.addons.sale_stock.tests.common import SaleStockCase


class TestPrepaid(SaleStockCase):
    """Payment before delivery: the picking waits for the money."""

    policy = "prepaid"

    def test_picking_appears_when_the_invoice_is_paid(self):
        order = self.confirmed_order([("Laptop", 2, 15_000_000)])
        self.assertEqual(order.invoice_ids.mapped("state"), ["draft"])
        self.assertEqual(order.invoice_ids.amount_untaxed, 30_000_000)
        self.assertFalse(order.picking_ids)

        self.pay(order.invoice_ids)

        self.assertEqual(order.picking_ids.mapped("state"), ["assigned"])
        self.deliver(order.picking_ids)
        self.assertEqual(self.facts(order), ("full", "invoiced", "paid", True))
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_part_of_the_money_is_not_enough(self):
        order = self.confirmed_order([("Laptop", 2, 15_000_000)])
        order.invoice_ids.action_post()
        self.pay(order.invoice_ids, 10_000_000)
        self.assertEqual((order.payment_status, len(order.picking_ids)), ("partial", 0))
        self.pay(order.invoice_ids)
        self.assertEqual((order.payment_status, len(order.picking_ids)), ("paid", 1))

    def test_refund_before_picking(self):
        order = self.confirmed_order([("Laptop", 2, 15_000_000)])
        order.invoice_ids.action_post()
        self.credit(order.invoice_ids)
        self.assertFalse(order.picking_ids)
        self.assertEqual(order.amount_paid, 0)
        order.action_cancel()
        self.assertEqual(order.state, "cancel")

    def test_products_invoiced_on_delivery_are_prepaid_too(self):
        rice = self.goods("Gạo", on_hand=10, list_price=20, invoice_policy="delivery", taxes_id=[(6, 0, [])])
        order = self.confirmed_order([(rice, 5, 20)])
        self.assertEqual(order.invoice_ids.amount_untaxed, 100)

    def test_what_is_added_later_is_invoiced_and_paid_first(self):
        order = self.confirmed_order([("Gạo", 5, 20)])
        self.pay(order.invoice_ids)
        order.order_line.product_uom_qty = 8
        self.assertEqual(sorted(order.invoice_ids.mapped("amount_untaxed")), [60, 100])
        self.assertEqual(sum(order.picking_ids.move_ids.mapped("product_uom_qty")), 5)
        self.pay(order.invoice_ids.filtered(lambda move: move.state == "draft"))
        self.assertEqual(sum(order.picking_ids.move_ids.mapped("product_uom_qty")), 8)
        self.assertNothingTwice(order)
        self.assertAtRest(order)

    def test_status_bar_shows_payment_before_picking(self):
        order = self.confirmed_order()
        names = [item["name"] for item in order.workflow.progress()]
        self.assertLess(names.index("payment_status"), names.index("delivery_status"))
