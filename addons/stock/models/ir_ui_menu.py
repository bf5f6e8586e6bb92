"""What waits for the warehouse on the home page."""
from datetime import timedelta, timezone

from core import _, api, fields, models


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    @api.model
    def _todos(self):
        midnight = fields.Datetime.context_timestamp(self, fields.Datetime.now()).replace(hour=0, minute=0, second=0, microsecond=0)
        begin_of_today, begin_of_tomorrow = (
            fields.Datetime.to_string(moment.astimezone(timezone.utc).replace(tzinfo=None)) for moment in (midnight, midnight + timedelta(days=1)))
        open_states = ("state", "in", ["confirmed", "waiting", "assigned"])
        return super()._todos() + [
            {"menu": "stock.menu_stock_root", "name": _("Deliveries due"), "model": "stock.picking", "action": "stock.action_picking_tree_outgoing",
             "domain": [("picking_type_code", "=", "outgoing"), open_states, ("scheduled_date", "<", begin_of_tomorrow)]},
            {"menu": "stock.menu_stock_root", "name": _("Receipts due"), "model": "stock.picking", "action": "stock.action_picking_tree_incoming",
             "domain": [("picking_type_code", "=", "incoming"), open_states, ("scheduled_date", "<", begin_of_tomorrow)]},
            {"menu": "stock.menu_stock_root", "name": _("Late transfers"), "model": "stock.picking", "action": "stock.action_picking_tree_all",
             "domain": [open_states, ("scheduled_date", "<", begin_of_today)], "late": True},
        ]
