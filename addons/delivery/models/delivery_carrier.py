from core import Command, _, api, fields, models
from core.exceptions import UserError, ValidationError
from core.tools import format_amount

from ..rates import Goods, first_price, with_margin


class DeliveryCarrier(models.Model):
    """A way to deliver, and what it costs. Addons add providers: a ``delivery_type`` and the methods named after it,
    ``<type>_rate_shipment(order)`` first of all."""

    _name = "delivery.carrier"
    _description = "Shipping Methods"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char("Delivery Method", required=True, translate=True)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=10)
    delivery_type = fields.Selection(
        [("base_on_rule", "Based on Rules"), ("fixed", "Fixed Price")], string="Provider", default="fixed", required=True)
    integration_level = fields.Selection(
        [("rate", "Get Rate"), ("rate_and_ship", "Get Rate and Create Shipment")], string="Integration Level",
        default="rate_and_ship", help="What happens when the delivery is validated.")
    prod_environment = fields.Boolean("Environment", help="On: the provider's production environment.")
    debug_logging = fields.Boolean("Debug logging", help="Log what is exchanged with the provider.")
    company_id = fields.Many2one("res.company", "Company", related="product_id.company_id", store=True, readonly=False)
    product_id = fields.Many2one("product.product", "Delivery Product", required=True, ondelete="restrict")
    tracking_url = fields.Char("Tracking Link", help="Address of the provider's tracking page; <shipmenttrackingnumber> stands "
                                                     "for the number.")
    currency_id = fields.Many2one(related="product_id.currency_id")
    invoice_policy = fields.Selection(
        [("estimated", "Estimated cost"), ("real", "Real cost")], string="Invoicing Policy", default="estimated", required=True,
        help="Estimated: the customer is invoiced what the order said. Real: what the delivery turned out to cost.")
    country_ids = fields.Many2many("res.country", "delivery_carrier_country_rel", "carrier_id", "country_id", "Countries")
    state_ids = fields.Many2many("res.country.state", "delivery_carrier_state_rel", "carrier_id", "state_id", "States")
    zip_prefix_ids = fields.Many2many("delivery.zip.prefix", "delivery_zip_prefix_rel", "carrier_id", "zip_prefix_id", "Zip Prefixes")
    max_weight = fields.Float("Max Weight", help="In kilograms; heavier orders are not offered this method.")
    max_volume = fields.Float("Max Volume", help="In cubic metres; larger orders are not offered this method.")
    must_have_tag_ids = fields.Many2many("product.tag", "product_tag_delivery_carrier_must_have_rel", string="Must Have Tags")
    excluded_tag_ids = fields.Many2many("product.tag", "product_tag_delivery_carrier_excluded_rel", string="Excluded Tags")
    carrier_description = fields.Text("Carrier Description", translate=True, help="Shown to the customer.")
    margin = fields.Float(help="Added to the price, as a fraction: 0.1 is 10 %.")
    fixed_margin = fields.Float("Fixed Margin", help="Added to the price.")
    free_over = fields.Boolean("Free if order amount is above")
    amount = fields.Float("Amount", default=1000, help="Orders above this amount, delivery not counted, are delivered for free.")
    can_generate_return = fields.Boolean(compute="_compute_supported")
    return_label_on_delivery = fields.Boolean("Generate Return Label")
    get_return_label_from_portal = fields.Boolean("Return Label Accessible from Customer Portal")
    supports_shipping_insurance = fields.Boolean(compute="_compute_supported")
    shipping_insurance = fields.Integer("Insurance Percentage", default=0)
    price_rule_ids = fields.One2many("delivery.price.rule", "carrier_id", "Pricing Rules", copy=True)
    fixed_price = fields.Float("Fixed Price", compute="_compute_fixed_price", inverse="_set_product_fixed_price", store=True)

    _sql_constraints = [
        ("margin_not_under_100_percent", "CHECK (margin >= -1)", "Margin cannot be lower than -100%"),
        ("shipping_insurance_is_percentage", "CHECK (shipping_insurance >= 0 AND shipping_insurance <= 100)",
         "The shipping insurance must be a percentage between 0 and 100."),
    ]

    @api.depends("delivery_type")
    def _compute_supported(self):
        """What a provider can do beyond delivering; its addon says so."""
        self.can_generate_return = False
        self.supports_shipping_insurance = False

    @api.depends("product_id.list_price")
    def _compute_fixed_price(self):
        for carrier in self:
            carrier.fixed_price = carrier.product_id.list_price

    def _set_product_fixed_price(self):
        for carrier in self:
            carrier.product_id.list_price = carrier.fixed_price

    @api.constrains("must_have_tag_ids", "excluded_tag_ids")
    def _check_tags(self):
        for carrier in self:
            both = carrier.must_have_tag_ids & carrier.excluded_tag_ids
            if both:
                raise ValidationError(_("%(method)s cannot both require and exclude the tag %(tag)s.",
                                        method=carrier.name, tag=both[0].name))

    @api.onchange("integration_level")
    def _onchange_integration_level(self):
        if self.integration_level == "rate":
            self.invoice_policy = "estimated"

    @api.onchange("can_generate_return")
    def _onchange_can_generate_return(self):
        if not self.can_generate_return:
            self.return_label_on_delivery = False

    @api.onchange("return_label_on_delivery")
    def _onchange_return_label_on_delivery(self):
        if not self.return_label_on_delivery:
            self.get_return_label_from_portal = False

    @api.onchange("country_ids")
    def _onchange_country_ids(self):
        self.state_ids = [Command.set(self.state_ids.filtered(lambda state: state.country_id in self.country_ids)._origin.ids)] \
            if self.country_ids else [Command.clear()]

    def copy_data(self, default=None):
        vals_list = super().copy_data(default)
        return [dict(vals, name=_("%s (copy)", carrier.name)) for carrier, vals in zip(self, vals_list, strict=True)]

    def toggle_prod_environment(self):
        for carrier in self:
            carrier.prod_environment = not carrier.prod_environment

    def toggle_debug(self):
        for carrier in self:
            carrier.debug_logging = not carrier.debug_logging

    # -- which methods suit ------------------------------------------------------------------------

    def available_carriers(self, partner, order):
        """Those of the methods that deliver to the partner and take the order."""
        return self.filtered(lambda carrier: carrier._match(partner, order))

    def _match(self, partner, order):
        self.ensure_one()
        return (self._match_address(partner) and self._match_must_have_tags(order) and self._match_excluded_tags(order)
                and self._match_weight(order) and self._match_volume(order))

    def _match_address(self, partner):
        self.ensure_one()
        if self.country_ids and partner.country_id not in self.country_ids:
            return False
        if self.state_ids and partner.state_id not in self.state_ids:
            return False
        prefixes = tuple(self.zip_prefix_ids.mapped("name"))
        return not prefixes or (partner.zip or "").upper().startswith(prefixes)

    def _goods_of(self, source):
        return source.order_line._goods_to_deliver() if source._name == "sale.order" else source.move_ids

    def _match_must_have_tags(self, source):
        self.ensure_one()
        return not self.must_have_tag_ids or any(
            product.all_product_tag_ids & self.must_have_tag_ids for product in self._goods_of(source).product_id)

    def _match_excluded_tags(self, source):
        self.ensure_one()
        return not any(product.all_product_tag_ids & self.excluded_tag_ids for product in self._goods_of(source).product_id)

    def _match_weight(self, source):
        self.ensure_one()
        return not self.max_weight or sum(
            line.product_id.weight * line.product_qty for line in self._goods_of(source)) <= self.max_weight

    def _match_volume(self, source):
        self.ensure_one()
        return not self.max_volume or sum(
            line.product_id.volume * line.product_qty for line in self._goods_of(source)) <= self.max_volume

    # -- what it costs ------------------------------------------------------------------------------

    def rate_shipment(self, order):
        """What delivering the order costs.

        :return: ``{'success', 'price', 'carrier_price', 'error_message', 'warning_message'}``; ``price`` in the order's
            currency, what the customer pays; ``carrier_price`` what it costs
        """
        self.ensure_one()
        rate = getattr(self, f"{self.delivery_type}_rate_shipment", None)
        if rate is None:
            return self._no_rate(_("%s has no price calculation.", self.name))
        result = rate(order)
        result["carrier_price"] = result["price"]
        if not result["success"]:
            return result
        result["price"] = self._apply_margins(result["price"], order)
        if self.free_over and order._compute_amount_total_without_delivery() >= self._threshold(order):
            result["warning_message"] = _("The shipping is free since the order amount exceeds %.2f.", self.amount)
            result["price"] = 0.0
        return result

    def _threshold(self, order):
        own = self.currency_id or order.currency_id
        return own._convert(self.amount, order.currency_id, order.company_id, order.date_order, round=False)

    def _no_rate(self, message):
        return {"success": False, "price": 0.0, "carrier_price": 0.0, "error_message": message, "warning_message": False}

    def _rate(self, price):
        return {"success": True, "price": price, "error_message": False, "warning_message": False}

    def _apply_margins(self, price, order=False):
        """The price with the margins; a fixed price is what it is."""
        self.ensure_one()
        if self.delivery_type == "fixed":
            return float(price)
        fixed = self.fixed_margin
        if order and self.currency_id and self.currency_id != order.currency_id:
            fixed = self._convert_to_order(fixed, order)
        return with_margin(float(price), self.margin, fixed)

    def _convert_to_order(self, amount, order):
        return (self.currency_id or order.currency_id)._convert(
            amount, order.currency_id, order.company_id, order.date_order or fields.Date.today(), round=False)

    def fixed_rate_shipment(self, order):
        if not self._match_address(order.partner_shipping_id):
            return self._no_rate(_("Error: this delivery method is not available for this address."))
        price = order.pricelist_id._get_product_price(self.product_id, 1.0, currency=order.currency_id) \
            if order.pricelist_id else self._convert_to_order(self.fixed_price, order)
        return self._rate(price)

    def base_on_rule_rate_shipment(self, order):
        if not self._match_address(order.partner_shipping_id):
            return self._no_rate(_("Error: this delivery method is not available for this address."))
        try:
            price = self._get_price_available(order)
        except UserError as error:
            return self._no_rate(str(error))
        return self._rate(self._convert_to_order(price, order))

    def _get_price_available(self, order):
        """Price of the goods of an order by the rules, in the currency of the method."""
        self.ensure_one()
        lines = order.order_line._goods_to_deliver()
        total = order.currency_id._convert(
            order._compute_amount_total_without_delivery(), self.currency_id or order.currency_id, order.company_id,
            order.date_order or fields.Date.today(), round=False)
        weight = self.env.context.get("order_weight") or order.shipping_weight or sum(
            line.product_id.weight * line.product_qty for line in lines)
        return self._get_price_from_picking(
            total, weight, sum(line.product_id.volume * line.product_qty for line in lines), sum(lines.mapped("product_qty")))

    def _get_price_from_picking(self, total, weight, volume, quantity, wv=0.0):
        """Price by the first rule that applies to these measures."""
        self.ensure_one()
        goods = Goods(weight, volume, total, quantity)
        price = first_price([rule._plain() for rule in self.price_rule_ids], goods)
        if price is None:
            raise UserError(_(
                "%(method)s has no price for this order (weight %(weight)g, volume %(volume)g, amount %(amount)s, quantity "
                "%(quantity)g). Add a pricing rule that covers it, or choose another method.", method=self.name, weight=weight,
                volume=volume, amount=format_amount(self.env, total, self.currency_id or self.env.company.currency_id),
                quantity=quantity))
        return price

    def _get_delivery_type(self):
        self.ensure_one()
        return self.delivery_type

    def log_xml(self, xml_string, func):
        """Keep what was exchanged with a provider, when the method logs it."""
        self.ensure_one()
        if self.debug_logging:
            self.env["ir.logging"].sudo().create({
                "name": "delivery.carrier", "type": "server", "dbname": self.env.cr.dbname, "level": "DEBUG",
                "message": xml_string, "path": self.delivery_type, "func": func, "line": "1"})
