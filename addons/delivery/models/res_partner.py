from core import fields, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    property_delivery_carrier_id = fields.Many2one(
        "delivery.carrier", company_dependent=True, string="Delivery Method", help="Used on new sales orders of this partner.")

    def _commercial_fields(self):
        return [*super()._commercial_fields(), "property_delivery_carrier_id"]
