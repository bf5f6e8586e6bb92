from core import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    group_analytic_accounting = fields.Boolean("Analytic Accounting", implied_group="analytic.group_analytic_accounting")
    currency_id = fields.Many2one("res.currency", related="company_id.currency_id", required=True, readonly=False)
    account_fiscal_country_id = fields.Many2one(related="company_id.account_fiscal_country_id", readonly=False)
    chart_template = fields.Selection(
        selection=lambda self: self.env.company._chart_template_selection(), string="Package",
        default=lambda self: self.env.company.chart_template)
    sale_tax_id = fields.Many2one(
        "account.tax", "Default Sale Tax", related="company_id.account_sale_tax_id", readonly=False)
    purchase_tax_id = fields.Many2one(
        "account.tax", "Default Purchase Tax", related="company_id.account_purchase_tax_id", readonly=False)
    account_price_include = fields.Selection(related="company_id.account_price_include", readonly=False, required=True)
    tax_calculation_rounding_method = fields.Selection(
        related="company_id.tax_calculation_rounding_method", readonly=False)
    fiscalyear_last_day = fields.Integer(related="company_id.fiscalyear_last_day", required=True, readonly=False)
    fiscalyear_last_month = fields.Selection(related="company_id.fiscalyear_last_month", required=True, readonly=False)
    fiscalyear_lock_date = fields.Date(related="company_id.fiscalyear_lock_date", readonly=False)
    tax_lock_date = fields.Date(related="company_id.tax_lock_date", readonly=False)
    sale_lock_date = fields.Date(related="company_id.sale_lock_date", readonly=False)
    purchase_lock_date = fields.Date(related="company_id.purchase_lock_date", readonly=False)
    hard_lock_date = fields.Date(related="company_id.hard_lock_date", readonly=False)
    currency_exchange_journal_id = fields.Many2one(
        related="company_id.currency_exchange_journal_id", readonly=False)
    income_currency_exchange_account_id = fields.Many2one(
        related="company_id.income_currency_exchange_account_id", readonly=False)
    expense_currency_exchange_account_id = fields.Many2one(
        related="company_id.expense_currency_exchange_account_id", readonly=False)
    group_show_sale_receipts = fields.Boolean("Sale Receipt", implied_group="account.group_sale_receipts")
    group_show_purchase_receipts = fields.Boolean("Purchase Receipt", implied_group="account.group_purchase_receipts")

    def set_values(self):
        """Choosing another chart loads it into the company."""
        result = super().set_values()
        company = self.company_id
        if self.chart_template and self.chart_template != company.chart_template:
            self.env["account.chart.template"].try_loading(self.chart_template, company)
        return result

    def reload_template(self):
        self.company_id.install_l10n_modules()
