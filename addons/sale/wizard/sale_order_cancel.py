from core import _, fields, models


class SaleOrderCancel(models.TransientModel):
    """Asks before an order is cancelled; addons add what they want to know (a reason …)."""

    _name = "sale.order.cancel"
    _description = "Sales Order Cancel"

    order_id = fields.Many2one("sale.order", "Sale Order", required=True, ondelete="cascade",
                               default=lambda self: self.env.context.get("active_id"))
    body = fields.Html("Message to the Customer")
    display_invoice_alert = fields.Boolean("Invoice Alert", compute="_compute_display_invoice_alert")

    def _compute_display_invoice_alert(self):
        for wizard in self:
            wizard.display_invoice_alert = any(move.state == "draft" for move in wizard.order_id.invoice_ids)

    def action_cancel(self):
        """Cancel the order."""
        return self.order_id.with_context(disable_cancel_warning=True).action_cancel()

    def action_send_mail_and_cancel(self):
        """Tell the customer, and cancel the order."""
        self.order_id.message_post(body=self.body or _("%s was cancelled.", self.order_id.name),
                                   partner_ids=self.order_id.partner_id.ids)
        return self.action_cancel()
