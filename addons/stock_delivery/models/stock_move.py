from core import api, fields, models


class StockMove(models.Model):
    _inherit = "stock.move"

    weight = fields.Float(compute="_compute_weight", digits="Stock Weight", store=True, compute_sudo=True)

    @api.depends("product_id.weight", "product_qty")
    def _compute_weight(self):
        for move in self:
            move.weight = move.product_qty * move.product_id.weight

    def _get_new_picking_values(self):
        values = super()._get_new_picking_values()
        carrier = self.group_id.sale_id.carrier_id[:1]
        if carrier and self[0].location_dest_id.usage == "customer":
            values["carrier_id"] = carrier.id
        return values
