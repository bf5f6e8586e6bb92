from core import _, api, fields, models
from core.exceptions import UserError


class SaleAdvancePaymentInv(models.TransientModel):
    """Asks how the chosen orders are to be invoiced, and does it."""

    _name = "sale.advance.payment.inv"
    _description = "Sales Advance Payment Invoice"

    advance_payment_method = fields.Selection([("delivered", "Regular invoice")], "Create Invoice", default="delivered",
                                              required=True, help="Invoices everything that can be invoiced now.")
    sale_order_ids = fields.Many2many("sale.order", default=lambda self: self.env.context.get("active_ids"))
    count = fields.Integer("Order Count", compute="_compute_count")
    consolidated_billing = fields.Boolean("Consolidated Billing", default=True,
                                          help="One invoice for all orders of the same customer and terms.")
    has_down_payments = fields.Boolean("Has down payments", compute="_compute_count")
    deduct_down_payments = fields.Boolean("Deduct down payments", default=True)

    @api.depends("sale_order_ids")
    def _compute_count(self):
        for wizard in self:
            wizard.count = len(wizard.sale_order_ids)
            wizard.has_down_payments = any(line.is_downpayment for line in wizard.sale_order_ids.order_line)

    def create_invoices(self):
        """Create the invoices and show them."""
        invoices = self._create_invoices(self.sale_order_ids)
        return self.sale_order_ids.action_view_invoice(invoices=invoices)

    def _create_invoices(self, sale_orders):
        self.ensure_one()
        unconfirmed = sale_orders.filtered(lambda order: order.state != "sale")
        if unconfirmed:
            raise UserError(_("Confirm %s before you invoice it.", ", ".join(unconfirmed.mapped("name"))))
        return sale_orders._create_invoices(final=self.deduct_down_payments, grouped=not self.consolidated_billing)
