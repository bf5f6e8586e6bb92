from core import Command, api, fields, models


class MassCancelOrders(models.TransientModel):
    """Cancels the orders chosen in a list."""

    _name = "sale.mass.cancel.orders"
    _description = "Cancel multiple quotations"

    sale_order_ids = fields.Many2many("sale.order", "sale_order_mass_cancel_wizard_rel", string="Orders",
                                      default=lambda self: [Command.set(self.env.context.get("active_ids", []))])
    sale_orders_count = fields.Integer("Orders to cancel", compute="_compute_sale_orders_count")
    has_confirmed_order = fields.Boolean("Some are confirmed", compute="_compute_has_confirmed_order")

    @api.depends("sale_order_ids")
    def _compute_sale_orders_count(self):
        for wizard in self:
            wizard.sale_orders_count = len(wizard.sale_order_ids)

    @api.depends("sale_order_ids")
    def _compute_has_confirmed_order(self):
        for wizard in self:
            wizard.has_confirmed_order = any(order.state == "sale" for order in wizard.sale_order_ids)

    def action_mass_cancel(self):
        self.sale_order_ids._action_cancel()
