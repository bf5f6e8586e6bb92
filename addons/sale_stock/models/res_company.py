from core import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    security_lead = fields.Float("Sales Safety Days", default=0.0, required=True,
                                 help="Days by which deliveries are scheduled ahead of the promised date.")


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    security_lead = fields.Float(related="company_id.security_lead", readonly=False)
    default_picking_policy = fields.Selection(
        [("direct", "Ship products as soon as available, with back orders"), ("one", "Ship all products at once")],
        "Picking Policy", default="direct", default_model="sale.order")
