"""What a posted invoice leaves on analytic accounts."""
from core.exceptions import ValidationError
from core.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestAnalyticItems(TransactionCase):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not cls.env.company.chart_template:
            cls.env["account.chart.template"].try_loading("generic_coa", cls.env.company)
        cls.plan = cls.env["account.analytic.plan"].create({"name": "Projects", "default_applicability": "mandatory"})
        cls.north, cls.south = cls.env["account.analytic.account"].create(
            [{"name": name, "plan_id": cls.plan.id} for name in ("North", "South")])
        cls.partner = cls.env["res.partner"].create({"name": "Client"})

    def invoice(self, distribution=None, move_type="out_invoice"):
        own = {"analytic_distribution": distribution} if distribution else {}
        return self.env["account.move"].create({
            "move_type": move_type, "partner_id": self.partner.id, "invoice_date": "2026-03-01",
            "invoice_line_ids": [(0, 0, {"name": "work", "quantity": 1, "price_unit": 100.01, "tax_ids": [], **own})]})

    def halves(self):
        return {str(self.north.id): 50, str(self.south.id): 50}

    def test_income_is_shared_out(self):
        invoice = self.invoice(self.halves())
        self.assertFalse(self.north.line_ids)
        invoice.action_post()
        self.assertEqual(sorted((self.north.balance, self.south.balance)), [50.0, 50.01])
        self.assertEqual(invoice.invoice_line_ids.analytic_line_ids.mapped("general_account_id"),
                         invoice.invoice_line_ids.account_id)

    def test_costs_are_negative(self):
        self.invoice({str(self.north.id): 100}, "in_invoice").action_post()
        self.assertEqual(self.north.balance, -100.01)

    def test_back_to_draft_takes_them_away(self):
        invoice = self.invoice(self.halves())
        invoice.action_post()
        invoice.button_draft()
        self.assertFalse(self.north.line_ids | self.south.line_ids)

    def test_another_distribution_of_a_posted_line(self):
        invoice = self.invoice(self.halves())
        invoice.action_post()
        invoice.invoice_line_ids.analytic_distribution = {str(self.south.id): 100}
        self.assertEqual((self.north.balance, self.south.balance), (0.0, 100.01))

    def test_the_button_insists_on_mandatory_plans(self):
        invoice = self.invoice({str(self.north.id): 90})
        with self.assertRaisesRegex(ValidationError, "Projects"):
            invoice.with_context(validate_analytic=True).action_post()
        self.assertEqual(invoice.state, "draft")

    def test_a_model_distributes_the_lines_of_a_partner(self):
        self.env["account.analytic.distribution.model"].create({
            "partner_id": self.partner.id, "analytic_distribution": {str(self.south.id): 100}})
        invoice = self.invoice()
        self.assertEqual(invoice.invoice_line_ids.analytic_distribution, {str(self.south.id): 100})
        self.assertFalse(invoice.line_ids.filtered(lambda line: line.display_type == "payment_term").analytic_distribution)
