from core.exceptions import UserError, ValidationError
from core.tests import Form

from .common import SaleCase


class TestPrices(SaleCase):
    """What a line costs, and what the document adds up to."""

    def test_price_tax_and_total(self):
        order = self.order((self.product("Bàn", 250, self.tax), 2), (self.product("Ghế", 99.5, self.tax), 3))
        self.assertEqual(order.order_line.mapped("price_subtotal"), [500, 298.5])
        self.assertEqual((order.amount_untaxed, order.amount_tax, order.amount_total), (798.5, 79.85, 878.35))

    def test_tax_is_rounded_as_the_company_says(self):
        # 3 × 10.05 at 10 %: per line 1.01 + 1.01 + 1.01, per document 3.02
        product = self.product("Bút", 10.05, self.tax)
        self.company.tax_calculation_rounding_method = "round_globally"
        self.assertEqual(self.order(*[(product, 1)] * 3).amount_tax, 3.02)
        self.company.tax_calculation_rounding_method = "round_per_line"
        self.assertEqual(self.order(*[(product, 1)] * 3).amount_tax, 3.03)

    def test_discount(self):
        order = self.order((self.product("Bàn", 200), 2, {"discount": 12.5}))
        self.assertEqual(order.amount_total, 350)

    def test_discount_over_100_percent_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "at most 100"):
            self.order((self.product("Bàn", 200), 2, {"discount": 101}))

    def test_pricelist_rule_gives_the_price(self):
        product = self.product("Bàn", 200)
        pricelist = self.env["product.pricelist"].create({
            "name": "Sỉ", "item_ids": [(0, 0, {"compute_price": "fixed", "fixed_price": 150, "applied_on": "3_global",
                                               "min_quantity": 10})]})
        order = self.order((product, 2), (product, 10), pricelist_id=pricelist.id)
        self.assertEqual(order.order_line.mapped("price_unit"), [200, 150])

    def test_percentage_rule_shows_its_discount(self):
        pricelist = self.env["product.pricelist"].create({
            "name": "Đại lý", "item_ids": [(0, 0, {"compute_price": "percentage", "percent_price": 10,
                                                   "applied_on": "3_global"})]})
        self.env.user.groups_id += self.env.ref("sale.group_discount_per_so_line")
        order = self.order((self.product("Bàn", 200), 1), pricelist_id=pricelist.id)
        self.assertEqual((order.order_line.price_unit, order.order_line.discount, order.amount_total), (200, 10, 180))

    def test_a_typed_price_stays(self):
        order = self.order((self.product("Bàn", 200), 1, {"price_unit": 180}))
        self.assertEqual(order.order_line.price_unit, 180)
        order.order_line.product_uom_qty = 3
        self.assertEqual((order.order_line.price_unit, order.amount_total), (180, 540))

    def test_form_computes_while_typing(self):
        product = self.product("Bàn", 200, self.tax)
        form = Form(self.env["sale.order"])
        form.partner_id = self.partner
        with form.order_line.new() as line:
            line.product_id = product
            line.product_uom_qty = 2
            self.assertEqual((line.name, line.price_unit, line.price_subtotal), ("Bàn", 200, 400))
        order = form.save()
        self.assertEqual(order.amount_total, 440)

    def test_the_pricelist_of_a_confirmed_order_is_fixed(self):
        order = self.order((self.product("Bàn", 200), 1))
        order.action_confirm()
        with self.assertRaisesRegex(UserError, "pricelist cannot change"):
            order.pricelist_id = self.env["product.pricelist"].create({"name": "Khác"})

    def test_dozens_cost_twelve_pieces(self):
        dozen = self.env.ref("uom.product_uom_dozen")
        order = self.order((self.product("Bút", 2), 3, {"product_uom": dozen.id}))
        self.assertEqual((order.order_line.price_unit, order.amount_total), (24, 72))
