from core import _, fields, models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    has_valuation = fields.Boolean(compute="_compute_has_valuation")

    def _compute_has_valuation(self):
        found = self.env["stock.valuation.layer"].sudo()._read_group(
            [("stock_move_id.picking_id", "in", self.ids)], ["stock_move_id"])
        valued = {move.picking_id.id for (move,) in found}
        for picking in self:
            picking.has_valuation = picking.id in valued

    def action_view_stock_valuation_layers(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("stock_account.stock_valuation_layer_action")
        return {**action, "name": _("Valuation of %s", self.name), "domain": [("stock_move_id.picking_id", "=", self.id)],
                "context": {}}
