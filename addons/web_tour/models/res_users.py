from core import fields, models
from core.tools import config


class ResUsers(models.Model):
    _inherit = "res.users"

    tour_enabled = fields.Boolean(
        "Onboarding", default=lambda self: not config["test_enable"], help="Offer the tours that are not finished yet.")
