from core.exceptions import UserError
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestShipping(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.product = cls.env["product.product"].create({
            "name": "Trà", "is_storable": True, "list_price": 100, "weight": 2.0, "taxes_id": []})
        stock = cls.env["stock.warehouse"].search([], limit=1).lot_stock_id
        cls.env["stock.quant"]._update_available_quantity(cls.product, stock, 100)
        service = cls.env["product.product"].create({
            "name": "Truck", "type": "service", "list_price": 12, "taxes_id": [], "invoice_policy": "order"})
        cls.carrier = cls.env["delivery.carrier"].create({
            "name": "Truck", "product_id": service.id, "delivery_type": "fixed",
            "tracking_url": "https://example.com/?n=<shipmenttrackingnumber>"})

    def order(self, quantity=3):
        order = self.env["sale.order"].create({
            "partner_id": self.env["res.partner"].create({"name": "Buyer"}).id,
            "order_line": [(0, 0, {"product_id": self.product.id, "product_uom_qty": quantity})]})
        order.set_delivery_line(self.carrier, 12)
        order.action_confirm()
        return order

    def deliver(self, picking, quantity=None):
        if quantity is not None:
            picking.move_ids.quantity = quantity
        picking.move_ids.picked = True
        picking._action_done()

    def test_the_delivery_knows_its_method_and_weight(self):
        picking = self.order().picking_ids
        self.assertEqual((picking.carrier_id, picking.weight, picking.shipping_weight), (self.carrier, 6.0, 6.0))

    def test_another_method_while_the_goods_are_here(self):
        order = self.order()
        other = self.carrier.copy()
        order.set_delivery_line(other, 15)
        self.assertEqual(order.picking_ids.carrier_id, other)

    def test_the_price_is_kept_when_the_goods_leave(self):
        picking = self.order().picking_ids
        self.deliver(picking)
        self.assertEqual(picking.carrier_price, 12.0)

    def test_real_costs_come_to_the_order(self):
        self.carrier.write({"delivery_type": "base_on_rule", "invoice_policy": "real", "price_rule_ids": [(0, 0, {
            "variable": "weight", "operator": ">=", "max_value": 0, "list_price": 2, "variable_factor": "weight"})]})
        order = self.order()
        line = order.order_line.filtered("is_delivery")
        self.assertEqual(line.price_unit, 0.0)
        order.picking_ids.shipping_weight = 7.5
        self.deliver(order.picking_ids)
        self.assertEqual((line.price_unit, order.amount_total), (15.0, 315.0))

    def test_tracking(self):
        picking = self.order().picking_ids
        with self.assertRaisesRegex(UserError, picking.name):
            picking.open_website_url()
        picking.carrier_tracking_ref = "VN1"
        self.assertEqual(picking.open_website_url()["url"], "https://example.com/?n=VN1")
        picking.cancel_shipment()
        self.assertFalse(picking.carrier_tracking_ref)
        with self.assertRaisesRegex(UserError, "no tracking reference"):
            picking.cancel_shipment()
