from core.exceptions import UserError

from .common import AccountTestInvoicingCommon


class TestChart(AccountTestInvoicingCommon):
    def test_a_loaded_company_is_ready_to_work(self):
        self.assertEqual(self.company.chart_template, "generic_coa")
        self.assertEqual(set(self.env["account.journal"].search([]).mapped("type")),
                         {"sale", "purchase", "general", "bank", "cash"})
        self.assertEqual(self.partner_a.property_account_receivable_id.code, "121000")
        self.assertEqual(self.partner_a.property_account_payable_id.code, "211000")
        self.assertEqual(self.product_a.get_product_accounts()["income"].code, "400000")
        self.assertEqual(self.product_a.taxes_id, self.tax_sale_a)

    def test_loading_twice_changes_nothing(self):
        before = self.env["account.account"].search_count([])
        self.env["account.chart.template"].try_loading("generic_coa", self.company)
        self.assertEqual(self.env["account.account"].search_count([]), before)

    def test_unknown_chart_names_the_known_ones(self):
        company = self.env["res.company"].create({"name": "Other"})
        with self.assertRaisesRegex(UserError, "generic_coa"):
            self.env["account.chart.template"].try_loading("atlantis", company)

    def test_a_chart_with_postings_stays(self):
        self.init_invoice("out_invoice", amounts=[1.0], post=True)
        with self.assertRaisesRegex(UserError, "cannot be replaced"):
            self.env["account.chart.template"].try_loading("atlantis", self.company)

    def test_account_codes_are_unique_per_company(self):
        with self.assertRaisesRegex(UserError, "already used"):
            self.env["account.account"].create({"code": "400000", "name": "Again", "account_type": "income"})

    def test_a_bank_journal_gets_its_account(self):
        journal = self.env["account.journal"].create({"name": "Second Bank", "type": "bank"})
        self.assertEqual((journal.code, journal.default_account_id.account_type), ("BNK2", "asset_cash"))
        self.assertTrue(journal.inbound_payment_method_line_ids)

    def test_accounts_in_use_stay(self):
        self.init_invoice("out_invoice", amounts=[1.0], post=True)
        with self.assertRaisesRegex(UserError, "deprecated"):
            self.company_data["default_account_revenue"].unlink()
