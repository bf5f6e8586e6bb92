from core import _, api, fields, models, workflow
from core.exceptions import UserError
from core.tools import html_escape


class StockPicking(models.Model):
    _inherit = "stock.picking"

    carrier_id = fields.Many2one("delivery.carrier", "Carrier", check_company=True, domain="[('id', 'in', allowed_carrier_ids)]")
    allowed_carrier_ids = fields.Many2many("delivery.carrier", compute="_compute_allowed_carrier_ids")
    delivery_type = fields.Selection(related="carrier_id.delivery_type", readonly=True)
    integration_level = fields.Selection(related="carrier_id.integration_level")
    carrier_price = fields.Float("Shipping Cost", copy=False)
    carrier_tracking_ref = fields.Char("Tracking Reference", copy=False)
    carrier_tracking_url = fields.Char("Tracking URL", compute="_compute_carrier_tracking_url")
    weight = fields.Float("Weight", digits="Stock Weight", compute="_compute_weight", store=True, compute_sudo=True,
                          help="Kilograms of the goods, without packaging.")
    shipping_weight = fields.Float("Weight for Shipping", digits="Stock Weight", compute="_compute_shipping_weight", store=True,
                                   readonly=False, help="Kilograms that are shipped.")
    weight_uom_name = fields.Char("Weight unit of measure label", compute="_compute_weight_uom_name")
    is_return_picking = fields.Boolean(compute="_compute_is_return_picking")

    @api.depends("partner_id", "company_id")
    def _compute_allowed_carrier_ids(self):
        for picking in self:
            carriers = self.env["delivery.carrier"].search(
                self.env["delivery.carrier"]._check_company_domain(picking.company_id))
            picking.allowed_carrier_ids = carriers.filtered(lambda carrier: carrier._match_address(picking.partner_id)) \
                if picking.partner_id else carriers

    @api.depends("carrier_id", "carrier_tracking_ref")
    def _compute_carrier_tracking_url(self):
        for picking in self:
            picking.carrier_tracking_url = picking.carrier_id.get_tracking_link(picking) \
                if picking.carrier_id and picking.carrier_tracking_ref else False

    @api.depends("move_ids.weight", "move_ids.state")
    def _compute_weight(self):
        for picking in self:
            picking.weight = sum(move.weight for move in picking.move_ids if move.state != "cancel")

    @api.depends("weight")
    def _compute_shipping_weight(self):
        for picking in self:
            picking.shipping_weight = picking.weight

    def _compute_weight_uom_name(self):
        self.weight_uom_name = "kg"

    @api.depends("carrier_id", "move_ids.origin_returned_move_id")
    def _compute_is_return_picking(self):
        for picking in self:
            picking.is_return_picking = bool(picking.move_ids.origin_returned_move_id)

    @workflow.operation
    def _action_done(self):
        result = super()._action_done()
        for picking in self:
            carrier = picking.carrier_id
            if picking.state == "done" and carrier and carrier.integration_level == "rate_and_ship" \
                    and picking.picking_type_code == "outgoing" and not picking.carrier_tracking_ref:
                picking.sudo().send_to_shipper()
        return result

    def send_to_shipper(self):
        """Hand the transfer to the provider; its price and tracking number are kept, real costs go to the order."""
        self.ensure_one()
        shipment = self.carrier_id.send_shipping(self)[0]
        cost = shipment["exact_price"]
        order = self.sale_id
        if self.carrier_id.free_over and order \
                and order._compute_amount_total_without_delivery() >= self.carrier_id._threshold(order):
            cost = 0.0
        self.carrier_price = cost
        if shipment["tracking_number"]:
            self.carrier_tracking_ref = shipment["tracking_number"]
            self.message_post(body=_("Shipment sent to carrier %(carrier)s for shipping with tracking number %(number)s",
                                     carrier=html_escape(self.carrier_id.name), number=html_escape(self.carrier_tracking_ref)))
        self._add_delivery_cost_to_so()

    def _add_delivery_cost_to_so(self):
        self.ensure_one()
        order, carrier = self.sale_id, self.carrier_id
        if order and carrier.invoice_policy == "real" and self.carrier_price:
            order.sudo()._set_real_delivery_cost(carrier, self.carrier_price)

    def cancel_shipment(self):
        for picking in self:
            if not picking.carrier_tracking_ref:
                raise UserError(_("%s was not sent to a carrier: there is no tracking reference to cancel.", picking.name))
            picking.carrier_id.cancel_shipment(picking)
            picking.message_post(body=_("Shipment %s cancelled", html_escape(picking.carrier_tracking_ref)))
            picking.carrier_tracking_ref = False

    def open_website_url(self):
        self.ensure_one()
        if not self.carrier_tracking_url:
            raise UserError(_("%s cannot be followed: its delivery method has no tracking link, or it has no tracking number.",
                              self.name))
        return {"type": "ir.actions.act_url", "name": _("Shipment Tracking Page"), "target": "new",
                "url": self.carrier_tracking_url}
