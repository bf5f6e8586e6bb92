"""What waits for a salesperson on the home page."""
from core import _, api, models


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _todos(self):
        return super()._todos() + [
            {"menu": "sale.sale_menu_root", "name": _("Quotations to send"), "model": "sale.order", "action": "sale.action_quotations",
             "domain": [("state", "=", "draft"), ("user_id", "in", [self.env.uid, False])]},
            {"menu": "sale.sale_menu_root", "name": _("Orders to invoice"), "model": "sale.order", "action": "sale.action_orders_to_invoice",
             "domain": [("invoice_status", "=", "to invoice")]},
        ]
