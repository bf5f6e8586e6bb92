"""Can the line be delivered in time? Asked for all lines shown, in one question per warehouse and date."""
from collections import defaultdict

from core import api, fields, models


class SaleOrderLineAvailability(models.Model):
    _inherit = "sale.order.line"

    warehouse_id = fields.Many2one("stock.warehouse", related="order_id.warehouse_id")
    virtual_available_at_date = fields.Float(compute="_compute_qty_at_date", digits="Product Unit of Measure")
    qty_available_today = fields.Float(compute="_compute_qty_at_date", digits="Product Unit of Measure")
    free_qty_today = fields.Float(compute="_compute_qty_at_date", digits="Product Unit of Measure")
    scheduled_date = fields.Datetime(compute="_compute_qty_at_date")
    forecast_expected_date = fields.Datetime(compute="_compute_qty_at_date")
    qty_to_deliver = fields.Float(compute="_compute_qty_to_deliver", digits="Product Unit of Measure")
    display_qty_widget = fields.Boolean(compute="_compute_qty_to_deliver")
    is_mto = fields.Boolean(compute="_compute_is_mto")
    is_storable = fields.Boolean(related="product_id.is_storable")

    @api.depends("product_uom_qty", "qty_delivered", "state", "is_storable")
    def _compute_qty_to_deliver(self):
        for line in self:
            line.qty_to_deliver = line.product_uom_qty - line.qty_delivered
            line.display_qty_widget = bool(line.state in ("draft", "sent", "sale") and line.is_storable
                                           and line.product_uom and line.qty_to_deliver > 0)

    @api.depends("product_id", "customer_lead", "product_uom_qty", "product_uom", "order_id.commitment_date", "warehouse_id",
                 "move_ids", "move_ids.state")
    def _compute_qty_at_date(self):
        alike = defaultdict(lambda: self.browse())
        for line in self:
            line.scheduled_date = line.order_id.commitment_date or line._expected_date() if line.product_id else False
            line.forecast_expected_date = False
            line.virtual_available_at_date = line.qty_available_today = line.free_qty_today = 0.0
            if line.is_storable:
                alike[line.warehouse_id.id, line.scheduled_date] |= line
        for (warehouse_id, date), lines in alike.items():
            products = lines.product_id.with_context(to_date=date, warehouse_id=warehouse_id)
            for line, product in zip(lines, [products.browse(line.product_id.id) for line in lines]):
                unit, own = product.uom_id, line.product_uom or product.uom_id
                line.qty_available_today = unit._compute_quantity(product.qty_available, own)
                line.free_qty_today = unit._compute_quantity(product.free_qty, own)
                line.virtual_available_at_date = unit._compute_quantity(product.virtual_available, own)

    @api.depends("product_id", "route_id", "warehouse_id")
    def _compute_is_mto(self):
        for line in self:
            routes = line.route_id or (line.product_id.route_ids | line.product_id.categ_id.total_route_ids)
            line.is_mto = any(rule.procure_method == "make_to_order" for rule in routes.sudo().rule_ids)
