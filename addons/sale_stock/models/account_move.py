from core import fields, models


class AccountMove(models.Model):
    _inherit = "account.move"

    picking_ids = fields.Many2many("stock.picking", "stock_picking_invoice_rel", "invoice_id", "picking_id", "Deliveries",
                                   copy=False)
