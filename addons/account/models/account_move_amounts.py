from core import api, models

from .account_move import BLOCKING_PAYMENT_STATES


class AccountMove(models.Model):
    """Totals, taxes and payment status: sums over the journal items."""

    _inherit = "account.move"

    @api.depends(
        "line_ids.balance", "line_ids.amount_currency", "line_ids.amount_residual",
        "line_ids.amount_residual_currency", "line_ids.display_type", "line_ids.tax_line_id", "state", "currency_id")
    def _compute_amount(self):
        """Totals are sums over the journal items, so they never differ from the ledger."""
        for move in self:
            move._set_amounts(*move._sum_lines())

    def _sum_lines(self):
        """(untaxed, tax, total, residual) in company currency, then in the document's currency, as ledger balances."""
        is_invoice = self.is_invoice(include_receipts=True)
        untaxed, tax, total, residual = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]

        def add(sums, company_amount, currency_amount):
            sums[0] += company_amount
            sums[1] += currency_amount

        for line in self.line_ids:
            kind = line.display_type
            if not is_invoice:
                if line.balance > 0:
                    add(total, line.balance, line.amount_currency)
            elif kind == "tax":
                add(tax, line.balance, line.amount_currency)
                add(total, line.balance, line.amount_currency)
            elif kind in ("product", "rounding"):
                add(untaxed, line.balance, line.amount_currency)
                add(total, line.balance, line.amount_currency)
            elif kind == "payment_term":
                add(residual, line.amount_residual, line.amount_residual_currency)
        return untaxed, tax, total, residual

    def _set_amounts(self, untaxed, tax, total, residual):
        sign = self.direction_sign
        currency = self.currency_id or self.company_id.currency_id
        in_entry_currency = 1 if self.move_type == "entry" else -1
        round_document, round_company = currency.round, self.company_currency_id.round
        self.amount_untaxed = round_document(sign * untaxed[1])
        self.amount_tax = round_document(sign * tax[1])
        self.amount_total = round_document(sign * total[1])
        self.amount_residual = round_document(-sign * residual[1])
        self.amount_untaxed_signed = round_company(-untaxed[0])
        self.amount_untaxed_in_currency_signed = round_document(-untaxed[1])
        self.amount_tax_signed = round_company(-tax[0])
        self.amount_total_signed = round_company(abs(total[0]) if in_entry_currency == 1 else -total[0])
        self.amount_residual_signed = round_company(residual[0])
        self.amount_total_in_currency_signed = round_document(
            abs(self.amount_total) if in_entry_currency == 1 else -(sign * self.amount_total))

    def _inverse_amount_total(self):
        """A two-line entry may be typed as its total alone."""
        for move in self.filtered(lambda move: move.is_entry() and len(move.line_ids) == 2):
            amount = abs(move.amount_total)
            for line in move.line_ids:
                line.balance = amount if line.balance > 0 else -amount

    @api.depends(
        "invoice_line_ids.price_unit", "invoice_line_ids.quantity", "invoice_line_ids.discount",
        "invoice_line_ids.tax_ids", "invoice_line_ids.display_type", "currency_id", "move_type")
    def _compute_tax_totals(self):
        taxes = self.env["account.tax"]
        for move in self:
            if not move.is_invoice(include_receipts=True):
                move.tax_totals = None
                continue
            base_lines = [move._prepare_product_base_line_for_taxes_computation(line)
                          for line in move.invoice_line_ids if line.display_type == "product"]
            move.tax_totals = taxes._get_tax_totals_summary(
                base_lines, move.currency_id or self.env.company.currency_id, move.company_id or self.env.company)

    @api.depends("amount_total", "currency_id")
    @api.depends_context("lang")
    def _compute_amount_total_words(self):
        for move in self:
            move.amount_total_words = move.currency_id.amount_to_text(move.amount_total) if move.currency_id else ""

    @api.depends("amount_residual", "move_type", "state", "company_id", "reversal_move_ids.payment_state")
    def _compute_payment_state(self):
        for move in self:
            move.payment_state = move._current_payment_state()

    def _current_payment_state(self):
        if self.payment_state in BLOCKING_PAYMENT_STATES and self.state == "posted":
            return self.payment_state
        if self.state != "posted" or not self.is_invoice(include_receipts=True):
            return "not_paid"
        currency = self.currency_id or self.company_currency_id
        if not currency.is_zero(self.amount_residual):
            paid_in_part = currency.compare_amounts(abs(self.amount_residual), abs(self.amount_total)) < 0
            return "partial" if paid_in_part else "not_paid"
        if currency.is_zero(self.amount_total):
            return "paid"
        return "reversed" if self._settled_by_reversal_only() else self._get_invoice_in_payment_state_when_settled()

    def _get_invoice_in_payment_state_when_settled(self):
        """Paid at once; an addon with bank statements answers 'in_payment' until the statement line is matched."""
        return "paid"

    def _settled_by_reversal_only(self):
        counterparts = self._matched_moves()
        reverse = {"out_invoice": "out_refund", "in_invoice": "in_refund", "out_refund": "out_invoice",
                   "in_refund": "in_invoice"}.get(self.move_type)
        return bool(counterparts) and all(
            move.move_type == reverse or (move.move_type == "entry" and move.reversed_entry_id == self)
            for move in counterparts)

    def _matched_moves(self):
        lines = self.line_ids.filtered(lambda line: line.account_id.reconcile)
        return (lines.matched_debit_ids.debit_move_id | lines.matched_credit_ids.credit_move_id).move_id - self

    @api.model
    def _get_invoice_in_payment_state(self):
        return "paid"

    @api.depends("payment_state", "state")
    def _compute_status_in_payment(self):
        for move in self:
            move.status_in_payment = move.payment_state if move.state == "posted" else move.state
