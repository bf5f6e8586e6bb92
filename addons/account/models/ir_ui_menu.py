"""What waits for an accountant on the home page."""
from core import _, api, fields, models


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _todos(self):
        today = fields.Date.to_string(fields.Date.context_today(self))
        unpaid = [("state", "=", "posted"), ("payment_state", "in", ["not_paid", "partial"]), ("invoice_date_due", "<", today)]
        return super()._todos() + [
            {"menu": "account.menu_finance", "name": _("Invoices to post"), "model": "account.move", "action": "account.action_move_out_invoice_type",
             "domain": [("move_type", "in", ["out_invoice", "out_refund"]), ("state", "=", "draft")]},
            {"menu": "account.menu_finance", "name": _("Overdue invoices"), "model": "account.move", "action": "account.action_move_out_invoice_type",
             "domain": [("move_type", "=", "out_invoice"), *unpaid], "late": True},
            {"menu": "account.menu_finance", "name": _("Overdue bills"), "model": "account.move", "action": "account.action_move_in_invoice_type",
             "domain": [("move_type", "=", "in_invoice"), *unpaid], "late": True},
        ]
