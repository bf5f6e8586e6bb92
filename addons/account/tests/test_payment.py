from core.exceptions import UserError

from .common import AccountTestInvoicingCommon


class TestPayment(AccountTestInvoicingCommon):
    def test_paid_in_full(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        payment = self.pay(move)
        self.assertRecordValues(payment, [{"amount": 1150.0, "state": "paid", "payment_type": "inbound",
                                           "partner_type": "customer", "is_reconciled": True}])
        self.assertEqual(self.ledger(payment.move_id), [("101401", 1150.0, 0.0), ("121000", 0.0, 1150.0)])
        self.assertRecordValues(move, [{"payment_state": "paid", "amount_residual": 0.0}])
        self.assertEqual(payment.reconciled_invoice_ids, move)
        self.assertEqual(payment.name, "PBNK1/2019/00001")

    def test_paid_in_two_parts(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        self.pay(move, amount=400.0)
        self.assertRecordValues(move, [{"payment_state": "partial", "amount_residual": 750.0}])
        self.pay(move)
        self.assertRecordValues(move, [{"payment_state": "paid", "amount_residual": 0.0}])

    def test_paid_in_cash(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        payment = self.pay(move, journal=self.company_data["default_journal_cash"])
        self.assertEqual(self.ledger(payment.move_id), [("101501", 1150.0, 0.0), ("121000", 0.0, 1150.0)])

    def test_more_than_due_becomes_credit_and_is_said(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        wizard = self.env["account.payment.register"].with_context(
            active_model="account.move", active_ids=move.ids).create({"amount": 1200.0})
        action = wizard.action_create_payments()
        self.assertIn("50.00", action["params"]["message"])
        self.assertIn("partner_a", action["params"]["message"])
        self.assertEqual((move.payment_state, move.amount_residual), ("paid", 0.0))
        self.assertEqual(self.partner_a.credit, -50.0)

    def test_credit_of_an_earlier_payment_settles_the_next_invoice(self):
        first = self.init_invoice("out_invoice", products=self.product_a, post=True)
        self.pay(first, amount=1500.0)
        second = self.init_invoice("out_invoice", products=self.product_b, post=True)
        outstanding = second.invoice_outstanding_credits_debits_widget["content"]
        self.assertEqual([entry["amount"] for entry in outstanding], [350.0])
        second.action_use_outstanding()
        self.assertEqual(second.payment_state, "paid")
        self.assertEqual(self.partner_a.credit, -120.0)

    def test_a_difference_can_be_written_off(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        discount = self.env["account.chart.template"].ref("cash_discount_loss")
        payment = self.pay(move, amount=1140.0, payment_difference_handling="reconcile", writeoff_account_id=discount.id)
        self.assertEqual(move.payment_state, "paid")
        self.assertEqual(self.ledger(payment.move_id),
                         [("101401", 1140.0, 0.0), ("121000", 0.0, 1150.0), ("443000", 10.0, 0.0)])

    def test_several_invoices_of_one_customer_in_one_payment(self):
        moves = self.init_invoice("out_invoice", products=self.product_a, post=True)
        moves += self.init_invoice("out_invoice", products=self.product_b, post=True)
        payment = self.pay(moves)
        self.assertEqual((len(payment), payment.amount), (1, 1380.0))
        self.assertEqual(moves.mapped("payment_state"), ["paid", "paid"])

    def test_invoices_of_several_customers_get_a_payment_each(self):
        moves = self.init_invoice("out_invoice", products=self.product_a, post=True)
        moves += self.init_invoice("out_invoice", products=self.product_b, partner=self.partner_b, post=True)
        payments = self.pay(moves)
        self.assertEqual(sorted(payments.mapped("amount")), [230.0, 1150.0])
        self.assertEqual(moves.mapped("payment_state"), ["paid", "paid"])

    def test_a_vendor_bill(self):
        move = self.init_invoice("in_invoice", products=self.product_a, post=True)
        payment = self.pay(move)
        self.assertEqual(payment.payment_type, "outbound")
        self.assertEqual(self.ledger(payment.move_id), [("101401", 0.0, 920.0), ("211000", 920.0, 0.0)])
        self.assertEqual(move.payment_state, "paid")

    def test_cancelling_the_payment_opens_the_invoice_again(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        payment = self.pay(move)
        payment.action_draft()
        self.assertRecordValues(move, [{"payment_state": "not_paid", "amount_residual": 1150.0}])
        payment.action_cancel()
        self.assertEqual(payment.state, "canceled")

    def test_a_payment_of_its_own(self):
        payment = self.env["account.payment"].create({"partner_id": self.partner_a.id, "amount": 100.0})
        payment.action_post()
        self.assertEqual(self.partner_a.credit, -100.0)

    def test_what_is_refused(self):
        draft = self.init_invoice("out_invoice", products=self.product_a)
        with self.assertRaisesRegex(UserError, "not posted"):
            self.pay(draft)
        draft.action_post()
        payment = self.pay(draft)
        with self.assertRaisesRegex(UserError, "nothing left to pay"):
            self.pay(draft)
        with self.assertRaises(UserError):
            payment.unlink()
        with self.assertRaises(UserError):
            payment.amount = 1.0
        with self.assertRaisesRegex(UserError, "no amount"):
            self.env["account.payment"].create({"partner_id": self.partner_a.id}).action_post()
