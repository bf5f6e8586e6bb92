"""Nợ/Có of goods in a Vietnamese company."""
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestPostings(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({"name": "Công ty Sen", "country_id": cls.env.ref("base.vn").id})
        cls.env.user.company_ids = [(4, cls.company.id)]
        cls.env = cls.env(context={**cls.env.context, "allowed_company_ids": cls.company.ids})
        cls.env["account.chart.template"].try_loading("vn", cls.company)
        category = cls.env["product.category"].create({
            "name": "Hàng hóa", "property_cost_method": "average", "property_valuation": "real_time"})
        cls.product = cls.env["product.product"].create({
            "name": "Bánh cốm", "is_storable": True, "categ_id": category.id, "taxes_id": []})
        cls.stock = cls.env["stock.warehouse"].search([("company_id", "=", cls.company.id)], limit=1).lot_stock_id

    def move(self, source, target, quantity, price=0.0):
        move = self.env["stock.move"].create({
            "name": "move", "product_id": self.product.id, "product_uom_qty": quantity, "price_unit": price,
            "product_uom": self.product.uom_id.id, "location_id": source.id, "location_dest_id": target.id,
            "company_id": self.company.id})
        move._action_confirm()
        move.write({"quantity": quantity, "picked": True})
        move._action_done()
        return self.postings(move.account_move_ids)

    def postings(self, entries):
        return {line.account_id.code: line.balance for line in entries.line_ids}

    def test_receipt_delivery_and_sale(self):
        supplier = self.env.ref("stock.stock_location_suppliers")
        customer = self.env.ref("stock.stock_location_customers")
        self.assertEqual(self.move(supplier, self.stock, 10, 50_000), {"1561": 500_000.0, "151": -500_000.0})
        self.assertEqual(self.move(self.stock, customer, 3), {"1561": -150_000.0, "157": 150_000.0})
        invoice = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.env["res.partner"].create({"name": "Khách"}).id,
            "invoice_line_ids": [(0, 0, {"product_id": self.product.id, "quantity": 3, "price_unit": 80_000, "tax_ids": []})]})
        invoice.action_post()
        self.assertEqual(self.postings(invoice), {"131": 240_000.0, "5111": -240_000.0, "632": 150_000.0, "157": -150_000.0})

    def test_a_count_posts_what_is_missing_and_what_is_found(self):
        supplier = self.env.ref("stock.stock_location_suppliers")
        self.move(supplier, self.stock, 10, 50_000)
        quant = self.env["stock.quant"].search([("product_id", "=", self.product.id), ("location_id", "=", self.stock.id)])
        for counted, expected in ((8, {"1561": -100_000.0, "1381": 100_000.0}), (9, {"1561": 50_000.0, "3381": -50_000.0})):
            quant.with_context(inventory_mode=True).inventory_quantity = counted
            quant.action_apply_inventory()
            move = self.env["stock.move"].search([("product_id", "=", self.product.id)], order="id desc", limit=1)
            self.assertEqual(self.postings(move.account_move_ids), expected)
