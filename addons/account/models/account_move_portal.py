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

    # -- sending ------------------------------------------------------------------------------------

    def action_invoice_sent(self):
        """The dialog that mails the invoices to their customers; sending marks them as sent."""
        template = self.env.ref(self._get_mail_template_xmlid(), raise_if_not_found=False)
        return self._composer_action(template, mark_invoice_as_sent=True,
                                     default_email_layout_xmlid="mail.mail_notification_layout_with_responsible_signature")

    def action_send_and_print(self):
        return self.action_invoice_sent()

    def _get_mail_template_xmlid(self):
        refunds = self and all(move.move_type == "out_refund" for move in self)
        return "account.email_template_edi_credit_note" if refunds else "account.email_template_edi_invoice"

    def message_post(self, **kwargs):
        if self.env.context.get("mark_invoice_as_sent"):
            self.filtered(lambda move: not move.is_move_sent).write({"is_move_sent": True})
        return super(AccountMovePortal, self.with_context(mark_invoice_as_sent=False)).message_post(**kwargs)

    # -- its page -----------------------------------------------------------------------------------

    def _get_invoice_portal_extra_values(self, custom_amount=None):
        """What the portal's list shows of an invoice beside its own fields."""
        self.ensure_one()
        return {"invoice": self, "amount_due": self.amount_residual, "is_overdue": self._is_overdue_on_portal()}

    def _is_overdue_on_portal(self):
        self.ensure_one()
        return (self.state == "posted" and self.move_type == "out_invoice" and self.payment_state in ("not_paid", "partial")
                and bool(self.invoice_date_due) and self.invoice_date_due < fields.Date.context_today(self))
