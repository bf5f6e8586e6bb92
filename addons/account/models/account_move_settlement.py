from core import _, fields, models
from core.exceptions import UserError
from core.tools import format_amount


class AccountMove(models.Model):
    """What settles a document, and what could."""

    _inherit = "account.move"

    def _outstanding_lines(self):
        """Open items of the partner that could settle this document."""
        self.ensure_one()
        accounts = self.line_ids.filtered(lambda line: line.display_type == "payment_term").account_id
        if self.state != "posted" or not accounts or self.payment_state not in ("not_paid", "partial"):
            return self.env["account.move.line"]
        return self.env["account.move.line"].search([
            ("account_id", "in", accounts.ids), ("parent_state", "=", "posted"),
            ("partner_id", "=", self.commercial_partner_id.id), ("reconciled", "=", False),
            ("balance", "<" if self.is_inbound() else ">", 0.0),
            "|", ("amount_residual", "!=", 0.0), ("amount_residual_currency", "!=", 0.0)])

    def _compute_outstanding(self):
        for move in self:
            lines = move._outstanding_lines() if move.id and move.is_invoice(include_receipts=True) else ()
            move.invoice_has_outstanding = bool(lines)
            move.invoice_outstanding_credits_debits_widget = {
                "outstanding": True, "move_id": move.id,
                "title": _("Outstanding credits") if move.is_inbound() else _("Outstanding debits"),
                "content": [move._outstanding_entry(line) for line in lines],
            } if lines else False

    def _outstanding_entry(self, line):
        same_currency = line.currency_id == self.currency_id
        amount = abs(line.amount_residual_currency if same_currency else line.amount_residual)
        currency = line.currency_id if same_currency else self.company_currency_id
        return {
            "journal_name": line.ref or line.move_name, "amount": amount, "currency_id": currency.id, "id": line.id,
            "move_id": line.move_id.id, "date": fields.Date.to_string(line.date),
            "formatted_amount": format_amount(self.env, amount, currency),
        }

    def _compute_payments_widget(self):
        for move in self:
            partials = move._get_reconciled_partials() if move.id and move.state == "posted" else ()
            move.invoice_payments_widget = {
                "title": _("Less Payment"), "outstanding": False,
                "content": [move._payment_entry(*partial) for partial in partials],
            } if partials and move.is_invoice(include_receipts=True) else False

    def _get_reconciled_partials(self):
        """(partial, amount in the document's currency, counterpart line) for the receivable and payable lines."""
        lines = self.line_ids.filtered(
            lambda line: line.account_type in ("asset_receivable", "liability_payable"))
        return [(partial, partial.debit_amount_currency, partial.credit_move_id)
                for partial in lines.matched_credit_ids] + [
                    (partial, partial.credit_amount_currency, partial.debit_move_id)
                    for partial in lines.matched_debit_ids]

    def _payment_entry(self, partial, amount, counterpart):
        return {
            "name": counterpart.name, "journal_name": counterpart.journal_id.name, "amount": amount,
            "currency_id": self.currency_id.id, "date": fields.Date.to_string(counterpart.date),
            "partial_id": partial.id, "account_payment_id": counterpart.payment_id.id,
            "move_id": counterpart.move_id.id, "ref": counterpart.move_id.ref or counterpart.move_id.name,
            "formatted_amount": format_amount(self.env, amount, self.currency_id),
        }

    def js_assign_outstanding_line(self, line_id):
        """Settle this document with an open item of the partner."""
        self.ensure_one()
        line = self.env["account.move.line"].browse(line_id)
        line += self.line_ids.filtered(lambda own: own.account_id == line.account_id and not own.reconciled)
        return line.reconcile()

    def action_use_outstanding(self):
        """Settle these documents with what the partner has open with us, oldest first."""
        for move in self:
            lines = move._outstanding_lines()
            if not lines:
                raise UserError(_("%s has no open credit that could settle it.", move.display_name))
            (lines + move.line_ids.filtered(
                lambda line, lines=lines: line.account_id in lines.account_id and not line.reconciled)).reconcile()
        return True

    def js_remove_outstanding_partial(self, partial_id):
        self.ensure_one()
        return self.env["account.partial.reconcile"].browse(partial_id).unlink()

    def _get_reconciled_payments(self):
        return self._matched_moves().origin_payment_id

    def _get_reconciled_invoices(self):
        return self._matched_moves().filtered(lambda move: move.is_invoice(include_receipts=True))
