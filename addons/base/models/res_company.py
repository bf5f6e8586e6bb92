"""The companies the database keeps the books of, and their branches."""
import base64

from core import Command, _, api, fields, models, tools
from core.exceptions import UserError, ValidationError


class Company(models.Model):
    _name = "res.company"
    _shared_rows = True
    _description = "Companies"
    _order = "sequence, name"
    _parent_store = True

    def copy(self, default=None):
        raise UserError(_("Duplicating a company is not allowed. Please create a new company instead."))

    def _get_logo(self):
        return False

    def _default_currency_id(self):
        return self.env.user.company_id.currency_id

    name = fields.Char(related="partner_id.name", string="Company Name", required=True, store=True, readonly=False)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(help="Used to order Companies in the company switcher", default=10)
    parent_id = fields.Many2one("res.company", string="Parent Company", index=True, ondelete="restrict")
    child_ids = fields.One2many("res.company", "parent_id", string="Branches")
    all_child_ids = fields.One2many("res.company", "parent_id", context={"active_test": False})
    parent_path = fields.Char(index=True)
    parent_ids = fields.Many2many("res.company", compute="_compute_parent_ids", compute_sudo=True)
    root_id = fields.Many2one("res.company", compute="_compute_parent_ids", compute_sudo=True)
    partner_id = fields.Many2one("res.partner", string="Partner", required=True)
    report_header = fields.Html(string="Company Tagline", translate=True)
    report_footer = fields.Html(string="Report Footer", translate=True)
    company_details = fields.Html(string="Company Details", translate=True)
    is_company_details_empty = fields.Boolean(compute="_compute_empty_company_details")
    logo = fields.Binary(related="partner_id.image_1920", default=_get_logo, string="Company Logo", readonly=False)
    logo_web = fields.Binary(compute="_compute_logo_web", store=True, attachment=False)
    uses_default_logo = fields.Boolean(compute="_compute_uses_default_logo", store=True)
    currency_id = fields.Many2one("res.currency", string="Currency", required=True, default=_default_currency_id)
    user_ids = fields.Many2many("res.users", "res_company_users_rel", "cid", "user_id", string="Accepted Users")
    street = fields.Char(compute="_compute_address", inverse="_inverse_street")
    street2 = fields.Char(compute="_compute_address", inverse="_inverse_street2")
    zip = fields.Char(compute="_compute_address", inverse="_inverse_zip")
    city = fields.Char(compute="_compute_address", inverse="_inverse_city")
    state_id = fields.Many2one("res.country.state", compute="_compute_address", inverse="_inverse_state",
                               string="Fed. State", domain="[('country_id', '=?', country_id)]")
    bank_ids = fields.One2many(related="partner_id.bank_ids", readonly=False)
    country_id = fields.Many2one("res.country", compute="_compute_address", inverse="_inverse_country",
                                 string="Country")
    country_code = fields.Char(related="country_id.code", depends=["country_id"])
    email = fields.Char(related="partner_id.email", store=True, readonly=False)
    phone = fields.Char(related="partner_id.phone", store=True, readonly=False)
    mobile = fields.Char(related="partner_id.mobile", store=True, readonly=False)
    website = fields.Char(related="partner_id.website", readonly=False)
    vat = fields.Char(related="partner_id.vat", string="Tax ID", readonly=False)
    company_registry = fields.Char(related="partner_id.company_registry", string="Company ID", readonly=False)
    paperformat_id = fields.Many2one(
        "report.paperformat", "Paper format",
        default=lambda self: self.env.ref("base.paperformat_euro", raise_if_not_found=False))
    external_report_layout_id = fields.Many2one("ir.ui.view", "Document Template")
    font = fields.Selection(
        [("Lato", "Lato"), ("Roboto", "Roboto"), ("Open_Sans", "Open Sans"), ("Montserrat", "Montserrat"),
         ("Oswald", "Oswald"), ("Raleway", "Raleway"), ("Tajawal", "Tajawal"), ("Fira_Mono", "Fira Mono")],
        default="Lato")
    primary_color = fields.Char()
    secondary_color = fields.Char()
    color = fields.Integer(compute="_compute_color", inverse="_inverse_color")
    layout_background = fields.Selection(
        [("Blank", "Blank"), ("Demo logo", "Demo logo"), ("Custom", "Custom")], default="Blank", required=True)
    layout_background_image = fields.Binary("Background Image")

    _sql_constraints = [("name_uniq", "unique (name)", "The company name must be unique!")]

    # -- computed fields --------------------------------------------------------------------------

    @api.depends("parent_path")
    def _compute_parent_ids(self):
        for company in self.with_context(active_test=False):
            if company.parent_path:
                company.parent_ids = self.browse(int(part) for part in company.parent_path.split("/") if part)
            else:
                company.parent_ids = company
            company.root_id = company.parent_ids[0]

    @api.model
    def _get_company_address_field_names(self):
        """Fields read from and written to the company's address."""
        return ["street", "street2", "city", "zip", "state_id", "country_id"]

    def _get_company_address_update(self, partner):
        return {name: partner[name] for name in self._get_company_address_field_names()}

    @api.depends(lambda self: [f"partner_id.{name}" for name in self._get_company_address_field_names()])
    def _compute_address(self):
        for company in self.filtered("partner_id"):
            address = company.partner_id.sudo().address_get(adr_pref=["contact"])
            if address["contact"]:
                partner = company.partner_id.browse(address["contact"]).sudo()
                company.update(company._get_company_address_update(partner))
        for company in self.filtered(lambda company: not company.partner_id):
            company.update(dict.fromkeys(self._get_company_address_field_names(), False))

    def _inverse_street(self):
        for company in self:
            company.partner_id.street = company.street

    def _inverse_street2(self):
        for company in self:
            company.partner_id.street2 = company.street2

    def _inverse_zip(self):
        for company in self:
            company.partner_id.zip = company.zip

    def _inverse_city(self):
        for company in self:
            company.partner_id.city = company.city

    def _inverse_state(self):
        for company in self:
            company.partner_id.state_id = company.state_id

    def _inverse_country(self):
        for company in self:
            company.partner_id.country_id = company.country_id

    @api.depends("partner_id.image_1920")
    def _compute_logo_web(self):
        for company in self:
            image = company.partner_id.image_1920
            company.logo_web = image and base64.b64encode(
                tools.image_process(base64.b64decode(image), size=(180, 0))) or False

    @api.depends("partner_id.image_1920")
    def _compute_uses_default_logo(self):
        for company in self:
            company.uses_default_logo = not company.partner_id.image_1920

    def _compute_color(self):
        for company in self:
            company.color = company.root_id.partner_id.color or (company.root_id._origin.id or 0) % 12

    def _inverse_color(self):
        for company in self:
            company.root_id.partner_id.color = company.color

    @api.depends("company_details")
    def _compute_empty_company_details(self):
        for company in self:
            company.is_company_details_empty = tools.is_html_empty(company.company_details or "")

    @api.onchange("state_id")
    def _onchange_state(self):
        if self.state_id.country_id:
            self.country_id = self.state_id.country_id

    @api.onchange("country_id")
    def _onchange_country_id(self):
        if self.country_id:
            self.currency_id = self.country_id.currency_id or self.currency_id

    @api.onchange("parent_id")
    def _onchange_parent_id(self):
        if self.parent_id:
            for name in self._get_company_root_delegated_field_names():
                if self[name] != self.parent_id[name]:
                    self[name] = self.parent_id[name]

    # -- branches ---------------------------------------------------------------------------------

    @api.model
    def _get_company_root_delegated_field_names(self):
        """Fields a branch shares with its main company."""
        return ["currency_id"]

    def _all_branches_selected(self):
        """Whether every branch of this company's tree is among the chosen companies."""
        return self == self.sudo().search([("id", "child_of", self.root_id.ids)])

    def _accessible_branches(self):
        """This company and those below it that the user has chosen."""
        self.ensure_one()
        below = self.sudo().search([("id", "child_of", self.id)])
        return self.browse(company.id for company in self.env.companies if company in below) or self

    def _accessible_parent_companies(self):
        self.ensure_one()
        return self.parent_ids & self.env.user.company_ids

    @api.constrains("parent_id")
    def _check_parent_id(self):
        if self._has_cycle():
            raise ValidationError(_("A company cannot be a branch of itself."))

    @api.constrains(lambda self: self._get_company_root_delegated_field_names() + ["parent_id"])
    def _check_root_delegated_fields(self):
        for company in self:
            for name in company._get_company_root_delegated_field_names():
                if company.parent_id and company[name] != company.parent_id[name]:
                    raise ValidationError(_("The %(field)s of a branch is the one of its main company.",
                                            field=company._fields[name].string))

    @api.constrains("active")
    def _check_active(self):
        for company in self:
            if company.active:
                continue
            users = self.env["res.users"].sudo().search_count(
                [("company_id", "=", company.id), ("active", "=", True)])
            if users:
                raise ValidationError(_(
                    "The company %(company)s cannot be archived: it is the current company of %(count)s active users.",
                    company=company.name, count=users))

    # -- life -------------------------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        self._create_missing_partners(vals_list)
        for vals in vals_list:
            self._take_over_from_parent(vals)
        self.env.registry.clear_cache()
        companies = super().create(vals_list)
        # Who creates a company wants to work in it.
        users = self.env.user | self.env["res.users"].browse(api.SUPERUSER_ID)
        users.sudo().write({"company_ids": [Command.link(company.id) for company in companies]})
        companies.currency_id.sudo().filtered(lambda currency: not currency.active).active = True
        return companies

    def _create_missing_partners(self, vals_list):
        without_partner = [vals for vals in vals_list if vals.get("name") and not vals.get("partner_id")]
        if not without_partner:
            return
        partners = self.env["res.partner"].with_context(default_parent_id=False).create([{
            "name": vals["name"],
            "is_company": True,
            "image_1920": vals.get("logo"),
            "email": vals.get("email"),
            "phone": vals.get("phone"),
            "website": vals.get("website"),
            "vat": vals.get("vat"),
            "country_id": vals.get("country_id"),
        } for vals in without_partner])
        partners.flush_model()  # stored related fields of the company read them back
        for vals, partner in zip(without_partner, partners):
            vals["partner_id"] = partner.id

    def _take_over_from_parent(self, vals):
        if parent := self.browse(vals.get("parent_id") or ()):
            for name in self._get_company_root_delegated_field_names():
                vals.setdefault(name, self._fields[name].convert_to_write(parent[name], parent))

    def write(self, vals):
        if "parent_id" in vals and any(company.parent_id.id != (vals["parent_id"] or False) for company in self):
            raise UserError(_("The main company of a branch cannot be changed: entries may depend on it."))
        if {"active", "sequence", "parent_id"}.intersection(vals):
            self.env.registry.clear_cache()
        if vals.get("currency_id"):
            currency = self.env["res.currency"].browse(vals["currency_id"])
            if not currency.active:
                currency.write({"active": True})
        result = super().write(vals)
        delegated = [name for name in self._get_company_root_delegated_field_names() if name in vals]
        if delegated:
            branches = self.sudo().search([("id", "child_of", self.ids), ("id", "not in", self.ids)])
            if branches:
                branches.write({name: vals[name] for name in delegated})
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result

    @api.model
    def name_search(self, name="", args=None, operator="ilike", limit=100):
        """With `user_preference`, the companies the user may choose, whatever the record rules."""
        if self.env.context.get("user_preference"):
            self = self.with_context(user_preference=False).sudo()
            args = (args or []) + [("id", "in", self.env.user.company_ids.ids)]
        return super().name_search(name, args, operator, limit)

    @api.model
    def _company_default_get(self, object=False, field=False):
        """Name of `env.company` in older series."""
        return self.env.company

    @api.model
    def _get_main_company(self):
        """base.main_company, or the oldest company when that one is gone."""
        return self.env.ref("base.main_company", raise_if_not_found=False) or self.sudo().search(
            [], limit=1, order="id")

    def _get_public_user(self):
        self.ensure_one()
        return self.env.ref("base.public_user").sudo()

    def action_all_company_branches(self):
        self.ensure_one()
        return {"type": "ir.actions.act_window", "name": _("Branches"), "res_model": "res.company",
                "domain": [("parent_id", "=", self.id)], "view_mode": "list,form",
                "context": {"active_test": False, "default_parent_id": self.id}}

    @api.model
    def action_open_base_document_layout(self, action_ref=None):
        return self.env["ir.actions.act_window"]._for_xml_id(action_ref or "base.action_res_company_form")
