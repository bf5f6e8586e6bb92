from core.exceptions import UserError

from .common import SaleStockCase


class TestDelivery(SaleStockCase):
    """What was delivered is what the moves brought."""

    def test_parts_and_backorder(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4)
        self.assertEqual((order.order_line.qty_delivered, order.delivery_status), (4, "partial"))
        self.deliver(self.open_pickings(order))
        self.assertEqual((order.order_line.qty_delivered, order.delivery_status), (10, "full"))

    def test_dropped_rest_stays_dropped(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4, backorder=False)
        self.assertEqual((order.order_line.qty_delivered, order.delivery_status, len(order.picking_ids)), (4, "full", 1))
        self.assertAtRest(order)

    def test_more_than_ordered_is_refused(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        order.picking_ids.move_ids.quantity = 12
        with self.assertRaisesRegex(UserError, "12 .* would be delivered .* ordered 10"):
            order.picking_ids.button_validate()

    def test_what_nobody_ordered_is_taken_off_the_transfer_again(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        picking = order.picking_ids
        picking.move_ids.copy({"picking_id": picking.id, "sale_line_id": order.order_line.id, "product_uom_qty": 3})
        picking.action_confirm()
        self.assertEqual(sum(picking.move_ids.mapped("product_uom_qty")), 10)

    def test_returned_goods_lower_what_was_delivered(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        picking = order.picking_ids
        self.deliver(picking)
        self.take_back(picking, 3)
        self.assertEqual(order.order_line.qty_delivered, 7)
        self.assertEqual(len(order.picking_ids), 2)
        self.assertAtRest(order)

    def test_dozens_ordered_pieces_moved(self):
        eggs = self.goods("Trứng", on_hand=100, list_price=1)
        order = self.env["sale.order"].create({"partner_id": self.partner.id, "order_line": [
            (0, 0, {"product_id": eggs.id, "product_uom_qty": 3, "product_uom": self.dozen.id})]})
        order.action_confirm()
        self.assertEqual(order.picking_ids.move_ids.product_qty, 36)
        self.deliver(order.picking_ids, quantity=12)
        self.assertEqual(order.order_line.qty_delivered, 1)

    def test_all_at_once(self):
        scarce, plenty = self.goods("Hiếm", list_price=1), self.goods("Nhiều", on_hand=50, list_price=1)
        order = self.confirmed_order([(scarce, 1, 1), (plenty, 1, 1)], picking_policy="one")
        self.assertEqual((order.picking_ids.move_type, order.picking_ids.state), ("one", "confirmed"))

    def test_goods_leave_the_orders_warehouse(self):
        warehouse = self.env["stock.warehouse"].create({"name": "Kho Cần Thơ", "code": "CT"})
        rice = self.goods("Gạo", list_price=1)
        self.count(rice, 5, location=warehouse.lot_stock_id)
        order = self.confirmed_order([(rice, 5, 1)], warehouse_id=warehouse.id)
        self.assertEqual((order.picking_ids.location_id, order.picking_ids.state), (warehouse.lot_stock_id, "assigned"))
        with self.assertRaisesRegex(UserError, "another warehouse"):
            order.warehouse_id = self.warehouse

    def test_a_storekeeper_delivers_what_a_salesperson_sold(self):
        def user(login, *groups):
            return self.env["res.users"].create({"name": login, "login": login, "groups_id": [
                (6, 0, [self.env.ref(group).id for group in groups])]})

        seller, keeper = user("seller", "sales_team.group_sale_salesman"), user("keeper", "stock.group_stock_user")
        rice = self.goods("Gạo", on_hand=10, list_price=1)
        order = self.env["sale.order"].with_user(seller).create({
            "partner_id": self.partner.id, "order_line": [(0, 0, {"product_id": rice.id, "product_uom_qty": 4})]})
        order.action_confirm()
        self.env.flush_all()
        order.picking_ids.with_user(keeper).button_validate()
        self.env.flush_all()
        self.assertEqual(order.with_user(seller).delivery_status, "full")
        invoice = order.with_user(seller)._create_invoices()
        self.assertEqual(invoice.state, "draft")

    def test_price_does_not_depend_on_the_delivery(self):
        order = self.confirmed_order([("Gạo", 10, 20)])
        self.deliver(order.picking_ids, quantity=4)
        self.assertEqual(order.amount_untaxed, 200)

    def test_the_scheduled_date_is_written_with_the_new_delivery(self):
        order = self.env["sale.order"].create({
            "partner_id": self.env["res.partner"].create({"name": "Buyer"}).id,
            "order_line": [(0, 0, {"product_id": self.env["product.product"].create(
                {"name": "Trà", "is_storable": True}).id, "product_uom_qty": 1})]})
        self.env.flush_all()
        order.action_confirm()
        self.env.flush_all()
        self.env.cr.execute("SELECT scheduled_date FROM stock_picking WHERE id = ANY(%s)", [order.picking_ids.ids])
        self.assertEqual(self.env.cr.fetchall(), [(picking.scheduled_date,) for picking in order.picking_ids])
