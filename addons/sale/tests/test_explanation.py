from core.exceptions import AccessError, UserError
from core.tests import tagged

from .common import SaleCase


@tagged("post_install", "-at_install")
class TestExplanation(SaleCase):
    """Why this price, why this tax: the steps of the real computation, with numbers that add up."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.case = cls.env["uom.uom"].create({
            "name": "thùng 24", "category_id": cls.env.ref("uom.product_uom_categ_unit").id, "uom_type": "bigger", "factor_inv": 24})

    def pricelist(self, **rule):
        return self.env["product.pricelist"].create({"name": "Sỉ", "item_ids": [(0, 0, {"applied_on": "3_global", **rule})]})

    def rows(self, line, what="price"):
        return line.explain(what)["rows"]

    def amounts(self, line, what="price"):
        return {row["label"]: row["amount"] for row in self.rows(line, what)}

    def test_list_price_unit_and_amount(self):
        order = self.order((self.product("Nước", 4.2), 10, {"product_uom": self.case.id}))
        self.assertEqual(self.amounts(order.order_line), {
            "Sales price of the product": 4.2, "In the unit of the line": 100.8, "Unit price": 100.8, "Quantity × unit price": 1008,
            "Amount without taxes": 1008, **({"Pricelist " + order.pricelist_id.name: False} if order.pricelist_id else {})})

    def test_the_rule_that_matched_is_named_with_its_conditions(self):
        pricelist = self.pricelist(compute_price="formula", price_discount=7, price_round=5, price_surcharge=1, min_quantity=10)
        order = self.order((self.product("Bàn", 199), 12), (self.product("Ghế", 199), 2), pricelist_id=pricelist.id)
        table, chair = order.order_line
        self.assertEqual(self.amounts(table), {
            "Pricelist Sỉ": False, "Sales price of the product": 199, "Discount of the rule": 185.07, "Rounded": 185, "Extra fee": 186,
            "Unit price": 186, "Quantity × unit price": 2232, "Amount without taxes": 2232})
        rule = self.rows(table)[0]["detail"]
        self.assertIn("All Products", rule)
        self.assertIn("from 10", rule)
        self.assertIn("No rule of it fits", self.rows(chair)[0]["detail"])
        self.assertEqual(table.price_unit, 186)

    def test_a_discount_that_is_shown_stands_beside_the_list_price(self):
        order = self.order((self.product("Bàn", 200), 3), pricelist_id=self.pricelist(compute_price="percentage", percent_price=5).id)
        self.assertEqual(self.amounts(order.order_line), {
            "Pricelist Sỉ": False, "Sales price of the product": 200, "Unit price": 200, "Quantity × unit price": 600, "Discount of the line": -30,
            "Amount without taxes": 570})

    def test_a_pricelist_based_on_another_one(self):
        lower = self.pricelist(compute_price="percentage", percent_price=10)
        upper = self.env["product.pricelist"].create({"name": "Đại lý", "item_ids": [(0, 0, {
            "applied_on": "3_global", "compute_price": "formula", "base": "pricelist", "base_pricelist_id": lower.id, "price_surcharge": 3})]})
        order = self.order((self.product("Bàn", 100), 1), pricelist_id=upper.id)
        labels = [row["label"] for row in self.rows(order.order_line)]
        self.assertEqual(labels[:5], [
            "Pricelist Đại lý", "Pricelist Sỉ", "Sales price of the product", "Discount of the rule", "Extra fee"])
        self.assertEqual(self.amounts(order.order_line)["Unit price"], 93)

    def test_a_price_typed_by_hand_says_what_would_have_been(self):
        order = self.order((self.product("Bàn", 200), 1))
        order.order_line.price_unit = 150
        typed = [row for row in self.rows(order.order_line) if row["label"] == "Typed by hand"]
        self.assertEqual([row["amount"] for row in typed], [150])
        self.assertIn("200", typed[0]["detail"])
        self.assertIn(self.env.user.name, typed[0]["detail"])

    def test_another_currency(self):
        euro = self.env.ref("base.EUR")
        euro.active = True
        self.env["res.currency.rate"].create({"currency_id": euro.id, "rate": 0.5, "name": "2020-01-01", "company_id": self.company.id})
        pricelist = self.env["product.pricelist"].create({"name": "EUR", "currency_id": euro.id})
        order = self.order((self.product("Bàn", 200), 1), pricelist_id=pricelist.id)
        self.assertEqual(self.amounts(order.order_line)["In the currency of the document"], order.order_line.price_unit)
        self.assertEqual(order.order_line.price_unit, 100)

    def test_taxes_add_up_over_the_document(self):
        """3 × 10.05 at 10 %: 3.015 in all, rounded once to 3.02, shared out."""
        self.company.tax_calculation_rounding_method = "round_globally"
        order = self.order(*[(self.product("Bút", 10.05, self.tax), 1)] * 3)
        shares = [self.amounts(line, "taxes")["VAT 10%"] for line in order.order_line]
        self.assertEqual(round(sum(shares), 2), order.amount_tax)
        self.assertEqual(order.amount_tax, 3.02)
        note = [row["detail"] for row in self.rows(order.order_line[0], "taxes") if row["kind"] == "note"]
        self.assertIn("3.015", note[0])
        self.assertIn("3.02", note[0])
        first = self.amounts(order.order_line[0], "taxes")
        self.assertEqual(first["Amount with taxes"], round(first["Amount without taxes"] + first["VAT 10%"], 2))

    def test_a_price_that_contains_the_tax(self):
        included = self.env["account.tax"].create({
            "name": "8 % inside", "amount": 8, "amount_type": "percent", "type_tax_use": "sale", "price_include_override": "tax_included"})
        order = self.order((self.product("Trà", 108, included), 1))
        rows = self.rows(order.order_line, "taxes")
        self.assertEqual(self.amounts(order.order_line, "taxes")["Amount without taxes"], 100)
        self.assertTrue(any("contains taxes" in row["detail"] for row in rows))

    def test_a_fiscal_position_says_what_it_replaced(self):
        export = self.env["account.tax"].create({"name": "VAT 0%", "amount": 0, "amount_type": "percent", "type_tax_use": "sale"})
        position = self.env["account.fiscal.position"].create({
            "name": "Export", "tax_ids": [(0, 0, {"tax_src_id": self.tax.id, "tax_dest_id": export.id})]})
        order = self.order((self.product("Bàn", 100, self.tax), 1), fiscal_position_id=position.id)
        rows = {row["label"]: row["detail"] for row in self.rows(order.order_line, "taxes")}
        self.assertEqual(rows["Taxes of the product Bàn"], "VAT 10%")
        self.assertEqual(rows["Fiscal position Export"], "replaced by VAT 0%")
        order.order_line.tax_id = self.tax
        rows = {row["label"]: row["detail"] for row in self.rows(order.order_line, "taxes")}
        self.assertEqual(rows["Chosen by hand"], "VAT 10%")

    def test_the_invoice_explains_by_its_order(self):
        order = self.order((self.product("Bàn", 200, self.tax), 2))
        order.action_confirm()
        line = order._create_invoices().invoice_line_ids
        self.assertEqual(self.amounts(line)[f"Order {order.name}"], False)
        self.assertEqual(self.amounts(line)["Amount without taxes"], 400)
        self.assertEqual(self.amounts(line, "taxes")["VAT 10%"], 40)

    def test_an_invoice_without_an_order(self):
        product = self.product("Bàn", 200, self.tax)
        invoice = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.partner.id,
            "invoice_line_ids": [(0, 0, {"product_id": product.id, "quantity": 2, "price_unit": 180})]})
        amounts = self.amounts(invoice.invoice_line_ids)
        self.assertEqual((amounts["Sales price of the product"], amounts["Typed by hand"], amounts["Amount without taxes"]), (200, 180, 360))

    def test_only_what_may_be_read_is_explained(self):
        order = self.order((self.product("Bàn", 200), 1))
        with self.assertRaises(UserError):
            order.order_line.explain("unlink")
        stranger = self.env["res.users"].create({
            "name": "Stranger", "login": "stranger", "groups_id": [(6, 0, [self.env.ref("base.group_user").id])]})
        with self.assertRaises(AccessError):
            order.order_line.with_user(stranger).explain("price")
