"""The receipt of a payment: which documents it settled, and with how much."""
from core import _, models


class AccountPaymentReceipt(models.Model):
    _inherit = "account.payment"

    def _get_payment_receipt_report_values(self):
        """What the printed receipt shows beside the payment's own fields."""
        self.ensure_one()
        rows = [self._receipt_row(invoice) for invoice in self.reconciled_invoice_ids | self.reconciled_bill_ids]
        return {
            "display_invoices": bool(rows), "display_payment_method": bool(self.payment_method_line_id), "invoices": rows,
            "display_currency": any(row["invoice"].currency_id != self.currency_id for row in rows),
        }

    def _receipt_row(self, invoice):
        """The document, and what of it this payment settled, in the document's currency."""
        own = self.move_id.line_ids
        paid = sum(amount for _partial, amount, counterpart in invoice._get_reconciled_partials() if counterpart in own)
        return {"invoice": invoice, "amount": paid, "amount_currency": paid}

    def _get_payment_receipt_file_name(self):
        self.ensure_one()
        return _("Payment Receipt - %s", self.name or "").replace("/", "_")
