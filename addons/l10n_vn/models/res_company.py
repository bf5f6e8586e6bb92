from core import api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    l10n_vn_sales_return_account_id = fields.Many2one("account.account", "Sales Returns Account")

    @api.model
    def _choose_vietnam(self):
        """Make the current company Vietnamese: country, VND, chart of accounts, VAT. Refused once it has postings."""
        company = self or self.env.company
        company.country_id = self.env.ref("base.vn")
        company.account_fiscal_country_id = company.country_id
        company.env["account.chart.template"].try_loading("vn", company)
