from core import _, fields, models
from core.exceptions import UserError


class DeliveryCarrier(models.Model):
    """Shipments. A provider offers ``<type>_send_shipping``, ``<type>_get_tracking_link`` and ``<type>_cancel_shipment``."""

    _inherit = "delivery.carrier"

    route_ids = fields.Many2many("stock.route", "stock_route_shipping", "shipping_id", "route_id", "Routes")

    def send_shipping(self, pickings):
        """Hand the transfers over: ``[{'exact_price', 'tracking_number'}]``, one for each."""
        self.ensure_one()
        return self._of_provider("send_shipping")(pickings)

    def get_tracking_link(self, picking):
        """Address where the shipment can be followed, or False."""
        self.ensure_one()
        return self._of_provider("get_tracking_link")(picking)

    def cancel_shipment(self, pickings):
        self.ensure_one()
        return self._of_provider("cancel_shipment")(pickings)

    def _of_provider(self, name):
        method = getattr(self, f"{self.delivery_type}_{name}", None)
        if method is None:
            raise UserError(_("The provider of %(method)s cannot do this (%(name)s).", method=self.name, name=name))
        return method

    def fixed_send_shipping(self, pickings):
        return [{"exact_price": picking.carrier_id.fixed_price, "tracking_number": False} for picking in pickings]

    def base_on_rule_send_shipping(self, pickings):
        return [{"exact_price": self._price_of_picking(picking), "tracking_number": False} for picking in pickings]

    def _price_of_picking(self, picking):
        """Price of what really goes out, by the rules; that of the order when it cannot be known."""
        picking.ensure_one()
        order = picking.sale_id
        if not order:
            moves = picking.move_ids
            return self._get_price_from_picking(
                sum(move.product_id.lst_price * move.quantity for move in moves), picking.shipping_weight or picking.weight,
                sum(move.product_id.volume * move.quantity for move in moves), sum(moves.mapped("quantity")))
        return self.with_context(order_weight=picking.shipping_weight or picking.weight)._get_price_available(order)

    def fixed_get_tracking_link(self, picking):
        if self.tracking_url and picking.carrier_tracking_ref:
            return self.tracking_url.replace("<shipmenttrackingnumber>", picking.carrier_tracking_ref)
        return False

    base_on_rule_get_tracking_link = fixed_get_tracking_link

    def fixed_cancel_shipment(self, pickings):
        """Nobody was told, nobody has to be."""

    base_on_rule_cancel_shipment = fixed_cancel_shipment
