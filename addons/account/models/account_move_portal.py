"""The invoice as its customer sees it."""
from core import fields, models


class AccountMovePortal(models.Model):
    _name = "account.move"
    _inherit = ["account.move", "portal.mixin"]

    def _compute_access_url(self):
        super()._compute_access_url()
        for move in self:
            move.access_url = f"/my/invoices/{move.id}" if move.is_invoice() else "#"

    def preview_invoice(self):
        """The invoice as the customer sees it."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "target": "self", "url": self.get_portal_url()}

    def _get_invoice_portal_extra_values(self, custom_amount=None):
        """What the portal's list shows of an invoice beside its own fields."""
        self.ensure_one()
        return {"invoice": self, "amount_due": self.amount_residual, "is_overdue": self._is_overdue_on_portal()}

    def _is_overdue_on_portal(self):
        self.ensure_one()
        return (self.state == "posted" and self.move_type == "out_invoice" and self.payment_state in ("not_paid", "partial")
                and bool(self.invoice_date_due) and self.invoice_date_due < fields.Date.context_today(self))
