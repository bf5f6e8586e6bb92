from core import _, api, fields, models
from core.exceptions import ValidationError

MONTHS = [
    ("1", "January"), ("2", "February"), ("3", "March"), ("4", "April"), ("5", "May"), ("6", "June"), ("7", "July"),
    ("8", "August"), ("9", "September"), ("10", "October"), ("11", "November"), ("12", "December"),
]
# Lock dates by what they close; the hard lock date only ever moves forward.
LOCK_DATES = ("fiscalyear_lock_date", "tax_lock_date", "sale_lock_date", "purchase_lock_date", "hard_lock_date")


class ResCompany(models.Model):
    _inherit = "res.company"

    chart_template = fields.Selection(selection="_chart_template_selection", copy=False)
    fiscalyear_last_day = fields.Integer(default=31, required=True)
    fiscalyear_last_month = fields.Selection(MONTHS, default="12", required=True)
    fiscalyear_lock_date = fields.Date("Global Lock Date", tracking=True, help="No entry up to this date may change.")
    tax_lock_date = fields.Date("Tax Return Lock Date", tracking=True, help="Entries with taxes are closed up to here.")
    sale_lock_date = fields.Date("Sales Lock Date", tracking=True)
    purchase_lock_date = fields.Date("Purchase Lock date", tracking=True)
    hard_lock_date = fields.Date("Hard Lock Date", tracking=True, help="Cannot be moved back or removed.")
    account_fiscal_country_id = fields.Many2one(
        "res.country", "Fiscal Country", compute="_compute_account_fiscal_country_id", store=True, readonly=False)
    country_code = fields.Char(related="country_id.code", readonly=True)
    bank_account_code_prefix = fields.Char("Prefix of the bank accounts")
    cash_account_code_prefix = fields.Char("Prefix of the cash accounts")
    transfer_account_code_prefix = fields.Char("Prefix of the transfer accounts")
    transfer_account_id = fields.Many2one("account.account", "Inter-Banks Transfer Account")
    account_sale_tax_id = fields.Many2one("account.tax", "Default Sale Tax")
    account_purchase_tax_id = fields.Many2one("account.tax", "Default Purchase Tax")
    account_price_include = fields.Selection(
        [("tax_included", "Tax Included"), ("tax_excluded", "Tax Excluded")], "Default Sales Price Include",
        default="tax_excluded", required=True)
    tax_calculation_rounding_method = fields.Selection(
        [("round_per_line", "Round per Line"), ("round_globally", "Round Globally")],
        "Tax Calculation Rounding Method", default="round_globally",
        help="Round Globally: a tax is summed over the document and rounded once.")
    currency_exchange_journal_id = fields.Many2one("account.journal", "Exchange Gain or Loss Journal")
    income_currency_exchange_account_id = fields.Many2one("account.account", "Gain Exchange Rate Account")
    expense_currency_exchange_account_id = fields.Many2one("account.account", "Loss Exchange Rate Account")
    account_journal_suspense_account_id = fields.Many2one("account.account", "Journal Suspense Account")
    account_default_pos_receivable_account_id = fields.Many2one("account.account", "Default PoS Receivable Account")
    default_cash_difference_income_account_id = fields.Many2one("account.account", "Cash Difference Income")
    default_cash_difference_expense_account_id = fields.Many2one("account.account", "Cash Difference Expense")
    account_discount_income_allocation_id = fields.Many2one("account.account")
    account_discount_expense_allocation_id = fields.Many2one("account.account")
    anglo_saxon_accounting = fields.Boolean("Use anglo-saxon accounting")
    tax_exigibility = fields.Boolean("Use Cash Basis")
    qr_code = fields.Boolean("Display QR-code on invoices")
    terms_type = fields.Selection([("plain", "Add a Note"), ("html", "Add a link to a Web Page")], default="plain")
    invoice_terms = fields.Html("Default Terms and Conditions", translate=True)
    account_use_credit_limit = fields.Boolean("Sales Credit Limit")

    @api.model
    def _chart_template_selection(self):
        return self.env["account.chart.template"]._select_chart_template(self.env.company.country_id)

    @api.depends("country_id")
    def _compute_account_fiscal_country_id(self):
        for company in self:
            if not company.account_fiscal_country_id:
                company.account_fiscal_country_id = company.country_id

    @api.constrains("fiscalyear_last_day", "fiscalyear_last_month")
    def _check_fiscalyear_last_day(self):
        for company in self:
            longest = {"2": 29, "4": 30, "6": 30, "9": 30, "11": 30}.get(company.fiscalyear_last_month, 31)
            if not 1 <= company.fiscalyear_last_day <= longest:
                raise ValidationError(_("The last day of the fiscal year must be a day of its month (1 to %s).", longest))

    def write(self, vals):
        if "hard_lock_date" in vals:
            self._refuse_moving_hard_lock_back(fields.Date.to_date(vals["hard_lock_date"]))
        return super().write(vals)

    def _refuse_moving_hard_lock_back(self, new_date):
        for company in self:
            if company.hard_lock_date and (not new_date or new_date < company.hard_lock_date):
                raise ValidationError(_(
                    "The hard lock date of %(company)s is %(date)s. It cannot be removed or moved back.",
                    company=company.display_name, date=company.hard_lock_date))

    def _locked_until(self, move, date=None):
        """The last closed day when it covers the entry's date, else False."""
        self.ensure_one()
        names = ["fiscalyear_lock_date", "hard_lock_date"]
        if move.is_sale_document(include_receipts=True):
            names.append("sale_lock_date")
        elif move.is_purchase_document(include_receipts=True):
            names.append("purchase_lock_date")
        company = self.sudo()
        if company.tax_lock_date and move._affect_tax_report():
            names.append("tax_lock_date")
        closed = [company[name] for name in names if company[name]]
        date = date or move.date
        covering = [day for day in closed if date and date <= day]
        return max(covering) if covering else False

    def compute_fiscalyear_dates(self, current_date):
        """``date_from`` and ``date_to`` of the fiscal year that contains ``current_date``."""
        self.ensure_one()
        date_from, date_to = self._fiscal_year_around(current_date)
        return {"date_from": date_from, "date_to": date_to}

    def _fiscal_year_around(self, day):
        def last_day(year):
            first = fields.Date.to_date(f"{year}-{int(self.fiscalyear_last_month):02d}-01")
            return min(fields.Date.add(first, days=self.fiscalyear_last_day - 1), fields.Date.end_of(first, "month"))
        end = last_day(day.year)
        if day > end:
            end = last_day(day.year + 1)
        return fields.Date.add(last_day(end.year - 1), days=1), end

    def _chart_template_choice(self):
        return self.env["account.chart.template"]._guess_chart_template(self.country_id)

    def install_l10n_modules(self):
        """Load the chart of each company's country, when its addon is installed and nothing is posted yet."""
        charts = self.env["account.chart.template"]
        for company in self:
            code = company._chart_template_choice()
            if code != company.chart_template and not charts._has_postings(company):
                charts.try_loading(code, company)
        return True
