from core.exceptions import ValidationError
from core.tests import tagged
from odoo.addons.account.tests.common import AccountTestInvoicingCommon


@tagged("post_install", "-at_install")
class TestAnalytic(AccountTestInvoicingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.env["account.analytic.plan"].create({"name": "Departments"})
        cls.north, cls.south = cls.env["account.analytic.account"].create([
            {"name": name, "plan_id": cls.plan.id, "company_id": False} for name in ("North", "South")])

    def invoice(self, distribution, amount=100.0):
        invoice = self.init_invoice("out_invoice", amounts=[amount], taxes=self.env["account.tax"])
        invoice.invoice_line_ids.analytic_distribution = distribution
        return invoice

    def test_a_posted_invoice_counts_by_its_distribution_and_a_draft_does_not(self):
        invoice = self.invoice({str(self.north.id): 33.33, str(self.south.id): 66.67}, amount=100.01)
        self.assertFalse(invoice.invoice_line_ids.analytic_line_ids)
        invoice.action_post()
        lines = invoice.invoice_line_ids.analytic_line_ids.sorted("amount")
        self.assertEqual(lines.mapped("amount"), [33.33, 66.68])
        self.assertEqual((lines.account_id, lines.mapped("category")), (self.north + self.south, ["invoice", "invoice"]))
        self.assertEqual((self.north.balance, self.north.invoice_count), (33.33, 1))
        invoice.button_draft()
        self.assertFalse(invoice.invoice_line_ids.analytic_line_ids)

    def test_two_plans_in_one_entry_count_in_full_for_each(self):
        project = self.env["account.analytic.account"].create({"name": "Bridge", "company_id": False})
        invoice = self.invoice({f"{self.north.id},{project.id}": 50})
        invoice.action_post()
        self.assertEqual((self.north.balance, project.balance), (50, 50))

    def test_models_give_lines_their_distribution(self):
        self.env["account.analytic.distribution.model"].create([
            {"partner_id": self.partner_a.id, "analytic_distribution": {str(self.north.id): 100}, "company_id": False},
            {"partner_id": self.partner_a.id, "product_id": self.product_a.id, "company_id": False,
             "analytic_distribution": {str(self.south.id): 100}}])
        invoice = self.init_invoice("out_invoice", products=[self.product_a, self.product_b])
        self.assertEqual(invoice.invoice_line_ids.mapped("analytic_distribution"),
                         [{str(self.south.id): 100}, {str(self.north.id): 100}])
        self.assertEqual(self.env["account.move.line"].search([("distribution_analytic_account_ids", "in", self.north.ids)]),
                         invoice.invoice_line_ids[1])

    def test_a_mandatory_plan_must_add_up(self):
        self.plan.default_applicability = "mandatory"
        invoice = self.invoice({str(self.north.id): 60})
        with self.assertRaisesRegex(ValidationError, "Departments.*60"):
            invoice.with_context(validate_analytic=True).action_post()
        invoice.invoice_line_ids.analytic_distribution = {str(self.north.id): 60, str(self.south.id): 40}
        invoice.with_context(validate_analytic=True).action_post()
        self.assertEqual(invoice.state, "posted")
