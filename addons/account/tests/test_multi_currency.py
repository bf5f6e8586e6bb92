from core import Command

from .common import AccountTestInvoicingCommon


class TestMultiCurrency(AccountTestInvoicingCommon):
    """Two euros a dollar in January, one and a half in February."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.euro = cls.env.ref("base.EUR")
        cls.euro.active = True
        cls.euro.rate_ids.unlink()
        cls.env["res.currency.rate"].create([
            {"currency_id": cls.euro.id, "name": day, "rate": rate, "company_id": cls.company.id}
            for day, rate in (("2026-01-01", 2.0), ("2026-02-01", 1.6))])

    def invoice(self):
        move = self.init_invoice("out_invoice", amounts=[100.0], taxes=self.env["account.tax"],
                                 invoice_date="2026-01-10", currency=self.euro)
        move.action_post()
        return move

    def test_ledger_in_company_currency(self):
        move = self.invoice()
        self.assertEqual(self.ledger(move), [("121000", 50.0, 0.0), ("400000", 0.0, 50.0)])
        self.assertRecordValues(move, [{"amount_total": 100.0, "amount_total_signed": 50.0}])

    def test_gain_on_settlement(self):
        move = self.invoice()
        payment = self.pay(move, payment_date="2026-02-10", currency_id=self.euro.id)
        self.assertEqual(payment.amount, 100.0)
        self.assertEqual(self.ledger(payment.move_id), [("101401", 62.5, 0.0), ("121000", 0.0, 62.5)])
        self.assertEqual((move.payment_state, move.amount_residual), ("paid", 0.0))
        exchange = self.env["account.move"].search([("journal_id", "=", self.company.currency_exchange_journal_id.id)])
        self.assertEqual(self.ledger(exchange), [("121000", 12.5, 0.0), ("441000", 0.0, 12.5)])
        receivable = (move + payment.move_id + exchange).line_ids.filtered(lambda line: line.account_id.reconcile)
        self.assertTrue(all(receivable.mapped("reconciled")))

    def test_rounding_stays_balanced(self):
        move = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.partner_a.id, "invoice_date": "2026-02-10",
            "currency_id": self.euro.id, "invoice_payment_term_id": self.pay_terms_b.id,
            "invoice_line_ids": [Command.create({"name": "x", "price_unit": 0.07}) for _number in range(7)]})
        self.assertFalse(move._get_unbalanced_moves())
        move.action_post()
