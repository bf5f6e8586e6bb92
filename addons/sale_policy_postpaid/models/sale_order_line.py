from core import models


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _invoicing_basis(self):
        """Goods are invoiced as delivered, whatever the product says."""
        if self.order_id.order_policy == "postpaid" and self._is_shipped():
            return "delivery"
        return super()._invoicing_basis()
