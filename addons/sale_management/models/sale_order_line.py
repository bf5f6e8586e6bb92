from core import fields, models


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    sale_order_option_ids = fields.One2many("sale.order.option", "line_id", "Optional Products Lines")
