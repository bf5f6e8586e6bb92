from core.exceptions import UserError, ValidationError
from core.tests import Form, TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestDelivery(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.customer = cls.env["res.partner"].create({
            "name": "Buyer", "country_id": cls.env.ref("base.vn").id, "zip": "70000"})
        cls.product = cls.env["product.product"].create({
            "name": "Trà", "list_price": 100, "weight": 2.0, "volume": 0.5, "taxes_id": []})
        service = cls.env["product.product"].create({
            "name": "Express", "type": "service", "list_price": 12, "taxes_id": [], "invoice_policy": "order"})
        cls.carrier = cls.env["delivery.carrier"].create({"name": "Express", "product_id": service.id, "delivery_type": "fixed"})
        cls.order = cls.env["sale.order"].create({
            "partner_id": cls.customer.id,
            "order_line": [(0, 0, {"product_id": cls.product.id, "product_uom_qty": 3})]})

    def add(self, carrier=None):
        action = self.order.action_open_delivery_wizard()
        form = Form(self.env["choose.delivery.carrier"].with_context(**action["context"]))
        form.carrier_id = carrier or self.carrier
        form.save().button_confirm()
        return self.order.order_line.filtered("is_delivery")

    def by_rules(self, *rules, **values):
        self.carrier.write({"delivery_type": "base_on_rule", "price_rule_ids": [(5, 0, 0), *((0, 0, rule) for rule in rules)],
                            **values})

    def test_a_fixed_price(self):
        line = self.add()
        self.assertEqual((line.price_unit, self.order.amount_total, self.order.carrier_id), (12.0, 312.0, self.carrier))
        self.assertTrue(self.order.delivery_set)

    def test_the_cost_is_replaced_not_added(self):
        self.add()
        self.carrier.fixed_price = 20
        line = self.add()
        self.assertEqual((len(line), line.price_unit, self.order.amount_total), (1, 20.0, 320.0))

    def test_rules_look_at_the_weight_of_the_order(self):
        self.by_rules({"variable": "weight", "operator": "<=", "max_value": 5, "list_base_price": 10},
                      {"variable": "weight", "operator": ">", "max_value": 5, "list_base_price": 10, "list_price": 1.5,
                       "variable_factor": "weight"}, margin=0.1, fixed_margin=1)
        self.assertEqual(self.order.shipping_weight, 6.0)
        self.assertAlmostEqual(self.add().price_unit, (10 + 1.5 * 6) * 1.1 + 1)

    def test_free_above_an_amount(self):
        self.carrier.write({"free_over": True, "amount": 300})
        line = self.add()
        self.assertEqual(line.price_unit, 0.0)
        self.assertIn("Free Shipping", line.name)
        self.order.order_line.filtered(lambda line: not line.is_delivery).product_uom_qty = 2
        self.assertEqual(self.add().price_unit, 12.0)

    def test_no_rule_for_the_order(self):
        self.by_rules({"variable": "quantity", "operator": "<=", "max_value": 1, "list_base_price": 10})
        rate = self.carrier.rate_shipment(self.order)
        self.assertFalse(rate["success"])
        self.assertIn("Express has no price for this order", rate["error_message"])

    def test_methods_are_offered_where_they_deliver(self):
        other = self.carrier.copy({"country_ids": [(6, 0, self.env.ref("base.us").ids)]})
        south = self.carrier.copy({"zip_prefix_ids": [(0, 0, {"name": "70"})]})
        light = self.carrier.copy({"max_weight": 5})
        carriers = self.carrier | other | south | light
        self.assertEqual(carriers.available_carriers(self.customer, self.order), self.carrier | south)

    def test_tags_of_products(self):
        fragile = self.env["product.tag"].create({"name": "Fragile"})
        careful = self.carrier.copy({"must_have_tag_ids": [(6, 0, fragile.ids)]})
        rough = self.carrier.copy({"excluded_tag_ids": [(6, 0, fragile.ids)]})
        self.assertEqual((careful | rough).available_carriers(self.customer, self.order), rough)
        self.product.product_tag_ids = fragile
        self.assertEqual((careful | rough).available_carriers(self.customer, self.order), careful)
        with self.assertRaisesRegex(ValidationError, "Fragile"):
            careful.excluded_tag_ids = fragile

    def test_other_goods_ask_for_another_price(self):
        self.add()
        with Form(self.order) as form:
            with form.order_line.edit(0) as line:
                line.product_uom_qty = 5
        self.assertTrue(self.order.recompute_delivery_price)

    def test_a_copy_has_no_delivery(self):
        self.add()
        copied = self.order.copy()
        self.assertFalse(copied.delivery_set or copied.carrier_id)

    def test_invoiced_costs_stay(self):
        line = self.add()
        self.order.action_confirm()
        self.order._create_invoices(final=True)
        with self.assertRaisesRegex(UserError, self.order.name):
            self.order.set_delivery_line(self.carrier, 30)
        self.assertEqual(line.price_unit, 12.0)

    def test_the_customers_method_is_proposed(self):
        self.customer.property_delivery_carrier_id = self.carrier
        self.assertEqual(self.order.action_open_delivery_wizard()["context"]["default_carrier_id"], self.carrier.id)

    def test_the_rule_says_what_it_does(self):
        self.by_rules({"variable": "weight", "operator": "<=", "max_value": 5, "list_base_price": 10, "list_price": 2})
        self.assertRegex(self.carrier.price_rule_ids.name, r"if Weight <= 5 then .*10.* \+ .*2.* times Weight")
