from core import Command
from core.exceptions import UserError

from .common import AccountTestInvoicingCommon


class TestPosting(AccountTestInvoicingCommon):
    def test_numbers_follow_each_other_per_journal_and_year(self):
        moves = [self.init_invoice("out_invoice", amounts=[1.0], invoice_date=f"{year}-05-05", post=True)
                 for year in (2025, 2025, 2026)]
        self.assertEqual([move.name for move in moves], ["INV/2025/00001", "INV/2025/00002", "INV/2026/00001"])
        bill = self.init_invoice("in_invoice", amounts=[1.0], invoice_date="2025-01-01", post=True)
        self.assertEqual(bill.name, "BILL/2025/00001")

    def test_a_refused_posting_leaves_no_gap(self):
        first = self.init_invoice("out_invoice", amounts=[1.0], post=True)
        empty = self.env["account.move"].create({"move_type": "out_invoice", "partner_id": self.partner_a.id})
        with self.assertRaises(UserError):
            empty.action_post()
        second = self.init_invoice("out_invoice", amounts=[1.0], post=True)
        self.assertEqual((first.sequence_number + 1, empty.name), (second.sequence_number, "/"))

    def test_numbers_given_by_hand_move_the_series(self):
        imported = self.init_invoice("out_invoice", amounts=[1.0])
        imported.name = "INV/2019/00100"
        imported.action_post()
        self.assertEqual(imported.name, "INV/2019/00100")
        self.assertEqual(self.init_invoice("out_invoice", amounts=[1.0], post=True).name, "INV/2019/00101")

    def test_all_reasons_are_given_at_once(self):
        move = self.env["account.move"].create({"move_type": "in_invoice"})
        with self.assertRaises(UserError) as refused:
            move.action_post()
        for words in ("no line", "no vendor", "no bill date"):
            self.assertIn(words, str(refused.exception))

    def test_posting_twice_is_refused(self):
        move = self.init_invoice("out_invoice", amounts=[1.0], post=True)
        with self.assertRaises(UserError):
            move.action_post()

    def test_negative_total_is_refused(self):
        with self.assertRaisesRegex(UserError, "negative"):
            self.init_invoice("out_invoice", amounts=[-10.0], post=True)

    def test_a_locked_period_takes_nothing(self):
        self.company.fiscalyear_lock_date = "2019-12-31"
        move = self.init_invoice("out_invoice", amounts=[1.0])
        with self.assertRaisesRegex(UserError, "closed up to 2019-12-31"):
            move.action_post()
        self.assertEqual(move.state, "draft")
        move.invoice_date = "2020-01-01"
        move.action_post()
        self.assertEqual(move.state, "posted")

    def test_lock_dates_of_sales_and_taxes(self):
        for name in ("sale_lock_date", "tax_lock_date", "hard_lock_date"):
            with self.subTest(name):
                self.company.write({"sale_lock_date": False, "tax_lock_date": False, name: "2019-06-30"})
                with self.assertRaises(UserError):
                    self.init_invoice("out_invoice", amounts=[1.0], post=True)

    def test_the_hard_lock_date_stays(self):
        self.company.hard_lock_date = "2019-06-30"
        with self.assertRaises(UserError):
            self.company.hard_lock_date = "2018-06-30"

    def test_a_posted_invoice_is_not_deleted_nor_changed(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        for attempt in (
            move.unlink,
            lambda: move.write({"partner_id": self.partner_b.id}),
            lambda: move.write({"invoice_line_ids": [Command.create({"product_id": self.product_b.id})]}),
            lambda: move.invoice_line_ids.write({"price_unit": 1.0}),
            move.invoice_line_ids.unlink,
        ):
            with self.assertRaises(UserError):
                attempt()
        self.assertEqual((move.amount_total, move.partner_id), (1150.0, self.partner_a))
        self.assertEqual(len(move.line_ids.exists()), 3)

    def test_back_to_draft_and_cancelled(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        number = move.name
        move.button_draft()
        self.assertEqual((move.state, move.name), ("draft", number))
        move.invoice_line_ids.quantity = 2
        move.action_post()
        self.assertEqual((move.name, move.amount_total), (number, 2300.0))
        move.button_cancel()
        self.assertEqual(move.state, "cancel")

    def test_only_the_last_number_may_disappear(self):
        first, second = (self.init_invoice("out_invoice", amounts=[1.0], post=True) for _number in range(2))
        (first + second).button_draft()
        with self.assertRaisesRegex(UserError, "gap"):
            first.unlink()
        second.unlink()
        self.assertEqual(self.init_invoice("out_invoice", amounts=[1.0], post=True).name, "INV/2019/00002")

    def test_history_tells_who_posted(self):
        move = self.init_invoice("out_invoice", amounts=[1.0], post=True)
        self.assertEqual(move.workflow.history()[:1].name, "post")

    def test_customers_become_customers(self):
        self.init_invoice("out_invoice", amounts=[1.0], post=True)
        self.assertEqual(self.partner_a.customer_rank, 1)
