from core import _, api, fields, models
from core.exceptions import UserError


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    is_delivery = fields.Boolean("Is a Delivery", default=False)
    product_qty = fields.Float("Product Qty", compute="_compute_product_qty", digits="Product Unit of Measure",
                               help="Quantity in the unit of the product.")
    recompute_delivery_price = fields.Boolean(related="order_id.recompute_delivery_price")

    @api.depends("product_id", "product_uom", "product_uom_qty")
    def _compute_product_qty(self):
        for line in self:
            unit = line.product_id.uom_id
            line.product_qty = line.product_uom._compute_quantity(line.product_uom_qty, unit) \
                if unit and line.product_uom and line.product_uom != unit else line.product_uom_qty

    def _is_delivery(self):
        self.ensure_one()
        return self.is_delivery

    def _goods_to_deliver(self):
        """Lines whose goods travel."""
        return self.filtered(lambda line: line.state != "cancel" and not line.is_delivery and not line.display_type
                             and line.product_id and line.product_id.type != "service" and line.product_uom_qty > 0)

    def unlink(self):
        """Without its line an order has no delivery method."""
        self.filtered("is_delivery").order_id.filtered("carrier_id").carrier_id = False
        return super().unlink()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_invoiced_delivery(self):
        for line in self:
            if line.is_delivery and line.qty_invoiced:
                raise UserError(_("%(order)s: the delivery costs were invoiced and stay on the order.",
                                  order=line.order_id.display_name))

    def _check_line_unlink(self):
        """Delivery costs may be taken off a confirmed order."""
        undeletable = super()._check_line_unlink()
        return undeletable.filtered(lambda line: not line.is_delivery or line.qty_invoiced)

    def _compute_pricelist_item_id(self):
        delivery = self.filtered("is_delivery")
        super(SaleOrderLine, self - delivery)._compute_pricelist_item_id()
        delivery.pricelist_item_id = False
