from core import _, models

from .chart_template import template


class AccountChartTemplate(models.AbstractModel):
    """The neutral chart: for companies of countries without a localisation addon."""

    _inherit = "account.chart.template"

    @template("generic_coa")
    def _get_generic_coa_template_data(self):
        return {
            "name": _("Generic Chart Template"),
            "country": None,
            "sequence": 100,
            "property_account_receivable_id": "receivable",
            "property_account_payable_id": "payable",
            "property_account_expense_categ_id": "expense",
            "property_account_income_categ_id": "income",
            "bank_account_code_prefix": "1014",
            "cash_account_code_prefix": "1015",
            "transfer_account_code_prefix": "1017",
        }

    @template("generic_coa", "account.journal")
    def _get_generic_coa_account_journal(self, template_code):
        return {
            "sale": {"default_account_id": "income"},
            "purchase": {"default_account_id": "expense"},
            "bank": {"default_account_id": "bank_account"},
            "cash": {"default_account_id": "cash_account"},
        }

    @template("generic_coa", "account.tax")
    def _get_generic_coa_account_tax(self, template_code):
        taxes = self.env["account.tax"]
        return {
            name: {
                "name": "15%", "type_tax_use": use, "amount": 15.0, "amount_type": "percent",
                "tax_group_id": "tax_group_15", "sequence": 1,
                "repartition_line_ids": taxes._named_repartition(account)}
            for name, use, account in (
                ("sale_tax_template", "sale", "tax_received"), ("purchase_tax_template", "purchase", "tax_paid"))}

    @template("generic_coa", "res.company")
    def _get_generic_coa_res_company(self, template_code):
        return {
            "company": {
                "account_sale_tax_id": "sale_tax_template",
                "account_purchase_tax_id": "purchase_tax_template",
                "income_currency_exchange_account_id": "income_currency_exchange",
                "expense_currency_exchange_account_id": "expense_currency_exchange",
                "currency_exchange_journal_id": "exch",
                "transfer_account_id": "transfer",
                "account_journal_suspense_account_id": "suspense",
                "default_cash_difference_income_account_id": "cash_diff_income",
                "default_cash_difference_expense_account_id": "cash_diff_expense",
                "account_default_pos_receivable_account_id": "pos_receivable",
            },
        }
