from core import api, fields, models


class City(models.Model):
    _name = "res.city"
    _description = "City"
    _order = "name"
    _rec_names_search = ["name", "zipcode"]

    name = fields.Char(required=True, translate=True)
    zipcode = fields.Char("Zip")
    country_id = fields.Many2one("res.country", "Country", required=True)
    state_id = fields.Many2one("res.country.state", "State", domain="[('country_id', '=', country_id)]")

    @api.depends("zipcode")
    def _compute_display_name(self):
        for city in self:
            city.display_name = f"{city.name} ({city.zipcode})" if city.zipcode else city.name
