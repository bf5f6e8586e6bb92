from core import Command
from core.exceptions import UserError

from .common import AccountTestInvoicingCommon


class TestReconcile(AccountTestInvoicingCommon):
    def receivable(self, *amounts, post=True):
        """One posted entry; its receivable items carry the amounts, revenue the counter-amount."""
        accounts = self.company_data
        move = self.env["account.move"].create({
            "date": "2026-01-10",
            "line_ids": [Command.create({"account_id": accounts["default_account_receivable"].id,
                                         "partner_id": self.partner_a.id, "balance": amount}) for amount in amounts]
            + [Command.create({"account_id": accounts["default_account_revenue"].id, "balance": -sum(amounts)})]})
        if post:
            move.action_post()
        return move.line_ids.filtered(lambda line: line.account_id.reconcile)

    def test_full(self):
        lines = self.receivable(100.0) + self.receivable(-100.0)
        result = lines.reconcile()
        self.assertTrue(result["full_reconcile"])
        self.assertEqual(lines.mapped("amount_residual"), [0.0, 0.0])
        self.assertEqual(set(lines.mapped("matching_number")), {str(lines.full_reconcile_id.id)})

    def test_partial_then_the_rest(self):
        invoice, part = self.receivable(100.0), self.receivable(-60.0)
        (invoice + part).reconcile()
        self.assertEqual((invoice.amount_residual, part.amount_residual), (40.0, 0.0))
        self.assertFalse(invoice.full_reconcile_id)
        self.assertTrue(invoice.matching_number.startswith("P"))
        rest = self.receivable(-40.0)
        (invoice + rest).reconcile()
        self.assertEqual(len((invoice + part + rest).full_reconcile_id), 1)

    def test_undo(self):
        lines = self.receivable(100.0) + self.receivable(-100.0)
        lines.reconcile()
        lines[0].remove_move_reconcile()
        self.assertEqual(lines.mapped("amount_residual"), [100.0, -100.0])
        self.assertFalse(any(lines.mapped("matching_number")))
        self.assertFalse(lines.full_reconcile_id)

    def test_what_is_refused(self):
        with self.assertRaisesRegex(UserError, "not posted"):
            (self.receivable(100.0) + self.receivable(-100.0, post=False)).reconcile()
        revenue = self.receivable(5.0).move_id.line_ids.filtered(lambda line: not line.account_id.reconcile)
        with self.assertRaisesRegex(UserError, "does not allow reconciliation"):
            revenue.reconcile()
        with self.assertRaisesRegex(UserError, "different accounts"):
            (revenue + self.receivable(5.0)).reconcile()
