"""The sender and the colours of a company's mails."""
from core import api, fields, models
from core.tools import formataddr


class Company(models.Model):
    _inherit = "res.company"

    email_formatted = fields.Char(string="Formatted Email", compute="_compute_email_formatted")
    email_primary_color = fields.Char("Email Button Text", compute="_compute_email_colors")
    email_secondary_color = fields.Char("Email Button Color", compute="_compute_email_colors")
    catchall_formatted = fields.Char(string="Catchall", compute="_compute_email_formatted")

    @api.depends("name", "email")
    def _compute_email_formatted(self):
        for company in self:
            company.email_formatted = formataddr((company.name, company.email)) if company.email else False
            company.catchall_formatted = company.email_formatted

    @api.depends("primary_color", "secondary_color")
    def _compute_email_colors(self):
        for company in self:
            company.email_primary_color = company.primary_color or "#000000"
            company.email_secondary_color = company.secondary_color or "#ffffff"
