from core.exceptions import ValidationError

from .common import ProductCommon


class TestPricelist(ProductCommon):
    def price(self, quantity=1.0, **kwargs):
        return self.pricelist._get_product_price(self.product, quantity, **kwargs)

    def test_without_rule_the_list_price(self):
        self.assertEqual(self.price(), 20.0)
        self.assertEqual(self.env["product.pricelist"]._get_product_price(self.product, 1.0), 20.0)

    def test_the_narrowest_rule_wins(self):
        self.add_rule(compute_price="percentage", percent_price=10.0)
        self.assertEqual(self.price(), 18.0)
        self.add_rule(applied_on="2_product_category", categ_id=self.product_category.id, fixed_price=15.0)
        self.assertEqual(self.price(), 15.0)
        self.add_rule(applied_on="1_product", product_tmpl_id=self.product.product_tmpl_id.id, fixed_price=14.0)
        self.assertEqual(self.price(), 14.0)
        variant_rule = self.add_rule(applied_on="0_product_variant", product_id=self.product.id, fixed_price=13.0)
        self.assertEqual(self.pricelist._get_product_price_rule(self.product, 1.0), (13.0, variant_rule.id))

    def test_a_category_rule_covers_categories_below(self):
        parent = self.env["product.category"].create({"name": "Above"})
        self.product_category.parent_id = parent
        self.add_rule(applied_on="2_product_category", categ_id=parent.id, fixed_price=11.0)
        self.assertEqual(self.price(), 11.0)

    def test_larger_quantities_first(self):
        self.add_rule(fixed_price=18.0, min_quantity=10)
        self.add_rule(fixed_price=15.0, min_quantity=100)
        self.assertEqual([self.price(quantity) for quantity in (9, 10, 99, 100)], [20.0, 18.0, 18.0, 15.0])

    def test_quantities_and_prices_in_other_units(self):
        self.add_rule(fixed_price=18.0, min_quantity=12)
        self.assertAlmostEqual(self.price(1, uom=self.uom_dozen), 216.0)

    def test_dates(self):
        self.add_rule(fixed_price=18.0, date_start="2026-02-01", date_end="2026-02-28")
        self.assertEqual(self.price(date="2026-01-31"), 20.0)
        self.assertEqual(self.price(date="2026-02-15"), 18.0)
        self.assertEqual(self.price(date="2026-03-01"), 20.0)

    def test_based_on_cost_and_on_another_pricelist(self):
        self.add_rule(compute_price="formula", base="standard_price", price_discount=-50.0)
        self.assertAlmostEqual(self.price(), 18.0)
        outlet = self._create_pricelist(name="Outlet")
        self.env["product.pricelist.item"].create({
            "pricelist_id": outlet.id, "compute_price": "percentage", "percent_price": 10.0, "base": "pricelist",
            "base_pricelist_id": self.pricelist.id})
        self.assertAlmostEqual(outlet._get_product_price(self.product, 1.0), 16.2)

    def test_a_pricelist_based_on_itself_is_refused(self):
        with self.assertRaises(ValidationError):
            self.add_rule(compute_price="percentage", base="pricelist", base_pricelist_id=self.pricelist.id)

    def test_many_products_cost_few_statements(self):
        products = self.env["product.product"].create([
            {"name": f"P{number}", "list_price": number} for number in range(50)])
        self.add_rule(compute_price="percentage", percent_price=10.0)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        prices = self.pricelist._get_products_price(products, 1.0)
        self.assertLessEqual(self.env.cr.sql_log_count - before, 12)
        self.assertAlmostEqual(prices[products[10].id], 9.0)

    def test_partner_pricelist(self):
        partner = self.env["res.partner"].create({"name": "Wholesaler"})
        special = self._create_pricelist(name="Special", sequence=99)
        partner.property_product_pricelist = special
        self.assertEqual(partner.property_product_pricelist, special)
