"""Countries, their states and groups of countries."""
import re

from core import _, api, fields, models, tools
from core.exceptions import UserError
from core.osv import expression

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
DEFAULT_ADDRESS_FORMAT = "%(street)s\n%(street2)s\n%(city)s %(state_code)s %(zip)s\n%(country_name)s"


class Country(models.Model):
    _name = "res.country"
    _shared_rows = True
    _description = "Country"
    _order = "name, id"
    _rec_names_search = ["name", "code"]

    name = fields.Char(string="Country Name", required=True, translate=True)
    code = fields.Char(string="Country Code", size=2, required=True, help="The ISO country code in two chars.")
    address_format = fields.Text(
        string="Layout in Reports", default=DEFAULT_ADDRESS_FORMAT,
        help="How addresses of the country are written, with placeholders such as %(street)s, %(zip)s, %(city)s, "
             "%(state_name)s, %(state_code)s, %(country_name)s, %(country_code)s")
    address_view_id = fields.Many2one("ir.ui.view", string="Input View",
                                      domain=[("model", "=", "res.partner"), ("type", "=", "form")])
    currency_id = fields.Many2one("res.currency", string="Currency")
    image_url = fields.Char(compute="_compute_image_url", string="Flag")
    phone_code = fields.Integer(string="Country Calling Code")
    country_group_ids = fields.Many2many("res.country.group", "res_country_res_country_group_rel", "res_country_id",
                                         "res_country_group_id", string="Country Groups")
    state_ids = fields.One2many("res.country.state", "country_id", string="States")
    name_position = fields.Selection([("before", "Before Address"), ("after", "After Address")],
                                     string="Customer Name Position", default="before")
    vat_label = fields.Char(string="Vat Label", translate=True, prefetch=True)
    state_required = fields.Boolean(default=False)
    zip_required = fields.Boolean(default=True)

    _sql_constraints = [
        ("name_uniq", "unique (name)", "The name of the country must be unique!"),
        ("code_uniq", "unique (code)", "The code of the country must be unique!"),
    ]

    @api.model
    def name_search(self, name="", args=None, operator="ilike", limit=100):
        """A two-letter code comes first: “VN” means Vietnam before any name containing these letters."""
        result, domain = [], args or []
        if name and len(name) == 2 and operator not in expression.NEGATIVE_TERM_OPERATORS:
            by_code = self.search_fetch(expression.AND([domain, [("code", "=ilike", name)]]), ["display_name"],
                                        limit=limit)
            result = [(country.id, country.display_name) for country in by_code.sudo()]
            domain = expression.AND([domain, [("id", "not in", by_code.ids)]])
        if not limit or len(result) < limit:
            result += super().name_search(name, domain, operator, limit and limit - len(result))
        return result

    @api.model
    @tools.ormcache("code")
    def _phone_code_for(self, code):
        return self.search([("code", "=", code)]).phone_code

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create([self._with_upper_code(vals) for vals in vals_list])

    def write(self, vals):
        result = super().write(self._with_upper_code(vals))
        if {"code", "phone_code", "address_format"}.intersection(vals):
            self.env.registry.clear_cache()
        return result

    @staticmethod
    def _with_upper_code(vals):
        return {**vals, "code": vals["code"].upper()} if vals.get("code") else vals

    def get_address_fields(self):
        """Names of the placeholders in the address layout."""
        self.ensure_one()
        return _PLACEHOLDER.findall(self.address_format or "")

    @api.depends("code")
    def _compute_image_url(self):
        for country in self:
            country.image_url = f"/base/static/img/country_flags/{country.code.lower()}.png" if country.code else False

    @api.constrains("address_format")
    def _check_address_format(self):
        known = self.env["res.partner"]._formatting_address_fields() + [
            "state_code", "state_name", "country_code", "country_name", "company_name"]
        for country in self:
            if not country.address_format:
                continue
            try:
                country.address_format % dict.fromkeys(known, "x")
            except (ValueError, KeyError, TypeError) as error:
                raise UserError(_("The address layout of %(country)s contains an unknown placeholder: %(error)s",
                                  country=country.name, error=error)) from error


class CountryGroup(models.Model):
    _name = "res.country.group"
    _description = "Country Group"

    name = fields.Char(required=True, translate=True)
    country_ids = fields.Many2many("res.country", "res_country_res_country_group_rel", "res_country_group_id",
                                   "res_country_id", string="Countries")


class CountryState(models.Model):
    _name = "res.country.state"
    _description = "Country state"
    _order = "code, id"
    _rec_names_search = ["name", "code"]

    country_id = fields.Many2one("res.country", string="Country", required=True, index=True)
    name = fields.Char(string="State Name", required=True,
                       help="Administrative division of a country: state, province, department")
    code = fields.Char(string="State Code", help="The state code.", required=True)

    _sql_constraints = [
        ("name_code_uniq", "unique(country_id, code)", "The code of the state must be unique by country!"),
    ]

    @api.model
    def name_search(self, name="", args=None, operator="ilike", limit=100):
        """The country of the form's context first, a code before names."""
        domain = args or []
        if self.env.context.get("country_id"):
            domain = expression.AND([domain, [("country_id", "=", self.env.context["country_id"])]])
        result = []
        if name and operator not in expression.NEGATIVE_TERM_OPERATORS:
            by_code = self.search_fetch(expression.AND([domain, [("code", "=ilike", name)]]), ["display_name"],
                                        limit=limit)
            result = [(state.id, state.display_name) for state in by_code.sudo()]
            domain = expression.AND([domain, [("id", "not in", by_code.ids)]])
        if not limit or len(result) < limit:
            result += super().name_search(name, domain, operator, limit and limit - len(result))
        return result

    @api.depends("country_id")
    def _compute_display_name(self):
        for state in self:
            state.display_name = f"{state.name} ({state.country_id.code})"
