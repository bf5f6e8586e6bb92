from core import _, api, fields, models
from core.exceptions import UserError


class SaleOrder(models.Model):
    _inherit = "sale.order"

    pickup_location_data = fields.Json()
    carrier_id = fields.Many2one("delivery.carrier", "Delivery Method", check_company=True, copy=False)
    delivery_message = fields.Char(readonly=True, copy=False)
    delivery_set = fields.Boolean(compute="_compute_delivery_state")
    recompute_delivery_price = fields.Boolean("Delivery cost should be recomputed", compute="_compute_recompute_delivery_price",
                                              store=True, readonly=False, copy=False)
    is_all_service = fields.Boolean("Service Product", compute="_compute_is_service_products")
    shipping_weight = fields.Float("Shipping Weight", compute="_compute_shipping_weight", store=True, readonly=False)

    @api.depends("order_line.is_delivery")
    def _compute_delivery_state(self):
        for order in self:
            order.delivery_set = any(line.is_delivery for line in order.order_line)

    @api.depends("order_line.product_id.type")
    def _compute_is_service_products(self):
        for order in self:
            order.is_all_service = all(line.product_id.type == "service" for line in order.order_line if not line.display_type)

    @api.depends("order_line.product_uom_qty", "order_line.product_uom", "order_line.product_id")
    def _compute_shipping_weight(self):
        for order in self:
            order.shipping_weight = order._get_estimated_weight()

    def _get_estimated_weight(self):
        """Kilograms of the goods on the order."""
        self.ensure_one()
        return sum(line.product_qty * line.product_id.weight for line in self.order_line._goods_to_deliver())

    def _compute_amount_total_without_delivery(self):
        self.ensure_one()
        delivery = sum(line.price_total for line in self.order_line if line.is_delivery)
        return self.amount_total - delivery

    @api.depends("order_line.product_id", "order_line.product_uom_qty", "order_line.product_uom", "partner_shipping_id")
    def _compute_recompute_delivery_price(self):
        """Other goods or another address: the delivery may cost something else."""
        for order in self:
            order.recompute_delivery_price = any(line.is_delivery for line in order.order_line)

    # -- the line of the delivery costs --------------------------------------------------------------

    def set_delivery_line(self, carrier, amount):
        """Put the delivery costs on the orders, in place of those they have."""
        self._remove_delivery_line()
        for order in self:
            order.carrier_id = carrier.id
            order._create_delivery_line(carrier, amount)
            order.recompute_delivery_price = False
        return True

    def _remove_delivery_line(self):
        lines = self.order_line.filtered("is_delivery")
        invoiced = lines.filtered("qty_invoiced")
        if invoiced:
            raise UserError(_("%(order)s: the delivery costs were invoiced and cannot change. Record a credit note first.",
                              order=invoiced[0].order_id.display_name))
        lines.unlink()

    def _create_delivery_line(self, carrier, price_unit):
        return self.env["sale.order.line"].sudo().create(self._prepare_delivery_line_vals(carrier, price_unit))

    def _prepare_delivery_line_vals(self, carrier, price_unit):
        self.ensure_one()
        carrier = carrier.with_context(lang=self.partner_id.lang)
        taxes = carrier.product_id.taxes_id._filter_taxes_by_company(self.company_id)
        taxes = self.fiscal_position_id.map_tax(taxes) if self.fiscal_position_id else taxes
        name = carrier.name
        if carrier.product_id.description_sale:
            name = f"{name}: {carrier.product_id.description_sale}"
        if carrier.free_over and self.currency_id.is_zero(price_unit):
            name = f"{name}\n{_('Free Shipping')}"
        last = self.order_line[-1:]
        return {
            "order_id": self.id,
            "name": name,
            "price_unit": 0.0 if carrier.invoice_policy == "real" else price_unit,
            "technical_price_unit": 0.0 if carrier.invoice_policy == "real" else price_unit,
            "product_uom_qty": 1,
            "product_uom": carrier.product_id.uom_id.id,
            "product_id": carrier.product_id.id,
            "tax_id": [(6, 0, taxes.ids)],
            "is_delivery": True,
            "sequence": last.sequence + 1 if last else 10,
        }

    def _get_update_prices_lines(self):
        """Delivery costs follow the method, not the pricelist."""
        return super()._get_update_prices_lines().filtered(lambda line: not line.is_delivery)

    def _get_copiable_order_lines(self):
        return super()._get_copiable_order_lines().filtered(lambda line: not line.is_delivery)

    def action_open_delivery_wizard(self):
        self.ensure_one()
        view = self.env.ref("delivery.choose_delivery_carrier_view_form")
        carrier = self.carrier_id or self.with_company(self.company_id).partner_shipping_id.property_delivery_carrier_id
        return {
            "name": _("Update shipping cost") if self.env.context.get("carrier_recompute") else _("Add a shipping method"),
            "type": "ir.actions.act_window", "view_mode": "form", "res_model": "choose.delivery.carrier", "view_id": view.id,
            "views": [(view.id, "form")], "target": "new",
            "context": {"default_order_id": self.id, "default_carrier_id": carrier.id,
                        "default_total_weight": self._get_estimated_weight()},
        }
