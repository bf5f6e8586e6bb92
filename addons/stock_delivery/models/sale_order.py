from core import models


class SaleOrder(models.Model):
    _inherit = "sale.order"

    def set_delivery_line(self, carrier, amount):
        """Deliveries that have not left follow the method."""
        result = super().set_delivery_line(carrier, amount)
        waiting = self.picking_ids.filtered(
            lambda picking: picking.state not in ("done", "cancel") and picking.picking_type_code == "outgoing")
        waiting.write({"carrier_id": carrier.id})
        return result

    def _set_real_delivery_cost(self, carrier, cost):
        """The customer is invoiced what the delivery really cost."""
        self.ensure_one()
        price = carrier._apply_margins(cost, self)
        if carrier.free_over and self._compute_amount_total_without_delivery() >= carrier._threshold(self):
            price = 0.0
        lines = self.order_line.filtered(lambda line: line.is_delivery and line.product_id == carrier.product_id
                                         and self.currency_id.is_zero(line.price_unit) and not line.qty_invoiced)
        line = lines[:1] or self._create_delivery_line(carrier, price)
        line.sudo().write({"price_unit": price, "technical_price_unit": price})
