from psycopg2 import errors

from core import Command
from core.exceptions import UserError

from .common import AccountTestInvoicingCommon


class TestEntry(AccountTestInvoicingCommon):
    def entry(self, debit=100.0, credit=100.0):
        return self.env["account.move"].create({
            "move_type": "entry", "date": "2026-03-05",
            "line_ids": [
                Command.create({"account_id": self.company_data["default_account_expense"].id, "debit": debit}),
                Command.create({"account_id": self.company_data["default_account_revenue"].id, "credit": credit})]})

    def test_posted_with_a_monthly_number(self):
        move = self.entry()
        move.action_post()
        self.assertEqual((move.name, move.amount_total), ("MISC/2026/03/0001", 100.0))

    def test_unbalanced_is_refused_with_both_sums(self):
        with self.assertRaisesRegex(UserError, "not balanced"):
            self.entry(credit=90.0)
        move = self.entry()
        with self.assertRaisesRegex(UserError, "not balanced"):
            move.line_ids[0].debit = 120.0

    def test_the_database_refuses_too(self):
        move = self.entry()
        self.env.flush_all()
        with self.assertRaises(errors.CheckViolation), self.env.cr.savepoint():
            self.env.cr.execute("UPDATE account_move_line SET balance = balance + 1 WHERE id = %s", [move.line_ids[0].id])
            self.env.cr.execute("SET CONSTRAINTS account_move_line_balanced IMMEDIATE")

    def test_reversal(self):
        move = self.entry()
        move.action_post()
        reverse = move._reverse_moves([{"date": "2026-04-01"}], cancel=True)
        self.assertEqual(self.ledger(reverse), [("400000", 100.0, 0.0), ("600000", 0.0, 100.0)])
        self.assertEqual(reverse.state, "posted")

    def test_trial_balance(self):
        self.entry().action_post()
        self.init_invoice("out_invoice", products=self.product_a, invoice_date="2026-04-01", post=True)
        rows = self.env["account.account"]._trial_balance("2026-04-01", "2026-12-31")
        for debit, credit in (("opening_debit", "opening_credit"), ("debit", "credit"), ("closing_debit", "closing_credit")):
            self.assertEqual(sum(row[debit] for row in rows), sum(row[credit] for row in rows))
        by_code = {row["code"]: row for row in rows}
        self.assertEqual((by_code["400000"]["opening_credit"], by_code["400000"]["credit"],
                          by_code["400000"]["closing_credit"]), (100.0, 1000.0, 1100.0))

    def test_trial_balance_page(self):
        self.entry().action_post()
        report = self.env["account.trial.balance"].create({"date_from": "2026-01-01", "date_to": "2026-12-31"})
        action = report.action_show()
        lines = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual([(line.code, line.debit, line.credit) for line in lines],
                         [("400000", 0.0, 100.0), ("600000", 100.0, 0.0)])
