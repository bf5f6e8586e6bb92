from core import Command
from core.exceptions import UserError, ValidationError

from .common import AccountTestInvoicingCommon


class TestTax(AccountTestInvoicingCommon):
    def tax(self, amount, **values):
        return self.env["account.tax"].create({"name": f"T {amount} {len(values)}", "amount": amount, **values})

    def test_compute_all(self):
        result = self.tax(10.0).compute_all(100.0, quantity=2)
        self.assertEqual((result["total_excluded"], result["total_included"]), (200.0, 220.0))
        self.assertEqual([(entry["amount"], entry["base"]) for entry in result["taxes"]], [(20.0, 200.0)])

    def test_group_of_taxes(self):
        children = self.tax(10.0) + self.tax(5.0, sequence=2)
        group = self.tax(0.0, amount_type="group", children_tax_ids=[Command.set(children.ids)])
        result = group.compute_all(100.0)
        self.assertEqual([entry["amount"] for entry in result["taxes"]], [10.0, 5.0])

    def test_split_between_accounts(self):
        first, second = self.company_data["default_account_tax_sale"], self.company_data["default_account_tax_purchase"]
        tax = self.tax(10.0, invoice_repartition_line_ids=[
            Command.create({"repartition_type": "base"}),
            Command.create({"repartition_type": "tax", "factor_percent": 40, "account_id": first.id}),
            Command.create({"repartition_type": "tax", "factor_percent": 60, "account_id": second.id})])
        move = self.init_invoice("out_invoice", amounts=[100.05], taxes=tax)
        taxes = {line.account_id: line.credit for line in move.line_ids if line.tax_line_id}
        self.assertEqual((taxes[first], taxes[second]), (4.0, 6.01))
        self.assertEqual(move.amount_tax, 10.01)

    def test_rounding_method_of_the_company(self):
        tax = self.tax(15.0)
        self.assertEqual(self.init_invoice("out_invoice", amounts=[0.05] * 3, taxes=tax).amount_tax, 0.02)
        self.company.tax_calculation_rounding_method = "round_per_line"
        self.assertEqual(self.init_invoice("out_invoice", amounts=[0.05] * 3, taxes=tax).amount_tax, 0.03)

    def test_what_is_refused(self):
        used = self.tax(10.0)
        self.init_invoice("out_invoice", amounts=[1.0], taxes=used)
        with self.assertRaisesRegex(UserError, "Archive it"):
            used.unlink()
        with self.assertRaises(ValidationError):
            self.env["account.tax"].create({"name": used.name, "amount": 1.0})

    def test_base_lines_of_other_documents(self):
        """What a sales order uses: totals of any lines, without a journal entry."""
        taxes = self.env["account.tax"]
        base_lines = [
            taxes._prepare_base_line_for_taxes_computation(
                None, tax_ids=self.tax_sale_a, price_unit=price, quantity=1.0, currency_id=self.company.currency_id)
            for price in (10.03, 10.03, 10.03)]
        taxes._add_tax_details_in_base_lines(base_lines, self.company)
        taxes._round_base_lines_tax_details(base_lines, self.company)
        totals = taxes._get_tax_totals_summary(base_lines, self.company.currency_id, self.company)
        self.assertEqual((totals["base_amount_currency"], totals["tax_amount_currency"]), (30.09, 4.51))
        self.assertAlmostEqual(sum(line["tax_details"]["total_included_currency"] for line in base_lines), 34.60)
