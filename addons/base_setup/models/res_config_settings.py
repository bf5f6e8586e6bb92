from core import _, api, fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    company_id = fields.Many2one("res.company", string="Company", required=True, default=lambda self: self.env.company)
    is_root_company = fields.Boolean(compute="_compute_is_root_company")
    user_default_rights = fields.Boolean("Default Access Rights", config_parameter="base_setup.default_user_rights")
    show_effect = fields.Boolean("Show Effect", config_parameter="base_setup.show_effect")
    group_multi_currency = fields.Boolean(
        "Multi-Currencies", implied_group="base.group_multi_currency",
        help="Documents in other currencies than the company's")
    company_name = fields.Char(related="company_id.display_name", string="Company Name")
    company_country_code = fields.Char(related="company_id.country_id.code", string="Company Country Code", readonly=True)
    company_informations = fields.Text(compute="_compute_company_informations")
    company_count = fields.Integer("Number of Companies", compute="_compute_counts")
    active_user_count = fields.Integer("Number of Active Users", compute="_compute_counts")
    language_count = fields.Integer("Number of Languages", compute="_compute_counts")

    @api.depends("company_id")
    def _compute_is_root_company(self):
        for settings in self:
            settings.is_root_company = not settings.company_id.parent_id

    @api.depends("company_id")
    def _compute_counts(self):
        companies = self.env["res.company"].sudo().search_count([])
        users = self.env["res.users"].sudo().search_count([("share", "=", False)])
        languages = self.env["res.lang"].search_count([])
        for settings in self:
            settings.company_count = companies
            settings.active_user_count = users
            settings.language_count = languages

    @api.depends("company_id")
    def _compute_company_informations(self):
        for settings in self:
            company = settings.company_id
            lines = [
                company.street, company.street2,
                " ".join(part for part in (company.zip, company.city) if part),
                company.country_id.display_name,
                _("VAT: %s", company.vat) if company.vat else False,
            ]
            settings.company_informations = "\n".join(line for line in lines if line)

    def open_company(self):
        """Show the company of these settings."""
        return {
            "type": "ir.actions.act_window", "name": _("My Company"), "res_model": "res.company",
            "res_id": self.company_id.id, "view_mode": "form", "views": [(False, "form")], "target": "current",
        }

    def open_default_user(self):
        """Show the user whose rights new users get."""
        user = self.env.ref("base.default_user", raise_if_not_found=False) or self.env.ref("base.template_portal_user_id")
        return {
            "type": "ir.actions.act_window", "name": _("Default User"), "res_model": "res.users", "res_id": user.id,
            "view_mode": "form", "views": [(False, "form")],
        }
