from core import _, api, fields, models
from core.exceptions import UserError


class ChooseDeliveryCarrier(models.TransientModel):
    _name = "choose.delivery.carrier"
    _description = "Delivery Method Selection Wizard"

    order_id = fields.Many2one("sale.order", required=True, ondelete="cascade")
    partner_id = fields.Many2one("res.partner", related="order_id.partner_id", required=True)
    carrier_id = fields.Many2one("delivery.carrier", "Delivery Method", required=True)
    delivery_type = fields.Selection(related="carrier_id.delivery_type")
    delivery_price = fields.Float("Delivery Price")
    display_price = fields.Float("Cost", readonly=True)
    currency_id = fields.Many2one("res.currency", related="order_id.currency_id")
    company_id = fields.Many2one("res.company", related="order_id.company_id")
    available_carrier_ids = fields.Many2many("delivery.carrier", compute="_compute_available_carrier", string="Available Carriers")
    invoicing_message = fields.Text(compute="_compute_invoicing_message")
    delivery_message = fields.Text(readonly=True)
    total_weight = fields.Float("Total Order Weight", related="order_id.shipping_weight", readonly=False)
    weight_uom_name = fields.Char(default=lambda self: "kg", readonly=True)

    @api.depends("partner_id")
    def _compute_available_carrier(self):
        for wizard in self:
            carriers = self.env["delivery.carrier"].search(self.env["delivery.carrier"]._check_company_domain(wizard.order_id.company_id))
            wizard.available_carrier_ids = carriers.available_carriers(wizard.order_id.partner_shipping_id, wizard.order_id) \
                if wizard.order_id else carriers

    @api.depends("carrier_id")
    def _compute_invoicing_message(self):
        for wizard in self:
            wizard.invoicing_message = _("The shipping price will be set once the delivery is done.") \
                if wizard.carrier_id.invoice_policy == "real" else ""

    @api.onchange("carrier_id", "total_weight")
    def _onchange_carrier_id(self):
        self.delivery_message = False
        if not self.carrier_id:
            self.display_price = self.delivery_price = 0.0
            return None
        error = self._get_delivery_rate().get("error_message")
        return {"warning": {"title": self.carrier_id.name, "message": error}} if error else None

    def _get_delivery_rate(self):
        rate = self.carrier_id.with_context(order_weight=self.total_weight).rate_shipment(self.order_id._origin)
        if not rate["success"]:
            self.display_price = self.delivery_price = 0.0
            return {"error_message": rate["error_message"]}
        self.delivery_message = rate.get("warning_message") or False
        self.delivery_price = rate["price"]
        self.display_price = rate["carrier_price"]
        return {}

    def update_price(self):
        """Ask the provider again."""
        self.ensure_one()
        error = self._get_delivery_rate().get("error_message")
        if error:
            raise UserError(error)
        return {
            "name": _("Add a shipping method"), "type": "ir.actions.act_window", "view_mode": "form",
            "res_model": "choose.delivery.carrier", "res_id": self.id, "views": [(False, "form")], "target": "new"}

    def button_confirm(self):
        self.ensure_one()
        self.order_id.set_delivery_line(self.carrier_id, self.delivery_price)
        self.order_id.delivery_message = self.delivery_message
