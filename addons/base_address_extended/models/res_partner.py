from core import api, fields, models
from core.tools import street_split


class Partner(models.Model):
    _inherit = "res.partner"

    street_name = fields.Char("Street Name", compute="_compute_street_data", inverse="_inverse_street_data", store=True)
    street_number = fields.Char("House", compute="_compute_street_data", inverse="_inverse_street_data", store=True)
    street_number2 = fields.Char("Door", compute="_compute_street_data", inverse="_inverse_street_data", store=True)
    city_id = fields.Many2one("res.city", "City ID", domain="[('country_id', '=', country_id)]")
    country_enforce_cities = fields.Boolean(related="country_id.enforce_cities")

    @api.model
    def _address_fields(self):
        return [*super()._address_fields(), "city_id"]

    @api.depends("street")
    def _compute_street_data(self):
        """The parts of the street."""
        for partner in self:
            partner.update(street_split(partner.street))

    def _inverse_street_data(self):
        """The street from its parts."""
        for partner in self:
            number = f"{partner.street_number or ''}{' - ' + partner.street_number2 if partner.street_number2 else ''}"
            partner.street = " ".join(part for part in (partner.street_name, number) if part) or False

    @api.onchange("city_id")
    def _onchange_city_id(self):
        if self.city_id:
            self.city = self.city_id.name
            self.zip = self.city_id.zipcode
            self.state_id = self.city_id.state_id
        elif self._origin:
            self.city = self.zip = self.state_id = False


class Company(models.Model):
    _inherit = "res.company"

    street_name = fields.Char("Street Name", related="partner_id.street_name", readonly=False)
    street_number = fields.Char("House Number", related="partner_id.street_number", readonly=False)
    street_number2 = fields.Char("Door Number", related="partner_id.street_number2", readonly=False)
