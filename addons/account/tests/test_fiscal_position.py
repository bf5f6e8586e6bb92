from core import Command

from .common import AccountTestInvoicingCommon


class TestFiscalPosition(AccountTestInvoicingCommon):
    def position(self, **values):
        return self.env["account.fiscal.position"].create({"name": "Position", **values})

    def test_taxes_and_accounts_are_mapped(self):
        export = self.tax_sale_a.copy({"name": "0%", "amount": 0.0})
        abroad = self.company_data["default_account_revenue"].copy({"name": "Exports"})
        position = self.position(
            tax_ids=[Command.create({"tax_src_id": self.tax_sale_a.id, "tax_dest_id": export.id})],
            account_ids=[Command.create({"account_src_id": self.company_data["default_account_revenue"].id,
                                         "account_dest_id": abroad.id})])
        self.partner_a.property_account_position_id = position
        move = self.init_invoice("out_invoice", products=self.product_a)
        line = move.invoice_line_ids
        self.assertEqual((move.fiscal_position_id, line.tax_ids, line.account_id), (position, export, abroad))
        self.assertEqual(move.amount_tax, 0.0)

    def test_a_tax_mapped_to_nothing_falls_away(self):
        position = self.position(tax_ids=[Command.create({"tax_src_id": self.tax_sale_a.id})])
        self.assertFalse(position.map_tax(self.tax_sale_a))

    def test_the_most_specific_automatic_position(self):
        france, positions = self.env.ref("base.fr"), self.env["account.fiscal.position"]
        anywhere = self.position(auto_apply=True, name="Anywhere")
        country = self.position(auto_apply=True, name="France", country_id=france.id)
        with_vat = self.position(auto_apply=True, name="France, company", country_id=france.id, vat_required=True)
        self.assertEqual(positions._get_fiscal_position(self.partner_a), anywhere)
        self.partner_a.country_id = france
        self.assertEqual(positions._get_fiscal_position(self.partner_a), country)
        self.partner_a.vat = "FR23334175221"
        self.assertEqual(positions._get_fiscal_position(self.partner_a), with_vat)
