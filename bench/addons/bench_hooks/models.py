from core import fields, models


class SaleOrder(models.Model):
    _inherit = "sale.order"

    bench_note = fields.Char()

    def write(self, vals):
        return super().write(vals)

    def action_confirm(self):
        return super().action_confirm()

    def _prepare_invoice(self):
        return {**super()._prepare_invoice(), "narration": self.bench_note}


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    bench_code = fields.Char()

    def _prepare_invoice_line(self, **optional_values):
        return super()._prepare_invoice_line(**optional_values)

    def _prepare_procurement_values(self, group_id=False):
        return {**super()._prepare_procurement_values(group_id), "bench_code": self.bench_code}


class StockMove(models.Model):
    _inherit = "stock.move"

    def _action_done(self, cancel_backorder=False):
        return super()._action_done(cancel_backorder=cancel_backorder)
