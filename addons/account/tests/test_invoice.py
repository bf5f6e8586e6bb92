from core import Command
from core.exceptions import UserError
from core.tests import Form

from .common import AccountTestInvoicingCommon


class TestInvoice(AccountTestInvoicingCommon):
    def test_lines_are_derived_from_the_products(self):
        move = self.init_invoice("out_invoice", products=self.product_a + self.product_b)
        self.assertEqual(self.ledger(move), [
            ("121000", 1380.0, 0.0), ("251000", 0.0, 180.0), ("400000", 0.0, 200.0), ("400000", 0.0, 1000.0)])
        self.assertRecordValues(move, [{
            "amount_untaxed": 1200.0, "amount_tax": 180.0, "amount_total": 1380.0, "amount_residual": 1380.0,
            "amount_total_signed": 1380.0, "state": "draft", "payment_state": "not_paid", "name": "/"}])

    def test_a_vendor_bill_is_the_mirror(self):
        move = self.init_invoice("in_invoice", products=self.product_a)
        self.assertEqual(self.ledger(move), [("131000", 120.0, 0.0), ("211000", 0.0, 920.0), ("600000", 800.0, 0.0)])
        self.assertEqual((move.amount_total, move.amount_total_signed), (920.0, -920.0))

    def test_one_tax_line_per_tax_however_many_lines(self):
        move = self.init_invoice("out_invoice", amounts=[0.05] * 20)
        self.assertEqual(len(move.line_ids.filtered("tax_line_id")), 1)
        self.assertEqual((move.amount_untaxed, move.amount_tax), (1.0, 0.15))

    def test_editing_a_line_moves_tax_and_total(self):
        move = self.init_invoice("out_invoice", products=self.product_a)
        tax_line = move.line_ids.filtered("tax_line_id")
        move.invoice_line_ids.quantity = 3
        self.assertEqual((move.amount_total, tax_line.balance), (3450.0, -450.0))
        self.assertEqual(move.line_ids.filtered("tax_line_id"), tax_line)
        move.write({"invoice_line_ids": [Command.create({"product_id": self.product_b.id})]})
        self.assertEqual(move.amount_total, 3680.0)
        move.invoice_line_ids[0].unlink()
        self.assertEqual(move.amount_total, 230.0)
        move.invoice_line_ids.tax_ids = False
        self.assertEqual((move.amount_total, move.amount_tax), (200.0, 0.0))
        self.assertFalse(move.line_ids.filtered("tax_line_id"))

    def test_another_product_on_a_line_brings_its_own_values(self):
        move = self.init_invoice("out_invoice", products=self.product_a)
        line = move.invoice_line_ids
        line.product_id = self.product_b
        self.assertEqual((line.name, line.price_unit, move.amount_total), ("product_b", 200.0, 230.0))

    def test_what_was_typed_stays_when_the_customer_changes(self):
        position = self.env["account.fiscal.position"].create({"name": "P", "auto_apply": True,
                                                               "country_id": self.env.ref("base.fr").id})
        self.partner_b.country_id = self.env.ref("base.fr")
        move = self.init_invoice("out_invoice", amounts=[70.0])
        move.invoice_line_ids.tax_ids = False
        move.partner_id = self.partner_b
        self.assertEqual((move.fiscal_position_id, move.amount_total), (position, 70.0))
        self.assertEqual(move.line_ids.partner_id, self.partner_b)

    def test_discount(self):
        move = self.init_invoice("out_invoice", products=self.product_a)
        move.invoice_line_ids.discount = 10
        self.assertEqual((move.amount_untaxed, move.amount_tax, move.amount_total), (900.0, 135.0, 1035.0))

    def test_sections_and_notes_carry_no_amount(self):
        move = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.partner_a.id,
            "invoice_line_ids": [
                Command.create({"display_type": "line_section", "name": "Furniture"}),
                Command.create({"product_id": self.product_a.id}),
                Command.create({"display_type": "line_note", "name": "Thank you"})]})
        self.assertEqual(move.amount_total, 1150.0)
        self.assertEqual(len(move.invoice_line_ids), 3)

    def test_payment_term_splits_the_receivable(self):
        move = self.env["account.move"].create({
            "move_type": "out_invoice", "partner_id": self.partner_a.id, "invoice_date": "2026-01-01",
            "invoice_payment_term_id": self.pay_terms_b.id,
            "invoice_line_ids": [Command.create({"product_id": self.product_a.id})]})
        terms = move.line_ids.filtered(lambda line: line.display_type == "payment_term").sorted("date_maturity")
        self.assertEqual([(str(line.date_maturity), line.debit) for line in terms],
                         [("2026-01-01", 345.0), ("2026-03-02", 805.0)])
        self.assertEqual(str(move.invoice_date_due), "2026-03-02")

    def test_prices_with_tax_included(self):
        tax = self.tax_sale_a.copy({"name": "15% incl", "price_include_override": "tax_included"})
        move = self.init_invoice("out_invoice", amounts=[115.0], taxes=tax)
        self.assertEqual((move.amount_untaxed, move.amount_tax, move.amount_total), (100.0, 15.0, 115.0))

    def test_form_as_a_salesperson_uses_it(self):
        with Form(self.env["account.move"].with_context(default_move_type="out_invoice")) as form:
            form.partner_id = self.partner_a
            with form.invoice_line_ids.new() as line:
                line.product_id = self.product_a
            with form.invoice_line_ids.new() as line:
                line.product_id = self.product_b
                line.quantity = 2
        move = form.save()
        self.assertEqual(move.amount_total, 1610.0)
        self.assertEqual(move.invoice_line_ids.mapped("price_subtotal"), [1000.0, 400.0])

    def test_copy_starts_over(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        copy = move.copy()
        self.assertRecordValues(copy, [{"state": "draft", "name": "/", "amount_total": 1150.0, "invoice_date": False}])
        self.assertEqual(len(copy.line_ids), 3)

    def test_credit_note_settles_the_invoice(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        refund = move._reverse_moves(cancel=True)
        self.assertRecordValues(refund, [{"move_type": "out_refund", "amount_total": 1150.0, "state": "posted",
                                          "reversed_entry_id": move.id}])
        self.assertEqual(self.ledger(refund), [("121000", 0.0, 1150.0), ("251000", 150.0, 0.0), ("400000", 1000.0, 0.0)])
        self.assertEqual((move.payment_state, move.amount_residual), ("reversed", 0.0))

    def test_credit_note_by_the_dialog_stays_a_draft(self):
        move = self.init_invoice("out_invoice", products=self.product_a, post=True)
        wizard = self.env["account.move.reversal"].with_context(
            active_model="account.move", active_ids=move.ids).create({"reason": "broken", "journal_id": move.journal_id.id})
        wizard.reverse_moves()
        self.assertRecordValues(wizard.new_move_ids, [{"state": "draft", "amount_total": 1150.0}])

    def test_switching_the_type(self):
        move = self.init_invoice("out_invoice", amounts=[-100.0])
        move.action_switch_move_type()
        self.assertRecordValues(move, [{"move_type": "out_refund", "amount_total": 115.0}])
        self.assertEqual(move.direction_sign, 1)

    def test_tax_totals_for_the_page(self):
        move = self.init_invoice("out_invoice", products=self.product_a)
        totals = move.tax_totals
        self.assertEqual((totals["base_amount_currency"], totals["tax_amount_currency"], totals["total_amount_currency"]),
                         (1000.0, 150.0, 1150.0))
        self.assertEqual(totals["subtotals"][0]["tax_groups"][0]["group_name"], "Tax 15%")

    def test_a_batch_of_invoices_costs_few_statements(self):
        self.init_invoice("out_invoice", products=self.product_a, post=True)
        self.env.flush_all()
        before = self.env.cr.sql_log_count
        moves = self.env["account.move"].create([{
            "move_type": "out_invoice", "partner_id": self.partner_a.id, "invoice_date": "2026-01-01",
            "invoice_line_ids": [Command.create({"product_id": self.product_a.id}) for _number in range(5)]}
            for _number in range(20)])
        moves.action_post()
        self.env.flush_all()
        self.assertLessEqual(self.env.cr.sql_log_count - before, 60)
        self.assertEqual(len(set(moves.mapped("name"))), 20)

    def test_missing_journal_is_explained(self):
        self.company_data["default_journal_sale"].active = False
        with self.assertRaisesRegex(UserError, "no journal"):
            self.init_invoice("out_invoice", products=self.product_a)
