from core.exceptions import UserError

from .common import SaleStockCase


class TestChanges(SaleStockCase):
    """Orders change after they are confirmed; transfers follow."""

    def test_more_ordered_more_to_deliver(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.order_line.product_uom_qty = 15
        self.assertEqual(len(order.picking_ids), 1)
        self.assertEqual(order.picking_ids.move_ids.mapped("product_uom_qty"), [15])
        self.assertEqual(order.picking_ids.move_ids.quantity, 15)
        self.assertBooksAgree(order.order_line.product_id)

    def test_less_ordered_less_to_deliver(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.order_line.product_uom_qty = 6
        self.assertEqual(order.picking_ids.move_ids.mapped("product_uom_qty"), [6])
        self.assertEqual(self.on_shelf(order.order_line.product_id), (100, 6))

    def test_nothing_ordered_nothing_to_deliver(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.order_line.product_uom_qty = 0
        self.assertEqual(order.picking_ids.state, "cancel")
        order.order_line.product_uom_qty = 2
        self.assertEqual(sum(self.open_pickings(order).move_ids.mapped("product_uom_qty")), 2)

    def test_more_after_delivery_is_a_new_transfer(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids)
        order.order_line.product_uom_qty = 12
        self.assertEqual(self.open_pickings(order).move_ids.mapped("product_uom_qty"), [2])
        self.assertNothingTwice(order)

    def test_less_than_delivered_is_refused(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=6)
        with self.assertRaisesRegex(UserError, "delivered already"):
            order.order_line.product_uom_qty = 5
        order.order_line.product_uom_qty = 6
        self.assertEqual(order.delivery_status, "full")

    def test_a_line_added_later_is_delivered_too(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.order_line = [(0, 0, {"product_id": self._goods_of("Muối", 5).id, "product_uom_qty": 1})]
        self.assertEqual(sorted(order.picking_ids.move_ids.mapped("product_uom_qty")), [1, 10])
        self.assertEqual(len(order.picking_ids), 1)

    def test_another_address_redirects_open_deliveries(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        address = self.env["res.partner"].create({"name": "Kho khách", "parent_id": self.partner.id, "type": "delivery"})
        order.partner_shipping_id = address
        self.assertEqual(order.picking_ids.partner_id, address)
