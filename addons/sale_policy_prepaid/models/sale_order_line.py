from core import models


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _invoicing_basis(self):
        """What is paid before delivery is what was ordered, whatever the product says."""
        if self.order_id.order_policy == "prepaid":
            return "order"
        return super()._invoicing_basis()
