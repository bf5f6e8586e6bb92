from core import fields, models


class Country(models.Model):
    _inherit = "res.country"

    enforce_cities = fields.Boolean("Enforce Cities", help="Cities of addresses in this country are chosen from the list of its cities.")
