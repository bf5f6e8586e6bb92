from core import Command
from core.exceptions import UserError
from core.tests import TransactionCase


class TestVietnameseChart(TransactionCase):
    """A Vietnamese company: Circular 99/2025, VND, VAT per rate group."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({
            "name": "Công ty Thương mại Sen", "country_id": cls.env.ref("base.vn").id})
        cls.env.user.company_ids |= cls.company
        cls.env = cls.env(context=dict(cls.env.context, allowed_company_ids=cls.company.ids))
        cls.charts = cls.env["account.chart.template"]
        cls.charts.try_loading("vn", cls.company)
        cls.customer = cls.env["res.partner"].create({"name": "Khách hàng A"})
        cls.product = cls.env["product.product"].create({"name": "Bàn", "list_price": 10_005})

    def invoice(self, prices, tax="tax_sale_vat8", move_type="out_invoice", date="2026-11-21"):
        return self.env["account.move"].create({
            "move_type": move_type, "partner_id": self.customer.id, "invoice_date": date,
            "invoice_line_ids": [
                Command.create({"product_id": self.product.id, "price_unit": price,
                                "tax_ids": [Command.set(self.charts.ref(tax).ids)]}) for price in prices]})

    def entries(self, move):
        return sorted((line.account_id.code, line.debit, line.credit) for line in move.line_ids)

    def test_company_works_in_dong(self):
        self.assertEqual(self.company.currency_id.name, "VND")
        self.assertEqual(self.company.currency_id.decimal_places, 0)
        self.assertEqual(self.charts.ref("cash").default_account_id.code, "1111")
        self.assertEqual(self.charts.ref("bank").default_account_id.code, "1121")

    def test_sale_with_vat(self):
        move = self.invoice([33_333, 33_333, 33_334])
        move.action_post()
        self.assertEqual(move.amount_tax, 8_000)
        self.assertEqual(self.entries(move), [
            ("131", 108_000, 0), ("33311", 0, 8_000), ("5111", 0, 33_333), ("5111", 0, 33_333), ("5111", 0, 33_334)])

    def test_receipt_in_cash(self):
        move = self.invoice([100_000])
        move.action_post()
        wizard = self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=move.ids).create({"journal_id": self.charts.ref("cash").id})
        payment = wizard._create_payments()
        self.assertEqual(self.entries(payment.move_id), [("1111", 108_000, 0), ("131", 0, 108_000)])
        self.assertEqual(move.payment_state, "paid")

    def test_returned_goods_go_to_5213(self):
        move = self.invoice([100_000])
        move.action_post()
        refund = move._reverse_moves(cancel=True)
        self.assertEqual(self.entries(refund), [("131", 0, 108_000), ("33311", 8_000, 0), ("5213", 100_000, 0)])
        self.assertEqual(move.payment_state, "reversed")

    def test_a_rate_is_refused_after_its_last_day(self):
        move = self.invoice([100_000], date="2027-01-01")
        with self.assertRaises(UserError) as refused:
            move.action_post()
        self.assertIn("174/2025", str(refused.exception))
        self.assertEqual(self.invoice([100_000], tax="tax_sale_vat10", date="2027-01-01").amount_tax, 10_000)

    def test_amount_in_words(self):
        self.assertEqual(self.invoice([100_000]).amount_total_words, "Một trăm lẻ tám nghìn đồng")

    def test_thirty_four_provinces(self):
        self.assertEqual(
            self.env["res.country.state"].search_count([("country_id", "=", self.env.ref("base.vn").id)]), 34)
