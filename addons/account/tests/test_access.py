from core import Command
from core.exceptions import AccessError, UserError
from core.tests import new_test_user

from .common import AccountTestInvoicingCommon


class TestAccess(AccountTestInvoicingCommon):
    """Who may see and do what, and in which company."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        values = {"company_id": cls.company.id, "company_ids": [Command.set(cls.company.ids)]}
        cls.biller = new_test_user(cls.env, login="biller", groups="account.group_account_invoice", **values)
        cls.reader = new_test_user(cls.env, login="reader", groups="account.group_account_readonly", **values)
        cls.employee = new_test_user(cls.env, login="employee", groups="base.group_user", **values)
        cls.move = cls.init_invoice("out_invoice", products=cls.product_a)

    def test_billing_writes_posts_and_is_paid(self):
        move = self.env["account.move"].with_user(self.biller).create({
            "move_type": "out_invoice", "partner_id": self.partner_a.id,
            "invoice_line_ids": [Command.create({"product_id": self.product_a.id})]})
        move.action_post()
        wizard = self.env["account.payment.register"].with_user(self.biller).with_context(
            active_model="account.move", active_ids=move.ids).create({})
        wizard._create_payments()
        self.assertEqual(move.payment_state, "paid")

    def test_readers_read(self):
        move = self.move.with_user(self.reader)
        self.assertEqual(move.amount_total, 1150.0)
        with self.assertRaises(AccessError):
            move.ref = "mine"
        with self.assertRaises(UserError):
            move.action_post()

    def test_employees_see_no_entries(self):
        with self.assertRaises(AccessError):
            self.move.with_user(self.employee).read(["name"])

    def test_companies_are_apart(self):
        other = self.setup_other_company()
        stranger = new_test_user(
            self.env, login="stranger", groups="account.group_account_manager", company_id=other["company"].id,
            company_ids=[Command.set(other["company"].ids)])
        moves = self.env["account.move"].with_user(stranger).with_context(allowed_company_ids=other["company"].ids)
        self.assertFalse(moves.search([("id", "=", self.move.id)]))
        with self.assertRaises(AccessError):
            moves.browse(self.move.id).read(["name"])
        self.assertFalse(moves.env["account.journal"].search([("company_id", "=", self.company.id)]))
        self.assertFalse(moves.env["account.account"].search([("company_ids", "in", self.company.ids)]))

    def test_records_of_two_companies_do_not_mix(self):
        other = self.setup_other_company()
        with self.assertRaises(UserError):
            self.init_invoice("out_invoice", amounts=[1.0], journal=other["default_journal_sale"],
                              taxes=self.tax_sale_a)
